/** Deciding slips: what may be received, issued, returned, moved and written off, and what each line costs. */
import { isRefusal, refuse, type Refusal } from '../api/fault.ts'
import { monthOf } from '../office/dates.ts'
import { refuseClosedMonth } from './value/closed-months.ts'
import { contributionsOfLine, stockAccount, valueAccount } from './accounts.ts'
import { averageCost, unitCostOf } from './value/costs.ts'
import { refuseUnused } from './items/item-rules.ts'
import { lotOf, pickLots, placeOfLot, receivedLot, type LotLine } from './counter/lot-rules.ts'
import type { Item, SlipFields, SlipLine } from './records.ts'
import { createTally, type Shelf, type Tally } from './tally.ts'
import { toBase } from './items/units.ts'
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

export type Decided = Pick<SlipLine, 'location' | 'amount'> & Partial<SlipLine>
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

export type ReceiptLine = LineInput & {
  price?: number | undefined
  amount?: number | undefined
  lot?: string | undefined
  expiry?: string | undefined
  purchaseLine?: number | undefined
}

/** 入库: the amount as invoiced, or price times quantity. */
export const decideReceipt = (
  shelf: Shelf,
  input: SlipInput<ReceiptLine> & { supplier?: string | undefined; purchase?: SlipPlan['purchase'] },
  today: string,
): SlipPlan | Refusal =>
  planSlip(
    shelf,
    'receipt',
    input,
    { today, supplier: input.supplier, purchase: input.purchase },
    (line, { item, base, index }, tally) => {
      const amount = line.amount ?? (line.price ?? 0) * line.quantity
      const stock = tally.stock(item.id)
      if (stock.value + amount > greatestValue || stock.quantity + base > greatestStock)
        return refuse({
          code: 'invalid-input',
          problems: [{ path: `lines.${index}.amount`, reason: 'invalid.too-large' }],
        })
      const lot = receivedLot(item, line)
      if (isRefusal(lot)) return lot
      const of = line.purchaseLine === undefined ? {} : { purchaseLine: line.purchaseLine }
      return { location: line.location ?? item.location, amount, ...lot, ...of }
    },
  )

/** 调拨: pieces move, their lot with them; their value stays with the item. */
export const decideTransfer = (
  shelf: Shelf,
  input: SlipInput<LotLine & { to: string }>,
  today: string,
): SlipPlan | Refusal => {
  const lines = pickLots(shelf, input.lines)
  return planSlip(
    shelf,
    'transfer',
    { ...input, lines },
    { today, mayRetired: true },
    (line, { item, base }, tally) => {
      const location = line.location ?? item.location
      const { to } = line
      if (location === to) return refuse({ code: 'same-location', item: item.name, location })
      const taken = takenFrom(shelf, line, { item, base, location }, tally)
      return isRefusal(taken) ? taken : { ...taken, to }
    },
  )
}

/** 报损: leaves at the average cost, like an issue without recipient; of lots the first to expire. */
export const decideScrap = (shelf: Shelf, input: SlipInput<LotLine>, today: string): SlipPlan | Refusal => {
  const lines = pickLots(shelf, input.lines)
  return planSlip(shelf, 'scrap', { ...input, lines }, { today, mayRetired: true }, (line, { item, base }, tally) =>
    takenFrom(shelf, line, { item, base, location: placeOf(shelf, line, item, base, tally) }, tally),
  )
}

/** What every line that takes from a place says: place, worth and lot; refused where less lies there. */
export const takenFrom = (
  shelf: Shelf,
  line: LotLine,
  from: { item: Item; base: number; location: string },
  tally: Tally,
): Decided | Refusal => {
  const { item, base, location } = from
  const short = shortOf(item, location, base, tally)
  if (short) return short
  const lot = lotOf(shelf, tally, line, from)
  return isRefusal(lot) ? lot : { location, amount: averageCost(tally.stock(item.id), base), ...lot }
}

/** Where to take from when nobody said: where the chosen lot lies, the item's own place if it holds enough, else the first that does. */
export const placeOf = (shelf: Shelf, line: LotLine, item: Item, base: number, tally: Tally): string => {
  if (line.location !== undefined) return line.location
  const place = line.lot === undefined ? undefined : placeOfLot(shelf, item, line.lot, base)
  if (place !== undefined) return place
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
