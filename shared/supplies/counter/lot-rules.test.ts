/** Lots are taken first-expiring first, and what a line asks for is neither more nor less than before, however it is split. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stockAccount } from '../accounts.ts'
import { byExpiry, pickLots, type LotLine } from './lot-rules.ts'
import type { Item } from '../records.ts'
import type { LotAt, Shelf } from '../tally.ts'

const item: Item = {
  id: 'glue',
  code: 'glue',
  name: '胶水',
  category: 'consumable',
  unit: '支',
  packs: [{ unit: '盒', factor: 12 }],
  barcodes: [],
  location: 'A1',
  exchangeOld: false,
  active: true,
  lots: true,
}

const shelfWith = (lots: readonly LotAt[], loose: number): Shelf => {
  const quantity = lots.reduce((sum, lot) => sum + lot.quantity, loose)
  return {
    item: (id) => (id === item.id ? item : undefined),
    balance: (account) => (account === stockAccount(item.id, 'A1') ? quantity : 0),
    stockAt: () => [{ location: 'A1', quantity }],
    lotsAt: () => [...lots],
    drawn: () => ({ base: 0, amount: 0 }),
  }
}

const baseOf = ({ quantity, unit }: { quantity: number; unit: string }): number =>
  unit === '盒' ? quantity * 12 : quantity

const lot = fc.record({
  location: fc.constant('A1'),
  lot: fc.constantFrom('a', 'b', 'c', 'd'),
  quantity: fc.integer({ min: 1, max: 30 }),
  expiry: fc.option(fc.constantFrom('2026-12-01', '2027-01-01', '2027-06-01'), { nil: undefined }),
})
const someLots = fc.uniqueArray(lot, { selector: (each) => each.lot, maxLength: 4 })
const line = fc.record({
  item: fc.constant('glue'),
  quantity: fc.integer({ min: 1, max: 12 }),
  unit: fc.constantFrom('支', '盒'),
})

describe('picking lots', () => {
  it('keeps what was asked for, takes no lot beyond what lies there, and never a later one before an earlier', () => {
    fc.assert(
      fc.property(someLots, fc.nat(20), fc.array(line, { minLength: 1, maxLength: 3 }), (lots, loose, lines) => {
        const picked = pickLots<LotLine>(shelfWith(lots, loose), lines, '2026-11-23')
        const sum = (all: readonly { quantity: number; unit: string }[]) =>
          all.reduce((total, each) => total + baseOf(each), 0)
        expect(sum(picked)).toBe(sum(lines))
        const taken = lots.map((each) => sum(picked.filter((one) => one.lot === each.lot)))
        lots.forEach((each, index) => expect(taken[index]).toBeLessThanOrEqual(each.quantity))
        const order = lots.map((each, index) => ({
          each,
          left: each.quantity - (taken[index] ?? 0),
          took: taken[index] ?? 0,
        }))
        order.sort((one, other) => byExpiry(one.each, other.each))
        // Where something of a lot is taken, nothing is left of those before it.
        order.forEach(({ took }, index) => {
          if (took > 0) for (const before of order.slice(0, index)) expect(before.left).toBe(0)
        })
      }),
    )
  })

  it('leaves a chosen lot and other items alone, and passes over what has expired while something else is there', () => {
    const lots = [
      { location: 'A1', lot: 'old', quantity: 5, expiry: '2026-10-31' },
      { location: 'A1', lot: 'new', quantity: 5, expiry: '2027-10-31' },
    ]
    const shelf = shelfWith(lots, 0)
    const pick = (more: object, day?: string) =>
      pickLots<LotLine>(shelf, [{ item: 'glue', quantity: 3, unit: '支', ...more }], day).map((each) => each.lot)
    expect(pick({ lot: 'old' }, '2026-11-23')).toEqual(['old'])
    expect(pick({ item: 'pen' }, '2026-11-23')).toEqual([undefined])
    expect(pick({}, '2026-11-23')).toEqual(['new'])
    expect(pick({ quantity: 7 }, '2026-11-23')).toEqual(['new', 'old'])
    // Written off or moved, the expired goes first.
    expect(pick({})).toEqual(['old'])
  })
})
