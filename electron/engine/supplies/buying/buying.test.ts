/** Buying through the one door: what is suggested, the course of a purchase request, who may what, prices, and lists. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SuggestionRow } from '../../../../shared/supplies/buying/buying-operations.ts'
import { openTestOffice, type TestDesk, type TestOffice } from '../../testing.ts'
import { issueTo, newItem as itemAt } from '../testing.ts'

let office: TestOffice
let clerk: TestDesk & { person: string }
let approver: TestDesk & { person: string }

beforeAll(async () => {
  office = await openTestOffice()
  clerk = await office.as('clerk')
  approver = await office.as('approver')
})
afterAll(() => office.close())

const newItem = (more: Parameters<typeof itemAt>[1] = {}) => itemAt({ office, clerk }, more)

const suggested = async (item: string): Promise<SuggestionRow | undefined> => {
  const { groups } = await clerk.call('supplies.suggestions', {})
  return groups.flatMap(({ rows }) => rows).find((row) => row.item.id === item)
}

describe('suggestions', () => {
  it('go by the balance, the use of the last ninety days and the offer of the supplier', async () => {
    const item = await newItem({ stock: 60, min: 20 })
    await clerk.call('supplies.changeItem', {
      id: item.id,
      max: 100,
      suppliers: [{ name: '晨屿文具', unit: '盒', price: 1500, leadDays: 5 }],
    })
    expect(await suggested(item.id)).toBeUndefined()
    await clerk.call('supplies.issue', issueTo(clerk.person, item.id, 45))
    expect(await suggested(item.id)).toMatchObject({
      cause: 'below',
      stock: 15,
      used: 45,
      leadDays: 5,
      supplier: '晨屿文具',
      quantity: 8,
      unit: '盒',
      price: 1500,
      amount: 12_000,
    })
  })

  it('take the price and supplier of the last receipt where no offer says, not those of a reversed one', async () => {
    const item = await newItem({ stock: 0, min: 20 })
    const receive = async (supplier: string, price: number) => {
      office.clock.advance(1000)
      const lines = [{ item: item.id, quantity: 1, unit: '盒', price }]
      return (await clerk.call('supplies.receive', { supplier, lines })).slip
    }
    await receive('松针商贸', 1200)
    const wrong = await receive('错单位', 9900)
    await clerk.call('supplies.reverse', { id: wrong.id, reason: '录错' })
    expect(await suggested(item.id)).toMatchObject({ supplier: '松针商贸', unit: '盒', price: 1200, stock: 12 })
    const { rows } = await clerk.call('supplies.prices', { item: item.id })
    expect(rows.map(({ supplier, milli }) => [supplier, milli])).toEqual([['松针商贸', 100_000]])
  })
})

describe('a purchase request', () => {
  const ask = async (item: string, more: { quantity?: number; wanted?: string } = {}) =>
    clerk.call('supplies.requestPurchase', {
      purpose: '日常补货',
      wanted: more.wanted ?? '2026-12-10',
      lines: [{ item, quantity: more.quantity ?? 8, unit: '盒', price: 1500, supplier: '晨屿文具' }],
    })

  it('is numbered without gaps, approved by another person, then ordered; what it asks for is on its way', async () => {
    const item = await newItem({ stock: 5, min: 20 })
    const { id, number } = await ask(item.id)
    const bad = await clerk.refused('supplies.requestPurchase', {
      lines: [{ item: item.id, quantity: 1, unit: '吨' }],
    })
    expect(bad).toMatchObject({ code: 'unknown-unit', unit: '吨' })
    const { number: next } = await ask(item.id, { quantity: 1 })
    expect(number).toMatch(/^CG-A-2026-\d{4}$/)
    expect(Number(next.slice(-4))).toBe(Number(number.slice(-4)) + 1)
    expect(await suggested(item.id)).toBeUndefined()
    const { rows } = await clerk.call('supplies.onOrder', {})
    expect(rows.find((row) => row.item === item.id)).toEqual({ item: item.id, requested: 108, ordered: 0 })

    expect(await clerk.refused('supplies.decidePurchase', { id, decision: 'approved' })).toMatchObject({
      code: 'not-permitted',
    })
    expect(await clerk.refused('supplies.orderPurchase', { id })).toMatchObject({
      code: 'purchase-not-approved',
      purchaseState: 'pending',
    })
    await approver.call('supplies.decidePurchase', { id, decision: 'approved', opinion: '同意' })
    expect(await approver.refused('supplies.decidePurchase', { id, decision: 'rejected', opinion: '晚了' })).toEqual(
      expect.objectContaining({ code: 'purchase-not-pending', purchaseState: 'approved' }),
    )
    await clerk.call('supplies.orderPurchase', { id, reference: 'PO-1', expected: '2026-12-01' })
    expect(await clerk.call('supplies.purchase', { id })).toMatchObject({
      state: 'ordered',
      purchase: { amount: 12_000, decisions: [{ opinion: '同意' }], ordered: { reference: 'PO-1' } },
      lines: [{ left: 96, received: 0, paid: 0 }],
    })
    const open = await clerk.call('supplies.purchases', { show: 'open' })
    expect(open.rows.find((row) => row.id === id)).toMatchObject({ state: 'ordered', expected: '2026-12-01', open: 1 })
  })

  it('is approved in part, and only that is on its way, listed, received and told with its receipts', async () => {
    const [pen, pad] = [await newItem({ stock: 5 }), await newItem({ stock: 5 })]
    const lines = [pen, pad].map(({ id }) => ({ item: id, quantity: 8, unit: '盒', price: 1500 }))
    const { id } = await clerk.call('supplies.requestPurchase', { lines })
    const beyond = await approver.refused('supplies.decidePurchase', { id, decision: 'approved', approved: [9, 0] })
    expect(beyond).toMatchObject({ code: 'approved-beyond-asked' })
    await approver.call('supplies.decidePurchase', { id, decision: 'approved', approved: [2, 0], opinion: '先买两盒' })
    expect(await clerk.call('supplies.purchase', { id })).toMatchObject({
      state: 'approved',
      lines: [
        { approved: 24, left: 24 },
        { approved: 0, left: 0 },
      ],
    })
    const { rows } = await clerk.call('supplies.purchases', { show: 'open' })
    expect(rows.find((row) => row.id === id)).toMatchObject({ open: 1, amount: 3000 })
    const receipt = [{ item: pen.id, quantity: 2, unit: '盒', price: 1500 }]
    const { slip } = await clerk.call('supplies.receive', { purchase: id, lines: receipt })
    expect(await clerk.call('supplies.purchase', { id })).toMatchObject({ state: 'received', slips: [{ id: slip.id }] })
    const { entries } = await clerk.call('desk.history', { subject: id, also: [slip.id] })
    expect(entries.map(({ kind, of }) => [kind, of])).toEqual([
      ['purchase.requested', undefined],
      ['purchase.decided', undefined],
      ['stock.received', slip.id],
    ])
  })

  it('is not approved by who asked, refused only with a reason, and then no longer on its way', async () => {
    const both = await office.as('clerk', 'approver')
    const item = await newItem({ stock: 5, min: 20 })
    const lines = [{ item: item.id, quantity: 10, unit: '盒' }]
    const { id } = await both.call('supplies.requestPurchase', { lines })
    expect(await both.refused('supplies.decidePurchase', { id, decision: 'approved' })).toMatchObject({
      code: 'purchase-same-person',
    })
    expect(await approver.refused('supplies.decidePurchase', { id, decision: 'rejected' })).toMatchObject({
      code: 'invalid-input',
      problems: [{ path: 'opinion' }],
    })
    await approver.call('supplies.decidePurchase', { id, decision: 'rejected', opinion: '本月预算已满' })
    expect((await suggested(item.id))?.requested).toBe(0)
    expect(await clerk.refused('supplies.endPurchase', { id, reason: '不要了' })).toMatchObject({
      code: 'purchase-not-open',
    })
  })

  it('is withdrawn by who asked, closed by others with a reason, and refuses stale pages', async () => {
    const item = await newItem({ stock: 5, min: 20 })
    const { id } = await ask(item.id)
    const { heads } = await clerk.call('supplies.purchase', { id })
    await approver.call('supplies.decidePurchase', { id, decision: 'approved' })
    expect(await clerk.refused('supplies.endPurchase', { id, basedOn: heads })).toMatchObject({ code: 'stale' })
    await clerk.call('supplies.endPurchase', { id })
    expect(await clerk.call('supplies.purchase', { id })).toMatchObject({ state: 'withdrawn' })
    const { id: second } = await ask(item.id)
    expect(await office.administrator.refused('supplies.endPurchase', { id: second })).toMatchObject({
      code: 'invalid-input',
    })
    await office.administrator.call('supplies.endPurchase', { id: second, reason: '供应商停产' })
    expect(await clerk.call('supplies.purchase', { id: second })).toMatchObject({
      state: 'closed',
      lines: [{ left: 0 }],
    })
    const ended = await clerk.call('supplies.purchases', { show: 'ended' })
    expect(ended.rows.map((row) => row.id)).toEqual(expect.arrayContaining([id, second]))
  })

  it('refuses a day that is over, a line twice and an item that is retired, and enters nothing then', async () => {
    const item = await newItem({ stock: 5, min: 20 })
    const before = await clerk.call('supplies.purchases', {})
    const line = { item: item.id, quantity: 1, unit: '盒', supplier: '甲' }
    expect(await clerk.refused('supplies.requestPurchase', { wanted: '2026-11-22', lines: [line] })).toMatchObject({
      code: 'purchase-date-past',
    })
    expect(await clerk.refused('supplies.requestPurchase', { lines: [line, line] })).toMatchObject({
      code: 'purchase-line-twice',
    })
    await clerk.call('supplies.changeItem', { id: item.id, active: false })
    expect(await clerk.refused('supplies.requestPurchase', { lines: [line] })).toMatchObject({ code: 'item-retired' })
    expect(await clerk.call('supplies.purchases', {})).toEqual(before)
  })
})
