/** A report of the supplies as a list that leaves the office: its own columns, every row, and its sums below. */
import { yearOf } from '../../../shared/office/dates.ts'
import {
  reportSpan,
  supplyReports,
  type ReportCells,
  type ReportColumn,
} from '../../../shared/supplies/reports/operations.ts'
import type { ExportColumn, Exporter, WordOf } from '../../../shared/tables/exporter.ts'
import type { Reading } from '../act.ts'
import { supplyReport } from '../supplies/reports/handlers.ts'
import type { Filter, Source } from './sources.ts'

type Line = { cells: ReportCells; isSum: boolean }

const widths = { text: 20, word: 14, money: 14, count: 10, date: 12 } as const

/** What a cell says: words in the language of the export, figures and dates as such; sums have a name, not their columns. */
const valueOf = (
  { cells, isSum }: Line,
  at: number,
  { kind }: ReportColumn,
  word: WordOf,
): string | number | undefined => {
  const cell = cells[at] ?? null
  if (isSum && at === 0) return word('reports.total')
  if (cell === null) return isSum || (kind !== 'text' && kind !== 'word') ? undefined : word('supplies.report.none')
  return kind === 'word' ? word(String(cell)) : cell
}

const columnOf = (column: ReportColumn, at: number): ExportColumn<Line> => ({
  heading: `supplies.report.column.${column.key}`,
  kind: column.kind === 'word' ? 'text' : column.kind,
  width: widths[column.kind],
  value: (line, word) => valueOf(line, at, column, word),
})

/** The report and year that the filter names; without them this year's, by department. */
export const openReport = (
  reading: Reading,
  { report: named, year: ofYear }: Filter,
): { exporter: Exporter<Line>; source: Source<Line>; about: string } => {
  const report = supplyReports.find((name) => name === named) ?? 'department'
  const year = /^(19|2[01])\d\d$/.test(ofYear ?? '') ? Number(ofYear) : yearOf(reading.today)
  const { columns, rows, totals } = supplyReport(reading, report, year)
  const lines = rows.map((cells): Line => ({ cells, isSum: false }))
  const sums = rows.length === 0 ? [] : totals.map((cells): Line => ({ cells, isSum: true }))
  return {
    exporter: {
      list: 'supply-report',
      title: `supplies.report.name.${report}`,
      columns: columns.map(columnOf),
    },
    source: { most: () => lines.length, page: () => ({ records: lines, next: undefined, sums }) },
    about: reportSpan[report] === 'today' ? '' : ` ${year}`,
  }
}
