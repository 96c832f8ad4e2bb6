/** Path data of SVG as PDF path operators, in the drawing's own coordinates (SVG 2, chapter 9). */

type Point = { x: number; y: number }
type Curve = [Point, Point, Point]

const n = (value: number): string => String(Math.round(value * 10_000) / 10_000)
const at = ({ x, y }: Point): string => `${n(x)} ${n(y)}`

/** How many numbers each command takes. */
const takes: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 }

const numberPattern = /[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/giy

/** Numbers of an arc's flags may stand without separators: `a1 1 0 01.5.5`. */
const readNumbers = (text: string, isArc: boolean): number[] | undefined => {
  const numbers: number[] = []
  let index = 0
  while (index < text.length) {
    if (/[\s,]/.test(text[index] ?? '')) {
      index += 1
      continue
    }
    const isFlag = isArc && (numbers.length % 7 === 3 || numbers.length % 7 === 4)
    numberPattern.lastIndex = index
    const found = isFlag ? /^[01]/.exec(text.slice(index, index + 1))?.[0] : numberPattern.exec(text)?.[0]
    if (found === undefined) return undefined
    numbers.push(Number(found))
    index += found.length
  }
  return numbers
}

type Pen = { now: Point; start: Point; control: Point | undefined; last: string }

const curveText = ([one, two, end]: Curve): string => `${at(one)} ${at(two)} ${at(end)} c`

/** A quadratic curve as a cubic one. */
const raised = (from: Point, control: Point, to: Point): Curve => [
  { x: from.x + (2 / 3) * (control.x - from.x), y: from.y + (2 / 3) * (control.y - from.y) },
  { x: to.x + (2 / 3) * (control.x - to.x), y: to.y + (2 / 3) * (control.y - to.y) },
  to,
]

const mirrored = (pen: Pen, kinds: string): Point =>
  pen.control !== undefined && kinds.includes(pen.last)
    ? { x: 2 * pen.now.x - pen.control.x, y: 2 * pen.now.y - pen.control.y }
    : pen.now

/** One command with its numbers made absolute; moves the pen and answers the operators. */
const step = (command: string, values: readonly number[], pen: Pen): string => {
  const point = (index: number): Point => ({ x: values[index] ?? 0, y: values[index + 1] ?? 0 })
  const draw = (to: Point, operators: string, control?: Point): string => {
    Object.assign(pen, { now: to, control, last: command })
    return operators
  }
  const bend = (curve: Curve, control: Point): string =>
    draw(curve[2], `${at(curve[0])} ${at(curve[1])} ${at(curve[2])} c`, control)
  switch (command) {
    case 'M':
      pen.start = point(0)
      return draw(point(0), `${at(point(0))} m`)
    case 'H':
      return draw({ x: values[0] ?? 0, y: pen.now.y }, `${n(values[0] ?? 0)} ${n(pen.now.y)} l`)
    case 'V':
      return draw({ x: pen.now.x, y: values[0] ?? 0 }, `${n(pen.now.x)} ${n(values[0] ?? 0)} l`)
    case 'C':
      return bend([point(0), point(2), point(4)], point(2))
    case 'S':
      return bend([mirrored(pen, 'CS'), point(0), point(2)], point(0))
    case 'Q':
      return bend(raised(pen.now, point(0), point(2)), point(0))
    case 'T': {
      const control = mirrored(pen, 'QT')
      return bend(raised(pen.now, control, point(0)), control)
    }
    case 'A': {
      const to = point(5)
      return draw(to, arcCurves(pen.now, values, to).map(curveText).join(' '))
    }
    case 'Z':
      return draw(pen.start, 'h')
    default:
      return draw(point(0), `${at(point(0))} l`)
  }
}

/** Adds the pen's place to relative numbers: to each pair, to x or y alone, or to an arc's end only. */
const absolute = (command: string, values: readonly number[], { now }: Pen): number[] => {
  if (command === 'H') return values.map((value) => value + now.x)
  if (command === 'V') return values.map((value) => value + now.y)
  const from = command === 'A' ? 5 : 0
  return values.map((value, index) => (index < from ? value : value + ((index - from) % 2 === 0 ? now.x : now.y)))
}

/**
 * The operators of path data.
 * @returns undefined where the data is not well-formed
 */
export const pathOperators = (data: string): string | undefined => {
  const pen: Pen = { now: { x: 0, y: 0 }, start: { x: 0, y: 0 }, control: undefined, last: '' }
  const operators: string[] = []
  const pieces = data.trim().matchAll(/([a-z])([^a-df-z]*)/gi)
  let read = 0
  for (const [whole, letter = '', rest = ''] of pieces) {
    read += whole.length
    const command = letter.toUpperCase()
    const length = takes[command]
    const numbers = length === undefined ? undefined : readNumbers(rest, command === 'A')
    if (
      length === undefined ||
      numbers === undefined ||
      (length > 0 && (numbers.length === 0 || numbers.length % length !== 0))
    )
      return undefined
    for (let from = 0; from === 0 || from < numbers.length; from += Math.max(length, 1)) {
      const values = numbers.slice(from, from + length)
      const isRelative = letter !== command
      // Further pairs after a move are lines.
      const each = command === 'M' && from > 0 ? 'L' : command
      operators.push(step(each, isRelative ? absolute(command, values, pen) : values, pen))
    }
  }
  return read === data.trim().length ? operators.join('\n') : undefined
}

/** An elliptical arc as cubic curves of at most a quarter turn each (SVG 2, appendix B.2.4). */
const arcCurves = (from: Point, values: readonly number[], to: Point): Curve[] => {
  const [rawX = 0, rawY = 0, turn = 0, large = 0, sweep = 0] = values
  if (rawX === 0 || rawY === 0 || (from.x === to.x && from.y === to.y)) return [[from, to, to]]
  const [sin, cos] = [Math.sin((turn * Math.PI) / 180), Math.cos((turn * Math.PI) / 180)]
  const [dx, dy] = [(from.x - to.x) / 2, (from.y - to.y) / 2]
  const [x, y] = [cos * dx + sin * dy, -sin * dx + cos * dy]
  const tooSmall = Math.max(1, Math.sqrt((x / rawX) ** 2 + (y / rawY) ** 2))
  const [rx, ry] = [Math.abs(rawX) * tooSmall, Math.abs(rawY) * tooSmall]
  const rest = Math.max(0, (rx * ry) ** 2 - (rx * y) ** 2 - (ry * x) ** 2) / ((rx * y) ** 2 + (ry * x) ** 2)
  const factor = (large === sweep ? -1 : 1) * Math.sqrt(rest)
  const [ox, oy] = [(factor * rx * y) / ry, (-factor * ry * x) / rx]
  const centre = { x: cos * ox - sin * oy + (from.x + to.x) / 2, y: sin * ox + cos * oy + (from.y + to.y) / 2 }
  const begin = Math.atan2((y - oy) / ry, (x - ox) / rx)
  const end = Math.atan2((-y - oy) / ry, (-x - ox) / rx)
  const raw = end - begin
  const sweepBy = sweep === 1 && raw < 0 ? raw + 2 * Math.PI : sweep === 0 && raw > 0 ? raw - 2 * Math.PI : raw
  const place = (px: number, py: number): Point => ({
    x: centre.x + cos * rx * px - sin * ry * py,
    y: centre.y + sin * rx * px + cos * ry * py,
  })
  const parts = Math.max(1, Math.ceil(Math.abs(sweepBy) / (Math.PI / 2) - 1e-9))
  const handle = (4 / 3) * Math.tan(sweepBy / parts / 4)
  return Array.from({ length: parts }, (_, index): Curve => {
    const [a, b] = [begin + (sweepBy * index) / parts, begin + (sweepBy * (index + 1)) / parts]
    const one = place(Math.cos(a) - handle * Math.sin(a), Math.sin(a) + handle * Math.cos(a))
    const two = place(Math.cos(b) + handle * Math.sin(b), Math.sin(b) - handle * Math.cos(b))
    return [one, two, index === parts - 1 ? to : place(Math.cos(b), Math.sin(b))]
  })
}

/** A whole ellipse. */
export const ellipseOperators = (cx: number, cy: number, rx: number, ry: number): string =>
  pathOperators(`M${cx - rx} ${cy}A${rx} ${ry} 0 1 1 ${cx + rx} ${cy}A${rx} ${ry} 0 1 1 ${cx - rx} ${cy}Z`) ?? ''
