/** A report as a table: figures to the right, what is below nothing in red, sums at the foot. */
import { figures } from '../../shared/office/money.ts'
import { monthKeys, type ReportColumn, type ReportTable } from '../../shared/supplies/reports/operations.ts'
import { useWords, type Say } from '../shell/words.tsx'

type Cell = string | number | null

/** Months are narrow: `3 月`. */
const headingOf = ({ t, tOf }: Say, key: string): string => {
  const month = monthKeys.findIndex((one) => one === key)
  return month < 0 ? tOf(`supplies.report.column.${key}`) : t('reports.month', { month: month + 1 })
}

const isFigure = ({ kind }: ReportColumn): boolean => kind === 'money' || kind === 'count'

const textOf = ({ t, tOf }: Say, { kind, key }: ReportColumn, cell: Cell): string => {
  if (cell === null) return kind === 'text' || kind === 'word' ? t('supplies.report.none') : ''
  if (kind === 'word') return tOf(String(cell))
  // A month in which nothing was used stays empty, so that the others stand out.
  if (kind === 'money' && cell === 0 && monthKeys.some((month) => month === key)) return ''
  return kind === 'money' ? figures(Number(cell)) : String(cell)
}

/** A foot says nothing under what has no sum. */
const sumText = (say: Say, column: ReportColumn, cell: Cell): string => (cell === null ? '' : textOf(say, column, cell))

const classOf = (column: ReportColumn, cell: Cell): string =>
  [isFigure(column) ? '' : 'is-text', isFigure(column) && Number(cell) < 0 ? 'is-below' : ''].filter(Boolean).join(' ')

export const ReportView = ({ table, label }: { table: ReportTable; label: string }) => {
  const say = useWords()
  const { columns, rows, totals } = table
  return (
    <div className="month-scroll">
      <table className="month-table report-table" aria-label={label} data-testid="report-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={classOf(column, null)}>
                {headingOf(say, column.key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, index) => (
            <tr key={index}>
              {columns.map((column, at) => (
                <td key={column.key} className={classOf(column, cells[at] ?? null)}>
                  {textOf(say, column, cells[at] ?? null)}
                </td>
              ))}
            </tr>
          ))}
          {totals.map((cells, index) => (
            <tr key={`total ${index}`} className="is-total">
              {columns.map((column, at) => (
                <td key={column.key} className={classOf(column, cells[at] ?? null)}>
                  {at === 0 ? say.t('reports.total') : sumText(say, column, cells[at] ?? null)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
