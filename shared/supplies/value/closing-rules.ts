/** Closing a month of the stock: when, what its differences are, and what its sheet says. Pure: figures are handed in. */
import { refuse, type Fault, type Refusal } from '../../api/fault.ts'
import type { Draft } from '../../journal/entry.ts'
import { endOfMonth, monthOf } from '../../office/dates.ts'
import type { Drawn } from './attribution.ts'
import { share } from './costs.ts'
import type { Item } from '../records.ts'
import { planRevaluation, type Revaluation } from './revalue-rules.ts'
import type { SlipPlan } from '../rules.ts'
import type {
  ClosingFigures,
  ClosingItem,
  ClosingMoney,
  StockClosing,
  StockClosingContent,
  Valuation,
} from './stock-closing.ts'
import type { Shelf } from '../tally.ts'

export type MonthFacts = {
  month: string
  today: string
  /** The month of the first movement. */
  first: string | undefined
  closedThrough: string | undefined
  /** Number of the closing of this month, where there is one. */
  closing?: string | undefined
}

const next = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7)
}

/** Months that ended and wait to be closed, the earliest first. */
export const dueMonths = ({ first, closedThrough, today }: Omit<MonthFacts, 'month'>): string[] => {
  const due: string[] = []
  if (first === undefined) return due
  for (
    let month = closedThrough === undefined ? first : next(closedThrough);
    month < monthOf(today);
    month = next(month)
  )
    due.push(month)
  return due
}

/** Why the month cannot be closed now, if so. */
export const closingStop = (facts: MonthFacts): Fault | undefined => {
  const { month, today, closedThrough, closing, first } = facts
  if (month >= monthOf(today)) return { code: 'stock-month-running', month }
  if (closedThrough !== undefined && month <= closedThrough)
    return { code: 'stock-already-closed', month, number: closing ?? closedThrough }
  if (first === undefined || month < first) return { code: 'stock-month-empty', month }
  const earlier = dueMonths(facts).find((due) => due < month)
  return earlier === undefined ? undefined : { code: 'stock-earlier-open', month, earlier }
}

/** An item's month before its closing: figures of the movements, of which `out` is what the slips took. */
export type ItemMonth = ClosingFigures & { item: Item }

/**
 * 月末一次加权平均: all that left costs the average of what lay there and what came. Where all left, it takes the whole
 * value; else the rounding stays in the stock.
 * @returns what should have left, minor units
 */
export const monthEndCost = ({
  opening,
  in: came,
  difference,
  openingQuantity,
  inQuantity,
  outQuantity,
  out,
}: ClosingFigures): number => {
  const [value, quantity] = [opening + came + difference, openingQuantity + inQuantity]
  // Oversold, or more came back than left: there is no average that the slips' own cost could be held against.
  if (outQuantity <= 0 || quantity <= 0 || value < 0 || outQuantity > quantity) return out
  return outQuantity === quantity ? value : share(value, outQuantity, quantity)
}

/** The lines of differences that closing the month enters, dated its last day. */
export const monthDifferences = (items: readonly ItemMonth[], valuation: Valuation): Revaluation[] =>
  items.flatMap((month): Revaluation[] => {
    const used = valuation === 'month-end' ? monthEndCost(month) - month.out : 0
    const rest = month.closingQuantity === 0 ? month.closing - used : 0
    const { id } = month.item
    return [
      ...(used === 0 ? [] : [{ item: id, amount: -used, difference: { cause: 'month-end' as const, used } }]),
      ...(rest === 0 ? [] : [{ item: id, amount: -rest, difference: { cause: 'remainder' as const, used: rest } }]),
    ]
  })

/** The slip of a month's differences, or nothing where there are none. */
export const planMonthDifferences = (
  shelf: Shelf,
  facts: Pick<MonthFacts, 'month' | 'today'>,
  found: readonly Revaluation[],
  drawn?: (item: string) => readonly Drawn[],
): SlipPlan | Refusal | undefined => {
  const { month, today } = facts
  if (found.length === 0) return undefined
  return planRevaluation(shelf, { today, date: endOfMonth(month), closing: month, mayFall: true, drawn }, found)
}

const sumOf = (items: readonly ClosingMoney[]): ClosingMoney => {
  const total = { opening: 0, in: 0, out: 0, difference: 0, closing: 0 }
  for (const item of items)
    for (const name of ['opening', 'in', 'out', 'difference', 'closing'] as const) total[name] += item[name]
  return total
}

const lineOf = ({ item, ...figures }: ItemMonth, differences: readonly Revaluation[]): ClosingItem => {
  const added = differences.reduce((sum, one) => sum + (one.item === item.id ? one.amount : 0), 0)
  const { id, code, name, spec, unit, group } = item
  return {
    id,
    code,
    name,
    ...(spec === undefined ? {} : { spec }),
    unit,
    ...(group === undefined ? {} : { group }),
    ...figures,
    difference: figures.difference + added,
    closing: figures.closing + added,
  }
}

type Beside = Pick<StockClosingContent, 'slips' | 'late' | 'heads' | 'valuation'> & {
  /** What differences of the month counted as used before it was closed. */
  used: number
}

/** What the sheet says: every item with its figures, groups and totals, and what is open beside them. */
export const closingContent = (
  items: readonly ItemMonth[],
  differences: readonly Revaluation[],
  { used, ...beside }: Beside,
): StockClosingContent => {
  const byItem = Map.groupBy(differences, ({ item }) => item)
  const lines = items
    .map((month) => lineOf(month, byItem.get(month.item.id) ?? []))
    .toSorted((a, b) => order(a.group ?? '~', b.group ?? '~') || order(a.code, b.code) || order(a.id, b.id))
  const groups = [...Map.groupBy(lines, ({ group }) => group ?? '')].map(([group, some]) => ({
    group,
    items: some.length,
    ...sumOf(some),
  }))
  return {
    ...beside,
    totals: sumOf(lines),
    groups,
    items: lines,
    used: used + differences.reduce((sum, { difference }) => sum + difference.used, 0),
    oversold: lines
      .filter(({ closingQuantity, closing }) => closingQuantity < 0 || closing < 0)
      .map(({ code, name, closingQuantity, closing }) => ({ code, name, quantity: closingQuantity, value: closing })),
  }
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export type Signing = { by: { id: string; name: string }; at: string }

/** The supervisor signs what somebody else closed. */
export const countersignClosing = (closing: StockClosing, { by, at }: Signing): Draft[] | Refusal => {
  if (closing.countersigned) return refuse({ code: 'stock-closing-signed', number: closing.number })
  if (closing.closed.by.id === by.id) return refuse({ code: 'stock-closing-same-person', person: by.name })
  return [{ kind: 'stock.closing-countersigned', subject: closing.id, body: { countersigned: { by, at } } }]
}

/** 计价方法: another one begins with a month that is not closed. */
export const chooseMethod = (
  { valuation, from }: { valuation: Valuation; from: string },
  now: { inForce: Valuation; closedThrough: string | undefined },
): Refusal | undefined => {
  const { inForce, closedThrough } = now
  if (closedThrough !== undefined && from <= closedThrough)
    return refuse({ code: 'method-in-closed-month', month: from, closedThrough })
  return inForce === valuation ? refuse({ code: 'method-unchanged', month: from }) : undefined
}
