/** Receiving against a purchase request: partly, more than asked, at another price, undone, and what is refused. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestOffice, type TestDesk, type TestOffice } from '../../testing.ts'
import { newItem } from '../testing.ts'

let office: TestOffice
let clerk: TestDesk & { person: string }
let approver: TestDesk & { person: string }

beforeAll(async () => {
  office = await openTestOffice()
  clerk = await office.as('clerk')
  approver = await office.as('approver')
})
afterAll(() => office.close())

/** Two items, ten and five boxes of them approved to be bought. */
const approved = async () => {
  const [pen, pad] = [await newItem({ office, clerk }), await newItem({ office, clerk }, { stock: 0 })]
  const asked = (item: string, quantity: number) => ({ item, quantity, unit: '盒', price: 1500, supplier: '晨屿文具' })
  const { id } = await clerk.call('supplies.requestPurchase', { lines: [asked(pen.id, 10), asked(pad.id, 5)] })
  await approver.call('supplies.decidePurchase', { id, decision: 'approved' })
  return { id, pen: pen.id, pad: pad.id }
}
const boxes = (item: string, quantity: number, price = 1500) => ({ item, quantity, unit: '盒', price })
const shown = (id: string) => clerk.call('supplies.purchase', { id })

it('fills lines part by part; the state follows the receipts, also when one is reversed', async () => {
  const { id, pen, pad } = await approved()
  const { slip } = await clerk.call('supplies.receive', { purchase: id, supplier: '晨屿文具', lines: [boxes(pen, 4)] })
  expect(slip).toMatchObject({ purchase: { id }, lines: [{ purchaseLine: 0 }] })
  expect(await shown(id)).toMatchObject({
    state: 'partly',
    lines: [
      { left: 72, received: 48, paid: 6000, difference: 0 },
      { left: 60, received: 0 },
    ],
    slips: [{ number: slip.numbered.number, isReversed: false }],
  })
  const lines = [boxes(pen, 6), boxes(pad, 5)]
  const { slip: rest } = await clerk.call('supplies.receive', { purchase: id, lines })
  expect(await shown(id)).toMatchObject({ state: 'received', lines: [{ left: 0 }, { left: 0 }] })
  const received = await clerk.call('supplies.purchases', { show: 'received' })
  expect(received.rows.map((row) => row.id)).toContain(id)

  await clerk.call('supplies.reverse', { id: rest.id, reason: '送错仓库' })
  expect(await shown(id)).toMatchObject({
    state: 'partly',
    lines: [{ left: 72 }, { left: 60 }],
    slips: [{ isReversed: false }, { isReversed: true }],
  })
  const { rows } = await clerk.call('supplies.onOrder', {})
  expect(rows.find((row) => row.item === pad)).toMatchObject({ requested: 60 })
})

it('takes more than was asked for, another price and goods that nobody asked for, and tells', async () => {
  const { id, pen } = await approved()
  const other = await newItem({ office, clerk }, { stock: 0 })
  const loose = { item: pen, quantity: 6, unit: '支', price: 130, purchaseLine: 0 }
  const lines = [boxes(pen, 11, 1600), loose, boxes(other.id, 1)]
  const { slip } = await clerk.call('supplies.receive', { purchase: id, lines })
  expect(slip.lines.map(({ purchaseLine }) => purchaseLine)).toEqual([0, 0, undefined])
  const { lines: states } = await shown(id)
  // 138 of 120 pieces; 18,380 was paid for what would have cost 17,250.
  expect(states[0]).toEqual({ approved: 120, left: -18, received: 138, paid: 18_380, difference: 1130 })
})

it('is refused before approval, after its end, and where the line names another item; nothing is entered', async () => {
  const { id, pen, pad } = await approved()
  const before = await clerk.call('supplies.slips', {})
  expect(
    await clerk.refused('supplies.receive', { purchase: id, lines: [{ ...boxes(pad, 1), purchaseLine: 0 }] }),
  ).toMatchObject({ code: 'purchase-line-differs' })
  expect(
    await clerk.refused('supplies.receive', { purchase: id, lines: [{ ...boxes(pad, 1), purchaseLine: 7 }] }),
  ).toMatchObject({ code: 'purchase-line-differs' })
  const waiting = await clerk.call('supplies.requestPurchase', { lines: [{ item: pen, quantity: 1, unit: '盒' }] })
  expect(await clerk.refused('supplies.receive', { purchase: waiting.id, lines: [boxes(pen, 1)] })).toMatchObject({
    code: 'purchase-not-approved',
    purchaseState: 'pending',
  })
  await office.administrator.call('supplies.endPurchase', { id, reason: '不再需要' })
  expect(await clerk.refused('supplies.receive', { purchase: id, lines: [boxes(pen, 1)] })).toMatchObject({
    code: 'purchase-not-approved',
    purchaseState: 'closed',
  })
  expect(await clerk.call('supplies.slips', {})).toEqual(before)
})

it('closes a rest that will not come, which is then no longer on its way', async () => {
  const { id, pen } = await approved()
  await clerk.call('supplies.receive', { purchase: id, lines: [boxes(pen, 4)] })
  expect(await clerk.refused('supplies.endPurchase', { id })).toMatchObject({ code: 'invalid-input' })
  await clerk.call('supplies.endPurchase', { id, reason: '供应商缺货' })
  expect(await shown(id)).toMatchObject({ state: 'closed', lines: [{ left: 0, received: 48 }, { received: 0 }] })
  const { rows } = await clerk.call('supplies.onOrder', {})
  expect(rows.some((row) => row.item === pen)).toBe(false)
})
