/** Entered units and packs: converting never gains or loses a piece. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inPacks, inUnit, toBase, unitsOf } from './units.ts'

const item = fc
  .uniqueArray(
    fc.record({ unit: fc.constantFrom('盒', '箱', '包', '打'), factor: fc.integer({ min: 2, max: 5000 }) }),
    {
      selector: ({ unit }) => unit,
      maxLength: 4,
    },
  )
  .map((packs) => ({ unit: '支', packs }))

describe('units', () => {
  it('reads 2 盒 of 12 支 as 24', () => {
    expect(toBase({ unit: '支', packs: [{ unit: '盒', factor: 12 }] }, 2, '盒')).toBe(24)
    expect(toBase({ unit: '支', packs: [] }, 2, '盒')).toBeUndefined()
  })

  it('lists the base unit first, then packs from small to large', () => {
    const packs = [
      { unit: '箱', factor: 144 },
      { unit: '盒', factor: 12 },
    ]
    expect(unitsOf({ unit: '支', packs })).toEqual(['支', '盒', '箱'])
    expect(inPacks({ unit: '支', packs }, 150)).toEqual([
      { quantity: 1, unit: '箱' },
      { quantity: 6, unit: '支' },
    ])
    expect(inPacks({ unit: '支', packs }, 0)).toEqual([{ quantity: 0, unit: '支' }])
  })

  it('splits any quantity into packs that add up to it', () => {
    fc.assert(
      fc.property(item, fc.integer({ min: -1_000_000, max: 1_000_000 }), (each, base) => {
        const sum = inPacks(each, base).reduce(
          (total, { quantity, unit }) => total + (toBase(each, quantity, unit) ?? Number.NaN),
          0,
        )
        expect(sum).toBe(base)
      }),
    )
  })
})

describe('a quantity in the unit one works with', () => {
  it('has the base unit beside it, and only the base unit where that is meant', () => {
    expect(inUnit(60, '盒', 12, '个')).toBe('5 盒 = 60 个')
    expect(inUnit(15, '盒', 12, '个')).toBe('1 盒 3 个 = 15 个')
    expect(inUnit(-15, '盒', 12, '个')).toBe('-1 盒 -3 个 = -15 个')
    expect(inUnit(7, '盒', 12, '个')).toBe('7 个')
    expect(inUnit(0, '盒', 12, '个')).toBe('0 个')
    expect(inUnit(60, '个', 1, '个')).toBe('60 个')
  })
})
