/** 价格记录: what an item cost with each receipt, in the base unit, and how that changed. */
import { share } from '../value/costs.ts'
import type { Slip } from '../records.ts'
import type { LastPrice } from './suggestion-rules.ts'

export type PricePoint = {
  slip: string
  number: string
  date: string
  supplier: string | undefined
  /** As received: `quantity` of `unit` for `amount` minor units. */
  quantity: number
  unit: string
  amount: number
  base: number
  /** Thousandths of a minor unit for one base unit, so that cheap pieces of a large pack compare exactly enough. */
  milli: number
  /** Against the receipt before, in thousandths: 50 is 5 % more. Absent on the first, and after one for nothing. */
  change: number | undefined
}

/**
 * Oldest first, by business date. Reversed receipts do not count; a line that came for nothing does, at nothing.
 * @param slips receipts that name the item, in any order
 */
export const pricesOf = (item: string, slips: readonly Slip[]): PricePoint[] => {
  const lines = slips
    .filter(({ verb, reversedBy }) => verb === 'receipt' && reversedBy === undefined)
    .toSorted((one, other) => (`${one.date}|${one.id}` < `${other.date}|${other.id}` ? -1 : 1))
    .flatMap((slip) =>
      slip.lines.filter((line) => line.item.id === item && line.base > 0).map((line) => ({ slip, line })),
    )
  let before = 0
  return lines.map(({ slip, line }) => {
    const milli = share(line.amount, 1000, line.base)
    const change = before > 0 ? Math.round(((milli - before) * 1000) / before) : undefined
    before = milli
    return {
      slip: slip.id,
      number: slip.numbered.number,
      date: slip.date,
      supplier: slip.supplier,
      quantity: line.quantity,
      unit: line.unit,
      amount: line.amount,
      base: line.base,
      milli,
      change,
    }
  })
}

/** What the latest point says of the next purchase. */
export const lastPriceOf = (points: readonly PricePoint[]): LastPrice | undefined => {
  const last = points.at(-1)
  return (
    last && { supplier: last.supplier, unit: last.unit, base: last.base, quantity: last.quantity, amount: last.amount }
  )
}
