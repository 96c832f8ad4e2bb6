/** Where the bars of a plot stand, on the screen as on paper. */

export type Bars = {
  /** The line of zero, and each bar's ends, as shares of the height from the head: 0 is the head, 1 the foot. */
  zero: number
  bars: { from: number; to: number }[]
  /** Where the given marks lie, as such shares. */
  marks: number[]
}

/** The highest bar or mark reaches the head; what is below nothing hangs from the line of zero. */
export const barsOf = (values: readonly number[], marks: readonly number[] = []): Bars => {
  const top = Math.max(0, ...values, ...marks)
  const span = top - Math.min(0, ...values, ...marks) || 1
  const placeOf = (value: number): number => (top - value) / span
  const zero = top === 0 && span === 1 ? 1 : placeOf(0)
  return {
    zero,
    marks: marks.map((mark) => (mark === 0 ? zero : placeOf(mark))),
    bars: values.map((value) =>
      value < 0 ? { from: zero, to: placeOf(value) } : { from: value === 0 ? zero : placeOf(value), to: zero },
    ),
  }
}
