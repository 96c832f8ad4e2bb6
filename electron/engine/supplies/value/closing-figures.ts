/** The figures of a month of the stock, from the movements; slips that came after their month was closed count in the next. */
import type { Slip } from '../../../../shared/supplies/records.ts'
import type { ItemMonth } from '../../../../shared/supplies/value/closing-rules.ts'
import { movementLines } from '../../../../shared/supplies/movement-lines.ts'
import { deskType } from '../../../../shared/office/subjects.ts'
import {
  stockClosingSubject,
  type ClosingFigures,
  type StockClosing,
  type StockClosingContent,
} from '../../../../shared/supplies/value/stock-closing.ts'
import { positions } from '../../journal/entries.ts'
import { recordsOf } from '../../store/derived.ts'
import { all, one, sql, type Read } from '../../store/sql.ts'
import { itemOf } from '../store.ts'

/** Behind the last day of a month. */
export const behind = (month: string): string => `${month}~`

/**
 * The closing of a month that counts: two desks may close the same month before they know of each other, and on every
 * desk the earlier one stands; the other is an exception.
 */
export const closingsOfMonth = (db: Read, month: string): StockClosing[] =>
  recordsOf(db, stockClosingSubject, sql`where month = ${month}`).toSorted((a, b) =>
    `${a.closed.at} ${a.id}` < `${b.closed.at} ${b.id}` ? -1 : 1,
  )

/** Where every desk's journal stands now. */
export const headsNow = (db: Read): StockClosingContent['heads'] => {
  const letters = lettersOf(db)
  return positions(db)
    .filter(({ n }) => n > 0)
    .map(({ desk, n, hash }) => ({ desk: letters(desk), n, hash }))
    .toSorted((a, b) => (a.desk < b.desk ? -1 : a.desk > b.desk ? 1 : 0))
}

const lettersOf = (db: Read): ((desk: string) => string) => {
  const letters = new Map(recordsOf(db, deskType, sql`order by subject`).map(({ desk, letter }) => [desk, letter]))
  return (desk) => letters.get(desk) ?? desk.slice(0, 8)
}

/** Slips dated from one day up to a month's end whose entries lie behind the heads of a closing: it did not count them. */
export const slipsBehind = (db: Read, closing: StockClosing, from = ''): Slip[] => {
  const letterOf = lettersOf(db)
  const heads = new Map(closing.heads.map(({ desk, n }) => [desk, n]))
  return positions(db)
    .flatMap(({ desk }) =>
      all<{ record: string }>(
        db,
        sql`select supply_slip.record from desk_key cross join entry on entry.desk = desk_key.id
          cross join supply_slip on supply_slip.subject = entry.subject
          where desk_key.desk = ${desk} and entry.n > ${heads.get(letterOf(desk)) ?? 0} and entry.kind glob 'stock.*'
          and supply_slip.date >= ${from} and supply_slip.date < ${behind(closing.month)}`,
      ),
    )
    .map(({ record }) => JSON.parse(record) as Slip)
    .toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

const none: ClosingFigures = {
  openingQuantity: 0,
  opening: 0,
  inQuantity: 0,
  in: 0,
  outQuantity: 0,
  out: 0,
  difference: 0,
  closingQuantity: 0,
  closing: 0,
}

type Sum = {
  item: string
  part: 'opening' | 'in' | 'out' | 'difference'
  quantity: number
  amount: number
  used: number
}

/**
 * What a movement of the month is on its sheet: issues, scrap, losses and what comes back of them go out; a return or
 * reversal of another month's slip comes in at the cost that it left with.
 */
const partOf = (verb: string, date: string, month: string): Sum['part'] => {
  if (verb === 'revalue') return 'difference'
  const isOut = verb === 'issue' || verb === 'scrap' || verb === 'loss' || verb === 'return'
  return isOut && month === date.slice(0, 7) ? 'out' : 'in'
}

const sumsOf = (db: Read, month: string): Sum[] =>
  all<Sum>(
    db,
    sql`select item, case when date < ${`${month}-01`} then 'opening' when verb = 'revalue' then 'difference'
          when verb in ('issue', 'scrap', 'loss', 'return') and month = substr(date, 1, 7) then 'out' else 'in' end as part,
        sum(quantity) as quantity, sum(amount) as amount,
        sum(case when verb = 'revalue' and date >= ${`${month}-01`} then used else 0 end) as used
      from stock_movement where date < ${behind(month)} group by 1, 2`,
  )

/** The lines of late slips, as the sums have them: out of the opening, into the month. */
const lateSums = (late: readonly Slip[]): Sum[] =>
  late.flatMap((slip) =>
    movementLines.of(slip).flatMap((values): Sum[] => {
      const [date = '', , , verb = '', item = '', , quantity = 0, amount = 0, used = 0, , , month = ''] = values
      const moved = { item: String(item), quantity: Number(quantity), amount: Number(amount) }
      return [
        { ...moved, part: 'opening', quantity: -moved.quantity, amount: -moved.amount, used: 0 },
        {
          ...moved,
          part: partOf(String(verb), String(date), String(month)),
          used: verb === 'revalue' ? Number(used) : 0,
        },
      ]
    }),
  )

export type MonthFigures = { items: ItemMonth[]; used: number; late: Slip[]; slips: number }

/** @param before the closing before this month, behind whose heads late slips lie */
export const figuresOf = (db: Read, month: string, before: StockClosing | undefined): MonthFigures => {
  const late = before ? slipsBehind(db, before) : []
  const figures = new Map<string, ClosingFigures>()
  let used = 0
  for (const { item, part, quantity, amount, ...sum } of [...sumsOf(db, month), ...lateSums(late)]) {
    const one = { ...(figures.get(item) ?? none) }
    used += sum.used
    const sign = part === 'out' ? -1 : 1
    one[part] += sign * amount
    if (part !== 'difference') one[`${part}Quantity`] += sign * quantity
    one.closingQuantity += quantity
    one.closing += amount
    figures.set(item, one)
  }
  const items = [...figures].flatMap(([id, one]) => {
    const item = itemOf(db, id)
    return item && Object.values(one).some((figure) => figure !== 0) ? [{ item, ...one }] : []
  })
  return { items, used, late, slips: countSlips(db, month) }
}

/** How many slips are dated in the month. */
export const countSlips = (db: Read, month: string): number =>
  one<{ count: number }>(
    db,
    sql`select count(*) as count from supply_slip where date >= ${month} and date < ${behind(month)}`,
  )?.count ?? 0

export const firstMonth = (db: Read): string | undefined =>
  one<{ date: string | null }>(db, sql`select min(date) as date from stock_movement`)?.date?.slice(0, 7)
