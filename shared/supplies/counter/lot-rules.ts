/** Deciding lots 批次: which one a line takes when nobody said, and what must be there of one that was chosen. */
import { refuse, type Refusal } from '../../api/fault.ts'
import { stockAccount } from '../accounts.ts'
import { lotAccount } from './lot-accounts.ts'
import type { Item } from '../records.ts'
import type { LineInput } from '../rules.ts'
import type { LotAt, Shelf, Tally } from '../tally.ts'
import { factorOf } from '../items/units.ts'

export type LotLine = LineInput & { lot?: string | undefined; asked?: number | undefined }

/** First expiring first 先到期先出; what has no date is taken last. */
export const byExpiry = (one: LotAt, other: LotAt): number => {
  const [left, right] = [`${one.expiry ?? '9999'}|${one.lot}`, `${other.expiry ?? '9999'}|${other.lot}`]
  return left < right ? -1 : left > right ? 1 : 0
}

type Part = { base: number; lot?: string }

/** Where all of a line lies, as the rules choose it for goods without lots. */
const placeFor = (shelf: Shelf, item: Item, base: number): string => {
  if (shelf.balance(stockAccount(item.id, item.location)) >= base) return item.location
  return shelf.stockAt(item.id).find(({ quantity }) => quantity >= base)?.location ?? item.location
}

/** A line in several lots is several lines: in the entered unit where it divides, else in base units. */
const splitLine = <L extends LotLine>(line: L, item: Item, location: string, parts: readonly Part[]): L[] => {
  const factor = factorOf(item, line.unit) ?? 1
  const isWhole = parts.every(({ base }) => base % factor === 0)
  return parts.map(({ base, lot }, index) => ({
    ...line,
    location,
    quantity: isWhole ? base / factor : base,
    unit: isWhole ? line.unit : item.unit,
    ...(lot === undefined ? {} : { lot }),
    // What was asked for is said once.
    ...(line.asked === undefined || index === 0 ? {} : { asked: undefined }),
    ...(line.asked !== undefined && index === 0 ? { asked: isWhole ? line.asked : line.asked * factor } : {}),
  }))
}

/**
 * Gives each line of an item with lots its lot, the first to expire first; what lies there without a lot comes last.
 * Lines that name one stay, and so do lines of other items, for which nothing is read.
 * @param lastDay lots that are no longer good on this day are taken only after all others; left out, they come first
 */
export const pickLots = <L extends LotLine>(shelf: Shelf, lines: readonly L[], lastDay?: string): L[] => {
  const taken = new Map<string, number>()
  return lines.flatMap((line) => {
    const item = shelf.item(line.item)
    const base = line.quantity * (item === undefined ? 0 : (factorOf(item, line.unit) ?? 0))
    if (item?.lots !== true || line.lot !== undefined || base <= 0) return [line]
    const location = line.location ?? placeFor(shelf, item, base)
    const here = shelf.lotsAt(item.id).filter((lot) => lot.location === location)
    const isOld = (lot: LotAt): boolean => lastDay !== undefined && lot.expiry !== undefined && lot.expiry < lastDay
    const order = [
      ...here.filter((lot) => !isOld(lot)).toSorted(byExpiry),
      ...here.filter((lot) => isOld(lot)).toSorted(byExpiry),
    ]
    const parts = takeFrom(order, base, taken)
    return parts.length === 0 ? [{ ...line, location }] : splitLine(line, item, location, parts)
  })
}

/** Parts of lots, one after the other, until the base quantity is reached; the rest without a lot. */
const takeFrom = (lots: readonly LotAt[], base: number, taken: Map<string, number>): Part[] => {
  const parts: Part[] = []
  let rest = base
  for (const { location, lot, quantity } of lots) {
    const key = `${location}|${lot}`
    const part = Math.min(rest, quantity - (taken.get(key) ?? 0))
    if (part <= 0) continue
    taken.set(key, (taken.get(key) ?? 0) + part)
    parts.push({ base: part, lot })
    rest -= part
    if (rest === 0) return parts
  }
  return parts.length === 0 ? [] : [...parts, { base: rest }]
}

/** Lot and date of a line that takes from one, or the refusal where less of it lies there. */
export const lotOf = (
  shelf: Shelf,
  tally: Tally,
  line: LotLine,
  { item, base, location }: { item: Item; base: number; location: string },
): { lot?: string; expiry?: string } | Refusal => {
  const { lot } = line
  if (lot === undefined) return {}
  const left = tally.balance(lotAccount(item.id, location, lot))
  if (left < base)
    return refuse({ code: 'lot-short', item: item.name, lot, location, left, asked: base, unit: item.unit })
  const expiry = shelf.lotsAt(item.id).find((each) => each.lot === lot)?.expiry
  return { lot, ...(expiry === undefined ? {} : { expiry }) }
}

/** Where a chosen lot lies when no place was named. */
export const placeOfLot = (shelf: Shelf, item: Item, lot: string, base: number): string | undefined => {
  const places = shelf.lotsAt(item.id).filter((each) => each.lot === lot)
  return (places.find(({ quantity }) => quantity >= base) ?? places[0])?.location
}

/** What came without a lot although the item asks for one. */
export const receivedLot = (
  item: Item,
  line: { lot?: string | undefined; expiry?: string | undefined },
): { lot?: string; expiry?: string } | Refusal => {
  if (item.lots !== true) return {}
  if (line.lot === undefined) return refuse({ code: 'lot-needed', item: item.name })
  return { lot: line.lot, ...(line.expiry === undefined ? {} : { expiry: line.expiry }) }
}
