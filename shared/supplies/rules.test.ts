/** Slips one by one: what is refused, what needs a reason, what a line costs, what takes it back. */
import { describe, expect, it } from 'vitest'
import { isRefusal, type Refusal } from '../api/fault.ts'
import { drawnAccount, stockAccount, valueAccount } from './accounts.ts'
import type { Item, Recipient, Slip } from './records.ts'
import { decideIssue, type IssueLine } from './counter/issue-rules.ts'
import { decideReceipt, decideScrap, decideTransfer } from './rules.ts'
import { createMemoryShelf, type MemoryShelf } from './items/shelf-in-memory.ts'
import { decideReturn, decideReverse } from './counter/undo-rules.ts'

const today = '2026-11-23'
const li: Recipient = { id: 'li', name: '李娜', department: { id: 'mk', name: '市场部' } }

const pen: Item = {
  id: 'pen',
  code: 'B001',
  name: '中性笔',
  category: 'consumable',
  unit: '支',
  packs: [{ unit: '盒', factor: 12 }],
  barcodes: [],
  location: 'A1',
  exchangeOld: false,
  quota: 5,
  active: true,
}
const drill: Item = {
  ...pen,
  id: 'drill',
  code: 'G001',
  name: '电钻',
  unit: '把',
  packs: [],
  exchangeOld: true,
  quota: undefined,
}

const stocked = (): MemoryShelf => {
  const shelf = createMemoryShelf([pen, drill, { ...pen, id: 'old', name: '蜡纸', active: false }])
  shelf.enter(
    decideReceipt(
      shelf,
      {
        lines: [
          { item: 'pen', quantity: 1, unit: '盒', amount: 1000 },
          { item: 'drill', quantity: 2, unit: '把', price: 19900 },
        ],
      },
      today,
    ),
  )
  return shelf
}

const issue = (shelf: MemoryShelf, lines: IssueLine[], more: { reason?: string; date?: string } = {}): Slip | Refusal =>
  shelf.enter(decideIssue(shelf, { recipient: li, lines, ...more }, today))

const slipOf = (answer: Slip | Refusal): Slip => {
  if (isRefusal(answer)) throw new Error(`refused: ${answer.refused.code}`)
  return answer
}

const codeOf = (answer: unknown): string | undefined => (isRefusal(answer) ? answer.refused.code : undefined)

describe('receiving', () => {
  it('adds packs as pieces, and the invoiced amount as value', () => {
    const shelf = stocked()
    expect(shelf.balance(stockAccount('pen', 'A1'))).toBe(12)
    expect(shelf.balance(valueAccount('pen'))).toBe(1000)
    expect(shelf.balance(valueAccount('drill'))).toBe(39800)
  })

  it('refuses unknown units, retired items, unknown items, the future and amounts that no longer sum exactly', () => {
    const shelf = stocked()
    const line = { item: 'pen', quantity: 1, unit: '支', amount: 1 }
    expect(codeOf(decideReceipt(shelf, { lines: [{ ...line, unit: '桶' }] }, today))).toBe('unknown-unit')
    expect(codeOf(decideReceipt(shelf, { lines: [{ ...line, item: 'old' }] }, today))).toBe('item-retired')
    expect(codeOf(decideReceipt(shelf, { lines: [{ ...line, item: 'no' }] }, today))).toBe('not-found')
    expect(codeOf(decideReceipt(shelf, { lines: [line], date: '2026-11-24' }, today))).toBe('slip-in-future')
    expect(codeOf(decideReceipt(shelf, { lines: [{ ...line, amount: 9e15 }] }, today))).toBe('invalid-input')
  })
})

