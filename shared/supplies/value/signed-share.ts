/** A part of an amount of either sign. */
import { share } from './costs.ts'

/** Sign kept apart, since `share` rounds amounts from zero up. */
export const signedShare = (amount: number, part: number, whole: number): number =>
  Math.sign(amount) * share(Math.abs(amount), part, whole)
