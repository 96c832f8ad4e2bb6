/** Reports of how the stock stands: what nobody draws, what runs out of its time, what it is worth. */
import { addDays } from '../../../../shared/office/dates.ts'
import type { Item } from '../../../../shared/supplies/records.ts'
import type { ReportCells, ReportColumn, ReportTable } from '../../../../shared/supplies/reports/operations.ts'
import { lotExpiryDays, slowDays } from '../../../../shared/supplies/reports/rules.ts'
import type { Reading } from '../../act.ts'
import { all, sql, type Read } from '../../store/sql.ts'
import { lotsAt } from '../counter/lot-store.ts'
import { itemOf, itemRowOf } from '../store.ts'
import { standingOn, type Standing } from './standing.ts'

const text = (...keys: string[]): ReportColumn[] => keys.map((key) => ({ key, kind: 'text' }))
const itemColumns = text('code', 'item')
const money = (key: string): ReportColumn => ({ key, kind: 'money' })
const count = (key: string): ReportColumn => ({ key, kind: 'count' })
const date = (key: string): ReportColumn => ({ key, kind: 'date' })
const word = (key: string): ReportColumn => ({ key, kind: 'word' })

const named = (item: Item): ReportCells => [item.code, [item.name, item.spec].filter(Boolean).join(' ')]

/** A line of sums: the given figure under its column, nothing under the others. */
const totalUnder = (columns: readonly ReportColumn[], key: string, sum: number): ReportCells[] => [
  columns.map((column) => (column.key === key ? sum : null)),
]

/** The last day of the year that has been: what a report of it looks at. */
export const lastDay = (year: number, today: string): string => {
  const end = `${year}-12-31`
  return end < today ? end : today
}

const shownBy = (reading: Reading, day: string): (Standing & { record: Item })[] =>
  standingOn(reading, day).flatMap((standing) => {
    const record = itemOf(reading.db, standing.item)
    return record ? [{ ...standing, record }] : []
  })

const slowColumns = [
  ...itemColumns,
  word('idle'),
  date('issued'),
  count('days'),
  count('quantity'),
  ...text('unit', 'location'),
  money('value'),
]

/** Items that lie there and that nobody drew for 90, 180 or 365 days; those never drawn count from when they came. */
export const slowReport = (reading: Reading, year: number): ReportTable => {
  const day = lastDay(year, reading.today)
  const rows = shownBy(reading, day).flatMap(({ record, quantity, value, last }) => {
    if (quantity <= 0) return []
    const { issued, came } = last()
    const slow = slowDays(issued ?? came ?? day, day)
    if (slow === undefined) return []
    const { band, days } = slow
    return [{ record, quantity, value, issued, days, band }]
  })
  const sorted = rows.toSorted(
    (a, b) => b.days - a.days || b.value - a.value || (a.record.code < b.record.code ? -1 : 1),
  )
  return {
    columns: slowColumns,
    rows: sorted.map(({ record, quantity, value, issued, days, band }) => [
      ...named(record),
      `supplies.report.idle.${band}`,
      issued,
      days,
      quantity,
      record.unit,
      record.location,
      value,
    ]),
    totals: totalUnder(slowColumns, 'value', sumOf(rows)),
  }
}

const sumOf = (rows: readonly { value: number }[]): number => rows.reduce((sum, { value }) => sum + value, 0)

/** Items of which some lot was ever kept. */
const itemsWithLots = (db: Read): Item[] =>
  all<{ item: string }>(
    db,
    sql`select distinct substr(account, 11, 36) as item from balance where account >= 'stock-lot:' and account < 'stock-lot;' and amount <> 0`,
  ).flatMap(({ item }) => itemOf(db, item) ?? [])

const lotColumns = [
  ...itemColumns,
  word('state'),
  ...text('lot'),
  date('expiry'),
  count('left-days'),
  count('quantity'),
  ...text('unit', 'location'),
  money('value'),
]

/** Lots that lie there past their day or within the next 90 days, at what a piece of their item costs on average. */
export const expiringReport = ({ db, today }: Reading): ReportTable => {
  const until = addDays(today, lotExpiryDays)
  const rows = itemsWithLots(db).flatMap((record) => {
    const { stock, value } = itemRowOf(db, record)
    return lotsAt(db, record.id).flatMap(({ lot, location, quantity, expiry }) =>
      expiry === undefined || expiry > until || quantity <= 0
        ? []
        : [{ record, lot, location, quantity, expiry, value: stock > 0 ? Math.round((value * quantity) / stock) : 0 }],
    )
  })
  const sorted = rows.toSorted((a, b) =>
    `${a.expiry} ${a.record.code} ${a.lot}` < `${b.expiry} ${b.record.code} ${b.lot}` ? -1 : 1,
  )
  return {
    columns: lotColumns,
    rows: sorted.map(({ record, lot, location, quantity, expiry, value }) => [
      ...named(record),
      `supplies.report.lot.${expiry < today ? 'expired' : 'soon'}`,
      lot,
      expiry,
      daysUntil(today, expiry),
      quantity,
      record.unit,
      location,
      value,
    ]),
    totals: totalUnder(lotColumns, 'value', sumOf(rows)),
  }
}

const daysUntil = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000

const valueColumns = [
  ...itemColumns,
  ...text('group'),
  count('quantity'),
  ...text('unit'),
  money('price'),
  money('value'),
]

/** What each item was worth at the end of the year, or is worth today. */
export const valueByItem = (reading: Reading, year: number): ReportTable => {
  const rows = shownBy(reading, lastDay(year, reading.today)).toSorted(
    (a, b) => b.value - a.value || (a.record.code < b.record.code ? -1 : 1),
  )
  return {
    columns: valueColumns,
    rows: rows.map(({ record, quantity, value }) => [
      ...named(record),
      record.group ?? null,
      quantity,
      record.unit,
      quantity > 0 ? Math.round(value / quantity) : null,
      value,
    ]),
    totals: totalUnder(valueColumns, 'value', sumOf(rows)),
  }
}

const groupColumns = [...text('group'), count('items'), money('value')]

export const valueByGroup = (reading: Reading, year: number): ReportTable => {
  const groups = new Map<string, { items: number; value: number }>()
  for (const { record, value } of shownBy(reading, lastDay(year, reading.today))) {
    const before = groups.get(record.group ?? '') ?? { items: 0, value: 0 }
    groups.set(record.group ?? '', { items: before.items + 1, value: before.value + value })
  }
  const rows = [...groups].toSorted(([a, one], [b, other]) => other.value - one.value || (a < b ? -1 : 1))
  const sum = rows.reduce(
    (total, [, { items, value }]) => ({ items: total.items + items, value: total.value + value }),
    {
      items: 0,
      value: 0,
    },
  )
  return {
    columns: groupColumns,
    rows: rows.map(([group, { items, value }]) => [group === '' ? null : group, items, value]),
    totals: [[null, sum.items, sum.value]],
  }
}
