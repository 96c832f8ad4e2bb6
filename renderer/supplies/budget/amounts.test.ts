/** Typing a year of a budget: one amount for all months, and what is sent of what stands there. */
import { describe, expect, it } from 'vitest'
import { changeMonth, fillAll, noAmounts, sentOf, sumOf } from './amounts.ts'

const even = (amount: number): number[] => Array.from({ length: 12 }, () => amount)

describe('the months of a budget', () => {
  it('are filled with the amount of the month in hand, and with nothing where it has none', () => {
    const typed = changeMonth(noAmounts, 2, 50_000)
    expect(fillAll(typed, 2)).toEqual(even(50_000))
    expect(fillAll(typed, 3)).toBe(typed)
    expect(sumOf(fillAll(typed, 2))).toBe(600_000)
  })

  it('are sent when all stand there, taken back when none does, and asked for when some are missing', () => {
    expect(sentOf(even(0))).toEqual({ amounts: even(0) })
    expect(sentOf(noAmounts)).toEqual({ amounts: null })
    expect(sentOf(changeMonth(even(100), 11, undefined))).toEqual({ missing: [11] })
  })
})
