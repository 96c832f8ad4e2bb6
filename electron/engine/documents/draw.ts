/** Marks in millimetres become PDF operators in points; the page's origin moves from the top left to the bottom left. */
import type { Ink, Mark } from '../../../shared/documents/layout.ts'
import { codeRuns } from './code-picture.ts'
import { drawBars, drawQr } from './draw-codes.ts'
import type { Subset } from './font.ts'

export type Drawing = {
  /** Paper height in mm. */
  height: number
  subset: Subset
  /** The impression's own size in points, where there is one that can be drawn. */
  impression: { width: number; height: number } | undefined
}

const points = 72 / 25.4
const n = (value: number): string => String(Math.round(value * 1000) / 1000)

const colours: Record<Ink, string> = {
  ink: '0 0 0',
  grey: '0.38 0.38 0.38',
  red: '0.76 0.08 0.1',
  green: '0.06 0.42 0.2',
  amber: '0.66 0.38 0',
}
const fills = { pale: '0.945 0.945 0.945', solid: '0.42 0.42 0.42' }

/** The operators of one page. */
export const drawMarks = (marks: readonly Mark[], drawing: Drawing): string =>
  marks.map((mark) => drawMark(mark, drawing)).join('\n')

const drawMark = (mark: Mark, drawing: Drawing): string => {
  switch (mark.mark) {
    case 'text':
      return drawText(mark, drawing)
    case 'line':
      return drawLine(mark, drawing)
    case 'box':
      return drawBox(mark, drawing)
    case 'impression':
      return drawImpression(mark, drawing)
    case 'code':
      return drawCode(mark, drawing)
    case 'qr':
      return drawQr(mark, { points, height: drawing.height, n })
    case 'bars':
      return drawBars(mark, { points, height: drawing.height, n })
  }
}

type MarkOf<M extends Mark['mark']> = Extract<Mark, { mark: M }>

const drawText = ({ x, y, size, text, bold, ink = 'ink' }: MarkOf<'text'>, { height, subset }: Drawing): string => {
  const colour = colours[ink]
  // One weight is shipped; bold is the same outline with a thin stroke.
  const weight = bold ? `2 Tr ${n(size * 0.028)} w ${colour} RG` : '0 Tr'
  const place = `${n(x * points)} ${n((height - y) * points)}`
  return `BT ${weight} ${colour} rg /F1 ${n(size)} Tf ${place} Td <${subset.encode(text)}> Tj ET`
}

const drawLine = ({ x1, y1, x2, y2, weight, ink = 'ink', dashed }: MarkOf<'line'>, { height }: Drawing): string => {
  const from = `${n(x1 * points)} ${n((height - y1) * points)} m`
  const to = `${n(x2 * points)} ${n((height - y2) * points)} l`
  const dash = dashed ? '[2 2] 0 d' : '[] 0 d'
  return `${colours[ink]} RG ${n(weight)} w ${dash} ${from} ${to} S`
}

const drawBox = ({ x, y, w, h, weight, ink = 'ink', fill }: MarkOf<'box'>, { height }: Drawing): string => {
  const path = `${n(x * points)} ${n((height - y - h) * points)} ${n(w * points)} ${n(h * points)} re`
  const filled = fill === undefined || fill === 'none' ? '' : `${fills[fill]} rg ${path} f\n`
  return weight > 0 ? `${filled}${colours[ink]} RG ${n(weight)} w [] 0 d ${path} S` : filled
}

const drawImpression = ({ x, y, w, h }: MarkOf<'impression'>, { height, impression }: Drawing): string => {
  if (!impression) return ''
  const scale = Math.min((w * points) / impression.width, (h * points) / impression.height)
  const [width, tall] = [impression.width * scale, impression.height * scale]
  const left = x * points + (w * points - width) / 2
  const bottom = (height - y - h) * points + (h * points - tall) / 2
  return `q ${n(width)} 0 0 ${n(tall)} ${n(left)} ${n(bottom)} cm /Im1 Do Q`
}

/** Placed like an image: the code itself is drawn once, into a form of its own. */
const drawCode = ({ x, y, size }: MarkOf<'code'>, { height }: Drawing): string => {
  const side = n(size * points)
  return `q ${side} 0 0 ${side} ${n(x * points)} ${n((height - y - size) * points)} cm /Qr1 Do Q`
}

/** The code's dark modules as one path in a square of `size` units, and that size. */
export const codeOperators = (text: string): { size: number; operators: string } => {
  const { size, runs } = codeRuns(text)
  const path = runs.map((run) => `${run.x} ${size - run.y - 1} ${run.length} 1 re`)
  return { size, operators: `0 0 0 rg\n${path.join('\n')} f` }
}
