/** Units of an item: what was entered in packs becomes pieces of the base unit, and back for reading. */
import type { Item } from '../records.ts'

type WithUnits = Pick<Item, 'unit' | 'packs'>

/** Base units in one of this unit; undefined where the item does not know the unit. */
export const factorOf = (item: WithUnits, unit: string): number | undefined =>
  unit === item.unit ? 1 : item.packs.find((pack) => pack.unit === unit)?.factor

/** Units an item can be entered in, the base unit first, then packs from small to large. */
export const unitsOf = (item: WithUnits): string[] => [
  item.unit,
  ...item.packs.toSorted((a, b) => a.factor - b.factor).map(({ unit }) => unit),
]

/**
 * Pieces of the base unit in an entered quantity: 2 盒 of 12 支 -> 24.
 * @returns undefined where the item does not know the unit
 */
export const toBase = (item: WithUnits, quantity: number, unit: string): number | undefined => {
  const factor = factorOf(item, unit)
  return factor === undefined ? undefined : quantity * factor
}

/**
 * A quantity of the base unit in the unit one works with, the base unit beside it: `5 盒 = 60 个`, `1 盒 3 个 = 15 个`;
 * alone where there is no whole one, or the base unit is meant.
 * @param factor base units in one `unit`
 */
export const inUnit = (base: number, unit: string, factor: number, baseUnit: string): string => {
  const whole = Math.trunc(base / factor)
  const pieces = `${base} ${baseUnit}`
  if (factor === 1 || whole === 0) return pieces
  const rest = base - whole * factor
  return `${whole} ${unit}${rest === 0 ? '' : ` ${rest} ${baseUnit}`} = ${pieces}`
}

/** A quantity of the base unit in packs, largest first: 30 支 -> 2 盒 6 支. The parts add up to it exactly. */
export const inPacks = (item: WithUnits, base: number): { quantity: number; unit: string }[] => {
  let rest = Math.abs(base)
  const sign = base < 0 ? -1 : 1
  const parts: { quantity: number; unit: string }[] = []
  for (const unit of unitsOf(item).toReversed()) {
    const factor = factorOf(item, unit) ?? 1
    const quantity = Math.floor(rest / factor)
    rest -= quantity * factor
    if (quantity > 0) parts.push({ quantity: sign * quantity, unit })
  }
  return parts.length === 0 ? [{ quantity: 0, unit: item.unit }] : parts
}
