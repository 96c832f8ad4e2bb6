/** Lots 批次 through the one door: received with a date, issued first-expiring first, chosen, returned and reversed into place. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestOffice, type TestDesk, type TestOffice } from '../../testing.ts'
import { newItem } from '../testing.ts'

let office: TestOffice
let clerk: TestDesk & { person: string }

beforeAll(async () => {
  office = await openTestOffice()
  clerk = await office.as('clerk')
})
afterAll(() => office.close())

/** Ten of an early lot, twelve of a later one, five long expired. */
const inLots = async () => {
  const item = await newItem({ office, clerk }, { stock: 0 })
  await clerk.call('supplies.changeItem', { id: item.id, lots: true })
  const line = (lot: string, quantity: number, expiry: string) => ({
    item: item.id,
    quantity,
    unit: '支',
    price: 100,
    lot,
    expiry,
  })
  await clerk.call('supplies.receive', {
    lines: [line('B:2', 12, '2027-06-30'), line('A1', 10, '2027-01-31'), line('旧', 5, '2026-10-31')],
  })
  return item.id
}
const lotsOf = async (item: string) => (await clerk.call('supplies.offer', { item })).lots
const issue = (item: string, quantity: number, unit: string, more = {}) =>
  clerk.call('supplies.issue', { recipient: clerk.person, lines: [{ item, quantity, unit, ...more }] })

describe('lots', () => {
  it('are asked for where an item wants them', async () => {
    const item = await newItem({ office, clerk }, { stock: 0 })
    await clerk.call('supplies.changeItem', { id: item.id, lots: true })
    const lines = [{ item: item.id, quantity: 1, unit: '支', price: 1 }]
    expect(await clerk.refused('supplies.receive', { lines })).toMatchObject({ code: 'lot-needed' })
  })

  it('go out first-expiring first, split where one does not hold enough, and never an expired one unasked', async () => {
    const item = await inLots()
    const { slip } = await issue(item, 1, '盒')
    expect(slip.lines.map(({ lot, quantity, unit, expiry }) => [lot, quantity, unit, expiry])).toEqual([
      ['A1', 10, '支', '2027-01-31'],
      ['B:2', 2, '支', '2027-06-30'],
    ])
    expect(slip.amount).toBe(1200)
    expect(await lotsOf(item)).toMatchObject([
      { lot: '旧', quantity: 5 },
      { lot: 'B:2', quantity: 10, expiry: '2027-06-30' },
    ])
    const rest = { recipient: clerk.person, lines: [{ item, quantity: 1, unit: '盒' }] }
    expect(await clerk.refused('supplies.issue', rest)).toMatchObject({ code: 'lot-expired', lot: '旧' })
    const known = await clerk.call('supplies.issue', { ...rest, reason: '培训练习用' })
    expect(known.slip.lines.map(({ lot, base }) => [lot, base])).toEqual([
      ['B:2', 10],
      ['旧', 2],
    ])
  })

  it('may be chosen, and hold no more than lies there', async () => {
    const item = await inLots()
    expect((await issue(item, 3, '支', { lot: 'B:2' })).slip.lines).toMatchObject([{ lot: 'B:2', base: 3 }])
    const lines = [{ item, quantity: 11, unit: '支', lot: 'A1' }]
    expect(await clerk.refused('supplies.issue', { recipient: clerk.person, lines })).toMatchObject({
      code: 'lot-short',
      left: 10,
    })
  })

  it('come back into place: by return, by reversal, and after a move', async () => {
    const item = await inLots()
    const { slip } = await issue(item, 1, '盒')
    await clerk.call('supplies.return', { original: slip.id, lines: [{ item, quantity: 2, unit: '支', of: 1 }] })
    const other = await issue(item, 1, '盒')
    await clerk.call('supplies.reverse', { id: other.slip.id })
    const move = await clerk.call('supplies.transfer', { lines: [{ item, quantity: 6, unit: '支', to: 'B2' }] })
    expect(move.slip.lines).toMatchObject([
      { lot: '旧', base: 5, location: 'A1', to: 'B2' },
      { lot: 'B:2', base: 1 },
    ])
    expect((await lotsOf(item))?.map(({ location, lot, quantity }) => [location, lot, quantity])).toEqual([
      ['B2', '旧', 5],
      ['A1', 'B:2', 11],
      ['B2', 'B:2', 1],
    ])
    await clerk.call('supplies.reverse', { id: move.slip.id })
    expect((await lotsOf(item))?.map(({ location, lot, quantity }) => [location, lot, quantity])).toEqual([
      ['A1', '旧', 5],
      ['A1', 'B:2', 12],
    ])
  })
})
