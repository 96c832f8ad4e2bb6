/** Reading stocktakes: sheets, counts, and the book at the cut-off, which is derived anew whenever it is asked for. */
import type { Item, Slip } from '../../../../shared/supplies/records.ts'
import { stockAccount, valueAccount } from '../../../../shared/supplies/accounts.ts'
import { lotAccount, lotPrefix } from '../../../../shared/supplies/counter/lot-accounts.ts'
import { countLines, type CountLine, type Worth } from '../../../../shared/supplies/stocktake/lines.ts'
import { balancesAt, piecesOf } from '../../../../shared/supplies/stocktake/places.ts'
import type {
  Place,
  SettledLine,
  SheetLine,
  StockCount,
  Stocktake,
} from '../../../../shared/supplies/stocktake/records.ts'
import { standingsOf } from '../../../../shared/supplies/stocktake/standing.ts'
import {
  countedAccount,
  countSubject,
  sheetSubject,
  stocktakeSubject,
} from '../../../../shared/supplies/stocktake/subjects.ts'
import { item as itemSubject, slip as slipSubject } from '../../../../shared/supplies/subjects.ts'
import { dateAt } from '../../../../shared/office/dates.ts'
import { balanceOf, recordOf, recordsOf } from '../../store/derived.ts'
import { all, one, sql, type Read } from '../../store/sql.ts'
import { allStock, under } from '../stock-accounts.ts'
import { itemOf, slipOf, slipsPage, stockAt } from '../store.ts'

export const stocktakeOf = (db: Read, id: string): Stocktake | undefined => recordOf(db, stocktakeSubject, id)

/** Newest first, before the stocktake `after`. */
export const stocktakesPage = (
  db: Read,
  state: string | undefined,
  after: string | undefined,
  limit: number,
): Stocktake[] => {
  const before = after === undefined ? sql`true` : sql`subject < ${after}`
  const narrowed = state === undefined ? sql`true` : sql`state = ${state}`
  return recordsOf(db, stocktakeSubject, sql`where ${narrowed} and ${before} order by subject desc limit ${limit}`)
}

/** How many places were counted, whatever was counted there. */
export const countedPlaces = (db: Read, id: string): number => {
  const prefix = countedAccount(id, '')
  return (
    one<{ count: number }>(
      db,
      sql`select count(*) as count from balance where account >= ${prefix} and account < ${`${prefix.slice(0, -1)};`}`,
    )?.count ?? 0
  )
}

const sheets = (db: Read, id: string, submission: string | undefined) => {
  const of = submission === undefined ? sql`submission is null` : sql`submission = ${submission}`
  return recordsOf(db, sheetSubject, sql`where stocktake = ${id} and ${of} order by page, subject`)
}

/** Sheets as they were laid, by item; what was laid never changes, so a whole set is read once. */
const whole = new WeakMap<Read, Map<string, Map<string, SheetLine[]>>>()

const laidByItem = (db: Read, { id, lines }: Pick<Stocktake, 'id' | 'lines'>): Map<string, SheetLine[]> => {
  const held = whole.get(db) ?? new Map<string, Map<string, SheetLine[]>>()
  const known = held.get(id)
  if (known) return known
  const laid = sheets(db, id, undefined).flatMap((sheet) => sheet.laid ?? [])
  const byItem = new Map<string, SheetLine[]>()
  for (const line of laid) byItem.set(line.item.id, [...(byItem.get(line.item.id) ?? []), line])
  // Of another desk's stocktake some sheets may not have arrived yet.
  if (laid.length === lines) whole.set(db, held.set(id, byItem))
  return byItem
}

const laidLines = (db: Read, stocktake: Stocktake): SheetLine[] =>
  [...laidByItem(db, stocktake).values()].flat().toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0))

export const settledLines = (db: Read, { id, submitted }: Stocktake): SettledLine[] =>
  submitted === undefined ? [] : sheets(db, id, submitted.id).flatMap(({ settled = [] }) => settled)

/** All acts on a stocktake's lines; those on one item's with the recounts, which name many. */
export const actsOf = (db: Read, id: string, item?: string): StockCount[] => {
  const narrowed = item === undefined ? sql`true` : sql`(item = ${item} or item is null)`
  return recordsOf(db, countSubject, sql`where stocktake = ${id} and ${narrowed} order by subject`)
}

