/** Handlers of counting: each count is an entry of its own, so that two desks may count the same shelf. */
import { isRefusal, refuse, type Refusal } from '../../../../shared/api/fault.ts'
import type { ValidInputOf } from '../../../../shared/api/operation.ts'
import type { CountLine } from '../../../../shared/supplies/stocktake/lines.ts'
import type { stocktakeOperations, StocktakeLine } from '../../../../shared/supplies/stocktake/operations.ts'
import { placeKey } from '../../../../shared/supplies/stocktake/places.ts'
import type { Place, Stocktake } from '../../../../shared/supplies/stocktake/records.ts'
import { refuseCounting, refusePlace } from '../../../../shared/supplies/stocktake/rules.ts'
import { toBase } from '../../../../shared/supplies/items/units.ts'
import type { Act, Handlers } from '../../act.ts'
import type { Read } from '../../store/sql.ts'
import type { SupplyDeps } from '../deps.ts'
import { shownLine } from './shown.ts'
import { actsOf, hasLotsAt, linesOf, linesOfItem, stocktakeOf } from './store.ts'
import { itemOf } from '../store.ts'

type Counting = Pick<
  typeof stocktakeOperations,
  'supplies.count' | 'supplies.withdrawCount' | 'supplies.recount' | 'supplies.explainVariance'
>
type CountInput = ValidInputOf<Counting['supplies.count']>
type Answer = { lines: StocktakeLine[] }

/** A stocktake that can be counted now. */
const openToCount = (act: Act, id: string): Stocktake | Refusal => {
  const stocktake = stocktakeOf(act.db, id)
  if (!stocktake) return refuse({ code: 'not-found', what: 'stocktake', id })
  return refuseCounting(stocktake, act.now, act.zone) ?? stocktake
}

export const placeOf = ({
  item,
  location,
  lot,
}: {
  item: string
  location: string
  lot?: string | undefined
}): Place => ({
  item,
  location,
  ...(lot === undefined ? {} : { lot }),
})

/** The lines as they stand after an act, each once, in the order they were named. */
const linesAt = (act: Act, stocktake: Stocktake, places: readonly Place[]): StocktakeLine[] => {
  const items = [...new Set(places.map(({ item }) => item))]
  const wanted = new Set(places.map(placeKey))
  // Reading all once is cheaper than reading many one by one.
  const lines =
    items.length > 8
      ? linesOf(act.db, stocktake, act.zone)
      : items.flatMap((item) => linesOfItem(act.db, stocktake, act.zone, item))
  return lines.filter(({ key }) => wanted.has(key)).map((line) => shownLine(act.db, stocktake, line))
}

const linesByPlace = (act: Act, stocktake: Stocktake, items: readonly string[]): Map<string, CountLine> => {
  const distinct = [...new Set(items)]
  const lines =
    distinct.length > 8
      ? linesOf(act.db, stocktake, act.zone)
      : distinct.flatMap((item) => linesOfItem(act.db, stocktake, act.zone, item))
  return new Map(lines.map((line) => [line.key, line]))
}

/** The pieces of one count, or why it cannot stand. */
const piecesOf = (
  db: Read,
  stocktake: Stocktake,
  count: CountInput['counts'][number],
  line: CountLine | undefined,
): number | Refusal => {
  const item = itemOf(db, count.item)
  if (!item) return refuse({ code: 'not-found', what: 'supply_item', id: count.item })
  const { location, lot } = count
  const isKnown = line !== undefined
  const hasLots = hasLotsAt(db, { item: item.id, location })
  const refused = refusePlace(stocktake, { item, location, lot, isKnown, hasLots })
  if (refused) return refused
  const base = toBase(item, count.quantity, count.unit ?? item.unit)
  return base ?? refuse({ code: 'unknown-unit', item: item.name, unit: count.unit ?? '' })
}

