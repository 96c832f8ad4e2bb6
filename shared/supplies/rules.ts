/** Deciding slips: what may be received, issued, returned, moved and written off, and what each line costs. */
import { isRefusal, refuse, type Refusal } from '../api/fault.ts'
import { monthOf } from '../office/dates.ts'
import { refuseClosedMonth } from './closed-months.ts'
import { contributionsOfLine, drawnAccount, stockAccount, valueAccount } from './accounts.ts'
import { averageCost, unitCostOf } from './costs.ts'
import type { Item, Recipient, SlipFields, SlipLine } from './records.ts'
import { refuseUnused } from './item-rules.ts'
import { createTally, type Shelf, type Tally } from './tally.ts'
import { toBase } from './units.ts'
import type { SlipVerb } from './verbs.ts'

/** What a rule answers: a slip that is not yet numbered. */
export type SlipPlan = Omit<SlipFields, 'numbered' | 'clerk'>

export type LineInput = { item: string; quantity: number; unit: string; location?: string | undefined }

/** Said on any slip. */
export type SlipInput<L extends LineInput> = {
  date?: string | undefined
  reason?: string | undefined
  reference?: string | undefined
  lines: readonly L[]
}

/** Greatest value of one item's stock, minor units: a slip of 200 lines then still sums up exactly. */
export const greatestValue = 4e13
/** Greatest stock of one item, base units. */
export const greatestStock = 9e15

type Decided = Pick<SlipLine, 'location' | 'amount'> & Partial<SlipLine>
type Entered = { item: Item; base: number; index: number }
/** Decides location, amount and remarks of one line, seeing the lines before it in the tally. */
type DecideLine<L> = (line: L, entered: Entered, tally: Tally) => Decided | Refusal

/** The business date of a slip: what was entered, or today; the future is refused. */
export const dateOf = (entered: string | undefined, today: string): string | Refusal =>
  entered !== undefined && entered > today ? refuse({ code: 'slip-in-future', date: entered }) : (entered ?? today)

/**
 * Lines through one after the other; the first refusal ends it. A date in a closed month is refused here, for all slips.
 */
export const planSlip = <L extends LineInput>(
  shelf: Shelf,
  verb: Exclude<SlipVerb, 'reverse'>,
  input: SlipInput<L>,
  head: Partial<SlipPlan> & { today: string; mayRetired?: boolean },
  decide: DecideLine<L>,
): SlipPlan | Refusal => {
  const { today, mayRetired = false, ...rest } = head
  const date = dateOf(input.date, today)
  if (isRefusal(date)) return date
  const closed = refuseClosedMonth(date, shelf.closedThrough)
  if (closed) return closed
  const slip = { date, month: monthOf(date), reason: input.reason, reference: input.reference, ...rest }
  const tally = createTally(shelf)
  const lines: SlipLine[] = []
  for (const [index, line] of input.lines.entries()) {
    const entered = enter(shelf, line, index, mayRetired)
    if (isRefusal(entered)) return entered
    const decided = decide(line, entered, tally)
    if (isRefusal(decided)) return decided
    const full = lineOf(line, entered, decided)
    tally.add(contributionsOfLine(slip, full, verb))
    lines.push(full)
  }
  return { ...slip, verb, lines, amount: lines.reduce((sum, line) => sum + line.amount, 0) }
}

const enter = (shelf: Shelf, line: LineInput, index: number, mayRetired: boolean): Entered | Refusal => {
  const item = shelf.item(line.item)
  if (!item) return refuse({ code: 'not-found', what: 'supply_item', id: line.item })
  const unusable = mayRetired ? undefined : refuseUnused(shelf.item, item)
  if (unusable) return unusable
  const base = toBase(item, line.quantity, line.unit)
  return base === undefined ? refuse({ code: 'unknown-unit', item: item.name, unit: line.unit }) : { item, base, index }
}

const lineOf = (line: LineInput, { item, base }: Entered, decided: Decided): SlipLine => ({
  item: { id: item.id, code: item.code, name: item.name, ...(item.spec === undefined ? {} : { spec: item.spec }) },
  quantity: line.quantity,
  unit: line.unit,
  base,
  baseUnit: item.unit,
  unitCost: unitCostOf(decided.amount, line.quantity),
  ...decided,
})

export type ReceiptLine = LineInput & { price?: number | undefined; amount?: number | undefined }

/** 入库: the amount as invoiced, or price times quantity. */
export const decideReceipt = (
  shelf: Shelf,
  input: SlipInput<ReceiptLine> & { supplier?: string | undefined },
  today: string,
): SlipPlan | Refusal =>
  planSlip(shelf, 'receipt', input, { today, supplier: input.supplier }, (line, { item, base, index }, tally) => {
    const amount = line.amount ?? (line.price ?? 0) * line.quantity
    const stock = tally.stock(item.id)
    if (stock.value + amount > greatestValue || stock.quantity + base > greatestStock)
      return refuse({
        code: 'invalid-input',
        problems: [{ path: `lines.${index}.amount`, reason: 'invalid.too-large' }],
      })
    return { location: line.location ?? item.location, amount }
  })

