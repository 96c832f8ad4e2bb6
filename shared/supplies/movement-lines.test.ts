/** The movements of any slips sum up to exactly what the accounts keep. */
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { stockAccount, valueAccount } from './accounts.ts'
import { movementLines } from './movement-lines.ts'
import type { Item } from './records.ts'
import { decideCorrection, decideLatePrice } from './value/revalue-rules.ts'
import { decideReceipt, decideScrap, decideTransfer } from './rules.ts'
import { decideIssue } from './counter/issue-rules.ts'
import { createMemoryShelf } from './items/shelf-in-memory.ts'
import { decideReturn, decideReverse } from './counter/undo-rules.ts'

const item = (id: string): Item => ({
  id,
  code: id,
  name: id,
  category: 'consumable',
  unit: '个',
  packs: [{ unit: '箱', factor: 7 }],
  barcodes: [],
  location: 'A',
  exchangeOld: false,
  active: true,
})

const act = fc.record({
  verb: fc.constantFrom('receipt', 'issue', 'return', 'transfer', 'scrap', 'reverse', 'late-price', 'correction'),
  item: fc.constantFrom('x', 'y'),
  quantity: fc.integer({ min: 1, max: 9 }),
  unit: fc.constantFrom('个', '箱'),
  amount: fc.nat({ max: 100_000 }),
  pick: fc.nat(),
})

it('sum up to the stock by location and the value of every item, reversals included', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      const shelf = createMemoryShelf([item('x'), item('y')])
      const today = '2026-11-20'
      for (const { verb, pick, amount, ...line } of acts) {
        const lines = [{ ...line, amount, to: 'B' }]
        const earlier = shelf.slips.length === 0 ? undefined : shelf.slips[pick % shelf.slips.length]
        const recipient = { id: 'p', name: '王', department: { id: 'd', name: '部' } }
        if (verb === 'receipt') shelf.enter(decideReceipt(shelf, { lines }, today))
        if (verb === 'issue') shelf.enter(decideIssue(shelf, { lines, recipient }, today))
        if (verb === 'return') shelf.enter(decideReturn(shelf, { lines, recipient }, today))
        if (verb === 'transfer') shelf.enter(decideTransfer(shelf, { lines }, today))
        if (verb === 'scrap') shelf.enter(decideScrap(shelf, { lines, reason: '坏' }, today))
        if (verb === 'correction') shelf.enter(decideCorrection(shelf, { lines, reason: '错' }, today))
        if (verb === 'reverse' && earlier) shelf.enter(decideReverse(shelf, earlier, {}, today))
        if (verb === 'late-price' && earlier)
          shelf.enter(decideLatePrice(shelf, { receipt: earlier, lines: [{ line: 0, amount }] }, today))
      }
      const sums = new Map<string, number>()
      const add = (account: string, delta: number): void => void sums.set(account, (sums.get(account) ?? 0) + delta)
      const names = Object.keys(movementLines.columns)
      let used = 0
      for (const values of shelf.slips.flatMap((slip) => movementLines.of(slip))) {
        const line = Object.fromEntries(values.map((value, index) => [names[index], value]))
        add(stockAccount(String(line['item']), String(line['location'])), Number(line['quantity']))
        add(valueAccount(String(line['item'])), Number(line['amount']))
        used += Number(line['used'])
      }
      for (const [account, amount] of shelf.accounts)
        if (account.startsWith('item:') && !account.includes(':moved:'))
          expect([account, sums.get(account) ?? 0]).toEqual([account, amount])
      // A slip with its reversal consumed nothing, so the unreversed ones are all of it.
      const standing = shelf.slips.filter((slip) => slip.verb !== 'reverse' && !slip.reversedBy)
      const consumed = standing.map(({ verb, amount, lines }) =>
        verb === 'issue'
          ? amount
          : verb === 'return'
            ? -amount
            : lines.reduce((sum, { difference }) => sum + (difference?.used ?? 0), 0),
      )
      expect(used).toBe(consumed.reduce((sum, each) => sum + each, 0))
    }),
  )
})