describe('issuing', () => {
  it('costs the moving average and keeps the remainder in the stock', () => {
    const shelf = stocked()
    const slip = slipOf(issue(shelf, [{ item: 'pen', quantity: 5, unit: '支' }]))
    expect(slip.lines[0]).toMatchObject({ base: 5, amount: 417, unitCost: 83, location: 'A1', overQuota: 0 })
    expect(shelf.balance(valueAccount('pen'))).toBe(583)
  })

  it('is refused beyond the stock, also by two lines together', () => {
    const shelf = stocked()
    const line = { item: 'pen', quantity: 7, unit: '支' }
    const answer = issue(shelf, [line, line], { reason: '展会' })
    expect(answer).toEqual({
      refused: { code: 'stock-short', item: '中性笔', location: 'A1', left: 5, asked: 7, unit: '支' },
    })
    expect(shelf.balance(stockAccount('pen', 'A1'))).toBe(12)
  })

  it('needs a reason over quota, over several slips of the month, and says by how much', () => {
    const shelf = stocked()
    slipOf(issue(shelf, [{ item: 'pen', quantity: 3, unit: '支' }]))
    const answer = issue(shelf, [{ item: 'pen', quantity: 4, unit: '支' }])
    expect(answer).toMatchObject({
      refused: { code: 'quota-exceeded', items: ['中性笔 7/5 支'], over: [{ quota: 5, drawn: 3, asked: 4 }] },
    })
    const slip = slipOf(issue(shelf, [{ item: 'pen', quantity: 4, unit: '支' }], { reason: '客户来访' }))
    expect(slip.lines[0]?.overQuota).toBe(2)
    expect(shelf.balance(drawnAccount('li', 'pen', '2026-11'))).toBe(7)
  })

  it('counts last month’s slips against last month', () => {
    const shelf = stocked()
    slipOf(issue(shelf, [{ item: 'pen', quantity: 5, unit: '支' }], { date: '2026-10-31' }))
    expect(isRefusal(issue(shelf, [{ item: 'pen', quantity: 5, unit: '支' }]))).toBe(false)
  })

  it('asks for the old one of an exchange item, or a reason', () => {
    const shelf = stocked()
    expect(codeOf(issue(shelf, [{ item: 'drill', quantity: 1, unit: '把' }]))).toBe('old-one-needed')
    expect(isRefusal(issue(shelf, [{ item: 'drill', quantity: 1, unit: '把', oldReturned: true }]))).toBe(false)
    expect(isRefusal(issue(shelf, [{ item: 'drill', quantity: 1, unit: '把' }], { reason: '首次配发' }))).toBe(false)
  })

  it('takes from where it lies when the item’s own place is empty', () => {
    const shelf = stocked()
    shelf.enter(decideTransfer(shelf, { lines: [{ item: 'pen', quantity: 1, unit: '盒', to: 'B2' }] }, today))
    expect(slipOf(issue(shelf, [{ item: 'pen', quantity: 2, unit: '支' }])).lines[0]?.location).toBe('B2')
  })
})

describe('taking back', () => {
  it('returns exactly the cost that left, in any parts, and frees the quota', () => {
    const shelf = stocked()
    const original = slipOf(issue(shelf, [{ item: 'pen', quantity: 5, unit: '支' }]))
    const back = (quantity: number) =>
      shelf.enter(decideReturn(shelf, { original, lines: [{ item: 'pen', quantity, unit: '支' }] }, today))
    expect(slipOf(back(2)).recipient?.name).toBe('李娜')
    expect(codeOf(back(4))).toBe('return-exceeds-issue')
    slipOf(back(3))
    expect(shelf.balance(valueAccount('pen'))).toBe(1000)
    expect(shelf.balance(drawnAccount('li', 'pen', '2026-11'))).toBe(0)
    expect(codeOf(decideReverse(shelf, original, {}, today))).toBe('slip-has-returns')
  })

  it('takes only issue slips as an original', () => {
    const shelf = stocked()
    const [receipt] = shelf.slips
    expect(
      codeOf(decideReturn(shelf, { original: receipt, lines: [{ item: 'pen', quantity: 1, unit: '支' }] }, today)),
    ).toBe('not-an-issue')
  })

  it('reverses once, and never a reversal', () => {
    const shelf = stocked()
    const slip = slipOf(issue(shelf, [{ item: 'pen', quantity: 5, unit: '支' }]))
    const reversal = slipOf(shelf.enter(decideReverse(shelf, slip, {}, today)))
    expect(codeOf(decideReverse(shelf, slip, {}, today))).toBe('slip-reversed')
    expect(codeOf(decideReverse(shelf, reversal, {}, today))).toBe('slip-not-reversible')
  })

  it('refuses to reverse a receipt whose goods are gone', () => {
    const shelf = stocked()
    const [receipt] = shelf.slips
    slipOf(issue(shelf, [{ item: 'pen', quantity: 5, unit: '支' }]))
    expect(receipt && codeOf(decideReverse(shelf, receipt, {}, today))).toBe('stock-short')
  })

  it('lets stock fall below zero when another desk’s slip arrives', () => {
    const shelf = stocked()
    const slip = slipOf(issue(shelf, [{ item: 'pen', quantity: 12, unit: '支' }], { reason: '展会' }))
    shelf.fold({ ...slip, id: 'from-desk-b' })
    expect(shelf.balance(stockAccount('pen', 'A1'))).toBe(-12)
    expect(
      codeOf(decideScrap(shelf, { lines: [{ item: 'pen', quantity: 1, unit: '支' }], reason: '漏墨' }, today)),
    ).toBe('stock-short')
  })
})