/** Accounts of stock and lots. */
const balancesNow = (db: Read, item: string | undefined): Map<string, number> => {
  const lots = all<{ account: string; amount: number }>(
    db,
    sql`select account, amount from balance where ${under(item === undefined ? 'stock-lot:' : lotPrefix(item))}`,
  )
  const stock =
    item === undefined
      ? allStock(db)
      : stockAt(db, item).map(({ location, quantity }) => ({ item, location, quantity }))
  return new Map([
    ...stock.map((each) => [stockAccount(each.item, each.location), each.quantity] as const),
    ...lots.map(({ account, amount }) => [account, amount] as const),
  ])
}

/** A slip that moved something after the cut-off has no earlier date than the cut-off's own. */
const slipsSince = (db: Read, cutoff: number, zone: string): Slip[] =>
  recordsOf(db, slipSubject, sql`where date >= ${dateAt(cutoff, zone)} order by date, subject`)

/** The same of one item, found by its lines so that no other slip is read. */
const slipsOfItemSince = (db: Read, cutoff: number, zone: string, item: string): Slip[] =>
  all<{ slip: string }>(
    db,
    sql`select distinct slip from stock_movement where date >= ${dateAt(cutoff, zone)} and item = ${item}`,
  ).flatMap(({ slip }) => slipOf(db, slip) ?? [])

export const piecesAt = (db: Read, cutoff: number, zone: string) => {
  const now = balancesNow(db, undefined)
  return { booked: piecesOf(balancesAt(now, slipsSince(db, cutoff, zone), cutoff, zone)), now: piecesOf(now) }
}

export const allItems = (db: Read): Item[] => recordsOf(db, itemSubject, sql`order by code, subject`)

/** All lines of a stocktake as they stand now. */
export const linesOf = (db: Read, stocktake: Stocktake, zone: string): CountLine[] => {
  const { id, scope, cutoff } = stocktake
  const items = new Map(allItems(db).map((item) => [item.id, item]))
  return countLines({
    scope,
    laid: laidLines(db, stocktake),
    ...piecesAt(db, cutoff, zone),
    standings: standingsOf(actsOf(db, id)),
    item: (item) => items.get(item),
  })
}

/** The lines of one item, without reading the others: what a count answers with. */
export const linesOfItem = (db: Read, stocktake: Stocktake, zone: string, item: string): CountLine[] => {
  const { id, scope, cutoff } = stocktake
  const now = balancesNow(db, item)
  const moved = slipsOfItemSince(db, cutoff, zone, item)
  const then = balancesAt(now, moved, cutoff, zone)
  const own = new Map([...then].filter(([account]) => account.includes(`:${item}:`)))
  return countLines({
    scope,
    laid: laidByItem(db, stocktake).get(item) ?? [],
    booked: piecesOf(own),
    now: piecesOf(now),
    standings: new Map([...standingsOf(actsOf(db, id, item))].filter(([key]) => key.startsWith(`${item}|`))),
    item: (wanted) => (wanted === item ? itemOf(db, item) : undefined),
  })
}

/** Whether lots of an item lie at a location. */
export const hasLotsAt = (db: Read, { item, location }: Place): boolean => {
  const prefix = lotAccount(item, location, '')
  return (
    one(
      db,
      sql`select 1 from balance where account >= ${prefix} and account < ${`${prefix.slice(0, -1)};`} and amount <> 0 limit 1`,
    ) !== undefined
  )
}

/** What an item's pieces are worth now; the last receipt is read only where there is no average to go by. */
export const worthOf =
  (db: Read) =>
  (item: string): Worth => {
    const quantity = stockAt(db, item).reduce((sum, each) => sum + each.quantity, 0)
    const value = balanceOf(db, valueAccount(item))
    if (quantity > 0 && value > 0) return { quantity, value }
    const receipt = slipsPage(db, { verb: 'receipt', item }, undefined, 20).find(({ reversedBy }) => !reversedBy)
    const line = receipt?.lines.find((each) => each.item.id === item)
    return { quantity, value, last: line && { amount: line.amount, base: line.base } }
  }

export const headsOfStocktake = (db: Read, id: string): string[] => {
  const row = one<{ heads: string }>(db, sql`select heads from stocktake where subject = ${id}`)
  return row ? (JSON.parse(row.heads) as string[]).toSorted() : []
}
