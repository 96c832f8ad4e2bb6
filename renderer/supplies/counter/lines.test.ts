/** Filling a slip: scans of the same thing add up, short commands mean what was scanned last. */
import { describe, expect, it } from 'vitest'
import type { Offer } from '../../../shared/supplies/operations.ts'
import { addOffer, changeUnit, doShort, isPartial, shortCommand, type EntryLine } from './lines.ts'

const offer = (id: string, unit = '支', amount = 1): Offer => ({
  item: {
    id,
    code: id,
    name: id,
    category: 'consumable',
    unit: '支',
    packs: [{ unit: '盒', factor: 12 }],
    barcodes: [],
    location: 'A',
    exchangeOld: false,
    active: true,
    stock: 9,
    value: 0,
  },
  stockAt: [],
  unit,
  amount,
  base: amount,
})

const scan = (...offers: Offer[]) => offers.reduce(addOffer, [] as ReturnType<typeof addOffer>)
const brief = (lines: ReturnType<typeof scan> | undefined) =>
  lines?.map(({ item, quantity, unit }) => `${item} ${quantity} ${unit}`)

it('says with a slash how many were asked for, beside how many are issued', () => {
  const lines = shortCommand(addOffer([], offer('笔')), '/10') ?? []
  expect(lines).toMatchObject([{ quantity: 1, asked: 10 }])
  expect(isPartial(lines)).toBe(true)
  expect(isPartial(shortCommand(lines, '*10') ?? [])).toBe(false)
})

describe('lines of a slip', () => {
  it('adds scans of the same item and unit up, and keeps units apart', () => {
    expect(brief(scan(offer('pen'), offer('glue'), offer('pen'), offer('pen', '盒')))).toEqual([
      'glue 1 支',
      'pen 2 支',
      'pen 1 盒',
    ])
    expect(brief(scan(offer('pen', '支', 6), offer('pen', '支', 6)))).toEqual(['pen 12 支'])
  })

  it('lets short commands change what was scanned last', () => {
    const lines = scan(offer('pen'), offer('glue'), offer('pen'))
    expect(brief(shortCommand(lines, '*5'))).toEqual(['glue 1 支', 'pen 5 支'])
    expect(brief(shortCommand(lines, '*0.5'))).toEqual(['glue 1 支', 'pen 0.5 支'])
    expect(brief(shortCommand(lines, '-'))).toEqual(['glue 1 支'])
    expect(brief(shortCommand(lines, 'x0'))).toEqual(['glue 1 支'])
    expect(shortCommand(lines, '6901234567892')).toBeUndefined()
    expect(shortCommand([], '*5')).toBeUndefined()
  })

  it('joins lines that come to the same unit', () => {
    const lines = scan(offer('pen', '盒'), offer('pen'))
    expect(brief(changeUnit(lines, 'pen 盒', '支'))).toEqual(['pen 2 支'])
    expect(brief(changeUnit(scan(offer('pen')), 'pen 支', '盒'))).toEqual(['pen 1 盒'])
  })
})

describe('a short command that follows a scan at once', () => {
  it('means the line that was added in that moment, though no page was drawn since', () => {
    let lines: readonly EntryLine[] = []
    const change = (next: (before: readonly EntryLine[]) => readonly EntryLine[]) => (lines = next(lines))
    const line = {
      key: 'pen 支',
      item: 'pen',
      name: '笔',
      unit: '支',
      quantity: 1,
      oldReturned: false,
      price: undefined,
    }
    change((before) => [...before, line])
    expect([doShort(change, '*3'), doShort(change, '/5'), doShort(change, '690000000016')]).toEqual([true, true, false])
    expect(lines).toEqual([{ ...line, quantity: 3, asked: 5 }])
  })
})
