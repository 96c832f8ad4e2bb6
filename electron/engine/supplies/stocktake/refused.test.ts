/** What a stocktake refuses, and what arrives too late for it: a clear fault, nothing lost, nothing changed in silence. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stockAccount, valueAccount } from '../../../../shared/supplies/accounts.ts'
import { balanceOf } from '../../store/derived.ts'
import { openTestOffice, type TestDesk, type TestOffice } from '../../testing.ts'
import { planShelf } from './testing.ts'
import { newItem } from '../testing.ts'

let office: TestOffice
let clerk: TestDesk & { person: string }
let second: TestDesk & { person: string }
let approver: TestDesk & { person: string }
beforeAll(async () => {
  office = await openTestOffice({ seed: 'stocktake-refused' })
  clerk = await office.as('clerk')
  second = await office.as('clerk', 'auditor')
  approver = await office.as('approver')
})
afterAll(() => office.close())

const pause = () => office.clock.advance(60_000)
const lying = (item: string, location: string) => balanceOf(office.office().journal.db, stockAccount(item, location))
const worth = (item: string) => balanceOf(office.office().journal.db, valueAccount(item))

const plan = (stocks: readonly number[], more: { isBlind?: boolean } = {}) => planShelf({ office, clerk }, stocks, more)

describe('bad input of a stocktake', () => {
  it('is refused with its place, and what was counted stays', async () => {
    const take = await plan([10])
    await take.count(0, 9)
    const outside = await newItem({ office, clerk }, { stock: 5 })
    const ask = (counts: unknown) => clerk.ask('supplies.count', { id: take.id, counts })
    const fault = async (counts: unknown) => {
      const reply = await ask(counts)
      return reply.ok ? undefined : reply.fault
    }
    const [good] = [{ ...take.place(0), quantity: 8 }]
    expect(await fault([good, { item: outside.id, location: 'A1', quantity: 5 }])).toMatchObject({
      code: 'outside-stocktake',
    })
    expect(await fault([{ ...good, quantity: -1 }])).toMatchObject({
      problems: [{ path: 'counts.0.quantity', reason: 'invalid.negative' }],
    })
    expect(await fault([{ ...good, quantity: 1.5 }])).toMatchObject({ code: 'invalid-input' })
    expect(await fault([{ ...good, unit: '桶' }])).toMatchObject({ code: 'unknown-unit' })
    const explain = { id: take.id, places: [take.place(0)], price: 999_999_999_999 }
    expect(await clerk.refused('supplies.explainVariance', explain)).toMatchObject({
      problems: [{ path: 'price', reason: 'invalid.too-large' }],
    })
    expect(await take.lines()).toMatchObject([{ counted: 9 }])
  })

  it('asks for a price where a gain has none to go by, and takes the one that was said', async () => {
    const take = await plan([10])
    const found = await newItem({ office, clerk }, { stock: 0 })
    await take.count(0, 10)
    const place = { item: found.id, location: `${take.shelf}/01` }
    await clerk.call('supplies.count', { id: take.id, counts: [{ ...place, quantity: 4 }] })
    const submit = { id: take.id, cause: '漏记入库' }
    expect(await clerk.refused('supplies.submitStocktake', submit)).toMatchObject({ code: 'gain-without-price' })
    await clerk.call('supplies.explainVariance', { id: take.id, places: [place], price: 275 })
    await clerk.call('supplies.submitStocktake', submit)
    await approver.call('supplies.approveStocktake', { id: take.id })
    const { slips } = await clerk.call('supplies.postStocktake', { id: take.id })
    expect(slips).toMatchObject([{ verb: 'gain', amount: 1100 }])
    expect([lying(found.id, place.location), worth(found.id)]).toEqual([4, 1100])
  })

  it('counts and posts an item that was retired in between, and refuses one found beside the sheet', async () => {
    const take = await plan([10])
    const [item] = take.items
    const other = await newItem({ office, clerk }, { stock: 0 })
    for (const id of [item?.id ?? '', other.id]) await clerk.call('supplies.changeItem', { id, active: false })
    await take.count(0, 9)
    expect(
      await clerk.refused('supplies.count', {
        id: take.id,
        counts: [{ item: other.id, location: `${take.shelf}/01`, quantity: 1 }],
      }),
    ).toMatchObject({ code: 'item-retired' })
    await clerk.call('supplies.submitStocktake', { id: take.id, cause: '破损' })
    await approver.call('supplies.approveStocktake', { id: take.id })
    await clerk.call('supplies.postStocktake', { id: take.id })
    expect(lying(item?.id ?? '', `${take.shelf}/01`)).toBe(9)
  })

  it('counts nothing before the cut-off, nothing on what is submitted, and plans nothing empty', async () => {
    const take = await plan([10])
    expect(await clerk.refused('supplies.planStocktake', { scope: { locations: ['没有的库位'] } })).toMatchObject({
      code: 'stocktake-empty',
    })
    const later = await clerk.call('supplies.planStocktake', {
      scope: { locations: [take.shelf] },
      cutoff: '2026-12-24 18:00',
    })
    const counts = [{ ...take.place(0), quantity: 1 }]
    expect(await clerk.refused('supplies.count', { id: later.id, counts })).toMatchObject({
      code: 'stocktake-before-cutoff',
      cutoff: '2026-12-24 18:00',
    })
    expect(await clerk.refused('supplies.submitStocktake', { id: take.id, leaveUncounted: true })).toMatchObject({
      code: 'lines-uncounted',
    })
    await take.count(0, 10)
    await clerk.call('supplies.submitStocktake', { id: take.id })
    expect(await clerk.refused('supplies.count', { id: take.id, counts })).toMatchObject({
      code: 'stocktake-not-counting',
    })
    await clerk.call('supplies.cancelStocktake', { id: take.id, reason: '改期' })
    expect(await take.state()).toBe('cancelled')
  })
})

describe('what arrives after the posting', () => {
  it('is an exception until it is reconciled by slips', async () => {
    const take = await plan([10])
    await take.count(0, 8)
    await clerk.call('supplies.submitStocktake', { id: take.id, cause: '破损' })
    await approver.call('supplies.approveStocktake', { id: take.id })
    await clerk.call('supplies.postStocktake', { id: take.id })
    expect(await clerk.refused('supplies.reconcileStocktake', { id: take.id })).toMatchObject({ code: 'nothing-late' })
    pause()
    const issue = { ...take.place(0), quantity: 2, unit: '支' }
    await clerk.call('supplies.issue', { date: '2026-11-22', recipient: second.person, lines: [issue] })
    expect(await take.lines()).toMatchObject([{ book: 10, counted: 8, late: -2 }])
    const told = await clerk.call('exceptions.list', { register: 'supplies', state: 'open' })
    expect(told.rows.map(({ kind, subject }) => [kind, subject])).toContainEqual(['late-before-cutoff', take.id])
    const { slips } = await clerk.call('supplies.reconcileStocktake', { id: take.id })
    expect(slips).toMatchObject([{ verb: 'gain', amount: 300 }])
    expect(lying(take.items[0]?.id ?? '', `${take.shelf}/01`)).toBe(8)
    expect((await take.lines())[0]).not.toHaveProperty('late')
  })

  it('sends what was submitted back to be counted again, where it arrives before', async () => {
    const take = await plan([10])
    await take.count(0, 8)
    await clerk.call('supplies.submitStocktake', { id: take.id, cause: '破损' })
    pause()
    const receipt = { ...take.place(0), quantity: 2, unit: '支', price: 150 }
    await clerk.call('supplies.receive', { date: '2026-11-22', lines: [receipt] })
    expect(await approver.refused('supplies.approveStocktake', { id: take.id })).toMatchObject({
      code: 'stocktake-moved',
    })
    await approver.call('supplies.returnStocktake', { id: take.id, reason: '账存变了' })
    expect(await take.lines()).toMatchObject([{ book: 12, counted: 8, difference: -4 }])
  })
})
