/** Merging duplicates through the one door: barcodes, stock and value lead to the kept item, and histories stay. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestOffice, type TestDesk, type TestOffice } from '../../testing.ts'
import { issueTo, newItem as itemAt } from '../testing.ts'

let office: TestOffice
let clerk: TestDesk & { person: string }

beforeAll(async () => {
  office = await openTestOffice()
  clerk = await office.as('clerk')
})
afterAll(() => office.close())

const newItem = (more: Parameters<typeof itemAt>[1] = {}) => itemAt({ office, clerk }, more)
const itemOf = async (id: string) => (await clerk.call('supplies.item', { id })).item

describe('merging', () => {
  it('leads barcodes and code to the kept item and moves stock and value to the last piece', async () => {
    const [old, kept] = [await newItem({ stock: 7 }), await newItem({ stock: 24 })]
    await clerk.call('supplies.transfer', { lines: [{ item: old.id, quantity: 3, unit: '支', to: 'B2/01' }] })
    const before = (await itemOf(old.id)).value + (await itemOf(kept.id)).value
    const { slip } = await clerk.call('supplies.mergeItems', { duplicate: old.id, into: kept.id, reason: '重复登记' })
    expect(slip).toMatch(/^DB-/)
    expect(await itemOf(old.id)).toMatchObject({ stock: 0, value: 0, active: false, mergedInto: kept.id })
    expect(await itemOf(kept.id)).toMatchObject({ stock: 31, value: before })
    const { stockAt } = await clerk.call('supplies.item', { id: kept.id })
    expect(stockAt).toEqual([
      { location: 'A1', quantity: 28 },
      { location: 'B2/01', quantity: 3 },
    ])
    for (const text of [old.piece, old.code])
      expect(await clerk.call('supplies.scan', { text })).toMatchObject({ item: { id: kept.id }, unit: '支', base: 1 })
    expect(await clerk.call('supplies.scan', { text: old.box })).toMatchObject({ item: { id: kept.id }, base: 12 })
    const slips = await clerk.call('supplies.slips', { item: old.id })
    expect(slips.rows.map(({ verb }) => verb)).toEqual(['transfer', 'transfer', 'receipt'])
    expect((await clerk.call('supplies.slips', { item: kept.id })).rows.map(({ number }) => number)).toContain(slip)
  })

  it('keeps the amount of a pack that the kept item does not know', async () => {
    const [old, kept] = [await newItem(), await newItem()]
    await clerk.call('supplies.changeItem', { id: kept.id, packs: [{ unit: '盒', factor: 10 }] })
    await clerk.call('supplies.mergeItems', { duplicate: old.id, into: kept.id })
    expect(await clerk.call('supplies.scan', { text: old.box })).toMatchObject({ unit: '支', amount: 12, base: 12 })
  })

  it('follows a merged item that is merged on, and finds no barcode twice', async () => {
    const [a, b, c] = [await newItem(), await newItem(), await newItem()]
    await clerk.call('supplies.mergeItems', { duplicate: a.id, into: b.id })
    await clerk.call('supplies.mergeItems', { duplicate: b.id, into: c.id })
    expect(await clerk.call('supplies.scan', { text: a.piece })).toMatchObject({ item: { id: c.id } })
    expect((await itemOf(c.id)).stock).toBe(72)
  })

  it('refuses what cannot be one thing, and enters nothing', async () => {
    const [old, kept] = [await newItem(), await newItem()]
    const sheet = { code: 'SHEET-1', name: '散纸', unit: '张', location: 'A1' }
    const other = await clerk.call('supplies.addItem', sheet)
    const before = office.office().journal.head().n
    const merge = (from: string, into: string) => clerk.refused('supplies.mergeItems', { duplicate: from, into })
    expect(await merge(old.id, old.id)).toMatchObject({ code: 'merge-same' })
    expect(await merge(old.id, other.id)).toMatchObject({ code: 'merge-unit-differs', unit: '支', intoUnit: '张' })
    expect(office.office().journal.head().n).toBe(before)
    await clerk.call('supplies.changeItem', { id: kept.id, active: false })
    expect(await merge(old.id, kept.id)).toMatchObject({ code: 'item-retired' })
  })

  it('gives out no merged item that still lies on a slip, and tells the one to use', async () => {
    const [old, kept] = [await newItem(), await newItem({ name: '保留的笔' })]
    await clerk.call('supplies.mergeItems', { duplicate: old.id, into: kept.id })
    expect(await clerk.refused('supplies.issue', issueTo(clerk.person, old.id, 1))).toMatchObject({
      code: 'item-merged',
      into: '保留的笔',
    })
  })

  it('is taken back by a reversing slip and by using the item again', async () => {
    const [old, kept] = [await newItem(), await newItem()]
    const { slip } = await clerk.call('supplies.mergeItems', { duplicate: old.id, into: kept.id })
    const rows = (await clerk.call('supplies.slips', { item: old.id })).rows
    const id = rows.find(({ number }) => number === slip)?.id ?? ''
    await clerk.call('supplies.reverse', { id })
    await clerk.call('supplies.changeItem', { id: old.id, active: true })
    const back = await itemOf(old.id)
    expect(back).toMatchObject({ stock: 24, value: 3600, active: true })
    expect(back.mergedInto).toBeUndefined()
    expect(await clerk.call('supplies.scan', { text: old.piece })).toMatchObject({ item: { id: old.id } })
    expect((await itemOf(kept.id)).stock).toBe(24)
  })
})

describe('scanning', () => {
  it('says which two codes came as one, and takes neither', async () => {
    const [a, b] = [await newItem(), await newItem()]
    expect(await clerk.refused('supplies.scan', { text: `${a.piece}${b.box}` })).toMatchObject({
      code: 'two-barcodes',
      first: a.piece,
      second: b.box,
    })
    expect(await clerk.refused('supplies.scan', { text: `${a.piece}0` })).toMatchObject({ code: 'unknown-barcode' })
  })
})
