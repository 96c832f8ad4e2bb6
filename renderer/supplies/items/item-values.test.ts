/** The item page: what is typed becomes the input, and comes back the same. */
import { describe, expect, it } from 'vitest'
import type { ItemRow } from '../../../shared/supplies/operations.ts'
import { asChange, readItem, valuesOf } from './item-values.ts'
import { offersText, readOffers } from '../counter/offer-text.ts'

const item: ItemRow = {
  id: 'pen',
  code: 'WP0001',
  name: '中性笔',
  category: 'consumable',
  group: '书写',
  unit: '支',
  packs: [{ unit: '盒', factor: 12 }],
  barcodes: [{ code: '6901', unit: '盒', amount: 1 }],
  location: 'A区/01-03',
  suppliers: [{ name: '晨光文具', unit: '盒', price: 123_450, leadDays: 3, code: 'M-112' }],
  quota: 6,
  quotaRules: [
    { per: 'department', measure: 'amount', limit: 50_000 },
    { per: 'person', measure: 'quantity', limit: 9 },
  ],
  lots: true,
  exchangeOld: false,
  active: true,
  stock: 0,
  value: 0,
}

describe('the item page', () => {
  it('gives back what it shows, and keeps a rule that it does not show', () => {
    const values = valuesOf(item)
    expect(values).toMatchObject({ departmentAmount: 50_000, personAmount: undefined, packs: '盒=12' })
    const read = readItem(values, item)
    expect(read).toMatchObject({
      input: {
        packs: item.packs,
        barcodes: item.barcodes,
        suppliers: item.suppliers,
        quotaRules: [item.quotaRules?.[1], item.quotaRules?.[0]],
        lots: true,
      },
    })
  })

  it('names every line that it cannot read, and empties what was emptied', () => {
    const values = { ...valuesOf(item), packs: '盒', suppliers: '晨光文具，盒，18.5\n没有单价' }
    expect(readItem(values, item)).toEqual({ bad: { packs: 1, suppliers: 2 } })
    const read = readItem({ ...valuesOf(item), group: '', quota: undefined }, item)
    expect('input' in read && asChange(read.input)).toMatchObject({ group: null, quota: null, spec: null })
  })
})

describe('offers as text', () => {
  it('take commas, tabs and what is left out', () => {
    expect(readOffers('晨光文具\t盒\t18.50\t3\tM-112\n得力，，1.2', '支').read).toEqual([
      { name: '晨光文具', unit: '盒', price: 1850, leadDays: 3, code: 'M-112' },
      { name: '得力', unit: '支', price: 120 },
    ])
    expect(readOffers('得力，支，一元', '支').bad).toBe(1)
    expect(readOffers('得力，支，1，三天', '支').bad).toBe(1)
    expect(readOffers(offersText(item.suppliers ?? []), '支').read).toEqual(item.suppliers)
  })
})
