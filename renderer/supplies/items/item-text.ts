/** Packs and barcodes of an item as one types them, a line each, and back. */
import type { ItemRow } from '../../../shared/supplies/operations.ts'

type Pack = ItemRow['packs'][number]
type Barcode = ItemRow['barcodes'][number]

/** What was read, or the number (1, 2, …) of the first line that is not clear. */
export type Lines<T> = { readonly read: T[]; readonly bad?: number }

const readLines = <T>(text: string, readLine: (line: string) => T | undefined): Lines<T> => {
  const read: T[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const found = readLine(line.trim())
    if (found === undefined) return { read, bad: index + 1 }
    read.push(found)
  }
  return { read }
}

/** `盒=12` or `箱 144`, one a line. */
export const readPacks = (text: string): Lines<Pack> =>
  readLines(text, (line) => {
    const [, unit, factor] = /^(\S+?)\s*[=＝:：\s]\s*(\d{1,7})$/.exec(line) ?? []
    return unit === undefined || Number(factor) < 2 ? undefined : { unit, factor: Number(factor) }
  })

/** `6901234567892 盒 1`, one a line; without a unit the base unit, without an amount one. */
export const readBarcodes = (text: string, baseUnit: string): Lines<Barcode> =>
  readLines(text, (line) => {
    const [code, unit = baseUnit, amount = '1', ...rest] = line.split(/\s+/)
    if (code === undefined || rest.length > 0 || !/^\d{1,5}$/.test(amount) || Number(amount) < 1) return undefined
    return { code, unit, amount: Number(amount) }
  })

export const packsText = (packs: readonly Pack[]): string =>
  packs.map(({ unit, factor }) => `${unit}=${factor}`).join('\n')

export const barcodesText = (barcodes: readonly Barcode[]): string =>
  barcodes.map(({ code, unit, amount }) => `${code} ${unit} ${amount}`).join('\n')
