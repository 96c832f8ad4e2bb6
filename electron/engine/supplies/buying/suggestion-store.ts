/** What suggestions to buy are made from, read in a few ranges however many items there are, and prices paid before. */
import { addDays } from '../../../../shared/office/dates.ts'
import type { OnOrder } from './buying-store.ts'
import { lastPriceOf, pricesOf, type PricePoint } from '../../../../shared/supplies/buying/price-history.ts'
import type { Item } from '../../../../shared/supplies/records.ts'
import { item as itemType } from '../../../../shared/supplies/subjects.ts'
import {
  consumptionDays,
  suggest,
  type Suggestion,
  type SuggestionFacts,
} from '../../../../shared/supplies/buying/suggestion-rules.ts'
import type { Reading } from '../../act.ts'
import { recordsOf } from '../../store/derived.ts'
import { allStock } from '../stock-accounts.ts'
import { all, one, sql, type Read } from '../../store/sql.ts'
import { onOrder } from './buying-store.ts'
import { keptOf } from '../items/merge-store.ts'
import { slipsPage } from '../store.ts'

/** Fewer days than these say little of a month. */
const leastDays = 14
/** No page shows more prices of one item, and none further back says much. */
const mostReceipts = 60

/** Ids of items as they are kept now; those that were never merged are themselves. */
export const keptIds = (db: Read): ((item: string) => string) => {
  const kept = new Map(
    recordsOf(db, itemType, sql`where merged is not null`).map((record) => [record.id, keptOf(db, record).id]),
  )
  return (item) => kept.get(item) ?? item
}

const sumsBy = (rows: readonly { item: string; amount: number }[], keptAs: (item: string) => string) => {
  const sums = new Map<string, number>()
  for (const { item, amount } of rows) sums.set(keptAs(item), (sums.get(keptAs(item)) ?? 0) + amount)
  return sums
}

/** Pieces of all items over all locations. */
const stocks = (db: Read): ReadonlyMap<string, number> =>
  sumsBy(
    allStock(db).map(({ item, quantity }) => ({ item, amount: quantity })),
    (item) => item,
  )

/** Days that consumption is looked at: less than usual where the office began later. */
const windowOf = (db: Read, today: string): number => {
  const first = one<{ date: string }>(db, sql`select date from stock_movement order by date limit 1`)?.date
  const since = first === undefined ? 0 : Math.round((Date.parse(today) - Date.parse(first)) / 86_400_000) + 1
  return Math.max(leastDays, Math.min(consumptionDays, since))
}

/** Issues less what came back, base unit; reversals are movements of the verb they undo. */
const usedSince = (db: Read, from: string, keptAs: (item: string) => string): ReadonlyMap<string, number> =>
  sumsBy(
    all<{ item: string; amount: number }>(
      db,
      sql`select item, -sum(quantity) as amount from stock_movement
        where date >= ${from} and verb in ('issue', 'return') group by item`,
    ),
    keptAs,
  )

/** Receipts of an item that stand, oldest first. */
export const pricesOfItem = (db: Read, item: string, most = mostReceipts): PricePoint[] =>
  pricesOf(item, slipsPage(db, { item, verb: 'receipt' }, undefined, most))

export type Suggested = { item: Item; suggestion: Suggestion }

/** Everything that should be bought, by the code of the item. */
export const suggestionsOf = ({ db, today }: Pick<Reading, 'db' | 'today'>): { days: number; rows: Suggested[] } => {
  const keptAs = keptIds(db)
  const days = windowOf(db, today)
  const used = usedSince(db, addDays(today, 1 - days), keptAs)
  const [lying, coming] = [stocks(db), onOrder(db, keptAs)]
  const none: OnOrder = { requested: 0, ordered: 0 }
  const rows = recordsOf(db, itemType, sql`where active = 1 and min is not null order by code, subject`).flatMap(
    (item) => {
      const facts: SuggestionFacts = {
        item,
        stock: lying.get(item.id) ?? 0,
        ...(coming.get(item.id) ?? none),
        used: used.get(item.id) ?? 0,
        days,
        last: undefined,
      }
      const first = suggest(facts)
      // What it cost before is looked up only where no offer says.
      const suggestion =
        first && first.price === undefined
          ? suggest({ ...facts, last: lastPriceOf(pricesOfItem(db, item.id, 5)) })
          : first
      return suggestion ? [{ item, suggestion }] : []
    },
  )
  return { days, rows }
}
