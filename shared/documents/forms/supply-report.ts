/** 物资报表: any report of the supplies on A4 landscape: what it is about, the months as bars, the table with its sums. */
import { barsOf } from '../../office/bars.ts'
import { monthKeys, type ReportColumn } from '../../supplies/reports/operations.ts'
import { cellText, isFigure, sumText } from '../../supplies/reports/report-text.ts'
import { flow, type Block } from '../flow.ts'
import { tableRow, type Column } from '../grid.ts'
import type { Form, Mark, Press } from '../layout.ts'
import type { SupplyReportFacts } from '../report-facts.ts'
import { slipHead, slipHeadHeight, withFeet, type Paper } from '../sheet.ts'
import { cell, rule } from '../typeset.ts'
import { flowTable, innerOf, paragraph } from './register-parts.ts'

const paper: Paper = { width: 297, height: 210, left: 25, right: 9, top: 9, bottom: 6 }
const inner = innerOf(paper)

/** A table of few columns stays together rather than being drawn over the whole sheet. */
const widest = 1.8
/** What a name takes at most before it is broken, mm; and what it keeps where columns are many. */
const [longName, shortName] = [62, 16]

type Measured = { width: number; isName: boolean }

/** Widths that fill the sheet, mm: names give way to figures, since a figure that is broken reads as another one. */
const fitted = (columns: readonly Measured[]): number[] => {
  const sum = (of: readonly Measured[]): number => of.reduce((total, { width }) => total + width, 0)
  const total = sum(columns)
  if (total <= inner) return columns.map(({ width }) => width * Math.min(widest, inner / total))
  const names = columns.filter(({ isName }) => isName)
  const left = inner - (total - sum(names))
  if (left < names.length * shortName) return columns.map(({ width }) => (width * inner) / total)
  return columns.map(({ width, isName }) => (isName ? (width * left) / sum(names) : width))
}

const headingSize = 8

const isMonth = (key: string | undefined): boolean => monthKeys.some((month) => month === key)

const columnsOf = ({ columns, rows, totals }: SupplyReportFacts, press: Press): Column[] => {
  const { words, measure } = press
  // Twelve months and what is before and behind them are set a little smaller.
  const size = columns.length > 10 ? 7 : 8
  const measured = columns.map((column, at): Measured => {
    const texts = [
      ...rows.map((cells) => cellText(words, column, cells[at] ?? null)),
      ...totals.map((cells) => sumText(words, column, cells[at] ?? null)),
    ]
    const width = texts.reduce((most, text) => Math.max(most, measure(text, size)), 0) + 2.2
    const heading = Math.min(measure(headingOf(column, press), headingSize) + 1.6, 18)
    const isName = !isFigure(column) && column.kind !== 'date'
    return { width: Math.max(isName ? Math.min(width, longName) : width, heading, 8), isName }
  })
  // Months are one as wide as the other, which is how a row of them is read.
  const month = Math.max(0, ...measured.filter((_, at) => isMonth(columns[at]?.key)).map(({ width }) => width))
  const widths = fitted(measured.map((one, at) => (isMonth(columns[at]?.key) ? { ...one, width: month } : one)))
  return columns.map((column, at) => ({
    title: headingOf(column, press),
    width: widths[at] ?? shortName,
    style: { size, align: isFigure(column) ? 'right' : column.kind === 'date' ? 'center' : 'left' },
  }))
}

const headingOf = ({ key }: ReportColumn, { words }: Press): string => words(`supplies.report.column.${key}`)

const sumHeight = 6.4

type SumPlace = { under: Block | undefined; isLast: boolean }

/** The sums: shaded rows below all others, in bold; they stay together, where they begin a page under the head of the table. */
const sumRow = (
  columns: readonly Column[],
  values: readonly string[],
  { under, isLast }: SumPlace,
  { measure }: Press,
): Block => ({
  height: sumHeight,
  ...(under === undefined ? {} : { under }),
  ...(isLast ? {} : { isHeading: true as const }),
  draw: (y) => [
    ...columns.reduce<{ marks: Mark[]; x: number }>(
      ({ marks, x }, { width }) => ({
        marks: [...marks, { mark: 'box', x, y, w: width, h: sumHeight, weight: 0, fill: 'pale' }],
        x: x + width,
      }),
      { marks: [], x: paper.left },
    ).marks,
    ...tableRow(
      columns.map((column) => ({ ...column, style: { ...column.style, bold: true } })),
      values,
      { x: paper.left, y, h: sumHeight },
      measure,
    ),
  ],
})

