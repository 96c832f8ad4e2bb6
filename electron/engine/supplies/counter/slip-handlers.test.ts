/** Slips through the one door, on a real file: issuing, undoing, lists, who may, and bad input. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

describe('parts of packs', () => {
  it('go out and come in as pieces, and a part that is no whole piece enters nothing', async () => {
    const item = await newItem({ stock: 24 })
    const { slip } = await clerk.call('supplies.issue', issueTo(clerk.person, item.id, 0.5, { unit: '盒' }))
    expect(slip.lines).toMatchObject([{ quantity: 6, unit: '支', base: 6 }])
    const lines = [{ item: item.id, quantity: 1.5, unit: '盒', price: 1850 }]
    const received = await clerk.call('supplies.receive', { lines })
    expect(received.slip.lines).toMatchObject([{ quantity: 18, unit: '支', amount: 2775 }])
    const before = office.office().journal.head().n
    for (const quantity of [0.3, 0.01])
      expect(
        await clerk.refused('supplies.transfer', { lines: [{ item: item.id, quantity, unit: '盒', to: 'B' }] }),
      ).toMatchObject({ code: 'quantity-not-whole', unit: '盒', baseUnit: '支' })
    for (const quantity of [0, -1, 0.0001])
      expect(
        await clerk.refused('supplies.scrap', { reason: '坏', lines: [{ item: item.id, quantity, unit: '盒' }] }),
      ).toMatchObject({ code: 'invalid-input' })
    expect(office.office().journal.head().n).toBe(before)
  })
})

describe('slips', () => {
  it('numbers each verb without gaps, also after refusals', async () => {
    const item = await newItem()
    const first = await clerk.call('supplies.issue', issueTo(clerk.person, item.id, 1))
    expect(await clerk.refused('supplies.issue', issueTo(clerk.person, item.id, 100))).toMatchObject({
      code: 'stock-short',
      left: 23,
    })
    const second = await clerk.call('supplies.issue', issueTo(clerk.person, item.id, 1))
    expect(second.slip.numbered.serial).toBe(first.slip.numbered.serial + 1)
    expect(second.slip.numbered.number).toMatch(/^LY-A-2026-\d{4}$/)
  })

  it('needs a reason over quota and keeps who received, when and at what cost', async () => {
    const item = await newItem({ quota: 5 })
    const over = issueTo(clerk.person, item.id, 1, { unit: '盒' })
    expect(await clerk.refused('supplies.issue', over)).toMatchObject({
      code: 'quota-exceeded',
      over: [{ quota: 5, drawn: 0, asked: 12 }],
    })
    const { slip } = await clerk.call('supplies.issue', { ...over, reason: '迎接检查' })
    expect(slip).toMatchObject({
      verb: 'issue',
      amount: 1800,
      reason: '迎接检查',
      date: '2026-11-23',
      month: '2026-11',
    })
    expect(slip.recipient).toMatchObject({ id: clerk.person })
    expect(slip.lines[0]).toMatchObject({ quantity: 1, unit: '盒', base: 12, unitCost: 1800, overQuota: 7 })
    const { rows } = await clerk.call('supplies.slips', { item: item.id })
    expect(rows.map(({ verb, isOverQuota }) => [verb, isOverQuota])).toEqual([
      ['issue', true],
      ['receipt', false],
    ])
  })

  it('reverses once: balances as before, both slips know of each other, the history shows it', async () => {
    const item = await newItem({ quota: 5 })
    const { slip } = await clerk.call('supplies.issue', issueTo(clerk.person, item.id, 4))
    const { slip: reversal } = await clerk.call('supplies.reverse', { id: slip.id, reason: '发错' })
    expect(reversal.numbered.number).toMatch(/^CX-A-2026-/)
    expect((await clerk.call('supplies.slip', { id: slip.id })).slip.reversedBy).toEqual({
      id: reversal.id,
      number: reversal.numbered.number,
    })
    const offer = await clerk.call('supplies.offer', { item: item.id, recipient: clerk.person })
    expect(offer).toMatchObject({ item: { stock: 24, value: 3600 }, quota: { drawn: 0, left: 5 } })
    expect(await clerk.refused('supplies.reverse', { id: slip.id })).toMatchObject({ code: 'slip-reversed' })
    expect((await clerk.call('desk.history', { subject: slip.id })).entries).toHaveLength(2)
  })

  it('returns what was issued at the cost it left with, and no more than that', async () => {
    const item = await newItem()
    const { slip } = await clerk.call('supplies.issue', issueTo(clerk.person, item.id, 5))
    await clerk.call('supplies.receive', { lines: [{ item: item.id, quantity: 10, unit: '支', price: 300 }] })
    const back = { original: slip.id, lines: [{ item: item.id, quantity: 2, unit: '支' }] }
    expect((await clerk.call('supplies.return', back)).slip).toMatchObject({ amount: 300, original: { id: slip.id } })
    expect((await clerk.call('supplies.slip', { id: slip.id })).returned).toEqual([2])
    expect(
      await clerk.refused('supplies.return', { ...back, lines: [{ item: item.id, quantity: 4, unit: '支' }] }),
    ).toMatchObject({
      code: 'return-exceeds-issue',
      left: 3,
    })
  })

  it('moves to another place and scraps, keeping the sum', async () => {
    const item = await newItem()
    await clerk.call('supplies.transfer', { lines: [{ item: item.id, quantity: 1, unit: '盒', to: '二楼:柜' }] })
    await clerk.call('supplies.scrap', {
      reason: '漏墨',
      lines: [{ item: item.id, quantity: 2, unit: '支', location: '二楼:柜' }],
    })
    const { stockAt, item: row } = await clerk.call('supplies.item', { id: item.id })
    expect(stockAt).toEqual([
      { location: 'A1', quantity: 12 },
      { location: '二楼:柜', quantity: 10 },
    ])
    expect(row).toMatchObject({ stock: 22, value: 3300 })
  })

  it('pages newest first by verb and by item', async () => {
    const item = await newItem()
    for (let count = 0; count < 5; count++) {
      office.clock.advance(1000)
      await clerk.call('supplies.issue', issueTo(clerk.person, item.id, 1))
    }
    const first = await clerk.call('supplies.slips', { item: item.id, verb: 'issue', limit: 3 })
    const second = await clerk.call('supplies.slips', {
      item: item.id,
      verb: 'issue',
      limit: 3,
      after: first.next ?? '',
    })
    const numbers = [...first.rows, ...second.rows].map(({ number }) => number)
    expect(numbers).toHaveLength(5)
    expect(numbers).toEqual(numbers.toSorted().toReversed())
    const byVerb = await clerk.call('supplies.slips', { verb: 'issue', limit: 3 })
    expect(byVerb.rows.map(({ number }) => number)).toEqual(numbers.slice(0, 3))
  })
})

describe('what changed while a slip was typed', () => {
  it('refuses an item that was retired meanwhile, by name, and enters nothing', async () => {
    const item = await newItem({ name: '停用笔' })
    await clerk.call('supplies.changeItem', { id: item.id, active: false })
    const before = office.office().journal.head().n
    expect(await clerk.refused('supplies.issue', issueTo(clerk.person, item.id, 1))).toEqual({
      code: 'item-retired',
      item: '停用笔',
    })
    expect(office.office().journal.head().n).toBe(before)
  })

  it('undoes a slip of many lines whole, also of items that were merged since, at the same place', async () => {
    const [kept, old, other] = [await newItem(), await newItem(), await newItem()]
    const lines = [old, other].map(({ id }) => ({ item: id, quantity: 3, unit: '支' }))
    const { slip } = await clerk.call('supplies.issue', { recipient: clerk.person, lines })
    await clerk.call('supplies.mergeItems', { duplicate: old.id, into: kept.id })
    const { slip: reversal } = await clerk.call('supplies.reverse', { id: slip.id })
    expect(reversal.lines.map(({ item }) => item.id)).toEqual([kept.id, other.id])
    const stockOf = async (id: string) => (await clerk.call('supplies.item', { id })).item
    expect(await stockOf(kept.id)).toMatchObject({ stock: 48, value: 7200 })
    expect(await stockOf(old.id)).toMatchObject({ stock: 0, value: 0 })
    expect(await stockOf(other.id)).toMatchObject({ stock: 24, value: 3600 })
  })
})

describe('who and what may', () => {
  it('lets an approver look, not issue', async () => {
    const item = await newItem()
    expect((await approver.call('supplies.item', { id: item.id })).item.code).toBe(item.code)
    expect(await approver.refused('supplies.issue', issueTo(clerk.person, item.id, 1))).toMatchObject({
      code: 'not-permitted',
    })
  })

  it('answers bad input with field and reason and leaves the journal as it was', async () => {
    const item = await newItem()
    const before = office.office().journal.head().n
    const bad = [
      { recipient: clerk.person, lines: [] },
      { recipient: clerk.person, lines: [{ item: item.id, quantity: 0, unit: '支' }] },
      { recipient: clerk.person, lines: [{ item: item.id, quantity: 1.000_05, unit: '支' }] },
      { recipient: clerk.person, lines: [{ item: 'x', quantity: 1, unit: '支' }] },
      { recipient: clerk.person, date: '2026-02-30', lines: [{ item: item.id, quantity: 1, unit: '支' }] },
      { recipient: clerk.person, reason: 'a\u0000b', lines: [{ item: item.id, quantity: 1, unit: '支' }] },
      { recipient: clerk.person, reason: '\ud800', lines: [{ item: item.id, quantity: 1, unit: '支' }] },
    ]
    for (const input of bad)
      expect(await clerk.ask('supplies.issue', input)).toMatchObject({ ok: false, fault: { code: 'invalid-input' } })
    const nobody = '01900000-0000-7000-8000-000000000000'
    expect(await clerk.refused('supplies.issue', issueTo(nobody, item.id, 1))).toMatchObject({
      code: 'not-found',
      what: 'person',
    })
    expect(office.office().journal.head().n).toBe(before)
  })

  it('does a repeated command once', async () => {
    const item = await newItem()
    const input = issueTo(clerk.person, item.id, 2)
    const first = await clerk.call('supplies.issue', input, 'same-command')
    const again = await clerk.call('supplies.issue', input, 'same-command')
    expect(again.slip.id).toBe(first.slip.id)
    expect((await clerk.call('supplies.item', { id: item.id })).item.stock).toBe(22)
  })
})

describe('what another desk did', () => {
  it('may leave the stock below zero: shown as oversold, refused here, mended by goods that come', async () => {
    const item = await newItem({ stock: 3 })
    const { slip } = await clerk.call('supplies.issue', issueTo(clerk.person, item.id, 3))
    // Its slip of the same last pieces is folded without asking; a draft past the rule stands for it here.
    const { id: _, enteredAt: __, ...body } = slip
    const caller = {
      actor: { person: clerk.person, name: '', permissions: new Set<never>() },
      language: 'zh-CN' as const,
    }
    const session = { open: () => undefined, close: () => undefined, isOpen: () => true }
    office.office().act({ ...caller, session }, (act) =>
      act.enter({
        kind: 'stock.issued',
        subject: act.newId(),
        body: { ...body, numbered: { book: 'of desk B', serial: 1, number: 'LY-B-2026-0001' } },
      }),
    )
    expect((await clerk.call('supplies.item', { id: item.id })).item.stock).toBe(-3)
    const oversold = await clerk.call('supplies.items', { show: 'oversold' })
    expect(oversold.rows.map(({ id }) => id)).toContain(item.id)
    expect(await clerk.refused('supplies.issue', issueTo(clerk.person, item.id, 1))).toMatchObject({
      code: 'stock-short',
      left: -3,
    })
    await clerk.call('supplies.receive', { lines: [{ item: item.id, quantity: 3, unit: '支', price: 150 }] })
    expect((await clerk.call('supplies.item', { id: item.id })).item).toMatchObject({ stock: 0, value: 0 })
  })
})
