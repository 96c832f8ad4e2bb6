/** Sums of a main contract and its supplements. */
import { expect, it } from 'vitest'
import { familySums } from './family.ts'

it('sums by currency, 元 first, without terminated ones and those that state no amount', () => {
  expect(
    familySums([
      { currency: 'USD', amount: 5_000, status: 'signed' },
      { currency: 'CNY', amount: 80_000_000, status: 'performing' },
      { currency: 'CNY', amount: 10_700_053, status: 'draft' },
      { currency: 'CNY', amount: 1, status: 'terminated' },
      { currency: 'CNY', amount: undefined, status: 'signed' },
    ]),
  ).toEqual([
    { currency: 'CNY', amount: 90_700_053, count: 2 },
    { currency: 'USD', amount: 5_000, count: 1 },
  ])
})
