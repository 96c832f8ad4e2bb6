/** The alarm of low stock: every way by which stock falls rings it, since it is told by the balance and by no operation. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestOffice, type TestDesk, type TestOffice } from '../testing.ts'
import { planShelf } from './stocktake/testing.ts'
import { issueTo, newItem as itemAt } from './testing.ts'

let office: TestOffice
let clerk: TestDesk & { person: string }
let approver: TestDesk & { person: string }

beforeAll(async () => {
  office = await openTestOffice()
  clerk = await office.as('clerk')
  approver = await office.as('approver')
})
afterAll(() => office.close())

const newItem = (stock: number) => itemAt({ office, clerk }, { stock, min: 20 })

/** Whether the list of items, the suggestions and today say that it runs low. */
const rings = async (item: string): Promise<boolean> => {
  const { rows } = await clerk.call('supplies.items', { show: 'low', limit: 200 })
  const { groups } = await clerk.call('supplies.suggestions', {})
  const isLow = rows.some(({ id }) => id === item)
  const isSuggested = groups.some((group) => group.rows.some((row) => row.item.id === item))
  // What is not low yet may be suggested all the same, since it falls.
  if (isLow) expect(isSuggested).toBe(true)
  const today = (await clerk.call('desk.today', {})).groups.find(({ key }) => key === 'stock-low')
  expect(today?.count ?? 0).toBe(rows.length)
  return isLow
}
const reverse = (id: string) => clerk.call('supplies.reverse', { id, reason: '录错' })
const received = async (item: string, quantity: number) =>
  (await clerk.call('supplies.receive', { lines: [{ item, quantity, unit: '支', price: 150 }] })).slip

describe('stock that falls below its minimum', () => {
  const ways: Record<string, (item: string) => Promise<unknown>> = {
    'by issue': (item) => clerk.call('supplies.issue', issueTo(clerk.person, item, 10)),
    'by scrap': (item) => clerk.call('supplies.scrap', { reason: '受潮', lines: [{ item, quantity: 10, unit: '支' }] }),
    'by its minimum being raised': (item) => clerk.call('supplies.changeItem', { id: item, min: 30 }),
  }
  it.each(Object.entries(ways))('rings %s', async (_, fall) => {
    const { id } = await newItem(24)
    expect(await rings(id)).toBe(false)
    await fall(id)
    expect(await rings(id)).toBe(true)
  })

  it('rings when a receipt is reversed', async () => {
    const { id } = await newItem(10)
    const slip = await received(id, 14)
    expect(await rings(id)).toBe(false)
    await reverse(slip.id)
    expect(await rings(id)).toBe(true)
  })

  it('rings when a return is reversed', async () => {
    const { id } = await newItem(24)
    const { slip } = await clerk.call('supplies.issue', issueTo(clerk.person, id, 10))
    const back = await clerk.call('supplies.return', {
      original: slip.id,
      lines: [{ item: id, quantity: 10, unit: '支' }],
    })
    expect(await rings(id)).toBe(false)
    await reverse(back.slip.id)
    expect(await rings(id)).toBe(true)
  })

  it('rings for the item that was kept when the merging is reversed', async () => {
    const [kept, twin] = [await newItem(10), await newItem(14)]
    const { slip } = await clerk.call('supplies.mergeItems', { duplicate: twin.id, into: kept.id })
    expect(await rings(kept.id)).toBe(false)
    const { rows } = await clerk.call('supplies.slips', { item: kept.id, verb: 'transfer' })
    await reverse(rows.find(({ number }) => number === slip)?.id ?? '')
    expect(await rings(kept.id)).toBe(true)
  })

  it('rings when a stocktake posts a loss', async () => {
    const take = await planShelf({ office, clerk }, [24])
    const id = take.items[0]?.id ?? ''
    await clerk.call('supplies.changeItem', { id, min: 20 })
    expect(await rings(id)).toBe(false)
    await take.count(0, 8)
    await take.post(approver)
    expect(await rings(id)).toBe(true)
  })

  it('stays quiet when pieces only move, and again when goods came', async () => {
    const { id } = await newItem(24)
    await clerk.call('supplies.transfer', { lines: [{ item: id, quantity: 20, unit: '支', to: '二楼' }] })
    expect(await rings(id)).toBe(false)
    await clerk.call('supplies.issue', { ...issueTo(clerk.person, id, 4) })
    expect(await rings(id)).toBe(false)
    await clerk.call('supplies.issue', { ...issueTo(clerk.person, id, 1) })
    expect(await rings(id)).toBe(true)
    await received(id, 1)
    expect(await rings(id)).toBe(false)
  })

  it('tells apart on today’s list what is on its way already', async () => {
    const fresh = await openTestOffice({ seed: 'alarm' })
    try {
      const desk = await fresh.as('clerk')
      const { id } = await itemAt({ office: fresh, clerk: desk }, { stock: 5, min: 20 })
      await desk.call('supplies.requestPurchase', { lines: [{ item: id, quantity: 50, unit: '支' }] })
      const { groups } = await desk.call('desk.today', {})
      expect(groups.find(({ key }) => key === 'stock-low')?.rows[0]?.detail).toMatch(/ · 已申请 50$/)
      const boss = await fresh.as('approver')
      const waiting = (await boss.call('desk.today', {})).groups.find(({ key }) => key === 'purchases-waiting')
      expect(waiting).toMatchObject({ count: 1, rows: [{ type: 'purchase_request' }] })
    } finally {
      fresh.close()
    }
  })
})
