/** From when on stock is called slow or dead, and a lot is told to run out. */

/** A lot is told this many days before its end. */
export const lotExpiryDays = 90

/** Longest first. */
const slowBands = [365, 180, 90] as const
export type SlowBand = (typeof slowBands)[number]

const dayMs = 86_400_000

/**
 * How long stock has been lying since it was last drawn, and past which bound; undefined where it moves.
 * @param since its last issue, or its first receipt where it was never issued
 */
export const slowDays = (since: string, today: string): { days: number; band: SlowBand } | undefined => {
  const days = Math.round((Date.parse(today) - Date.parse(since)) / dayMs)
  const band = slowBands.find((bound) => days >= bound)
  return band === undefined ? undefined : { days, band }
}
