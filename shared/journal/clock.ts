/** Hybrid logical clock: UTC milliseconds that never fall on a desk, plus a counter for acts in the same millisecond. */

/** Another desk's clock further ahead than this is flagged and does not pull ours (architecture §3). */
export const toleratedAheadMs = 5 * 60_000

const format = (ms: number, counter: number): string =>
  `${new Date(ms).toISOString()}-${counter.toString(16).padStart(4, '0')}`

/** The millisecond part of a stamp `2026-11-23T05:40:00.000Z-0000`. */
export const instantOf = (stamp: string): number => Date.parse(stamp.slice(0, 24))

/**
 * The next stamp after `last` at the wall-clock time `now`; strictly greater than `last`, compared as text.
 * @param last the greatest stamp this desk wrote or accepted, or '' before the first
 * @param now milliseconds since 1970, UTC
 */
export const nextStamp = (last: string, now: number): string => {
  if (last === '' || instantOf(last) < now) return format(now, 0)
  const ms = instantOf(last)
  const counter = Number.parseInt(last.slice(25), 16)
  return counter < 0xffff ? format(ms, counter + 1) : format(ms + 1, 0)
}

/**
 * Whether another desk's stamp may pull our clock forward; one from too far ahead is accepted as an entry
 * but must not poison this desk's own times.
 */
export const mayPull = (stamp: string, now: number): boolean => instantOf(stamp) <= now + toleratedAheadMs
