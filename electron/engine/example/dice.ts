/** Repeatable chance: the same seed throws the same dice, so that an example office can be made again. */

export type Dice = {
  /** 0 up to, not including, 1. */
  next: () => number
  /** A whole number from `low` to `high`, both included. */
  whole: (low: number, high: number) => number
  /** One of several; the list must hold at least one. */
  pick: <T>(from: readonly T[]) => T
  /** True in `share` of all throws. */
  chance: (share: number) => boolean
  /** The same things in another order. */
  shuffled: <T>(things: readonly T[]) => T[]
  bytes: (count: number) => Uint8Array
}

/** A 32-bit xorshift generator with a Weyl sequence: small, quick, and good enough to look like an office. */
export const createDice = (seed: number): Dice => {
  let state = (seed ^ 0x9e3779b9) >>> 0 || 1
  let weyl = 0
  const word = (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    weyl = (weyl + 0x6d2b79f5) >>> 0
    return (state + weyl) >>> 0
  }
  for (let warm = 0; warm < 16; warm++) word()
  const next = (): number => word() / 2 ** 32
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(from: readonly T[]): T => {
    if (from.length === 0) throw new Error('there is nothing to pick from')
    return from[whole(0, from.length - 1)] as T
  }
  return {
    next,
    whole,
    pick,
    chance: (share) => next() < share,
    shuffled: (things) =>
      things
        .map((thing) => ({ thing, at: next() }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ thing }) => thing),
    bytes: (count) => Uint8Array.from({ length: count }, () => word() & 0xff),
  }
}
