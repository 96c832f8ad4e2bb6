/** Late prices and corrections: the whole difference is entered, in an open month, and a reversal takes it back exactly. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRefusal, type Refusal } from '../../api/fault.ts'
import { valueAccount } from '../accounts.ts'
import { refuseClosedMonth } from './closed-months.ts'
import type { Item, Slip } from '../records.ts'
import { decideCorrection, decideLatePrice } from './revalue-rules.ts'
import { decideIssue } from '../counter/issue-rules.ts'
import { decideReceipt, decideScrap } from '../rules.ts'
import { createMemoryShelf } from '../items/shelf-in-memory.ts'
import { decideReverse } from '../counter/undo-rules.ts'

const pen: Item = {
  id: 'pen',
  code: 'pen',
  name: '中性笔',
  category: 'consumable',
  unit: '支',
  packs: [],
  barcodes: [],
  location: 'A',
  exchangeOld: false,
  active: true,
}
const today = '2026-11-20'
const made = (slip: Slip | Refusal): Slip => {
  if (isRefusal(slip)) throw new Error(JSON.stringify(slip))
  return slip
}
const receive = (quantity: number, amount: number) => ({ lines: [{ item: 'pen', quantity, unit: '支', amount }] })
const issue = (quantity: number, date?: string) => ({
  lines: [{ item: 'pen', quantity, unit: '支' }],
  recipient: { id: 'p', name: '王' },
  ...(date === undefined ? {} : { date }),
})

describe('closed months', () => {
  it('take nothing, the month after them does', () => {
    expect(refuseClosedMonth('2026-10-31', '2026-10')).toEqual({
      refused: { code: 'stock-month-closed', date: '2026-10-31', month: '2026-10', closedThrough: '2026-10' },
    })
    expect(refuseClosedMonth('2026-11-01', '2026-10')).toBeUndefined()
    expect(refuseClosedMonth('2020-01-01', undefined)).toBeUndefined()
  })

  it('are asked for by every slip, and a reversal of what lies in one is dated today', () => {
    const shelf = createMemoryShelf([pen])
    const old = made(shelf.enter(decideReceipt(shelf, { ...receive(10, 1000), date: '2026-10-05' }, today)))
    const closed = { ...shelf, closedThrough: '2026-10' }
    const date = '2026-10-31'
    const refused = { refused: { code: 'stock-month-closed' } }
    expect(decideReceipt(closed, { ...receive(1, 1), date }, today)).toMatchObject(refused)
    expect(decideIssue(closed, issue(1, date), today)).toMatchObject(refused)
    expect(decideScrap(closed, { ...issue(1, date), reason: '坏' }, today)).toMatchObject(refused)
    expect(decideCorrection(closed, { date, reason: '错', lines: [{ item: 'pen', amount: 1 }] }, today)).toMatchObject(
      refused,
    )
    expect(decideReverse(closed, old, {}, today)).toMatchObject({ verb: 'reverse', date: today })
  })
})

describe('a late price', () => {
  it('is shared between what lies there and what was used, and said again counts from what is known by now', () => {
    const shelf = createMemoryShelf([pen])
    const receipt = made(shelf.enter(decideReceipt(shelf, receive(10, 1000), today)))
    shelf.enter(decideIssue(shelf, issue(4), today))
    // 10 pieces at 100; 4 are used, 6 lie there. The invoice says 1,100: 60 to the stock, 40 to this period's cost.
    const slip = made(shelf.enter(decideLatePrice(shelf, { receipt, lines: [{ line: 0, amount: 1100 }] }, today)))
    expect(slip.lines).toMatchObject([{ base: 0, amount: 60, difference: { cause: 'late-price', used: 40 } }])
    expect(shelf.balance(valueAccount('pen'))).toBe(660)
    expect(decideLatePrice(shelf, { receipt, lines: [{ line: 0, amount: 1100 }] }, today)).toMatchObject({
      refused: { code: 'nothing-to-revalue' },
    })
    const back = decideLatePrice(shelf, { receipt, lines: [{ line: 0, amount: 1000 }] }, today)
    expect(back).toMatchObject({ lines: [{ amount: -60, difference: { used: -40 } }] })
  })

  it('is of a receipt that stands, and never takes more than the stock is worth', () => {
    const shelf = createMemoryShelf([pen])
    const receipt = made(shelf.enter(decideReceipt(shelf, receive(10, 1000), today)))
    const slip = made(shelf.enter(decideIssue(shelf, issue(9), today)))
    expect(decideLatePrice(shelf, { receipt: slip, lines: [{ line: 0, amount: 5 }] }, today)).toMatchObject({
      refused: { code: 'not-a-receipt' },
    })
    expect(decideLatePrice(shelf, { receipt, lines: [{ line: 3, amount: 5 }] }, today)).toMatchObject({
      refused: { code: 'invalid-input', problems: [{ path: 'lines.0.line' }] },
    })
    expect(decideCorrection(shelf, { reason: '错', lines: [{ item: 'pen', amount: -101 }] }, today)).toMatchObject({
      refused: { code: 'value-below-zero', value: 100, asked: 101 },
    })
    expect(decideLatePrice(shelf, { receipt, lines: [{ line: 0, amount: 0 }] }, today)).toMatchObject({
      lines: [{ amount: -100, difference: { used: -900 } }],
    })
  })

  it('loses nothing, whatever was issued in between, and a reversal restores exactly', () => {
    const amounts = fc.nat({ max: 1_000_000 })
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        amounts,
        fc.nat({ max: 50 }),
        amounts,
        (base, price, taken, late) => {
          const shelf = createMemoryShelf([pen])
          const receipt = made(shelf.enter(decideReceipt(shelf, receive(base, price), today)))
          if (taken > 0) shelf.enter(decideIssue(shelf, issue(Math.min(taken, base)), today))
          const before = new Map(shelf.accounts)
          const slip = shelf.enter(decideLatePrice(shelf, { receipt, lines: [{ line: 0, amount: late }] }, today))
          if (isRefusal(slip)) {
            expect(late).toBe(price)
            return
          }
          const [line] = slip.lines
          expect((line?.amount ?? 0) + (line?.difference?.used ?? 0)).toBe(late - price)
          expect(shelf.balance(valueAccount('pen'))).toBeGreaterThanOrEqual(0)
          shelf.enter(decideReverse(shelf, slip, {}, today))
          for (const [account, amount] of before)
            if (account.startsWith('item:') && !account.includes(':moved:')) expect(shelf.balance(account)).toBe(amount)
        },
      ),
    )
  })
})
