/** A report as a table: figures to the right, what is below nothing marked, sums at the foot, which stays in sight. */
import { monthKeys, type ReportColumn, type ReportTable } from '../../shared/supplies/reports/operations.ts'
import { cellText, isFigure, sumText } from '../../shared/supplies/reports/report-text.ts'
import { useWords, type Say } from '../shell/words.tsx'

type Cell = string | number | null

/** Months are narrow: `3 月`. */
const headingOf = ({ t, tOf }: Say, key: string): string => {
  const month = monthKeys.findIndex((one) => one === key)
  return month < 0 ? tOf(`supplies.report.column.${key}`) : t('reports.month', { month: month + 1 })
}

const isBelow = (column: ReportColumn, cell: Cell): boolean =>
  isFigure(column) ? Number(cell) < 0 : cell === 'supplies.report.budget.over'

const classOf = (column: ReportColumn, cell: Cell): string =>
  [isFigure(column) ? '' : 'is-text', isBelow(column, cell) ? 'is-below' : ''].filter(Boolean).join(' ')

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
                  {cellText(say.tOf, column, cells[at] ?? null)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          {totals.map((cells, index) => (
            <tr key={index} className="is-total">
              {columns.map((column, at) => (
                <td key={column.key} className={classOf(column, cells[at] ?? null)}>
                  {at === 0 ? say.t('reports.total') : sumText(say.tOf, column, cells[at] ?? null)}
                </td>
              ))}
            </tr>
          ))}
        </tfoot>
      </table>
    </div>
  )
}
