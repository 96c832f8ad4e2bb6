/** Items and scanning through the one door, on a real file. */
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

describe('scanning', () => {
  it('answers item, amount, stock and what the person may still draw', async () => {
    const item = await newItem({ quota: 5 })
    await clerk.call('supplies.issue', issueTo(clerk.person, item.id, 3))
    const offer = await clerk.call('supplies.scan', { text: item.box, recipient: clerk.person })
    expect(offer).toMatchObject({ unit: '盒', amount: 1, base: 12, quota: { quota: 5, drawn: 3, left: 2 } })
    expect(offer.item).toMatchObject({ id: item.id, stock: 21, value: 3150 })
    expect(offer.stockAt).toEqual([{ location: 'A1', quantity: 21 }])
    expect(await clerk.call('supplies.scan', { text: item.code })).toMatchObject({ item: { id: item.id }, unit: '支' })
  })

  it('refuses what no item carries, also where a longer barcode begins the same', async () => {
    const item = await newItem()
    await clerk.call('supplies.changeItem', { id: item.id, barcodes: [{ code: 'AB:CD', unit: '支' }] })
    expect(await clerk.refused('supplies.scan', { text: 'AB' })).toEqual({ code: 'unknown-barcode', barcode: 'AB' })
    expect(await clerk.call('supplies.scan', { text: 'AB:CD' })).toMatchObject({ item: { id: item.id } })
    expect(await clerk.refused('supplies.scan', { text: item.piece })).toMatchObject({ code: 'unknown-barcode' })
  })

  it('asks which where another desk gave the same barcode', async () => {
    const item = await newItem({ name: '胶水' })
    // What arrives from another desk is folded without asking, which a draft past the rule stands for here.
    const caller = {
      actor: { person: clerk.person, name: '', permissions: new Set<never>() },
      language: 'zh-CN' as const,
    }
    const session = { open: () => undefined, close: () => undefined, isOpen: () => true }
    office.office().act({ ...caller, session }, (act) =>
      act.enter({
        kind: 'item.added',
        subject: act.newId(),
        body: {
          code: 'Z',
          name: '胶棒',
          category: 'consumable',
          unit: '支',
          packs: [],
          barcodes: [{ code: item.piece, unit: '支', amount: 1 }],
          location: 'B',
          exchangeOld: false,
          active: true,
        },
      }),
    )
    const fault = await clerk.refused('supplies.scan', { text: item.piece })
    expect(fault).toMatchObject({ code: 'ambiguous-barcode', items: ['胶水', '胶棒'] })
    const { candidates } = fault as Extract<typeof fault, { code: 'ambiguous-barcode' }>
    const other = candidates.find(({ name }) => name === '胶棒')?.id ?? ''
    expect(await clerk.call('supplies.scan', { text: item.piece, item: other })).toMatchObject({
      item: { name: '胶棒' },
      unit: '支',
      amount: 1,
    })
  })
})

describe('items', () => {
  it('refuses a code or barcode that is taken, and keeps the journal as it was', async () => {
    const item = await newItem()
    const before = office.office().journal.head().n
    const other = { code: 'NEW', name: '新', unit: '支', location: 'A1' }
    expect(await clerk.refused('supplies.addItem', { ...other, code: item.code })).toMatchObject({
      code: 'item-code-taken',
    })
    const barcodes = [{ code: item.piece, unit: '支' }]
    expect(await clerk.refused('supplies.addItem', { ...other, barcodes })).toMatchObject({ code: 'barcode-taken' })
    expect(await clerk.refused('supplies.addItem', { ...other, barcodes: [{ code: 'n', unit: '箱' }] })).toMatchObject({
      code: 'unknown-unit',
    })
    const suppliers = [{ name: '晨光文具', unit: '箱', price: 100 }]
    expect(await clerk.refused('supplies.addItem', { ...other, suppliers })).toMatchObject({
      code: 'unknown-unit',
      unit: '箱',
    })
    const rule = { per: 'department' as const, measure: 'amount' as const, limit: 100 }
    expect(await clerk.refused('supplies.addItem', { ...other, quotaRules: [rule, rule] })).toMatchObject({
      problems: [{ path: 'quotaRules', reason: 'invalid.rule-twice' }],
    })
    expect(await clerk.refused('supplies.addItem', { ...other, min: 9, max: 3 })).toMatchObject({
      code: 'invalid-input',
    })
    expect(office.office().journal.head().n).toBe(before)
  })

  it('enters only the fields that change, empties with null, and refuses a stale page', async () => {
    const item = await newItem({ quota: 5, min: 3 })
    const { heads } = await clerk.call('supplies.item', { id: item.id })
    await clerk.call('supplies.changeItem', { id: item.id, basedOn: heads, quota: null, min: 3 })
    const history = await clerk.call('desk.history', { subject: item.id })
    expect(history.entries.map(({ kind, body }) => (kind === 'item.changed' ? body : kind))).toContainEqual({
      quota: null,
    })
    const now = await clerk.call('supplies.item', { id: item.id })
    expect(now.item).toMatchObject({ min: 3 })
    expect(now.item.quota).toBeUndefined()
    expect(await clerk.refused('supplies.changeItem', { id: item.id, basedOn: heads, name: '另' })).toMatchObject({
      code: 'stale',
    })
    expect(await clerk.refused('supplies.changeItem', { id: item.id, unit: '根' })).toMatchObject({
      code: 'base-unit-fixed',
    })
  })

  it('lists by code page after page, and the low ones', async () => {
    const low = await newItem({ min: 30 })
    const codes: string[] = []
    for (let after: string | undefined; ;) {
      const page = await clerk.call('supplies.items', { limit: 2, ...(after === undefined ? {} : { after }) })
      codes.push(...page.rows.map(({ code }) => code))
      if (page.next === undefined) break
      after = page.next
    }
    expect(codes).toEqual(codes.toSorted())
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes).toContain(low.code)
    const lows = await clerk.call('supplies.items', { show: 'low', limit: 200 })
    expect(lows.rows.every(({ stock, min = 0 }) => stock < min)).toBe(true)
    expect(lows.rows.map(({ id }) => id)).toContain(low.id)
  })
})
