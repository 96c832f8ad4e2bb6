/** A row of the bench: ours against a baseline measured in the same run, never seconds alone. */

export type Row = {
  name: string
  /** Milliseconds, unless `unit` says otherwise. */
  ours: number
  baseline: number
  ratio: number
  /** The ratio must not be greater. */
  target: number
  ok: boolean
  unit: 'ms' | 'MB' | 'times'
  /** What was compared with what, and what a reader should know. */
  note: string
}

export type Measured = Omit<Row, 'ratio' | 'ok'>

export const rowOf = (measured: Measured): Row => {
  const ratio = measured.ours / measured.baseline
  return { ...measured, ratio, ok: ratio <= measured.target }
}

export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const [low, high] = [sorted[Math.floor(place)] ?? Number.NaN, sorted[Math.ceil(place)] ?? Number.NaN]
  return low + (high - low) * (place - Math.floor(place))
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** Milliseconds an act takes. */
export const timed = async (act: () => unknown): Promise<number> => {
  const begun = performance.now()
  await act()
  return performance.now() - begun
}

/** The same for an act that answers at once; without the turn of the event loop that waiting takes. */
export const timedNow = (act: () => unknown): number => {
  const begun = performance.now()
  act()
  return performance.now() - begun
}

/**
 * Milliseconds of processor time, kernel included, that one of `count` acts takes: what else runs on the machine does
 * not show in it, as it would in the time on the wall.
 */
export const processorTime = async (count: number, act: () => unknown): Promise<number> => {
  const begun = process.cpuUsage()
  for (let done = 0; done < count; done++) await act()
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1000 / count
}

/**
 * Measures both sides in turn, so that whatever else the machine does falls on both.
 * @param warm rounds that are not counted
 */
export const alternately = async (
  rounds: { warm: number; counted: number },
  ours: (round: number) => Promise<number>,
  baseline: (round: number) => Promise<number>,
): Promise<{ ours: number[]; baseline: number[] }> => {
  const found = { ours: [] as number[], baseline: [] as number[] }
  for (let round = 0; round < rounds.warm + rounds.counted; round++) {
    // Who comes first changes, since the second one may find things warmer.
    const order = round % 2 === 0 ? (['ours', 'baseline'] as const) : (['baseline', 'ours'] as const)
    for (const side of order) {
      const time = side === 'ours' ? await ours(round) : await baseline(round)
      if (round >= rounds.warm) found[side].push(time)
    }
  }
  return found
}