const [plotHeight, barsHeight] = [38, 24]

/** The months as bars, with whole yuan on each, as the screen draws them; a line across each says what was planned. */
const plotBlock = (plot: readonly number[], plan: readonly number[], { words, measure }: Press): Block => {
  const { zero, bars, marks: planned } = barsOf(plot, plan.some((amount) => amount !== 0) ? plan : [])
  const step = inner / Math.max(1, plot.length)
  const width = step * 0.6
  return {
    height: plotHeight,
    draw: (y) => {
      const [top, foot] = [y + 6, y + 6 + barsHeight]
      const marks = bars.flatMap(({ from, to }, index): Mark[] => {
        const x = paper.left + index * step
        const value = String(Math.round((plot[index] ?? 0) / 100))
        const bar = { x: x + (step - width) / 2, y: top + from * barsHeight, w: width, h: (to - from) * barsHeight }
        const name = words(`supplies.report.column.${monthKeys[index] ?? ''}`)
        const style = { size: 7.5, align: 'center', pad: 0 } as const
        // The figure is that of the bar: above it, unless the line of the plan runs through there.
        const line = planned[index]
        const above = line !== undefined && line <= from && (from - line) * barsHeight < 5 ? line : from
        const planLine = (share: number | undefined): Mark[] => {
          const at = top + (share ?? 0) * barsHeight
          return share === undefined ? [] : [rule(x + 1, at, x + step - 1, at, 1)]
        }
        return [
          ...planLine(line),
          ...(bar.h > 0 ? [{ mark: 'box' as const, ...bar, weight: 0, fill: 'solid' as const }] : []),
          ...cell({ x, y: top + above * barsHeight - 4.6, w: step, h: 4.4 }, value, style, measure),
          ...cell({ x, y: foot + 0.6, w: step, h: 4.6 }, name, { ...style, ink: 'grey' }, measure),
        ]
      })
      return [rule(paper.left, top + zero * barsHeight, paper.left + inner, top + zero * barsHeight, 0.4), ...marks]
    },
  }
}

/** What the figures are and of which days. */
const aboutText = ({ span, year, asOf }: SupplyReportFacts, { words }: Press): string =>
  span === 'months' || span === 'budget'
    ? `${words('documents.report.year', { from: `${year}-01-01`, to: asOf })} ${words(`supplies.report.lead.${span}`)}`
    : words('documents.report.day', { day: asOf })

export const supplyReportForm: Form<SupplyReportFacts> = (facts, press) => {
  const { words } = press
  const columns = columnsOf(facts, press)
  const rows = facts.rows.map((cells) => facts.columns.map((column, at) => cellText(words, column, cells[at] ?? null)))
  const sums = facts.totals.map((cells) =>
    facts.columns.map((column, at) =>
      at === 0 ? words('documents.report.total', { count: rows.length }) : sumText(words, column, cells[at] ?? null),
    ),
  )
  const body = flowTable(paper, columns, rows, 5.6, press)
  const place = (at: number): SumPlace => ({ under: body[0], isLast: at === sums.length - 1 })
  const table =
    rows.length === 0
      ? [paragraph(paper, words('supplies.report.empty'), press)]
      : [...body, ...sums.map((values, at) => sumRow(columns, values, place(at), press))]
  const blocks = [
    paragraph(paper, aboutText(facts, press), press),
    ...(facts.plot === undefined || rows.length === 0 ? [] : [plotBlock(facts.plot, facts.plan ?? [], press)]),
    ...table,
  ]
  const title = words(`supplies.report.name.${facts.report}`)
  const head = (): Mark[] => slipHead(paper, { office: facts.office, title }, press)
  const pages = flow(blocks, { top: paper.top + slipHeadHeight + 1, bottom: paper.height - paper.bottom - 10, head })
  return { paper, pages: withFeet(paper, pages, words('documents.note.report'), press) }
}
