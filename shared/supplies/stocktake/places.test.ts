/** What a stocktake has to count, and what the book said at its cut-off. */
import { describe, expect, it } from 'vitest'
import { stockAccount } from '../accounts.ts'
import { lotAccount } from '../counter/lot-accounts.ts'
import type { Item, Slip } from '../records.ts'
import { balancesAt, isInScope, layLines, movedBy, piecesOf } from './places.ts'
import { isAt, shelvesAbove, shelvesOf } from './shelves.ts'
import { instantIn, movedAt } from './time.ts'

const zone = 'Asia/Shanghai'
const id = (last: number): string => `0190a000-0000-7000-8000-${last.toString().padStart(12, '0')}`
const itemOf = (last: number, more: Partial<Item> = {}): Item => ({
  id: id(last),
  code: `X${last}`,
  name: `物品${last}`,
  category: 'consumable',
  unit: '支',
  packs: [],
  barcodes: [],
  location: 'A区/01',
  exchangeOld: false,
  active: true,
  ...more,
})
const at = (local: string): number => instantIn(local, zone)

const slipOf = (more: Partial<Slip> & { base?: number; lot?: string }): Slip => {
  const { base = 1, lot, ...rest } = more
  const { code, name, unit } = itemOf(1)
  const line = { item: { id: id(1), code, name }, quantity: base, unit, base, baseUnit: unit }
  return {
    id: 'slip',
    verb: 'issue',
    numbered: { book: 'b', serial: 1, number: 'LY-A-2026-0001' },
    date: '2026-11-23',
    month: '2026-11',
    clerk: { id: 'c', name: '周敏' },
    lines: [{ ...line, location: 'A区/01', unitCost: 0, amount: 0, ...(lot === undefined ? {} : { lot }) }],
    amount: 0,
    enteredAt: at('2026-11-23 10:00'),
    ...rest,
  }
}

describe('shelves', () => {
  it('hold their bins, and nothing that only begins alike', () => {
    expect(isAt('A区', 'A区/01-03')).toBe(true)
    expect(isAt('A区/01', 'A区/01-03')).toBe(true)
    expect(isAt('A-1', 'A-10')).toBe(false)
    expect(isAt('A区/01-03', 'A区/01')).toBe(false)
  })

  it('are named from the widest to the bin itself, and counted', () => {
    expect(shelvesAbove('A区/01-03')).toEqual(['A区', 'A区/01', 'A区/01-03'])
    expect(shelvesAbove('-乙')).toEqual(['-乙'])
    expect(shelvesOf(['A区/01', 'A区/02', '门口'])).toEqual([
      { shelf: 'A区', places: 2 },
      { shelf: 'A区/01', places: 1 },
      { shelf: 'A区/02', places: 1 },
      { shelf: '门口', places: 1 },
    ])
  })
})

describe('a movement', () => {
  it('happened when it was entered, or at the end of the earlier day it says', () => {
    expect(movedAt(slipOf({}), zone)).toBe(at('2026-11-23 10:00'))
    expect(movedAt(slipOf({ date: '2026-11-20' }), zone)).toBe(at('2026-11-21 00:00') - 1)
  })

  it('of another stocktake belongs to the cut-off of that one', () => {
    const stocktake = { id: 's', number: 'PD-A-2026-0001', cutoff: at('2026-11-22 18:00') }
    expect(movedAt(slipOf({ verb: 'loss', stocktake }), zone)).toBe(stocktake.cutoff)
  })

  it('is placed in the office’s zone, also where summer time is kept', () => {
    expect(new Date(instantIn('2026-07-01 12:00', 'Europe/Berlin')).toISOString()).toBe('2026-07-01T10:00:00.000Z')
    expect(new Date(instantIn('2026-01-01 12:00', 'Europe/Berlin')).toISOString()).toBe('2026-01-01T11:00:00.000Z')
  })
})

describe('the book at the cut-off', () => {
  const cutoff = at('2026-11-23 12:00')
  const now = new Map([[stockAccount(id(1), 'A区/01'), 7]])
  const bookAt = (...slips: Slip[]) => balancesAt(now, slips, cutoff, zone).get(stockAccount(id(1), 'A区/01'))

  it('takes back what moved after it, and only that', () => {
    expect(bookAt(slipOf({ base: 3, enteredAt: at('2026-11-23 12:01') }))).toBe(10)
    expect(bookAt(slipOf({ base: 3, enteredAt: at('2026-11-23 11:59') }))).toBe(7)
    expect(bookAt(slipOf({ base: 3, enteredAt: cutoff }))).toBe(7)
    const reversal = { id: 'r', number: 'CX', verb: 'issue' as const }
    const reversed = slipOf({ verb: 'reverse', reverses: reversal, base: 3, enteredAt: at('2026-11-23 13:00') })
    expect(bookAt(reversed)).toBe(4)
  })

  it('counts lots apart, and what no lot was named for beside them', () => {
    const balances = new Map([
      [stockAccount(id(1), 'A:区'), 10],
      [lotAccount(id(1), 'A:区', '批:1'), 4],
      [lotAccount(id(1), 'A:区', '批2'), 5],
    ])
    const lying = [...piecesOf(balances).values()].map(({ place, pieces }) => [place.location, place.lot, pieces])
    expect(lying).toEqual([
      ['A:区', undefined, 1],
      ['A:区', '批:1', 4],
      ['A:区', '批2', 5],
    ])
    const moved = movedBy([slipOf({ base: 2, lot: '批2' })])
    expect(moved.get(lotAccount(id(1), 'A区/01', '批2'))).toBe(-2)
  })
})

describe('the lines of a scope', () => {
  const pieces = piecesOf(
    new Map([
      [stockAccount(id(1), 'A区/01'), 5],
      [stockAccount(id(1), 'B区'), 2],
      [stockAccount(id(3), 'A区/02'), 1],
      [stockAccount(id(4), 'A区/01'), 0],
    ]),
  )
  const items = [
    itemOf(1),
    itemOf(2, { location: 'A区/00', category: 'durable', group: '文具' }),
    itemOf(3, { active: false, location: 'A区/09' }),
    itemOf(4, { active: false }),
    itemOf(5, { mergedInto: id(1) }),
  ]
  const laid = (scope: Parameters<typeof layLines>[0]) =>
    layLines(scope, items, pieces).map(({ row, item, location }) => [row, item.code, location])

  it('are what lies there, and the own place of each active item, in the order of the shelves', () => {
    expect(laid({})).toEqual([
      [1, 'X2', 'A区/00'],
      [2, 'X1', 'A区/01'],
      [3, 'X3', 'A区/02'],
      [4, 'X1', 'B区'],
    ])
  })

  it('go along the shelves by their figures', () => {
    const bins = ['A-02-10', 'A-02-2', 'A-02', 'A-010-1', 'B-1'].map((location, index) =>
      itemOf(index + 10, { location }),
    )
    expect(layLines({}, bins, new Map()).map(({ location }) => location)).toEqual([
      'A-02',
      'A-02-2',
      'A-02-10',
      'A-010-1',
      'B-1',
    ])
  })

  it('are narrowed by location, category and group', () => {
    expect(laid({ locations: ['B区'] })).toEqual([[1, 'X1', 'B区']])
    expect(laid({ locations: ['A区'], category: 'durable' })).toEqual([[1, 'X2', 'A区/00']])
    expect(laid({ groups: ['文具'] })).toEqual([[1, 'X2', 'A区/00']])
    expect(isInScope({ groups: ['文具'] }, itemOf(1), 'A区')).toBe(false)
  })
})
