/** What lay of each item at the end of a day: of today from the balances, of an earlier day from all movements up to it. */
import { movedAccount, stockPlaceOf } from '../../../../shared/supplies/accounts.ts'
import { idInstant } from '../../../../shared/journal/ids.ts'
import { dateAt } from '../../../../shared/office/dates.ts'
import type { Reading } from '../../act.ts'
import { all, sql, type Read } from '../../store/sql.ts'
import { stockAndValue } from '../stock-accounts.ts'

/** When it was last issued by a slip that stands, and when it first came; null where that is not known or not needed. */
export type Last = { issued: string | null; came: string | null }

export type Standing = { item: string; quantity: number; value: number; last: () => Last }

type Counted = { item: string; quantity: number; value: number } & Last

/** Counted from the movements, which takes a second or more for each million of them; undone slips do not count as issues. */
export const countedOn = (db: Read, day: string): Standing[] =>
  all<Counted>(
    db,
    sql`select item, sum(quantity) as quantity, sum(amount) as value, min(date) as came,
        max(case when verb = 'issue' and quantity < 0
          and slip not in (select reverses from supply_slip where reverses is not null and verb = 'reverse') then date end) as issued
      from stock_movement where date <= ${day} group by item having sum(quantity) <> 0 or sum(amount) <> 0`,
  ).map(({ issued, came, ...standing }) => ({ ...standing, last: () => ({ issued, came }) }))

/** As the balances have it now; however many movements there were. */
export const keptNow = (db: Read, zone: string): Standing[] => {
  const [values, quantities] = [new Map<string, number>(), new Map<string, number>()]
  for (const [account, amount] of stockAndValue(db)) {
    const place = stockPlaceOf(account)
    if (place) quantities.set(place.item, (quantities.get(place.item) ?? 0) + amount)
    else values.set(account.split(':')[1] ?? '', amount)
  }
  return [...new Set([...quantities.keys(), ...values.keys()])].flatMap((item) => {
    const [quantity, value] = [quantities.get(item) ?? 0, values.get(item) ?? 0]
    return quantity === 0 && value === 0 ? [] : [{ item, quantity, value, last: () => lastOf(db, zone, item) }]
  })
}

export const standingOn = ({ db, today, zone }: Reading, day: string): Standing[] =>
  day === today ? keptNow(db, zone) : countedOn(db, day)

/** How many slips of an item are read at once: mostly the newest says all, and each costs the reading of all its lines. */
const portions = [1, 4, 16, 64]

type Moved = { account: string; date: string; isIssue: 0 | 1 }

/**
 * Looks through the slips that moved an item, the newest first. No slip is dated after the day on which it was entered, so the
 * search ends where the day of entry is not later than the latest issue found.
 */
const lastOf = (db: Read, zone: string, item: string): Last => {
  const prefix = movedAccount(item, '')
  const last: Last = { issued: null, came: null }
  let before = `${prefix.slice(0, -1)};`
  for (let round = 0; ; round += 1) {
    const portion = portions[Math.min(round, portions.length - 1)] ?? 1
    const slips = all<Moved>(
      db,
      sql`select account, moved.date as date, moved.verb = 'issue' and not exists
          (select 1 from supply_slip as undoing where undoing.reverses = moved.subject and undoing.verb = 'reverse') as isIssue
        from balance cross join supply_slip as moved on moved.subject = substr(account, ${prefix.length + 1})
        where account >= ${prefix} and account < ${before} order by account desc limit ${portion}`,
    )
    for (const { account, date, isIssue } of slips) {
      if (isIssue === 1 && (last.issued === null || date > last.issued)) last.issued = date
      if (last.came === null || date < last.came) last.came = date
      const entered = idInstant(account.slice(prefix.length))
      if (last.issued !== null && entered !== undefined && dateAt(entered, zone) <= last.issued) return last
    }
    before = slips.at(-1)?.account ?? before
    if (slips.length < portion) return last
  }
}
