/** Codes inside a page: a QR code with its white edge as one path, and the bars of Code 128. */
import type { Mark } from '../../../shared/documents/layout.ts'
import { codeRuns } from './code-picture.ts'

type MarkOf<M extends Mark['mark']> = Extract<Mark, { mark: M }>
type Pen = { points: number; height: number; n: (value: number) => string }

/** Modules of white around a QR code (ISO/IEC 18004). */
const edge = 4

/** In units of a module, so that what should meet does so exactly. */
export const drawQr = ({ x, y, size, text }: MarkOf<'qr'>, { points, height, n }: Pen): string => {
  const { size: count, runs } = codeRuns(text)
  const module = (size * points) / (count + 2 * edge)
  const place = `${n(module)} 0 0 ${n(module)} ${n(x * points)} ${n((height - y - size) * points)}`
  const path = runs.map((run) => `${run.x + edge} ${count + edge - run.y - 1} ${run.length} 1 re`)
  return `q ${place} cm 0 0 0 rg\n${path.join('\n')} f Q`
}

export const drawBars = ({ x, y, h, module, runs }: MarkOf<'bars'>, { points, height, n }: Pen): string => {
  let at = 0
  const bars = runs.flatMap((run, index) => {
    const from = at
    at += run
    return index % 2 === 0
      ? [
          `${n((x + from * module) * points)} ${n((height - y - h) * points)} ${n(run * module * points)} ${n(h * points)} re`,
        ]
      : []
  })
  return `0 0 0 rg\n${bars.join('\n')} f`
}
