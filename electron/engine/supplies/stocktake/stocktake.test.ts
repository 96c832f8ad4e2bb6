/** A stocktake from plan to posting in a real office: counted, recounted, approved by another person, exact slips, nothing lost. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stockAccount, valueAccount } from '../../../../shared/supplies/accounts.ts'
import { balanceOf } from '../../store/derived.ts'
import { openTestOffice, type TestDesk, type TestOffice } from '../../testing.ts'
import { planShelf } from './testing.ts'

let office: TestOffice
let clerk: TestDesk & { person: string }
let second: TestDesk & { person: string }
let approver: TestDesk & { person: string }
beforeAll(async () => {
  office = await openTestOffice({ seed: 'stocktake' })
  clerk = await office.as('clerk')
  second = await office.as('clerk', 'auditor')
  approver = await office.as('approver')
})
afterAll(() => office.close())

const pause = () => office.clock.advance(60_000)
const lying = (item: string, location: string) => balanceOf(office.office().journal.db, stockAccount(item, location))
const worth = (item: string) => balanceOf(office.office().journal.db, valueAccount(item))

const plan = (stocks: readonly number[], more: { isBlind?: boolean } = {}) => planShelf({ office, clerk }, stocks, more)

describe('a stocktake', () => {
  it('posts what was counted as slips of exact value and keeps zero lines as proof', async () => {
    const take = await plan([10, 20, 30])
    await take.count(0, 8)
    await take.count(1, 20)
    await take.count(2, 33)
    expect((await take.lines()).map(({ book, counted, difference }) => [book, counted, difference])).toEqual([
      [10, 8, -2],
      [20, 20, 0],
      [30, 33, 3],
    ])
    const { slips } = await take.post(approver)
    expect(slips.map(({ verb, amount }) => [verb, amount])).toEqual([
      ['gain', 450],
      ['loss', 300],
    ])
    expect(slips.map(({ number }) => number)).toEqual([
      expect.stringMatching(/^PY-\w-2026-0001$/),
      expect.stringMatching(/^PK-\w-2026-0001$/),
    ])
    expect(take.items.map(({ id }) => [lying(id, `${take.shelf}/01`), worth(id)])).toEqual([
      [8, 1200],
      [20, 3000],
      [33, 4950],
    ])
    expect(await take.state()).toBe('posted')
    const kept = await take.lines()
    expect(kept.map(({ counted, difference, cause }) => [counted, difference, cause])).toEqual([
      [8, -2, '日常损耗'],
      [20, 0, undefined],
      [33, 3, '日常损耗'],
    ])
    const slip = await clerk.call('supplies.slip', { id: slips[1]?.id ?? '' })
    expect(slip.slip).toMatchObject({
      stocktake: { id: take.id, number: take.number },
      lines: [{ base: 2, amount: 300 }],
    })
  })

  it('is not posted twice, nor before it was approved by another person who did not count', async () => {
    const take = await plan([10])
    await take.count(0, 9)
    const post = { id: take.id }
    expect(await clerk.refused('supplies.postStocktake', post)).toMatchObject({ code: 'stocktake-not-approved' })
    await clerk.call('supplies.submitStocktake', { id: take.id, cause: '破损' })
    const boss = await office.as('clerk', 'approver')
    await clerk.call('supplies.returnStocktake', { id: take.id, reason: '再点一遍' })
    await take.count(0, 9, boss)
    await clerk.call('supplies.submitStocktake', { id: take.id, cause: '破损' })
    expect(await boss.refused('supplies.approveStocktake', post)).toMatchObject({ code: 'stocktake-same-person' })
    expect(await clerk.refused('supplies.approveStocktake', post)).toMatchObject({ code: 'not-permitted' })
    await approver.call('supplies.approveStocktake', post)
    await clerk.call('supplies.postStocktake', post)
    expect(await clerk.refused('supplies.postStocktake', post)).toMatchObject({ code: 'stocktake-posted' })
    expect(lying(take.items[0]?.id ?? '', `${take.shelf}/01`)).toBe(9)
  })

  it('compares with the balance at the cut-off, whatever moves after it', async () => {
    const take = await plan([10])
    const [item] = take.items
    await clerk.call('supplies.issue', {
      recipient: second.person,
      lines: [{ item: item?.id ?? '', quantity: 4, unit: '支', location: `${take.shelf}/01` }],
    })
    pause()
    const counted = await take.count(0, 10)
    expect(counted.lines).toMatchObject([{ book: 10, since: -4, counted: 10, difference: 0 }])
    // A slip written today for yesterday moved its goods before the cut-off.
    const yesterday = { date: '2026-11-22', lines: [{ ...take.place(0), quantity: 2, unit: '支', price: 150 }] }
    await clerk.call('supplies.receive', yesterday)
    expect(await take.lines()).toMatchObject([{ book: 12, since: -4, difference: -2 }])
  })

  it('adds scans up, lets a figure replace them, and takes the last one back', async () => {
    const take = await plan([10])
    const scan = (quantity: number, unit?: string) =>
      clerk.call('supplies.count', {
        id: take.id,
        source: 'scan',
        counts: [{ ...take.place(0), quantity, mode: 'add', ...(unit === undefined ? {} : { unit }) }],
      })
    await scan(1)
    pause()
    expect((await scan(1, '盒')).lines).toMatchObject([{ counted: 13 }])
    pause()
    expect((await clerk.call('supplies.withdrawCount', { id: take.id, ...take.place(0) })).lines).toMatchObject([
      { counted: 1 },
    ])
    pause()
    expect((await take.count(0, 7)).lines).toMatchObject([{ counted: 7, state: 'counted' }])
    expect(await second.refused('supplies.withdrawCount', { id: take.id, ...take.place(0) })).toMatchObject({
      code: 'nothing-counted',
    })
  })

  it('shows two counts that differ, and is submitted only after the recount', async () => {
    const take = await plan([10, 5])
    await take.count(0, 9)
    await take.count(0, 10, second)
    await take.count(1, 5)
    expect(await take.lines()).toMatchObject([{ state: 'conflict', tallied: [{}, {}] }, { state: 'counted' }])
    expect(await clerk.refused('supplies.submitStocktake', { id: take.id })).toMatchObject({ code: 'counts-unsettled' })
    pause()
    await clerk.call('supplies.recount', { id: take.id, places: [take.place(0)] })
    expect(await take.lines()).toMatchObject([{ state: 'recount', round: 2 }, {}])
    pause()
    await take.count(0, 10)
    expect(await take.lines()).toMatchObject([{ state: 'counted', counted: 10, round: 2 }, {}])
    await clerk.call('supplies.submitStocktake', { id: take.id })
    expect(await take.state()).toBe('submitted')
  })

  it('hides the book of a blind stocktake from who counts it', async () => {
    const take = await plan([10], { isBlind: true })
    const { lines } = await take.count(0, 9)
    expect(lines[0]).not.toHaveProperty('book')
    expect((await take.lines('count'))[0]).not.toHaveProperty('difference')
    expect(await take.lines('variance')).toMatchObject([{ book: 10, difference: -1 }])
    const reader = await office.as('custodian')
    expect(await reader.refused('supplies.stocktakeLines', { id: take.id, view: 'variance' })).toMatchObject({
      code: 'not-permitted',
    })
  })
})
