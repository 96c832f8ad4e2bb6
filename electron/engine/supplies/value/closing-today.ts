/** Months of the stock that ended and wait to be closed, for the desk of who closes them; the earliest is the one to do. */
import { words } from '../../../../shared/api/words.ts'
import { dueMonths } from '../../../../shared/supplies/value/closing-rules.ts'
import type { Reading } from '../../act.ts'
import type { TodayGroup } from '../../desk/handlers.ts'
import { firstMonth } from './closing-figures.ts'
import { stockClosedThrough } from '../store.ts'

export const monthsToClose = ({ db, today, actor, language }: Reading): TodayGroup => {
  const due = actor.permissions.has('supplies.manage')
    ? dueMonths({ first: firstMonth(db), closedThrough: stockClosedThrough(db), today })
    : []
  // Later ones cannot be closed before it, so that they are only counted.
  const detail = words[language]['supplies.closing.earliest']
  const rows = due.slice(0, 1).map((month) => ({ subject: month, type: 'stock_month', title: month, detail }))
  return { key: 'stock-months-due', count: due.length, rows }
}
