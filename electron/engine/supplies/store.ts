/** Reading items, balances and slips; lists page by key. */
import {
  barcodeAccount,
  drawnAccount,
  movedAccount,
  stockAccount,
  valueAccount,
} from '../../../shared/supplies/accounts.ts'
import type { Item, Slip } from '../../../shared/supplies/records.ts'
import type { SlipVerb } from '../../../shared/supplies/verbs.ts'
import type { ItemRow } from '../../../shared/supplies/operations.ts'
import { item, slip } from '../../../shared/supplies/subjects.ts'
import type { Shelf } from '../../../shared/supplies/tally.ts'
import { balanceOf, recordOf, recordsOf } from '../store/derived.ts'
import { all, one, raw, sql, type Read, type Sql } from '../store/sql.ts'
import { drawnInMonth } from './counter/drawn-store.ts'
import { lotsAt } from './counter/lot-store.ts'
import { stockOfSubject, under } from './stock-accounts.ts'

/** Ids of subjects are this long; what stands before one in an account may hold colons itself. */
const idLength = 36

const stockOfRow = sql`(select coalesce(sum(amount), 0) from balance where ${stockOfSubject})`

/** Whether some place of a row's item stands below zero, also where others hold enough. */
const belowZero = sql`exists (select 1 from balance where ${stockOfSubject} and amount < 0)`

export const itemOf = (db: Read, id: string): Item | undefined => recordOf(db, item, id)

/** Items with this code; several where two desks gave the same. */
export const itemsByCode = (db: Read, code: string): Item[] =>
  recordsOf(db, item, sql`where code = ${code} order by subject limit 10`)

/** Active items that carry this barcode. */
export const itemsByBarcode = (db: Read, code: string): Item[] => {
  const prefix = barcodeAccount(code, '')
  return all<{ account: string }>(
    db,
    sql`select account from balance where ${under(prefix)} and amount > 0 order by account limit 50`,
  )
    .filter(({ account }) => account.length === prefix.length + idLength)
    .flatMap(({ account }) => itemOf(db, account.slice(prefix.length)) ?? [])
}

/** Every location where the item lies or lay; places with nothing are left out. Base unit. */
export const stockAt = (db: Read, id: string): { location: string; quantity: number }[] => {
  const prefix = stockAccount(id, '')
  return all<{ account: string; amount: number }>(
    db,
    sql`select account, amount from balance where ${under(prefix)} and amount <> 0 order by account`,
  ).map(({ account, amount }) => ({ location: account.slice(prefix.length), quantity: amount }))
}

/** Stock and value stand side by side, so one reading fetches both: a list of thousands of items has thousands of these. */
export const itemRowOf = (db: Read, record: Item): ItemRow => {
  const valueAt = valueAccount(record.id)
  let [stock, value] = [0, 0]
  for (const { account, amount } of all<{ account: string; amount: number }>(
    db,
    sql`select account, amount from balance where account >= ${stockAccount(record.id, '')} and account <= ${valueAt}`,
  )) {
    if (account === valueAt) value = amount
    else stock += amount
  }
  return { ...record, stock, value }
}

/** What a person drew of an item in a month, base unit. */
export const drawnBy = (db: Read, person: string, id: string, month: string): number =>
  balanceOf(db, drawnAccount(person, id, month))

/** Whether any slip ever named the item. */
export const isMoved = (db: Read, id: string): boolean =>
  one(db, sql`select 1 from balance where ${under(movedAccount(id, ''))} limit 1`) !== undefined

/** The latest closed month of the stock; it and all before it take no slips. */
export const stockClosedThrough = (db: Read): string | undefined =>
  one<{ month: string | null }>(db, sql`select max(month) as month from stock_closing`)?.month ?? undefined

/** A rule asks several times for an item, which does not change while it decides. */
const once = <T>(read: (id: string) => T): ((id: string) => T) => {
  const known = new Map<string, T>()
  return (id) => {
    if (!known.has(id)) known.set(id, read(id))
    return known.get(id) as T
  }
}

