/** Parts of packs: what comes out whole is entered in the base unit, what does not is refused by name. */
import { describe, expect, it } from 'vitest'
import type { Item } from '../records.ts'
import { inWholeUnits } from './whole-units.ts'

const item: Item = {
  id: 'pen',
  code: 'pen',
  name: '中性笔',
  category: 'consumable',
  unit: '支',
  packs: [
    { unit: '盒', factor: 12 },
    { unit: '箱', factor: 30 },
  ],
  barcodes: [],
  location: 'A',
  exchangeOld: false,
  active: true,
}
const whole = (quantity: number, unit: string, more: { price?: number; asked?: number } = {}) =>
  inWholeUnits(() => item, [{ item: 'pen', quantity, unit, ...more }])

describe('parts of packs', () => {
  it('are pieces where they come out whole, and keep their price', () => {
    expect(whole(2, '盒')).toEqual([{ item: 'pen', quantity: 2, unit: '盒' }])
    expect(whole(0.5, '盒', { price: 1850, asked: 2 })).toMatchObject([
      { quantity: 6, unit: '支', amount: 925, asked: 24 },
    ])
    // 0.1 × 30 is 3.0000000000000004 in binary.
    expect(whole(0.1, '箱')).toMatchObject([{ quantity: 3, unit: '支' }])
  })

  it('are refused where they do not', () => {
    expect(whole(0.3, '盒')).toMatchObject({
      refused: { code: 'quantity-not-whole', item: '中性笔', quantity: 0.3, unit: '盒', base: 3.6, baseUnit: '支' },
    })
    expect(whole(1.5, '支')).toMatchObject({ refused: { code: 'base-not-whole', quantity: 1.5, unit: '支' } })
  })
})
