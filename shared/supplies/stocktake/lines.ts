/** The lines of a stocktake as they stand: sheet and book and counts laid beside each other, and what a difference is worth. */
import { averageCost, share } from '../value/costs.ts'
import type { Item } from '../records.ts'
import { compareLines, countedItem, isInScope, placeKey } from './places.ts'
import type { Place, Scope, SettledLine, SheetLine, StocktakeTotals } from './records.ts'
import { standingAt, type Standing } from './standing.ts'

type Pieces = ReadonlyMap<string, { place: Place; pieces: number }>

export type LineParts = {
  scope: Scope
  laid: readonly SheetLine[]
  /** What lay there at the cut-off by the book, and what lies there now. */
  booked: Pieces
  now: Pieces
  standings: ReadonlyMap<string, Standing>
  item: (id: string) => Item | undefined
}

export type CountLine = SheetLine &
  Standing & {
    key: string
    /** At the cut-off, base unit; `since` moved after it. */
    book: number
    since: number
    /** Absent while nothing is agreed. */
    difference?: number
  }

const placeOf = ({ item, location, lot }: SheetLine): Place => ({
  item: item.id,
  location,
  ...(lot === undefined ? {} : { lot }),
})

/** Places beside the sheet: where the book, or a count, says that something of the scope lies. */
const beside = ({ scope, laid, booked, standings, item }: LineParts): SheetLine[] => {
  const known = new Set(laid.map((line) => placeKey(placeOf(line))))
  const found = new Map<string, SheetLine>()
  const add = (place: Place): void => {
    const key = placeKey(place)
    const record = item(place.item)
    if (!record || known.has(key) || found.has(key)) return
    const { location, lot } = place
    found.set(key, { item: countedItem(record), location, ...(lot === undefined ? {} : { lot }) })
  }
  for (const { place, pieces } of booked.values()) {
    const record = item(place.item)
    if (pieces !== 0 && record && isInScope(scope, record, place.location)) add(place)
  }
  for (const [key, { tallied }] of standings) if (tallied.length > 0) add(placeOfKey(key))
  return [...found.values()].toSorted(compareLines)
}

/** The item stands before the first bar, the lot after the last; a location may hold bars itself. */
const placeOfKey = (key: string): Place => {
  const [first, last] = [key.indexOf('|'), key.lastIndexOf('|')]
  const lot = key.slice(last + 1)
  return { item: key.slice(0, first), location: key.slice(first + 1, last), ...(lot === '' ? {} : { lot }) }
}

/** All lines, the sheet's in its order, then what was found beside it. */
export const countLines = (parts: LineParts): CountLine[] =>
  [...parts.laid, ...beside(parts)].map((line) => {
    const key = placeKey(placeOf(line))
    const standing = standingAt(parts.standings, key)
    const book = parts.booked.get(key)?.pieces ?? 0
    const since = (parts.now.get(key)?.pieces ?? 0) - book
    const difference = standing.counted === undefined ? {} : { difference: standing.counted - book }
    return { ...line, ...standing, key, book, since, ...difference }
  })

/** What a worth is taken from: the stock of the item over all places, and what it was last received for. */
export type Worth = { quantity: number; value: number; last?: { amount: number; base: number } | undefined }

/** A gain's worth in minor units: at the price that was said, else at the average, else at the last price. */
export const gainAmount = (pieces: number, price: number | undefined, worth: Worth): number | undefined => {
  if (price !== undefined) return price * pieces
  if (worth.quantity > 0 && worth.value > 0) return share(worth.value, pieces, worth.quantity)
  return worth.last && worth.last.base > 0 ? share(worth.last.amount, pieces, worth.last.base) : undefined
}

/** Minor units that a difference is worth, never below zero; undefined where a gain has no price to go by. */
export const differenceAmount = (
  { difference = 0, price }: Pick<CountLine, 'difference' | 'price'>,
  worth: Worth,
): number | undefined => {
  if (difference === 0) return 0
  return difference > 0 ? gainAmount(difference, price, worth) : averageCost(worth, -difference)
}

export const settle = (line: CountLine, amount: number, cause: string | undefined): SettledLine => {
  const { row, item, location, lot, book, counted, first, tallied, difference = 0 } = line
  const counters = [...new Set(tallied.map(({ counter }) => counter.name))]
  return {
    ...(row === undefined ? {} : { row }),
    item,
    location,
    ...(lot === undefined ? {} : { lot }),
    book,
    ...(counted === undefined ? {} : { counted }),
    ...(first === undefined ? {} : { first }),
    counters,
    amount,
    ...(cause === undefined || difference === 0 ? {} : { cause }),
  }
}

export const differenceOf = ({ counted, book }: Pick<SettledLine, 'counted' | 'book'>): number =>
  counted === undefined ? 0 : counted - book

export const totalsOf = (lines: readonly SettledLine[]): StocktakeTotals => {
  const gains = lines.filter((line) => differenceOf(line) > 0)
  const losses = lines.filter((line) => differenceOf(line) < 0)
  const sum = (some: readonly SettledLine[]): number => some.reduce((total, { amount }) => total + amount, 0)
  return {
    lines: lines.length,
    counted: lines.filter(({ counted }) => counted !== undefined).length,
    gains: gains.length,
    losses: losses.length,
    gainAmount: sum(gains),
    lossAmount: sum(losses),
  }
}
