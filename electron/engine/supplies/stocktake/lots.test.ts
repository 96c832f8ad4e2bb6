/** A stocktake of things kept by lot, and of a month that was closed: counted lot by lot, refused where the month takes nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lotAccount } from '../../../../shared/supplies/counter/lot-accounts.ts'
import { stockAccount } from '../../../../shared/supplies/accounts.ts'
import { balanceOf } from '../../store/derived.ts'
import { openTestOffice, type TestDesk, type TestOffice } from '../../testing.ts'
import { newItem } from '../testing.ts'

let office: TestOffice
let clerk: TestDesk & { person: string }
let approver: TestDesk & { person: string }
beforeAll(async () => {
  office = await openTestOffice({ seed: 'stocktake-lots' })
  clerk = await office.as('clerk')
  approver = await office.as('approver')
})
afterAll(() => office.close())

const balance = (account: string) => balanceOf(office.office().journal.db, account)

describe('a stocktake of lots', () => {
  it('has a line for each lot, and posts what each of them lost or gained', async () => {
    const { id: item } = await newItem({ office, clerk }, { stock: 0 })
    await clerk.call('supplies.changeItem', { id: item, lots: true })
    const location = '药柜/01'
    const lot = (name: string, quantity: number) => ({
      item,
      location,
      quantity,
      unit: '支',
      price: 200,
      lot: name,
      expiry: '2027-06-30',
    })
    await clerk.call('supplies.receive', { lines: [lot('甲:1', 10), lot('乙', 5)] })
    office.clock.advance(60_000)
    const { id } = await clerk.call('supplies.planStocktake', { scope: { locations: ['药柜'] } })
    const lines = async () => (await clerk.call('supplies.stocktakeLines', { id, view: 'variance' })).lines
    expect((await lines()).map((line) => [line.lot, line.book])).toEqual([
      ['乙', 5],
      ['甲:1', 10],
    ])
    const place = { item, location }
    const whole = { id, counts: [{ ...place, quantity: 15 }] }
    expect(await clerk.refused('supplies.count', whole)).toMatchObject({ code: 'lot-needed' })
    await clerk.call('supplies.count', {
      id,
      counts: [
        { ...place, lot: '甲:1', quantity: 8 },
        { ...place, lot: '乙', quantity: 5 },
        { ...place, lot: '丙', quantity: 1 },
      ],
    })
    expect((await lines()).map(({ lot: name, row, difference }) => [name, row, difference])).toEqual([
      ['乙', 1, 0],
      ['甲:1', 2, -2],
      ['丙', undefined, 1],
    ])
    await clerk.call('supplies.submitStocktake', { id, cause: '漏记' })
    await approver.call('supplies.approveStocktake', { id })
    await clerk.call('supplies.postStocktake', { id })
    expect(['甲:1', '乙', '丙'].map((name) => balance(lotAccount(item, location, name)))).toEqual([8, 5, 1])
    expect(balance(stockAccount(item, location))).toBe(14)
  })
})

describe('a stocktake of a closed month', () => {
  /** Sessions end while nobody works, so everybody signs in again. */
  const goOnAt = async (instant: string) => {
    office.clock.set(instant)
    clerk = await office.as('clerk')
    approver = await office.as('approver')
  }

  it('is neither planned into it nor posted on a day of it; what was counted stays and is posted later', async () => {
    const { id: item } = await newItem({ office, clerk }, { stock: 10 })
    await goOnAt('2026-11-30T10:00:00Z')
    const plan = { scope: { locations: ['A1'] } }
    const { id } = await clerk.call('supplies.planStocktake', plan)
    office.clock.advance(60_000)
    await clerk.call('supplies.count', { id, counts: [{ item, location: 'A1', quantity: 9 }] })
    await clerk.call('supplies.submitStocktake', { id, cause: '破损', leaveUncounted: true })
    await approver.call('supplies.approveStocktake', { id })
    await goOnAt('2026-12-02T01:00:00Z')
    await clerk.call('supplies.closeMonth', { month: '2026-11' })
    const back = { ...plan, cutoff: '2026-11-30 18:00' }
    expect(await clerk.refused('supplies.planStocktake', back)).toMatchObject({
      code: 'stock-month-closed',
      month: '2026-11',
    })
    const late = { id, date: '2026-11-30' }
    expect(await clerk.refused('supplies.postStocktake', late)).toMatchObject({ code: 'stock-month-closed' })
    const { slips } = await clerk.call('supplies.postStocktake', { id })
    expect(slips).toMatchObject([{ verb: 'loss', amount: 150 }])
    expect(balance(stockAccount(item, 'A1'))).toBe(9)
  })

  it('is not posted on a day before its cut-off, nor on one to come', async () => {
    await newItem({ office, clerk }, { stock: 10 })
    const { id } = await clerk.call('supplies.planStocktake', { scope: { locations: ['A1'] } })
    office.clock.advance(60_000)
    const { lines } = await clerk.call('supplies.stocktakeLines', { id, view: 'variance' })
    const counts = lines.map(({ item, location, book = 0 }) => ({ item: item.id, location, quantity: book }))
    await clerk.call('supplies.count', { id, counts })
    await clerk.call('supplies.submitStocktake', { id })
    await approver.call('supplies.approveStocktake', { id })
    expect(await clerk.refused('supplies.postStocktake', { id, date: '2026-12-01' })).toMatchObject({
      code: 'posting-before-cutoff',
    })
    expect(await clerk.refused('supplies.postStocktake', { id, date: '2026-12-31' })).toMatchObject({
      code: 'slip-in-future',
    })
    expect(await clerk.call('supplies.postStocktake', { id })).toEqual({ id, slips: [] })
  })
})
