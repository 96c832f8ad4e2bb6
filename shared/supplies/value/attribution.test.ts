/** A difference on used goods goes to those who drew them, whole and to the last 分. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attribute, type Drawn } from './attribution.ts'

const [sales, general] = [
  { id: 'a', name: '销售部' },
  { id: 'b', name: '总务部' },
]

describe('attributing a difference', () => {
  it('goes by the pieces drawn; what was scrapped stays with nobody', () => {
    const drawn = [{ department: general, pieces: 1 }, { department: sales, pieces: 2 }, { pieces: 1 }]
    expect(attribute(100, drawn)).toEqual([
      { ...sales, used: 50 },
      { ...general, used: 25 },
    ])
    expect(attribute(-100, drawn).map(({ used }) => used)).toEqual([-50, -25])
    expect(attribute(100, [])).toEqual([])
    expect(attribute(100, [{ department: sales, pieces: -3 }])).toEqual([])
  })

  it('is whole where only departments drew, each within one unit of its part', () => {
    const drawn = fc
      .uniqueArray(fc.record({ id: fc.uuid(), pieces: fc.integer({ min: 1, max: 10_000 }) }), {
        minLength: 1,
        maxLength: 12,
        selector: ({ id }) => id,
      })
      .map((some) => some.map(({ id, pieces }): Drawn => ({ department: { id, name: id }, pieces })))
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), drawn, (used, some) => {
        const parts = attribute(used, some)
        expect(parts.reduce((sum, part) => sum + part.used, 0)).toBe(used)
        const whole = some.reduce((sum, { pieces }) => sum + pieces, 0)
        for (const { department, pieces } of some) {
          const part = parts.find(({ id }) => id === department?.id)?.used ?? 0
          expect(Math.abs(part - (used * pieces) / whole)).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})
