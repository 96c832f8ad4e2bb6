/**
 * 补货建议: what runs below its minimum, or will before goods could come, and how much of it to buy. All from the balance
 * as it stands, so that it does not matter by which way stock fell. Integers only; whole comparisons, no rounding.
 */
import type { Item } from '../records.ts'
import { factorOf } from '../items/units.ts'

/** Days from order to delivery where neither supplier nor item says. */
export const usualLeadDays = 7
/** How far back consumption is looked at. */
export const consumptionDays = 90
const daysOfMonth = 30

export type LastPrice = { supplier: string | undefined; unit: string; base: number; quantity: number; amount: number }

export type SuggestionFacts = {
  item: Item
  /** Over all locations, base unit; below zero where oversold. */
  stock: number
  /** Asked for and not yet ordered; ordered and not yet come. Base unit. */
  requested: number
  ordered: number
  /** Issued less returned within the last `days` days, base unit. */
  used: number
  days: number
  /** Of the latest receipt that stands. */
  last: LastPrice | undefined
}

export type Suggestion = {
  cause: 'below' | 'falling'
  stock: number
  min: number
  max: number | undefined
  requested: number
  ordered: number
  used: number
  days: number
  /** Mean use of 30 days, rounded. */
  monthly: number
  leadDays: number
  /** Whole days until it falls below the minimum; where it is not yet. */
  fallsIn: number | undefined
  /** What to buy: `quantity` of `unit`, a pack of `factor` base units. */
  quantity: number
  unit: string
  factor: number
  base: number
  supplier: string | undefined
  /** Expected, for one `unit`, minor units. */
  price: number | undefined
}

type Source = Pick<Suggestion, 'supplier' | 'unit' | 'factor' | 'price' | 'leadDays'>

/** From whom: the item's own supplier, else the cheapest offer, else who delivered last. */
export const sourceOf = (item: Item, last: LastPrice | undefined): Source => {
  const leadDays = item.leadDays ?? usualLeadDays
  const offers = (item.suppliers ?? []).flatMap((offer) => {
    const factor = factorOf(item, offer.unit)
    return factor === undefined ? [] : [{ ...offer, factor }]
  })
  const cheapest = offers.toSorted((one, other) => one.price * other.factor - other.price * one.factor)[0]
  const offer = offers.find(({ name }) => name === item.supplier) ?? cheapest
  if (offer)
    return {
      supplier: offer.name,
      unit: offer.unit,
      factor: offer.factor,
      price: offer.price,
      leadDays: offer.leadDays ?? leadDays,
    }
  const factor = last && factorOf(item, last.unit)
  if (last === undefined || factor === undefined)
    return { supplier: item.supplier ?? last?.supplier, unit: item.unit, factor: 1, price: undefined, leadDays }
  return {
    supplier: item.supplier ?? last.supplier,
    unit: last.unit,
    factor,
    price: last.base <= 0 ? undefined : Math.round((last.amount * factor) / last.base),
    leadDays,
  }
}

/** Without a maximum: twice the minimum, or what a month uses above it, whichever is more. */
const targetOf = ({ item: { max, min = 0 }, used, days }: SuggestionFacts, leadDays: number): number =>
  max ?? Math.max(min * 2, min + Math.ceil((used * (leadDays + daysOfMonth)) / days))

/** @returns undefined where nothing needs to be bought, also because enough is on its way */
export const suggest = (facts: SuggestionFacts): Suggestion | undefined => {
  const { item, stock, requested, ordered, days, last } = facts
  const { min, max } = item
  if (min === undefined || !item.active) return undefined
  const used = Math.max(0, facts.used)
  const source = sourceOf(item, last)
  const available = stock + requested + ordered
  const isFalling = used * source.leadDays > (available - min) * days
  if (available >= min && !isFalling) return undefined
  const needed = targetOf({ ...facts, used }, source.leadDays) - available
  if (needed <= 0) return undefined
  const quantity = Math.ceil(needed / source.factor)
  return {
    cause: stock < min ? 'below' : 'falling',
    stock,
    min,
    max,
    requested,
    ordered,
    used,
    days,
    monthly: Math.round((used * daysOfMonth) / days),
    fallsIn: stock < min || used === 0 ? undefined : Math.floor(((stock - min) * days) / used),
    quantity,
    base: quantity * source.factor,
    ...source,
  }
}
