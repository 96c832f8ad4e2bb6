/** Who drew what of an item in some time, for putting a difference on those who used it up. */
import type { Drawn } from '../../../../shared/supplies/value/attribution.ts'
import { endOfMonth } from '../../../../shared/office/dates.ts'
import { all, sql, type Read } from '../../store/sql.ts'
import { movementsOf } from '../movements.ts'
import { slipOf } from '../store.ts'

/** What takes pieces out of the stock for good, and what brings them back. */
const out = new Set(['issue', 'return', 'scrap', 'loss'])

/** Since a day, by the item's own index. */
export const drawnSince = (db: Read, item: string, from: string): Drawn[] => {
  const drawn = new Map<string, Drawn>()
  for (const { date, verb, quantity, record } of movementsOf(db, item)) {
    if (date < from || !out.has(verb)) continue
    const department = record.recipient?.department
    const before = drawn.get(department?.id ?? '')?.pieces ?? 0
    drawn.set(department?.id ?? '', { department, pieces: before - quantity })
  }
  return [...drawn.values()]
}

type Sum = { item: string; department: string | null; pieces: number; last: string }

/** In a month, of all items at once. */
export const drawnInMonth = (db: Read, month: string): ((item: string) => Drawn[]) => {
  const sums = all<Sum>(
    db,
    sql`select item, department, -sum(quantity) as pieces, max(slip) as last from stock_movement
      where date >= ${`${month}-01`} and date <= ${endOfMonth(month)} and verb in ('issue', 'return', 'scrap', 'loss')
      group by item, department`,
  )
  const byItem = Map.groupBy(sums, ({ item }) => item)
  const names = new Map<string, string>()
  const nameOf = (department: string, slip: string): string => {
    const known = names.get(department) ?? slipOf(db, slip)?.recipient?.department?.name ?? ''
    names.set(department, known)
    return known
  }
  return (item) =>
    (byItem.get(item) ?? []).map(({ department, pieces, last }) => ({
      pieces,
      ...(department === null ? {} : { department: { id: department, name: nameOf(department, last) } }),
    }))
}
