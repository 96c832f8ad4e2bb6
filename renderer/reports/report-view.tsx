/** A report as a table: figures to the right, what is below nothing marked, sums at the foot, which stays in sight. */
import { useEffect, useRef } from 'react'
import { monthKeys, type ReportColumn, type ReportTable } from '../../shared/supplies/reports/operations.ts'
import { cellText, isFigure, sumText } from '../../shared/supplies/reports/report-text.ts'
import { useWords, type Say } from '../shell/words.tsx'

type Cell = string | number | null

/** Months are narrow: `3 月`, `Mar`; on paper they are written in full. */
const headingOf = ({ tOf }: Say, key: string): string => {
  const month = monthKeys.findIndex((one) => one === key)
  return tOf(month < 0 ? `supplies.report.column.${key}` : `reports.month.${month + 1}`)
}

const isBelow = (column: ReportColumn, cell: Cell): boolean =>
  isFigure(column) ? Number(cell) < 0 : cell === 'supplies.report.budget.over'

const classOf = (column: ReportColumn, cell: Cell): string =>
  [isFigure(column) ? '' : 'is-text', isBelow(column, cell) ? 'is-below' : ''].filter(Boolean).join(' ')

export const ReportView = ({ table, label }: { table: ReportTable; label: string }) => {
  const say = useWords()
  const { columns, rows, totals } = table
  const scroll = useRef<HTMLDivElement>(null)
  // Arrow keys scroll it, unless the hands are in a field already.
  useEffect(() => {
    const inHand = document.activeElement?.closest('.frame-page, [role=dialog]') ?? null
    if (inHand === null) scroll.current?.focus()
  }, [])
  return (
    <div ref={scroll} className="month-scroll" tabIndex={0} role="region" aria-label={label}>
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