const count = (deps: SupplyDeps, act: Act, input: CountInput): Answer | Refusal => {
  const stocktake = openToCount(act, input.id)
  if (isRefusal(stocktake)) return stocktake
  const named = input.counter === undefined ? act.actor.person : input.counter
  const person = named === act.actor.person ? { id: named, name: act.actor.name } : deps.person(act, named)
  if (!person) return refuse({ code: 'not-found', what: 'person', id: named })
  const counter = { id: person.id, name: person.name }
  const { id, source, counts } = input
  const lines = linesByPlace(
    act,
    stocktake,
    counts.map(({ item }) => item),
  )
  for (const each of counts) {
    const place = placeOf(each)
    const line = lines.get(placeKey(place))
    const quantity = piecesOf(act.db, stocktake, each, line)
    if (isRefusal(quantity)) return quantity
    const { unit, mode } = each
    const entered = unit === undefined || unit === line?.item.unit ? {} : { entered: { quantity: each.quantity, unit } }
    const body = { stocktake: id, ...place, quantity, mode, ...entered, round: line?.round ?? 1, counter, source }
    act.enter({ kind: 'stock.counted', subject: act.newId(), body })
  }
  return { lines: linesAt(act, stocktake, counts.map(placeOf)) }
}

/** The own last count that stands on a line. */
const withdraw = (act: Act, input: ValidInputOf<Counting['supplies.withdrawCount']>): Answer | Refusal => {
  const stocktake = openToCount(act, input.id)
  if (isRefusal(stocktake)) return stocktake
  const place = placeOf(input)
  const key = placeKey(place)
  const last = actsOf(act.db, input.id, input.item).findLast(
    ({ act: kind, counter, withdrawn, item = '', location = '', lot }) =>
      kind === 'count' &&
      withdrawn === undefined &&
      counter?.id === act.actor.person &&
      placeKey({ item, location, lot }) === key,
  )
  if (!last) return refuse({ code: 'nothing-counted', item: itemOf(act.db, input.item)?.name ?? '' })
  const by = { id: act.actor.person, name: act.actor.name }
  act.enter({ kind: 'count.withdrawn', subject: last.id, body: { withdrawn: { by, at: act.now } } })
  return { lines: linesAt(act, stocktake, [place]) }
}

/** Lines that are named must be lines of the stocktake. */
const knownLines = (
  act: Act,
  stocktake: Stocktake,
  places: readonly Place[],
): { line: CountLine; place: Place }[] | Refusal => {
  const lines = linesByPlace(
    act,
    stocktake,
    places.map(({ item }) => item),
  )
  const known: { line: CountLine; place: Place }[] = []
  for (const place of places) {
    const line = lines.get(placeKey(place))
    const { number } = stocktake.numbered
    if (!line) {
      const item = itemOf(act.db, place.item)?.name ?? ''
      return refuse({ code: 'outside-stocktake', number, item, location: place.location })
    }
    known.push({ line, place })
  }
  return known
}

export const countHandlers = (deps: SupplyDeps): Handlers<Counting> => ({
  'supplies.count': (act, input) => count(deps, act, input),
  'supplies.withdrawCount': withdraw,
  'supplies.recount': (act, { id, places, reason }) => {
    const stocktake = openToCount(act, id)
    if (isRefusal(stocktake)) return stocktake
    const named = places.map(placeOf)
    const known = knownLines(act, stocktake, named)
    if (isRefusal(known)) return known
    const by = { id: act.actor.person, name: act.actor.name }
    const why = reason === undefined ? {} : { reason }
    // One round for all of them, past each line's own.
    const round = 1 + Math.max(1, ...known.map(({ line }) => line.round))
    act.enter({
      kind: 'recount.ordered',
      subject: act.newId(),
      body: { stocktake: id, places: named, round, by, ...why },
    })
    return { lines: linesAt(act, stocktake, named) }
  },
  'supplies.explainVariance': (act, { id, places, cause, price }) => {
    const stocktake = openToCount(act, id)
    if (isRefusal(stocktake)) return stocktake
    const named = places.map(placeOf)
    const known = knownLines(act, stocktake, named)
    if (isRefusal(known)) return known
    const by = { id: act.actor.person, name: act.actor.name }
    const said = { ...(cause === undefined ? {} : { cause }), ...(price === undefined ? {} : { price }) }
    for (const place of named)
      act.enter({ kind: 'variance.explained', subject: act.newId(), body: { stocktake: id, ...place, by, ...said } })
    return { lines: linesAt(act, stocktake, named) }
  },
})