export type IssueLine = LineInput & { oldReturned?: boolean | undefined }

/** 领用: never beyond the stock of this desk; over quota and 以旧换新 without the old one need a reason. */
export const decideIssue = (
  shelf: Shelf,
  input: SlipInput<IssueLine> & { recipient: Recipient; purpose?: string | undefined },
  today: string,
): SlipPlan | Refusal => {
  const { recipient, purpose } = input
  const plan = planSlip(shelf, 'issue', input, { today, recipient, purpose }, (line, { item, base }, tally) => {
    const location = line.location ?? placeOf(item, base, tally)
    const short = shortOf(item, location, base, tally)
    if (short) return short
    const month = monthOf(input.date ?? today)
    const drawn = tally.balance(drawnAccount(recipient.id, item.id, month))
    return {
      location,
      amount: averageCost(tally.stock(item.id), base),
      ...(item.quota === undefined
        ? {}
        : { quota: item.quota, overQuota: Math.max(0, Math.min(base, drawn + base - item.quota)) }),
      ...(item.exchangeOld ? { oldReturned: line.oldReturned ?? false } : {}),
    }
  })
  if (isRefusal(plan) || plan.reason !== undefined) return plan
  return unexcused(shelf, plan) ?? plan
}

/** What a slip without a reason must not hold. */
const unexcused = (shelf: Shelf, plan: SlipPlan): Refusal | undefined => {
  const over = plan.lines.filter((line) => (line.overQuota ?? 0) > 0)
  if (over.length > 0) {
    const items = [...new Map(over.map((line) => [line.item.id, line])).values()].map((line) => {
      const drawn = shelf.balance(drawnAccount(plan.recipient?.id ?? '', line.item.id, plan.month))
      const asked = plan.lines.filter(({ item }) => item.id === line.item.id).reduce((sum, { base }) => sum + base, 0)
      return { item: line.item.id, name: line.item.name, quota: line.quota ?? 0, drawn, asked, unit: line.baseUnit }
    })
    const text = items
      .map(({ name, quota, drawn, asked, unit }) => `${name} ${drawn + asked}/${quota} ${unit}`)
      .join('、')
    return refuse({ code: 'quota-exceeded', items: text, over: items })
  }
  const old = plan.lines.filter((line) => line.oldReturned === false)
  return old.length > 0
    ? refuse({ code: 'old-one-needed', items: old.map((line) => line.item.name).join('、') })
    : undefined
}

/** 调拨: pieces move, their value stays with the item. */
export const decideTransfer = (
  shelf: Shelf,
  input: SlipInput<LineInput & { to: string }>,
  today: string,
): SlipPlan | Refusal =>
  planSlip(shelf, 'transfer', input, { today, mayRetired: true }, (line, { item, base }, tally) => {
    const location = line.location ?? item.location
    if (location === line.to) return refuse({ code: 'same-location', item: item.name, location })
    const { to } = line
    return shortOf(item, location, base, tally) ?? { location, to, amount: averageCost(tally.stock(item.id), base) }
  })

/** 报损: leaves at the average cost, like an issue without recipient. */
export const decideScrap = (shelf: Shelf, input: SlipInput<LineInput>, today: string): SlipPlan | Refusal =>
  planSlip(shelf, 'scrap', input, { today, mayRetired: true }, (line, { item, base }, tally) => {
    const location = line.location ?? placeOf(item, base, tally)
    return shortOf(item, location, base, tally) ?? { location, amount: averageCost(tally.stock(item.id), base) }
  })

/** Where to take from when nobody said: the item's own place if it holds enough, else the first that does. */
const placeOf = (item: Item, base: number, tally: Tally): string => {
  if (tally.balance(stockAccount(item.id, item.location)) >= base) return item.location
  return tally.stockAt(item.id).find(({ quantity }) => quantity >= base)?.location ?? item.location
}

/** The refusal where a place holds less than asked. */
export const shortOf = (
  item: Pick<Item, 'id' | 'name' | 'unit'>,
  location: string,
  asked: number,
  tally: Tally,
): Refusal | undefined => {
  const left = tally.balance(stockAccount(item.id, location))
  return left < asked
    ? refuse({ code: 'stock-short', item: item.name, location, left, asked, unit: item.unit })
    : undefined
}

/** Worth of an item's stock, minor units. */
export const valueOf = (shelf: Shelf, item: string): number => shelf.balance(valueAccount(item))
