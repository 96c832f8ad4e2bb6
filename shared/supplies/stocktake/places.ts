/** Places of the storeroom: which lines a scope has, and what the book said of each at the cut-off. */
import { contributionsOfSlip, stockPlaceOf } from '../accounts.ts'
import { unspelt } from '../counter/lot-accounts.ts'
import type { Item, Slip } from '../records.ts'
import type { CountedItem, Place, Scope, SheetLine } from './records.ts'
import { isAt } from './shelves.ts'
import { movedAt } from './time.ts'

/** One spelling of a place; the ids of items hold no bar. */
export const placeKey = ({ item, location, lot }: Place): string => `${item}|${location}|${lot ?? ''}`

/** Whether an item at a location belongs to a scope. */
export const isInScope = (scope: Scope, item: Pick<Item, 'category' | 'group'>, place: string): boolean =>
  (scope.locations === undefined || scope.locations.some((location) => isAt(location, place))) &&
  (scope.category === undefined || item.category === scope.category) &&
  (scope.groups === undefined || (item.group !== undefined && scope.groups.includes(item.group)))

export const countedItem = ({ id, code, name, spec, unit }: Item): CountedItem => ({
  id,
  code,
  name,
  unit,
  ...(spec === undefined ? {} : { spec }),
})

const lotPrefix = 'stock-lot:'
/** Ids of subjects are this long; see `lotAccount` for how the accounts are spelt. */
const idLength = 36

const isStock = (account: string): boolean => account.startsWith(lotPrefix) || stockPlaceOf(account) !== undefined

/** What slips moved, by account; only stock and lots. */
export const movedBy = (slips: readonly Slip[]): Map<string, number> => {
  const moved = new Map<string, number>()
  for (const slip of slips)
    for (const { account, delta } of contributionsOfSlip(slip))
      if (isStock(account)) moved.set(account, (moved.get(account) ?? 0) + delta)
  return moved
}

/**
 * Balances of a moment: those of now without what moved after it.
 * @param now accounts of stock and lots
 * @param slips all that may have moved anything after the cut-off
 */
export const balancesAt = (
  now: ReadonlyMap<string, number>,
  slips: readonly Slip[],
  cutoff: number,
  zone: string,
): Map<string, number> => {
  const then = new Map(now)
  const after = movedBy(slips.filter((slip) => movedAt(slip, zone) > cutoff))
  for (const [account, delta] of after) then.set(account, (then.get(account) ?? 0) - delta)
  return then
}

/** What lies at each place, by its key; what no lot was named for lies at the place without one. */
export const piecesOf = (balances: ReadonlyMap<string, number>): Map<string, { place: Place; pieces: number }> => {
  const pieces = new Map<string, { place: Place; pieces: number }>()
  const add = (place: Place, delta: number): void => {
    const key = placeKey(place)
    pieces.set(key, { place, pieces: (pieces.get(key)?.pieces ?? 0) + delta })
  }
  for (const [account, amount] of balances) {
    const stock = stockPlaceOf(account)
    if (stock) add(stock, amount)
    else {
      const item = account.slice(lotPrefix.length, lotPrefix.length + idLength)
      const rest = account.slice(lotPrefix.length + idLength + 1)
      const end = rest.lastIndexOf(':')
      const location = rest.slice(0, end)
      const lot = unspelt(rest.slice(end + 1))
      add({ item, location, lot }, amount)
      add({ item, location }, -amount)
    }
  }
  return pieces
}

/** Runs of figures and of all else, by turns. */
const runsOf = (text: string): string[] => text.match(/\d+|\D+/g) ?? []
const isFigures = (run: string): boolean => /^\d/.test(run)

/** As one walks along the shelves: `A-02-2` before `A-02-10`. The same on every desk, whatever its language. */
const compare = (a: string, b: string): number => {
  const [left, right] = [runsOf(a), runsOf(b)]
  for (const [index, run] of left.entries()) {
    const other = right[index]
    if (other === undefined) return 1
    const byFigure = isFigures(run) && isFigures(other) ? Number(run) - Number(other) : 0
    if (byFigure !== 0) return byFigure
    if (run !== other) return run < other ? -1 : 1
  }
  return left.length - right.length
}

export const compareLines = (a: SheetLine, b: SheetLine): number =>
  compare(a.location, b.location) || compare(a.item.code, b.item.code) || compare(a.lot ?? '', b.lot ?? '')

/**
 * The lines of a scope as they are laid out: whatever lies there, and the own place of each active item, which is
 * counted also where nothing should lie. Rows follow the shelves.
 */
export const layLines = (
  scope: Scope,
  items: readonly Item[],
  pieces: ReadonlyMap<string, { place: Place; pieces: number }>,
): SheetLine[] => {
  const byId = new Map(items.map((item) => [item.id, item]))
  const lines = new Map<string, SheetLine>()
  const withLots = new Set<string>()
  const lay = (item: Item, { location, lot }: Omit<Place, 'item'>): void => {
    const place = { item: item.id, location, ...(lot === undefined ? {} : { lot }) }
    if (isInScope(scope, item, location))
      lines.set(placeKey(place), {
        item: countedItem(item),
        location,
        ...(lot === undefined ? {} : { lot }),
      })
    if (lot !== undefined) withLots.add(`${item.id}|${location}`)
  }
  for (const { place, pieces: lying } of pieces.values()) {
    const item = byId.get(place.item)
    if (item && lying !== 0) lay(item, place)
  }
  for (const item of items)
    if (item.active && item.mergedInto === undefined && !withLots.has(`${item.id}|${item.location}`))
      lay(item, { location: item.location })
  return [...lines.values()].toSorted(compareLines).map((line, index) => ({ row: index + 1, ...line }))
}
