/** Deciding a stocktake's course: what may be counted, when it may be submitted, who may approve, what may be posted. */
import { refuse, type Refusal } from '../../api/fault.ts'
import { dateAt, localTime } from '../../office/dates.ts'
import type { Item } from '../records.ts'
import { isInScope } from './places.ts'
import { differenceAmount, settle, type CountLine, type Worth } from './lines.ts'
import type { SettledLine, Stocktake } from './records.ts'

/** Names for a sentence: the first few, each once. */
const mostNamed = 5
export const namesOf = (lines: readonly { item: { name: string } }[]): string[] => {
  const names = [...new Set(lines.map(({ item }) => item.name))]
  return names.length > mostNamed ? [...names.slice(0, mostNamed), '…'] : names
}

export const refuseCounting = (
  { state, cutoff, numbered }: Stocktake,
  now: number,
  zone: string,
): Refusal | undefined => {
  const { number } = numbered
  if (state !== 'counting') return refuse({ code: 'stocktake-not-counting', number })
  return now < cutoff ? refuse({ code: 'stocktake-before-cutoff', number, cutoff: localTime(cutoff, zone) }) : undefined
}

export type CountFacts = {
  item: Item
  location: string
  lot: string | undefined
  /** Whether a sheet, the book at the cut-off or an earlier count has this very place. */
  isKnown: boolean
  /** Whether lots of the item lie at the location. */
  hasLots: boolean
}

/** What is on the sheet is counted, even where the item was retired since; what was found beside it must be of the scope. */
export const refusePlace = (
  { scope, numbered }: Pick<Stocktake, 'scope' | 'numbered'>,
  { item, location, lot, isKnown, hasLots }: CountFacts,
): Refusal | undefined => {
  if (isKnown) return undefined
  if (!isInScope(scope, item, location))
    return refuse({ code: 'outside-stocktake', number: numbered.number, item: item.name, location })
  if (!item.active) return refuse({ code: 'item-retired', item: item.name })
  return hasLots && lot === undefined ? refuse({ code: 'lot-needed', item: item.name }) : undefined
}

export type Submitting = {
  lines: readonly CountLine[]
  worthOf: (item: string) => Worth
  /** Lines that nobody counted stay as they are in the book. */
  leaveUncounted: boolean
  /** Of differences that have no cause of their own. */
  cause: string | undefined
}

/** The lines as they are submitted, or what is still open. */
export const decideSubmission = ({ lines, worthOf, leaveUncounted, cause }: Submitting): SettledLine[] | Refusal => {
  const unsettled = lines.filter(({ state }) => state === 'conflict' || state === 'recount')
  if (unsettled.length > 0)
    return refuse({ code: 'counts-unsettled', count: unsettled.length, items: namesOf(unsettled) })
  const uncounted = lines.filter(({ state }) => state === 'uncounted')
  if (uncounted.length > 0 && (!leaveUncounted || uncounted.length === lines.length))
    return refuse({ code: 'lines-uncounted', count: uncounted.length, items: namesOf(uncounted) })
  const differing = lines.filter(({ difference = 0 }) => difference !== 0)
  const unexplained = differing.filter((line) => (line.cause ?? cause) === undefined)
  if (unexplained.length > 0)
    return refuse({ code: 'cause-wanted', count: unexplained.length, items: namesOf(unexplained) })
  const amounts = new Map(lines.map((line) => [line, differenceAmount(line, worthOf(line.item.id))]))
  const unpriced = lines.filter((line) => amounts.get(line) === undefined)
  if (unpriced.length > 0)
    return refuse({ code: 'gain-without-price', count: unpriced.length, items: namesOf(unpriced) })
  return lines.map((line) => settle(line, amounts.get(line) ?? 0, line.cause ?? cause))
}

/** Lines whose count or book is not what was submitted. */
const movedLines = (settled: readonly SettledLine[], lines: readonly CountLine[]): { item: { name: string } }[] => {
  const spell = ({ item, location, lot }: Pick<SettledLine, 'item' | 'location' | 'lot'>): string =>
    `${item.id}|${location}|${lot ?? ''}`
  const before = new Map(settled.map((line) => [spell(line), line]))
  const moved = lines.filter((line) => {
    const { book = 0, counted } = before.get(spell(line)) ?? {}
    return line.book !== book || line.counted !== counted || line.state === 'conflict' || line.state === 'recount'
  })
  // A line that is gone had neither count nor book to begin with, or has lost its book.
  const here = new Set(lines.map(spell))
  return [...moved, ...settled.filter((line) => !here.has(spell(line)) && line.book !== 0)]
}

/** Whoever reads the lines again must find what was submitted. */
export const refuseMoved = (
  { numbered }: Stocktake,
  settled: readonly SettledLine[],
  lines: readonly CountLine[],
): Refusal | undefined => {
  const moved = movedLines(settled, lines)
  return moved.length === 0
    ? undefined
    : refuse({ code: 'stocktake-moved', number: numbered.number, items: namesOf(moved) })
}

/** @param counters ids of all who counted */
export const refuseApprover = (
  { state, numbered, submitted }: Stocktake,
  person: { id: string; name: string },
  counters: readonly string[],
): Refusal | undefined => {
  if (state !== 'submitted') return refuse({ code: 'stocktake-not-submitted', number: numbered.number })
  return submitted?.by.id === person.id || counters.includes(person.id)
    ? refuse({ code: 'stocktake-same-person', person: person.name })
    : undefined
}

/** @param date the business date of the slips */
export const refusePosting = (
  { state, numbered, cutoff }: Stocktake,
  date: string | undefined,
  zone: string,
): Refusal | undefined => {
  const { number } = numbered
  if (state === 'posted') return refuse({ code: 'stocktake-posted', number })
  if (state !== 'approved') return refuse({ code: 'stocktake-not-approved', number })
  return date !== undefined && date < dateAt(cutoff, zone)
    ? refuse({ code: 'posting-before-cutoff', date, cutoff: localTime(cutoff, zone) })
    : undefined
}
