/** What a stocktake posts: gains at their worth, losses at the average, both undone without a trace. */
import { describe, expect, it } from 'vitest'
import { isRefusal, type Refusal } from '../../api/fault.ts'
import { stockAccount, valueAccount } from '../accounts.ts'
import { decideGain, decideLoss } from './count-slip-rules.ts'
import type { Item, Slip } from '../records.ts'
import { decideReceipt } from '../rules.ts'
import { createMemoryShelf } from '../items/shelf-in-memory.ts'
import { decideReverse } from './undo-rules.ts'

const pen: Item = {
  id: 'pen',
  code: 'P1',
  name: '中性笔',
  category: 'consumable',
  unit: '支',
  packs: [],
  barcodes: [],
  location: 'A',
  exchangeOld: false,
  active: true,
}
const today = '2026-11-24'
const stocktake = { id: 'take', number: 'PD-A-2026-0001' }

/** A shelf with 10 pens worth 15.01. */
const open = () => {
  const shelf = createMemoryShelf([pen])
  shelf.enter(decideReceipt(shelf, { lines: [{ item: 'pen', quantity: 10, unit: '支', amount: 1501 }] }, today))
  return { shelf, lying: () => [shelf.balance(stockAccount('pen', 'A')), shelf.balance(valueAccount('pen'))] }
}
const entered = (answer: Slip | Refusal): Slip => {
  if (isRefusal(answer)) throw new Error(answer.refused.code)
  return answer
}
const line = (quantity: number) => ({ item: 'pen', quantity, unit: '支', location: 'A' })

describe('slips of a stocktake', () => {
  it('takes a gain in at its worth and names the stocktake', () => {
    const { shelf, lying } = open()
    const gain = entered(shelf.enter(decideGain(shelf, { stocktake, lines: [{ ...line(2), amount: 301 }] }, today)))
    expect(gain).toMatchObject({ verb: 'gain', stocktake, amount: 301 })
    expect(lying()).toEqual([12, 1802])
  })

  it('lets a loss leave at the average, and all of it with the whole value', () => {
    const { shelf, lying } = open()
    shelf.enter(decideLoss(shelf, { stocktake, lines: [line(3)] }, today))
    expect(lying()).toEqual([7, 1501 - 450])
    shelf.enter(decideLoss(shelf, { stocktake, lines: [line(7)] }, today))
    expect(lying()).toEqual([0, 0])
  })

  it('posts a loss of more than the book meanwhile holds, which then is oversold', () => {
    const { shelf, lying } = open()
    shelf.enter(decideLoss(shelf, { stocktake, lines: [line(12)] }, today))
    expect(lying()).toEqual([-2, 0])
  })

  it('reverses both exactly', () => {
    const { shelf, lying } = open()
    const gain = entered(shelf.enter(decideGain(shelf, { stocktake, lines: [{ ...line(2), amount: 999 }] }, today)))
    const loss = entered(shelf.enter(decideLoss(shelf, { stocktake, lines: [line(5)] }, today)))
    shelf.enter(decideReverse(shelf, loss, {}, today))
    shelf.enter(decideReverse(shelf, gain, {}, today))
    expect(lying()).toEqual([10, 1501])
  })

  it('refuses a gain whose worth no longer sums up exactly', () => {
    const { shelf } = open()
    const answer = decideGain(shelf, { stocktake, lines: [{ ...line(1), amount: 5e13 }] }, today)
    expect(isRefusal(answer) && answer.refused.code).toBe('invalid-input')
  })
})
