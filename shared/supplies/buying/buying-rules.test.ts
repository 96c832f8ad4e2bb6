/** Purchase requests: who decides, in which state what may follow, and entries that fold alike in any order. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRefusal } from '../../api/fault.ts'
import type { Entry } from '../../journal/entry.ts'
import { approvedAmount, purchaseRequest } from './buying-fold.ts'
import { purchaseLeftAccount } from './buying-accounts.ts'
import type { Purchase } from './buying-records.ts'
import {
  decideApproval,
  decideOrder,
  decidePurchase,
  decidePurchaseEnd,
  fillPurchase,
  stateOfPurchase,
} from './buying-rules.ts'
import type { Item } from '../records.ts'

const item = (id: string, more: Partial<Item> = {}): Item => ({
  id,
  code: id,
  name: id,
  category: 'consumable',
  unit: '支',
  packs: [{ unit: '盒', factor: 12 }],
  barcodes: [],
  location: 'A1',
  exchangeOld: false,
  active: true,
  ...more,
})
const items = new Map([item('pen'), item('pad')].map((one) => [one.id, one]))
const clerk = { id: 'clerk', name: '周敏' }
const boss = { id: 'boss', name: '王建国' }
const at = (by: typeof clerk) => ({ by, at: '2026-11-23 09:00', today: '2026-11-23' })

const asked = (): Purchase => {
  const plan = decidePurchase(
    (id) => items.get(id),
    {
      lines: [
        { item: 'pen', quantity: 2, unit: '盒', price: 1500 },
        { item: 'pad', quantity: 5, unit: '支' },
      ],
    },
    at(clerk),
  )
  if (isRefusal(plan)) throw new Error(JSON.stringify(plan))
  return fold([entry('purchase.requested', { ...plan, numbered: { book: 'b', serial: 1, number: 'CG-A-2026-0001' } })])
}
let entries = 0
const entry = (kind: string, body: object): Entry =>
  ({
    kind,
    subject: 'buy',
    body,
    at: `2026-11-23T01:00:00.${String((entries += 1)).padStart(3, '0')}Z-0000`,
    actor: 'clerk',
    generation: entries,
  }) as unknown as Entry
const fold = (some: readonly Entry[], from?: Purchase): Purchase => {
  const record = some.reduce<Purchase | undefined>((before, one) => purchaseRequest.reduce(before, one), from)
  if (!record) throw new Error('nothing was folded')
  return record
}

describe('a purchase request', () => {
  it('keeps quantities in base units and the sum of what has a price', () => {
    expect(asked()).toMatchObject({ status: 'pending', amount: 3000, lines: [{ base: 24 }, { base: 5, amount: 0 }] })
  })

  it('lets each state be followed only by what makes sense', () => {
    const may = (purchase: Purchase) => ({
      decide: !isRefusal(decideApproval(purchase, { decision: 'approved' }, at(boss))),
      order: !isRefusal(decideOrder(purchase, {}, at(clerk))),
      end: !isRefusal(decidePurchaseEnd(purchase, { came: false, reason: '不要了' }, at(clerk))),
      receive: !isRefusal(fillPurchase(purchase, [{ item: 'pen', unit: '盒' }], (a, b) => a === b)),
    })
    const open = asked()
    const by = clerk
    const follow = (body: object, kind: string) => fold([entry(kind, body)], open)
    const when = '2026-11-23 10:00'
    expect(may(open)).toEqual({ decide: true, order: false, end: true, receive: false })
    const approved = follow({ decision: { by: boss, decision: 'approved', at: when } }, 'purchase.decided')
    expect(may(approved)).toEqual({ decide: false, order: true, end: true, receive: true })
    const ordered = fold([entry('purchase.ordered', { ordered: { by, at: when } })], approved)
    expect(may(ordered)).toEqual({ decide: false, order: true, end: true, receive: true })
    for (const ended of [
      follow({ decision: { by: boss, decision: 'rejected', at: when } }, 'purchase.decided'),
      follow({ ended: { how: 'withdrawn', by, at: when } }, 'purchase.ended'),
      fold([entry('purchase.ended', { ended: { how: 'closed', by, at: when } })], ordered),
    ])
      expect(may(ended)).toEqual({ decide: false, order: false, end: false, receive: false })
  })

  it('is withdrawn by who asked only before it was ordered or anything came', () => {
    const end = (purchase: Purchase, came: boolean, by = clerk) =>
      decidePurchaseEnd(purchase, { came, reason: '理由' }, at(by))
    expect(end(asked(), false)).toMatchObject([{ body: { ended: { how: 'withdrawn' } } }])
    expect(end(asked(), true)).toMatchObject([{ body: { ended: { how: 'closed' } } }])
    expect(end(asked(), false, boss)).toMatchObject([{ body: { ended: { how: 'closed' } } }])
  })

  it('is approved in part: less of a line, or without it, and then only that is to come', () => {
    const decide = (approved: number[]) => decideApproval(asked(), { decision: 'approved', approved }, at(boss))
    expect(decide([3, 5])).toMatchObject({ refused: { code: 'approved-beyond-asked', asked: 2, approved: 3 } })
    expect(decide([0, 0])).toMatchObject({ refused: { code: 'approved-nothing' } })
    expect(decide([2, 5])).toMatchObject([{ body: { decision: { decision: 'approved' } } }])
    const drafts = decide([1, 0])
    if (isRefusal(drafts)) throw new Error(JSON.stringify(drafts))
    expect(drafts).toMatchObject([{ body: { decision: { approved: [12, 0] } } }])
    const part = fold([entry('purchase.decided', drafts[0]?.body ?? {})], asked())
    expect(purchaseRequest.contribute?.(part)).toEqual([
      { account: 'book:b', delta: 1 },
      { account: purchaseLeftAccount('buy', 0), delta: 12 },
      { account: purchaseLeftAccount('buy', 1), delta: 0 },
    ])
    expect([approvedAmount(asked()), approvedAmount(part)]).toEqual([3000, 1500])
    expect([stateOfPurchase(part, [12, 0]), stateOfPurchase(part, [6, 0]), stateOfPurchase(part, [0, 0])]).toEqual([
      'approved',
      'partly',
      'received',
    ])
    // What was struck and comes all the same comes along with no line of the purchase.
    const same = (one: string, other: string) => one === other
    expect(
      fillPurchase(
        part,
        [
          { item: 'pad', unit: '支' },
          { item: 'pen', unit: '盒' },
        ],
        same,
      ),
    ).toEqual([
      { item: 'pad', unit: '支' },
      { item: 'pen', unit: '盒', purchaseLine: 0 },
    ])
  })

  it('is called by what is left of it', () => {
    const approved = { ...asked(), status: 'approved' as const }
    expect(
      [
        [24, 5],
        [24, 4],
        [0, 0],
        [-3, 0],
      ].map((left) => stateOfPurchase(approved, left)),
    ).toEqual(['approved', 'partly', 'received', 'received'])
    expect(stateOfPurchase({ ...approved, status: 'closed' }, [-24, 0])).toBe('closed')
  })

  it('folds decisions and ends to the same state in whatever order they come', () => {
    const decision = fc
      .record({
        by: fc.constantFrom(boss, { id: 'chief', name: '李' }),
        decision: fc.constantFrom('approved', 'rejected'),
        at: fc.constantFrom('2026-11-23 10:00', '2026-11-23 11:00'),
      })
      .map((body) => entry('purchase.decided', { decision: body }))
    const one = asked()
    fc.assert(
      fc.property(
        fc
          .array(decision, { maxLength: 6 })
          .chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length }))),
        ([some, shuffled]) => {
          const [here, there] = [fold([...some], one), fold([...shuffled], one)]
          expect(there).toEqual(here)
          const isRefused = some.some(
            ({ body }) => (body as { decision: { decision: string } }).decision.decision === 'rejected',
          )
          expect(here.status).toBe(some.length === 0 ? 'pending' : isRefused ? 'rejected' : 'approved')
          const left = purchaseRequest.contribute?.(here).filter(({ account }) => account.startsWith('purchase-left:'))
          expect(left).toEqual(
            isRefused ? [] : [24, 5].map((delta, index) => ({ account: purchaseLeftAccount('buy', index), delta })),
          )
        },
      ),
    )
  })
})

describe('filling a purchase', () => {
  const approved = { ...asked(), status: 'approved' as const }
  const same = (one: string, other: string) => one === other
  it('names a line that exists and holds the same item, or none', () => {
    const received = fc.array(
      fc.record({ item: fc.constantFrom('pen', 'pad', 'ink'), unit: fc.constantFrom('盒', '支'), quantity: fc.nat(9) }),
      { minLength: 1, maxLength: 5 },
    )
    fc.assert(
      fc.property(received, (lines) => {
        const filled = fillPurchase(approved, lines, same)
        if (isRefusal(filled)) throw new Error('refused')
        expect(filled.map(({ item: id, unit, quantity }) => ({ item: id, unit, quantity }))).toEqual(lines)
        for (const { item: id, purchaseLine } of filled as { item: string; purchaseLine?: number }[])
          expect(purchaseLine === undefined ? 'ink' : approved.lines[purchaseLine]?.item.id).toBe(id)
      }),
    )
  })
})
