/** Bars lie on the height they are given, stand on the line of zero, and are as long as their values. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { barsOf } from './bars.ts'

test('the highest reaches the head, and what is below nothing hangs from the line of zero', () => {
  expect(barsOf([10, 5, 0])).toEqual({
    zero: 1,
    marks: [],
    bars: [
      { from: 0, to: 1 },
      { from: 0.5, to: 1 },
      { from: 1, to: 1 },
    ],
  })
  expect(barsOf([30, -10])).toEqual({
    zero: 0.75,
    marks: [],
    bars: [
      { from: 0, to: 0.75 },
      { from: 0.75, to: 1 },
    ],
  })
  expect(barsOf([0, 0]).zero).toBe(1)
  expect(barsOf([10], [20, 0])).toEqual({ zero: 1, marks: [0, 1], bars: [{ from: 0.5, to: 1 }] })
})

test('every bar lies inside and is as long as its value, whatever the values', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 12 }), (values) => {
      const { zero, bars } = barsOf(values)
      const most = Math.max(...values.map(Math.abs))
      const longest = Math.max(...bars.map(({ from, to }) => to - from))
      for (const [index, { from, to }] of bars.entries()) {
        expect(from >= 0 && to <= 1 && from <= to).toBe(true)
        expect(from === zero || to === zero).toBe(true)
        if (most > 0) expect((to - from) / longest).toBeCloseTo(Math.abs(values[index] ?? 0) / most, 6)
      }
    }),
  )
})
