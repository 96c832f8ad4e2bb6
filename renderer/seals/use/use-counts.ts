/** Counting while stamping: what one key more does to the counts, seal by seal of a request. */
import type { Output } from '../../shell/contract.ts'
import type { Counts } from './use-values.ts'

type Left = Output<'seals.requestGet'>['left']
export type AllCounts = Readonly<Record<string, Counts>>

/** approved + over = actual + spoiled + left, with what is counted now and not entered yet. */
export const nowOf = (line: Left[number], counts: Counts | undefined) => {
  const [actual, spoiled] = [counts?.actual ?? 0, counts?.spoiled ?? 0]
  const left = line.left - actual - spoiled
  return {
    approved: line.approved,
    actual: line.actual + actual,
    spoiled: line.spoiled + spoiled,
    left: Math.max(0, left),
    /** More than may be stamped: it is said while it is typed, and refused when it is entered. */
    over: Math.max(0, -left),
  }
}

/** The seal at hand: the first of which something is left to count. */
export const sealAtHand = (left: Left, counts: AllCounts): string | undefined =>
  left.find((line) => nowOf(line, counts[line.seal]).left > 0)?.seal

const counted = (counts: Counts | undefined): number => (counts?.actual ?? 0) + (counts?.spoiled ?? 0)

/** One impression more, well made or spoiled; the same counts where nothing is left. */
export const countedUp = (left: Left, counts: AllCounts, what: 'actual' | 'spoiled'): AllCounts => {
  const seal = sealAtHand(left, counts)
  if (seal === undefined) return counts
  const before = counts[seal] ?? { actual: undefined, spoiled: undefined }
  return { ...counts, [seal]: { ...before, [what]: (before[what] ?? 0) + 1 } }
}

/** One impression back, of the seal counted last; back at nothing, all that is left stands again. */
export const countedDown = (left: Left, counts: AllCounts): AllCounts => {
  const line = left.findLast(({ seal }) => counted(counts[seal]) > 0)
  const before = line && counts[line.seal]
  if (!line || !before) return counts
  const { actual = 0, spoiled = 0 } = before
  const next = actual > 0 ? { ...before, actual: actual - 1 } : { ...before, spoiled: spoiled - 1 }
  const isNothing = counted(next) === 0
  return { ...counts, [line.seal]: isNothing ? { ...next, actual: undefined, spoiled: undefined } : next }
}
