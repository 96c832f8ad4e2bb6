/** 结账后更正: what came to a closed month after its closing, on pages of its own behind the month's book. */
import type { LaterLine } from '../../seals/closing/closing.ts'
import type { SealBookFacts } from '../facts.ts'
import { headRow, tableRow, type Column } from '../grid.ts'
import type { Mark, Press } from '../layout.ts'
import type { Paper } from '../sheet.ts'
import { cell } from '../typeset.ts'

export type BookSheet = { paper: Paper; inner: number; top: number; head: readonly Mark[] }

const rowHeight = 9
const titleHeight = 7
const rowsPerPage = 16

const columnsOf = ({ inner }: BookSheet, { words }: Press): Column[] => {
  const centre = { align: 'center', size: 8.5 } as const
  const column = (key: string, width: number, style: Column['style'] = centre): Column => ({
    title: words(`documents.later.${key}`),
    width,
    style,
  })
  return [
    column('number', 32, { size: 8 }),
    column('act', 24),
    column('was', 34),
    column('now', 34),
    column('at', 32),
    column('by', 24),
    column('reason', inner - 180, { size: 8 }),
  ]
}

const valuesOf = ({ number, act, was, now, at, by, reason }: LaterLine, { words }: Press): string[] => [
  number,
  words(`documents.later.${act}`),
  was ? words('documents.later.counts', was) : '—',
  words('documents.later.counts', now),
  at,
  by,
  reason,
]

/** None where the month is open, or nothing came after its closing. */
export const laterPages = (facts: SealBookFacts, sheet: BookSheet, press: Press): Mark[][] => {
  const later = facts.closing?.later ?? []
  const { paper, inner, top, head } = sheet
  const columns = columnsOf(sheet, press)
  const title = press.words('documents.later.title', { number: facts.closing?.number ?? '', count: later.length })
  return Array.from({ length: Math.ceil(later.length / rowsPerPage) }, (_, index) => {
    const rows = later.slice(index * rowsPerPage, (index + 1) * rowsPerPage)
    const low = top + titleHeight
    return [
      ...head,
      ...cell(
        { x: paper.left, y: top, w: inner, h: titleHeight },
        title,
        { size: 10, bold: true, pad: 0 },
        press.measure,
      ),
      ...headRow(columns, paper.left, low, 8, press.measure),
      ...rows.flatMap((row, at) =>
        tableRow(
          columns,
          valuesOf(row, press),
          { x: paper.left, y: low + 8 + at * rowHeight, h: rowHeight },
          press.measure,
        ),
      ),
    ]
  })
}