/** What the rules may look at, read when they ask. */
export const shelfOf = (db: Read): Shelf => ({
  item: once((id) => itemOf(db, id)),
  balance: (account) => balanceOf(db, account),
  stockAt: (id) => stockAt(db, id),
  closedThrough: stockClosedThrough(db),
  lotsAt: (id) => lotsAt(db, id),
  drawn: (asked) => drawnInMonth(db, asked),
})

export type ItemFilter = { show: 'active' | 'low' | 'oversold' | 'retired'; group?: string | undefined }
export type ItemKey = { code: string; id: string }

/** Items by code; `low` are those below their minimum, `oversold` those below zero. */
export const itemsPage = (db: Read, { show, group }: ItemFilter, after: ItemKey | undefined, limit: number): Item[] => {
  const state = {
    active: sql`active = 1`,
    retired: sql`active = 0`,
    low: sql`active = 1 and min is not null and ${stockOfRow} < min`,
    oversold: sql`active = 1 and ${belowZero}`,
  }[show]
  const from = after ? sql`and (code, subject) > (${after.code}, ${after.id})` : sql``
  const of = group === undefined ? sql`` : sql`item_group = ${group} and`
  return recordsOf(db, item, sql`where ${of} ${state} ${from} order by code, subject limit ${limit}`)
}

/** How many active items lie below their minimum. */
export const countLow = (db: Read): number =>
  one<{ count: number }>(
    db,
    sql`select count(*) as count from supply_item where active = 1 and min is not null and ${stockOfRow} < min`,
  )?.count ?? 0

export const slipOf = (db: Read, id: string): Slip | undefined => recordOf(db, slip, id)

/** By printed number; two desks never give the same, see shared/office/numbers.ts. */
export const slipByNumber = (db: Read, number: string): Slip | undefined =>
  recordsOf(db, slip, sql`where number = ${number} order by subject limit 1`)[0]

export type SlipFilter = { verb?: SlipVerb | undefined; recipient?: string | undefined; item?: string | undefined }

/** Slips, newest first, before the slip `after`. */
export const slipsPage = (db: Read, filter: SlipFilter, after: string | undefined, limit: number): Slip[] => {
  if (filter.item !== undefined) return slipsOfItem(db, filter.item, filter, after, limit)
  const before = after === undefined ? sql`` : sql`and subject < ${after}`
  return recordsOf(db, slip, sql`where ${matching(filter)} ${before} order by subject desc limit ${limit}`)
}

const matching = ({ verb, recipient }: SlipFilter): Sql =>
  sql`${verb === undefined ? sql`true` : sql`verb = ${verb}`} and ${recipient === undefined ? sql`true` : sql`recipient = ${recipient}`}`

const slipsOfItem = (db: Read, id: string, filter: SlipFilter, after: string | undefined, limit: number): Slip[] => {
  const prefix = movedAccount(id, '')
  const range = after === undefined ? under(prefix) : sql`account >= ${prefix} and account < ${prefix + after}`
  // The cross join keeps the index over accounts outside, whose order is the order of the list.
  const rows = all<{ record: string }>(
    db,
    sql`select record from balance cross join supply_slip on subject = substr(account, ${prefix.length + 1})
      where ${range} and ${matching(filter)} order by account desc limit ${limit}`,
  )
  return rows.map((row) => JSON.parse(row.record) as Slip)
}

/** The slips that filled a request, oldest first. */
export const slipsOfRequest = (db: Read, request: string): Slip[] =>
  recordsOf(db, slip, sql`where request = ${request} and verb = 'issue' order by subject`)

/** Heads of a record in its table. */
export const headsOfTable = (db: Read, table: 'supply_request' | 'supply_policy', id: string): string[] =>
  heads(one<{ heads: string }>(db, sql`select heads from ${raw(table)} where subject = ${id}`))

export const headsOfItem = (db: Read, id: string): string[] =>
  heads(one<{ heads: string }>(db, sql`select heads from supply_item where subject = ${id}`))

export const headsOfSlip = (db: Read, id: string): string[] =>
  heads(one<{ heads: string }>(db, sql`select heads from supply_slip where subject = ${id}`))

const heads = (row: { heads: string } | undefined): string[] =>
  row ? (JSON.parse(row.heads) as string[]).toSorted() : []
