/** Deciding a merge 合并: two items that are one thing. The old one points to the kept one, and what lies there moves with its value. */
import { isRefusal, refuse, type Refusal } from '../../api/fault.ts'
import { stockAccount, valueAccount } from '../accounts.ts'
import { share } from '../value/costs.ts'
import type { Item, SlipLine } from '../records.ts'
import { planSlip, type LineInput, type SlipPlan } from '../rules.ts'
import type { Shelf } from '../tally.ts'

/** Pieces of a lot at a place, base unit. */
export type LotAt = { location: string; lot: string; expiry?: string | undefined; quantity: number }

type Merging = {
  from: Item
  into: Item
  /** Lots of the old item, as far as receipts named them. */
  lots: readonly LotAt[]
  reason?: string | undefined
}

/** What of it is entered: the pointer where it does not stand yet, and the slip where something lay there. */
export type MergePlan = { isNew: boolean; slip: SlipPlan | undefined }

type MergeLine = LineInput & { lot?: string | undefined; expiry?: string | undefined }

/**
 * A merged item may be merged into the same one again: that moves what other desks entered for it meanwhile.
 * Faults: merge-same, item-merged, item-retired, merge-unit-differs, merge-oversold.
 */
export const decideMerge = (shelf: Shelf, merging: Merging, today: string): MergePlan | Refusal => {
  const { from, into, reason } = merging
  const refused = unfit(shelf, from, into) ?? oversold(shelf, from)
  if (refused) return refused
  const isNew = from.mergedInto === undefined
  const lines = linesOf(shelf, merging)
  if (lines.length === 0) return { isNew, slip: undefined }
  let [pieces, worth] = [lines.reduce((sum, { quantity }) => sum + quantity, 0), shelf.balance(valueAccount(from.id))]
  const slip = planSlip(
    shelf,
    'transfer',
    { lines, reason },
    { today, mayRetired: true },
    ({ location = from.location, lot, expiry, quantity }) => {
      // The last line takes what is left, so that all lines together are exactly the value.
      const amount = pieces === quantity ? worth : share(worth, quantity, pieces)
      pieces -= quantity
      worth -= amount
      return {
        location,
        into: named(into),
        amount,
        ...(lot === undefined ? {} : { lot }),
        ...(expiry ? { expiry } : {}),
      }
    },
  )
  return isRefusal(slip) ? slip : { isNew, slip }
}

const unfit = (shelf: Shelf, from: Item, into: Item): Refusal | undefined => {
  if (from.id === into.id) return refuse({ code: 'merge-same', item: from.name })
  if (from.mergedInto !== undefined && from.mergedInto !== into.id)
    return refuse({ code: 'item-merged', item: from.name, into: shelf.item(from.mergedInto)?.name ?? '' })
  if (into.mergedInto !== undefined)
    return refuse({ code: 'item-merged', item: into.name, into: shelf.item(into.mergedInto)?.name ?? '' })
  if (!into.active) return refuse({ code: 'item-retired', item: into.name })
  return from.unit === into.unit
    ? undefined
    : refuse({
        code: 'merge-unit-differs',
        item: from.name,
        unit: from.unit,
        into: into.name,
        intoUnit: into.unit,
      })
}

const oversold = (shelf: Shelf, { id, name, unit }: Item): Refusal | undefined => {
  const below = shelf.stockAt(id).find(({ quantity }) => quantity < 0)
  return below && refuse({ code: 'merge-oversold', item: name, unit, ...below })
}

/** A line for each lot of a place, and one for what lies there without. */
const linesOf = (shelf: Shelf, { from, lots }: Merging): MergeLine[] =>
  shelf.stockAt(from.id).flatMap(({ location }) => {
    let rest = shelf.balance(stockAccount(from.id, location))
    const line = (quantity: number, more: Partial<MergeLine> = {}): MergeLine => ({
      item: from.id,
      unit: from.unit,
      location,
      quantity,
      ...more,
    })
    const ofLots = lots
      .filter((lot) => lot.location === location && lot.quantity > 0)
      .flatMap(({ lot, expiry, quantity }) => {
        const taken = Math.min(quantity, rest)
        rest -= taken
        return taken > 0 ? [line(taken, { lot, expiry })] : []
      })
    return rest > 0 ? [...ofLots, line(rest)] : ofLots
  })

const named = ({ id, code, name, spec }: Item): NonNullable<SlipLine['into']> => ({
  id,
  code,
  name,
  ...(spec === undefined ? {} : { spec }),
})
