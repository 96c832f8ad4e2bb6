/** Deciding revaluations 成本差异: a price learnt late, a correction, the rest of a value without pieces. */
import { isRefusal, refuse, type Refusal } from '../../api/fault.ts'
import { monthOf } from '../../office/dates.ts'
import { contributionsOfLine, repricedAccount, valueAccount } from '../accounts.ts'
import { attribute, type Drawn } from './attribution.ts'
import { refuseClosedMonth } from './closed-months.ts'
import type { Difference, Slip, SlipLine } from '../records.ts'
import { dateOf, type SlipPlan } from '../rules.ts'
import { signedShare } from './signed-share.ts'
import { createTally, type Shelf, type Tally } from '../tally.ts'

/** What becomes of an item's value: `amount` to its stock, `used` to what was used up; minor units, either may be below zero. */
export type Revaluation = { item: string; amount: number; difference: Difference }

type Head = {
  /** A closed month's differences stand although the stock went on since: a value that falls below nothing shows there. */
  mayFall?: boolean | undefined
  today: string
  date?: string | undefined
  reason?: string | undefined
  closing?: string | undefined
  /** Who drew an item in the time that its difference is about. */
  drawn?: ((item: string) => readonly Drawn[]) | undefined
}

/**
 * A slip of differences, dated in an open period; lines that change nothing are left out.
 * Faults: slip-in-future, stock-month-closed, not-found, value-below-zero, nothing-to-revalue.
 */
export const planRevaluation = (
  shelf: Shelf,
  { today, date: entered, reason, closing, drawn = () => [], mayFall = false }: Head,
  revaluations: readonly Revaluation[],
): SlipPlan | Refusal => {
  const date = dateOf(entered, today)
  if (isRefusal(date)) return date
  const closed = refuseClosedMonth(date, shelf.closedThrough)
  if (closed) return closed
  const tally = createTally(shelf)
  const lines: SlipLine[] = []
  const month = monthOf(date)
  for (const one of revaluations) {
    if (one.amount === 0 && one.difference.used === 0) continue
    const departments = attribute(one.difference.used, drawn(one.item))
    const difference = departments.length === 0 ? one.difference : { ...one.difference, departments }
    const line = lineOf(shelf, { ...one, difference }, tally, mayFall)
    if (isRefusal(line)) return line
    tally.add(contributionsOfLine({ month }, line, 'revalue'))
    lines.push(line)
  }
  if (lines.length === 0) return refuse({ code: 'nothing-to-revalue' })
  return {
    verb: 'revalue',
    date,
    month,
    reason,
    closing,
    lines,
    amount: lines.reduce((sum, each) => sum + each.amount, 0),
  }
}

const lineOf = (
  shelf: Shelf,
  { item: id, amount, difference }: Revaluation,
  tally: Tally,
  mayFall: boolean,
): SlipLine | Refusal => {
  const item = shelf.item(id)
  if (!item) return refuse({ code: 'not-found', what: 'supply_item', id })
  const { value } = tally.stock(id)
  // A value that two desks left below zero may be brought nearer to nothing.
  if (!mayFall && amount < 0 && value + amount < 0)
    return refuse({ code: 'value-below-zero', item: item.name, value, asked: -amount })
  return {
    item: { id, code: item.code, name: item.name, ...(item.spec === undefined ? {} : { spec: item.spec }) },
    quantity: 0,
    unit: item.unit,
    base: 0,
    baseUnit: item.unit,
    location: item.location,
    unitCost: 0,
    amount,
    difference,
  }
}

export type LatePrice = Pick<Head, 'drawn'> & {
  date?: string | undefined
  reason?: string | undefined
  receipt: Slip
  /** What lines of the receipt cost by the invoice, minor units for the whole line. */
  lines: readonly { line: number; amount: number }[]
}

/**
 * 进价更正: the difference of a receipt's price, learnt when its entry was fixed. What still lies there takes its part,
 * the pieces that were used since take theirs as a cost of this period; both parts together are the whole difference.
 */
export const decideLatePrice = (
  shelf: Shelf,
  { receipt, lines, ...head }: LatePrice,
  today: string,
): SlipPlan | Refusal => {
  const { number } = receipt.numbered
  if (receipt.verb !== 'receipt' || receipt.reversedBy) return refuse({ code: 'not-a-receipt', number })
  const tally = createTally(shelf)
  const found: Revaluation[] = []
  for (const [index, { line, amount }] of lines.entries()) {
    const received = receipt.lines[line]
    if (!received)
      return refuse({ code: 'invalid-input', problems: [{ path: `lines.${index}.line`, reason: 'invalid.value' }] })
    const sofar = received.amount + shelf.balance(repricedAccount(receipt.id, line))
    const whole = amount - sofar
    const stock = tally.stock(received.item.id)
    const there = Math.max(0, Math.min(stock.quantity, received.base))
    const part = Math.max(signedShare(whole, there, received.base), -Math.max(0, stock.value))
    const difference = { cause: 'late-price' as const, of: { id: receipt.id, number, line }, used: whole - part }
    const one = { item: received.item.id, amount: part, difference }
    found.push(one)
    tally.add([{ account: valueAccount(one.item), delta: part }])
  }
  return planRevaluation(shelf, { today, ...head }, found)
}

/** 更正: an amount added to or taken off the value of an item's stock, with a reason. */
export const decideCorrection = (
  shelf: Shelf,
  input: { date?: string | undefined; reason: string; lines: readonly { item: string; amount: number }[] },
  today: string,
): SlipPlan | Refusal =>
  planRevaluation(
    shelf,
    { today, date: input.date, reason: input.reason },
    input.lines.map(({ item, amount }) => ({ item, amount, difference: { cause: 'correction', used: 0 } })),
  )
