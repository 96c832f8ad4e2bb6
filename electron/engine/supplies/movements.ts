/** Reading the table of movements: consumption, an item's ledger, and balances recounted from them. */
import { movedAccount, stockAccount, stockPlaceOf, valueAccount } from '../../../shared/supplies/accounts.ts'
import {
  differenceKey,
  type ConsumptionPart,
  type ConsumptionRow,
} from '../../../shared/supplies/movement-operations.ts'
import type { Slip } from '../../../shared/supplies/records.ts'
import type { SlipVerb } from '../../../shared/supplies/verbs.ts'
import { all, raw, sql, type Read } from '../store/sql.ts'
import { stockAndValue, under } from './stock-accounts.ts'
import { itemOf, slipOf } from './store.ts'

export type Asked = {
  from: string
  to: string
  by: ConsumptionPart
  months: boolean
  department?: string | undefined
  person?: string | undefined
  item?: string | undefined
}

type Sum = { key: string | null; month: string | null; quantity: number; amount: number; lines: number; last: string }

/** Sums by one column of the movements; groups and categories are sums of items. */
const sumsOf = (db: Read, asked: Asked, column: 'department' | 'person' | 'item'): Sum[] => {
  const month = asked.months ? sql`substr(date, 1, 7)` : sql`null`
  const only = (['department', 'person', 'item'] as const).flatMap((name) =>
    asked[name] === undefined ? [] : [sql`and ${raw(name)} = ${asked[name]}`],
  )
  const where = only.reduce((before, one) => sql`${before} ${one}`, sql``)
  const quantity = column === 'item' ? sql`-sum(quantity)` : sql`0`
  // What belongs to nobody is told apart: differences, and issues to somebody without a department.
  const key =
    column === 'item' ? sql`item` : sql`coalesce(${raw(column)}, case when verb = 'revalue' then ${differenceKey} end)`
  return all<Sum>(
    db,
    sql`select ${key} as key, ${month} as month, ${quantity} as quantity, sum(used) as amount,
        count(*) as lines, max(slip) as last
      from stock_movement
      where date >= ${asked.from} and date <= ${asked.to} and (verb in ('issue', 'return') or used <> 0) ${where}
      group by 1, 2`,
  )
}

const byName = (a: ConsumptionRow, b: ConsumptionRow): number =>
  b.amount - a.amount || (a.name < b.name ? -1 : a.name > b.name ? 1 : (a.month ?? '') < (b.month ?? '') ? -1 : 1)

export const consumption = (db: Read, asked: Asked): ConsumptionRow[] => {
  const { by } = asked
  const isOfItems = by === 'item' || by === 'group' || by === 'category'
  const sums = sumsOf(db, asked, isOfItems ? 'item' : by)
  const rows = isOfItems ? ofItems(db, sums, by) : sums.map((sum) => named(db, sum, by))
  return rows.toSorted(byName)
}

/** A department or person is called as the latest of its slips says it. */
const named = (db: Read, { key, month, amount, lines, last }: Sum, by: 'department' | 'person'): ConsumptionRow => {
  const slip = key === null || key === differenceKey ? undefined : slipOf(db, last)
  const name = (by === 'person' ? slip?.recipient?.name : departmentIn(slip, key)) ?? ''
  return { ...(key === null ? {} : { key }), name, ...(month === null ? {} : { month }), amount, lines }
}

/** The department as its slip names it: the recipient's, or one that a difference falls on. */
const departmentIn = (slip: Slip | undefined, id: string | null): string | undefined => {
  const own = slip?.recipient?.department
  if (own?.id === id) return own?.name
  return slip?.lines.flatMap(({ difference }) => difference?.departments ?? []).find((one) => one.id === id)?.name
}

const ofItems = (db: Read, sums: readonly Sum[], by: 'item' | 'group' | 'category'): ConsumptionRow[] => {
  const rows = sums.map(({ key, month, quantity, amount, lines }): ConsumptionRow => {
    const item = itemOf(db, key ?? '')
    const when = month === null ? {} : { month }
    if (by === 'item')
      return {
        key: key ?? '',
        name: [item?.name, item?.spec].filter(Boolean).join(' '),
        ...(item ? { code: item.code, unit: item.unit } : {}),
        ...when,
        quantity,
        amount,
        lines,
      }
    const part = by === 'group' ? item?.group : item?.category
    return { ...(part === undefined ? {} : { key: part }), name: part ?? '', ...when, amount, lines }
  })
  if (by === 'item') return rows
  const together = new Map<string, ConsumptionRow>()
  for (const row of rows) {
    const place = `${row.month ?? ''}|${row.key ?? ''}`
    const before = together.get(place)
    together.set(
      place,
      before ? { ...before, amount: before.amount + row.amount, lines: before.lines + row.lines } : row,
    )
  }
  return [...together.values()]
}

export type Movement = {
  slip: string
  date: string
  line: number
  verb: SlipVerb
  location: string
  quantity: number
  amount: number
}

/** All movements of an item in the order of their dates, without what differences put on departments; by the item's own index. */
export const movementsOf = (db: Read, item: string): (Movement & { record: Slip })[] => {
  const prefix = movedAccount(item, '')
  return all<Movement & { text: string }>(
    db,
    sql`select moved.slip, moved.date, moved.line, moved.verb, moved.location, moved.quantity, moved.amount,
        supply_slip.record as text
      from balance cross join supply_slip on subject = substr(account, ${prefix.length + 1})
      cross join stock_movement as moved on moved.date = supply_slip.date and moved.slip = supply_slip.subject
      where ${under(prefix)} and moved.item = ${item}
        and (moved.verb <> 'revalue' or moved.department is null)
      order by moved.date, moved.slip, moved.line`,
  ).map(({ text, ...movement }) => ({ ...movement, record: JSON.parse(text) as Slip }))
}

type Counted = { item: string; location: string | null; counted: number }

/** Pieces by item and location, and value by item (without a location), from the movements alone. */
const countedAll = (db: Read): Counted[] => [
  ...all<Counted>(db, sql`select item, location, sum(quantity) as counted from stock_movement group by item, location`),
  ...all<Counted>(db, sql`select item, null as location, sum(amount) as counted from stock_movement group by item`),
]

export type Differing = { item: string; location?: string; kept: number; counted: number }

/** Every balance of stock and value against its movements; `balances` counts those looked at. */
export const recountAll = (db: Read): { balances: number; items: number; differing: Differing[] } => {
  const kept = stockAndValue(db)
  const items = new Set<string>()
  const differing: Differing[] = []
  let balances = 0
  for (const { item, location, counted } of countedAll(db)) {
    items.add(item)
    balances += 1
    const account = location === null ? valueAccount(item) : stockAccount(item, location)
    const amount = kept.get(account) ?? 0
    kept.delete(account)
    if (amount !== counted) differing.push({ item, ...(location === null ? {} : { location }), kept: amount, counted })
  }
  for (const [account, amount] of kept) {
    // What no movement made: a place, or else the value of the item that stands behind the first colon.
    const place = stockPlaceOf(account) ?? { item: account.split(':')[1] ?? '' }
    balances += 1
    differing.push({ ...place, kept: amount, counted: 0 })
  }
  return { balances, items: items.size, differing }
}
