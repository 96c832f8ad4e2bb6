/** How the counts of a line stand: who counted what in which round, whether they agree, and what was said of the difference. */
import type { StockCount } from './records.ts'
import type { CountSource, LineState } from './states.ts'
import { placeKey } from './places.ts'

/** What one person counted on a line in one round. */
export type Tallied = { counter: { id: string; name: string }; round: number; quantity: number; source: CountSource }

export type Standing = {
  state: LineState
  /** The round being counted: 1, or that of the last recount ordered. */
  round: number
  counted?: number
  /** The count that a recount replaced. */
  first?: number
  tallied: Tallied[]
  cause?: string
  price?: number
}

const nothing: Standing = { state: 'uncounted', round: 1, tallied: [] }

export const standingAt = (standings: ReadonlyMap<string, Standing>, key: string): Standing =>
  standings.get(key) ?? nothing

type Sums = Map<string, Tallied>

/** A person's later figure replaces the earlier one of the round, a further scan adds to it. */
const tally = (sums: Sums, { counter, round = 1, quantity = 0, mode, source = 'screen' }: StockCount): void => {
  if (!counter) return
  const key = `${round}|${counter.id}`
  const before = mode === 'add' ? (sums.get(key)?.quantity ?? 0) : 0
  sums.set(key, { counter, round, quantity: before + quantity, source })
}

const agreed = (tallied: readonly Tallied[]): number | undefined =>
  new Set(tallied.map(({ quantity }) => quantity)).size === 1 ? tallied[0]?.quantity : undefined

/** @param ordered the last round that a recount was ordered for */
const standingOf = (sums: Sums, ordered: number, said: Pick<Standing, 'cause' | 'price'>): Standing => {
  const all = [...sums.values()]
  const round = Math.max(1, ordered, ...all.map((each) => each.round))
  const last = all.filter((each) => each.round === round)
  const before = all.filter((each) => each.round < round)
  const rounds = Math.max(0, ...before.map((each) => each.round))
  const first = agreed(before.filter((each) => each.round === rounds))
  const counted = agreed(last)
  const state: LineState =
    last.length === 0 ? (round > 1 ? 'recount' : 'uncounted') : counted === undefined ? 'conflict' : 'counted'
  return {
    state,
    round,
    tallied: all,
    ...(counted === undefined ? {} : { counted }),
    ...(first === undefined ? {} : { first }),
    ...said,
  }
}

/**
 * Standings by place of all acts on a stocktake's lines; the same acts give the same, in whatever order they are handed.
 * Acts of one line are ordered by their stamps.
 */
export const standingsOf = (acts: readonly StockCount[]): Map<string, Standing> => {
  const sums = new Map<string, Sums>()
  const ordered = new Map<string, number>()
  const said = new Map<string, Pick<Standing, 'cause' | 'price'>>()
  for (const act of acts.toSorted((a, b) =>
    a.stamp === b.stamp ? (a.id < b.id ? -1 : 1) : a.stamp < b.stamp ? -1 : 1,
  )) {
    for (const place of act.places ?? []) {
      const key = placeKey(place)
      ordered.set(key, Math.max(ordered.get(key) ?? 0, act.round ?? 0))
    }
    if (act.item === undefined || act.location === undefined || act.withdrawn) continue
    const key = placeKey({ item: act.item, location: act.location, lot: act.lot })
    if (act.act === 'explain') {
      const { cause, price } = act
      said.set(key, {
        ...said.get(key),
        ...(cause === undefined ? {} : { cause }),
        ...(price === undefined ? {} : { price }),
      })
    } else {
      if (!sums.has(key)) sums.set(key, new Map())
      tally(sums.get(key) ?? new Map(), act)
    }
  }
  const keys = new Set([...sums.keys(), ...ordered.keys(), ...said.keys()])
  return new Map(
    [...keys].map((key) => [key, standingOf(sums.get(key) ?? new Map(), ordered.get(key) ?? 0, said.get(key) ?? {})]),
  )
}
