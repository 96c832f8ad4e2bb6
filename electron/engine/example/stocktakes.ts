/** The example's stocktakes: one of the past, counted blind, recounted and posted, and one that is half counted today. */
import { shelvesOf } from '../../../shared/supplies/stocktake/shelves.ts'
import type { Company } from './company.ts'
import type { Shelves } from './goods.ts'
import type { History } from './history.ts'

type StocktakeParts = { history: History; company: Company; shelves: Shelves }

const minute = 60_000

/** Takes a difference over into what the year knows of its goods. */
const keepInMind = ({ goods }: Shelves, item: string, difference: number): void => {
  const good = goods.find(({ id }) => id === item)
  if (good) good.stock += difference
}

/** Shelves of a fair size, neither a single bin nor a whole hall; how they are called is the storeroom's matter. */
const fair = { least: 5, most: 25 }

const shelvesAt = (history: History, { by }: Company, at: number): string[] => {
  const { locations } = history.call(at, by.clerk, 'supplies.stocktakeScope', {})
  return shelvesOf(locations.flatMap(({ location, lines }) => Array.from({ length: lines }, () => location)))
    .filter(({ places }) => places >= fair.least && places <= fair.most)
    .map(({ shelf }) => shelf)
}

/** The scope of one shelf; a storeroom without any fair one is counted whole. */
const scopeOf = (shelf: string | undefined) => (shelf === undefined ? {} : { locations: [shelf] })

/** A shelf was counted: one thing is short, one was found too much after the recount, all else is as the book says. */
export const takePastStock = ({ history, company, shelves }: StocktakeParts, at: number): void => {
  const { by } = company
  const { id } = history.call(at, by.clerk, 'supplies.planStocktake', {
    scope: scopeOf(shelvesAt(history, company, at)[0]),
    isBlind: true,
    counters: [by.counter.id],
    observer: by.office.id,
    note: '季度抽盘',
  })
  const { lines } = history.call(at + minute, by.clerk, 'supplies.stocktakeLines', { id, view: 'variance' })
  const places = lines.map(({ item, location, book = 0 }) => ({ item: item.id, location, book }))
  const sound = places.filter(({ book }) => book >= 3)
  const [short, long] = sound
  const found = (place: (typeof places)[number]): number =>
    Math.max(0, place.book) + (place === short ? -1 : place === long ? 1 : 0)
  const counts = places.map((place) => ({ item: place.item, location: place.location, quantity: found(place) }))
  history.call(at + 2 * minute, by.counter, 'supplies.count', { id, source: 'paper', counts })
  if (short) {
    const again = { item: short.item, location: short.location }
    history.call(at + 3 * minute, by.clerk, 'supplies.recount', { id, places: [again] })
    const recounted = [{ ...again, quantity: found(short) }]
    history.call(at + 4 * minute, by.counter, 'supplies.count', { id, source: 'screen', counts: recounted })
  }
  history.call(at + 5 * minute, by.clerk, 'supplies.submitStocktake', { id, cause: '领用时漏记' })
  history.call(at + 6 * minute, by.finance, 'supplies.approveStocktake', { id, opinion: '属实，今后当场登记' })
  history.call(at + 7 * minute, by.clerk, 'supplies.postStocktake', { id })
  for (const place of places) keepInMind(shelves, place.item, found(place) - place.book)
}

/** How many lines are counted already, and a line that two people counted differently. */
const counted = 5

export const leaveHalfCounted = ({ history, company }: StocktakeParts, at: number): void => {
  const { by } = company
  const { id } = history.call(at, by.clerk, 'supplies.planStocktake', {
    scope: scopeOf(shelvesAt(history, company, at)[1]),
    counters: [by.counter.id, by.clerk.id],
    observer: by.office.id,
    note: '月末盘点',
  })
  const { lines } = history.call(at + minute, by.clerk, 'supplies.stocktakeLines', { id, view: 'variance' })
  const some = lines
    .slice(0, counted)
    .map(({ item, location, book = 0 }) => ({ item: item.id, location, quantity: Math.max(0, book) }))
  history.call(at + 2 * minute, by.counter, 'supplies.count', { id, counts: some })
  const [first] = some
  if (first)
    history.call(at + 3 * minute, by.clerk, 'supplies.count', {
      id,
      counts: [{ ...first, quantity: first.quantity + 2 }],
    })
}
