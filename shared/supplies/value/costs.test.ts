/** Moving average: whatever is taken in whatever parts, the value that came in is the value that went out. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { averageCost, share, unitCostOf } from './costs.ts'

describe('costs', () => {
  it('rounds half up, also past 2^53', () => {
    expect(share(10, 1, 3)).toBe(3)
    expect(share(11, 1, 2)).toBe(6)
    expect(share(40_000_000_000_000, 999_999_999_999, 1_000_000_000_000)).toBe(39_999_999_999_960)
    expect(unitCostOf(1000, 3)).toBe(333)
  })

  it('gives nothing where there is nothing', () => {
    expect(averageCost({ quantity: 0, value: 0 }, 3)).toBe(0)
    expect(averageCost({ quantity: -1, value: -300 }, 3)).toBe(0)
  })

  it('empties a stock in any parts to exactly its value', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 4e13 }),
        fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 40 }),
        (value, parts) => {
          const stock = { quantity: parts.reduce((sum, part) => sum + part, 0), value }
          for (const part of parts) {
            const cost = averageCost(stock, part)
            expect(cost).toBeGreaterThanOrEqual(0)
            // The cost of a part is within one minor unit of the exact average.
            expect(Math.abs(cost - (stock.value / stock.quantity) * part)).toBeLessThanOrEqual(1 + stock.value * 1e-12)
            stock.quantity -= part
            stock.value -= cost
          }
          expect(stock).toEqual({ quantity: 0, value: 0 })
        },
      ),
    )
  })
})
