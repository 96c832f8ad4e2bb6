/** Values of SVG attributes as PDF operators: numbers, colours, transforms. */

export type Attributes = Readonly<Record<string, string>>

const names: Readonly<Record<string, string>> = { red: '#ff0000', black: '#000000', white: '#ffffff' }
/** A number as PDF writes it. */
export const n = (value: number): string => String(Math.round(value * 10_000) / 10_000)

/** What is not known here; thrown inside only, `readSvg` answers undefined. */
export class Unknown extends Error {}

export const unknown = (what: string): never => {
  throw new Unknown(what)
}

export const number = (attributes: Attributes, name: string, otherwise = 0): number => {
  const text = attributes[name]
  if (text === undefined) return otherwise
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?(px)?$/i.test(text.trim())
    ? Number.parseFloat(text)
    : unknown(`${name}=${text}`)
}

export const colour = (text: string): string => {
  const hex = names[text] ?? text
  const digits = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(hex)?.[1] ?? unknown(text)
  const full = digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits
  return [0, 2, 4].map((from) => n(Number.parseInt(full.slice(from, from + 2), 16) / 255)).join(' ')
}

export const transformOperators = (text: string | undefined): string => {
  if (text === undefined) return ''
  const parts = [...text.matchAll(/(\w+)\s*\(([^)]*)\)[\s,]*/g)]
  if (parts.map(([whole]) => whole).join('') !== text.trim()) unknown(text)
  return parts
    .map(([, name = '', values = '']) =>
      transformOperator(
        name,
        values
          .split(/[\s,]+/)
          .filter(Boolean)
          .map(Number),
      ),
    )
    .join(' ')
}

const transformOperator = (name: string, values: readonly number[]): string => {
  if (values.some((value) => !Number.isFinite(value))) unknown(name)
  const [a = 0, b, c, ...rest] = values
  if (name === 'translate') return `1 0 0 1 ${n(a)} ${n(b ?? 0)} cm`
  if (name === 'scale') return `${n(a)} 0 0 ${n(b ?? a)} 0 0 cm`
  if (name === 'matrix' && rest.length === 3) return `${values.map(n).join(' ')} cm`
  if (name !== 'rotate') return unknown(name)
  const [cos, sin] = [Math.cos((a * Math.PI) / 180), Math.sin((a * Math.PI) / 180)]
  const turn = `${n(cos)} ${n(sin)} ${n(-sin)} ${n(cos)} 0 0 cm`
  return b === undefined ? turn : `1 0 0 1 ${n(b)} ${n(c ?? 0)} cm ${turn} 1 0 0 1 ${n(-b)} ${n(-(c ?? 0))} cm`
}
