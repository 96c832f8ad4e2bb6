/** What a person or department drew of an item in a month, from the table of movements. */
import { movedAccount } from '../../../../shared/supplies/accounts.ts'
import type { Drawings, Drawn } from '../../../../shared/supplies/counter/quota-rules.ts'
import { one, sql, type Read } from '../../store/sql.ts'
import { idFrom } from '../id-from.ts'

const day = 86_400_000

/**
 * Issues less what came back of them, also from before a rule asked for it. No slip counts for a month that had not begun
 * when it was entered, so only the item's slips since then are looked at, however many it has; a day more, since the
 * office's month begins before or after that of UTC.
 */
export const drawnInMonth = (db: Read, { per, holder, item, month }: Drawings): Drawn => {
  const prefix = movedAccount(item, '')
  const from = `${prefix}${idFrom(Date.parse(`${month}-01T00:00:00Z`) - day)}`
  const isHolder = per === 'person' ? sql`person = ${holder}` : sql`department = ${holder}`
  const drawn = one<{ base: number | null; amount: number | null }>(
    db,
    sql`select -sum(moved.quantity) as base, -sum(moved.amount) as amount
      from balance cross join supply_slip on subject = substr(account, ${prefix.length + 1})
      cross join stock_movement as moved on moved.date = supply_slip.date and moved.slip = supply_slip.subject
      where account >= ${from} and account < ${`${prefix.slice(0, -1)};`}
        and moved.item = ${item} and moved.month = ${month} and moved.verb in ('issue', 'return') and ${isHolder}`,
  )
  return { base: drawn?.base ?? 0, amount: drawn?.amount ?? 0 }
}
