/**
 * 成本差异归属: what of a difference falls on goods that were used up goes to the departments that used them, by the
 * pieces each drew in the time the difference is about. Pieces are not traced to receipts, since their cost is an average.
 */
import { signedShare } from './signed-share.ts'

export type Drawn = {
  /** Absent for what left without one: scrap, losses, an issue to somebody without a department. */
  department?: { id: string; name: string } | undefined
  /** Base units, less what came back. */
  pieces: number
}

export type Attributed = { id: string; name: string; used: number }

const byId = (one: Drawn, other: Drawn): number =>
  (one.department?.id ?? '~') < (other.department?.id ?? '~') ? -1 : 1

/**
 * @param used minor units, of either sign
 * @returns parts of it, exact to the last unit: with what departments did not draw they are the whole
 */
export const attribute = (used: number, drawn: readonly Drawn[]): Attributed[] => {
  const taken = drawn.filter(({ pieces }) => pieces > 0).toSorted(byId)
  const whole = taken.reduce((sum, { pieces }) => sum + pieces, 0)
  let [pieces, given] = [0, 0]
  return taken.flatMap(({ department, ...own }) => {
    pieces += own.pieces
    // What all up to here take, less what those before took: no rounding is lost between them.
    const part = signedShare(used, pieces, whole) - given
    given += part
    return department === undefined || part === 0 ? [] : [{ ...department, used: part }]
  })
}
