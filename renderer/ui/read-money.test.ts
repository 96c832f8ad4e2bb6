/** Amounts typed at the desk become minor units without rounding. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figures } from '../../shared/office/money.ts'
import { readMoney, whyNoMoney } from './read-money.ts'

describe('an amount as it is typed', () => {
  it.each([
    ['300000', 30_000_000],
    ['300,000.00', 30_000_000],
    ['￥1,234.5', 123_450],
    ['30万', 30_000_000],
    ['1.25万', 1_250_000],
    ['0.07', 7],
    ['1.2亿', 12_000_000_000],
    ['1，000', 100_000],
    ['12.300', 1230],
  ])('reads %s', (typed, minor) => {
    expect(readMoney(typed)).toBe(minor)
  })

  it.each(['', 'abc', '-5', '1.234', '1e9', '12,34', '99999999999999999', '1.2.3', '0.0000001万'])(
    'refuses %s',
    (typed) => {
      expect(readMoney(typed)).toBeUndefined()
    },
  )

  it.each([
    ['', undefined],
    ['12.300', undefined],
    ['1.2345', 'invalid.cell.amount-places'],
    ['￥0.001', 'invalid.cell.amount-places'],
    ['99999999999999999', 'invalid.too-large'],
    ['12,34', 'invalid.cell.money'],
    ['abc', 'invalid.cell.money'],
    ['-5', 'invalid.cell.money'],
  ] as const)('says of %s why it is none', (typed, why) => {
    expect(whyNoMoney(typed)).toBe(why)
  })

  it('reads back whatever the house prints', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_000_000_000_000_000 }), (minor) => {
        expect(readMoney(figures(minor))).toBe(minor)
      }),
    )
  })
})
