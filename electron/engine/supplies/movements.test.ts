/** The movements through the office's own door: consumption, an item's ledger, recounts, and what verification finds. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestOffice, type TestDesk, type TestOffice } from '../testing.ts'
import { issueTo, newItem } from './testing.ts'

let office: TestOffice
let clerk: TestDesk & { person: string }
let auditor: TestDesk & { person: string }
let pen: string
let person: string
let department: string

beforeAll(async () => {
  office = await openTestOffice()
  clerk = await office.as('clerk')
  auditor = await office.as('auditor')
  department = (await office.administrator.call('departments.add', { name: '总务部' })).id
  person = (
    await office.administrator.call('people.add', {
      name: '何苗',
      staffNo: 'H1',
      department,
      employedFrom: '2020-01-01',
      roles: [],
    })
  ).id
  pen = (await newItem({ office, clerk }, { name: '中性笔', stock: 24 })).id
  const { slip } = await clerk.call('supplies.issue', issueTo(person, pen, 10))
  office.clock.advance(1000)
  await clerk.call('supplies.return', { original: slip.id, lines: [{ item: pen, quantity: 4, unit: '支' }] })
  office.clock.advance(1000)
  const wrong = await clerk.call('supplies.issue', issueTo(person, pen, 2))
  office.clock.advance(1000)
  await clerk.call('supplies.reverse', { id: wrong.slip.id })
  office.clock.advance(1000)
  await clerk.call('supplies.transfer', { lines: [{ item: pen, quantity: 3, unit: '支', to: 'B9' }] })
})
afterAll(() => office.close())

const year = { from: '2026-01-01', to: '2026-12-31' }

test('consumption is what was issued less what came back, by whatever part and month', async () => {
  // 24 pieces at 1.50: 6 of them stay with the person.
  const byDepartment = await clerk.call('supplies.consumption', year)
  expect(byDepartment).toEqual({
    rows: [{ key: department, name: '总务部', amount: 900, lines: 4 }],
    amount: 900,
    lines: 4,
  })
  const byItem = await clerk.call('supplies.consumption', { ...year, by: 'item', months: true, department })
  expect(byItem.rows).toMatchObject([{ key: pen, month: '2026-11', quantity: 6, amount: 900, unit: '支' }])
  const byPerson = await clerk.call('supplies.consumption', { ...year, by: 'person' })
  expect(byPerson.rows).toMatchObject([{ key: person, name: '何苗', amount: 900 }])
  const byCategory = await clerk.call('supplies.consumption', { ...year, by: 'category' })
  expect(byCategory.rows).toMatchObject([{ key: 'consumable', amount: 900 }])
  expect(await clerk.call('supplies.consumption', { from: '2025-01-01', to: '2025-12-31' })).toMatchObject({ rows: [] })
})

test('the ledger runs from the first movement to what lies there now, and recounts the same', async () => {
  const { rows, opening, recount, isCut } = await clerk.call('supplies.ledger', { item: pen })
  expect(opening).toEqual({ balance: 0, value: 0 })
  expect(rows.map(({ verb, quantity, balance, value }) => [verb, quantity, balance, value])).toEqual([
    ['receipt', 24, 24, 3600],
    ['issue', -10, 14, 2100],
    ['return', 4, 18, 2700],
    ['issue', -2, 16, 2400],
    ['issue', 2, 18, 2700],
    ['transfer', -3, 15, 2700],
    ['transfer', 3, 18, 2700],
  ])
  expect(rows[4]).toMatchObject({ isReversal: true, party: '何苗' })
  expect(isCut).toBe(false)
  expect(recount).toEqual({
    movements: 7,
    value: { kept: 2700, counted: 2700 },
    locations: [
      { location: 'A1', kept: 15, counted: 15 },
      { location: 'B9', kept: 3, counted: 3 },
    ],
    isSame: true,
  })
  const later = await clerk.call('supplies.ledger', { item: pen, from: '2026-12-01' })
  expect([later.opening, later.rows]).toEqual([{ balance: 18, value: 2700 }, []])
  expect(await clerk.refused('supplies.ledger', { item: person })).toMatchObject({ code: 'not-found' })
})

test('a balance or a movement that was tampered with is found by recount and by verification', async () => {
  const { db } = office.office().journal
  expect(await clerk.call('supplies.recountStock', {})).toMatchObject({ movements: 7, balances: 3, differing: [] })
  expect((await auditor.call('office.verify', {})).findings).toEqual([])
  db.exec(`update balance set amount = amount + 5 where account = 'item:${pen}:stock:A1'`)
  expect((await clerk.call('supplies.recountStock', {})).differing).toEqual([
    { item: pen, name: '中性笔', location: 'A1', kept: 20, counted: 15 },
  ])
  expect((await clerk.call('supplies.ledger', { item: pen })).recount.isSame).toBe(false)
  db.exec(`update balance set amount = amount - 5 where account = 'item:${pen}:stock:A1'`)
  db.exec(`update stock_movement set amount = amount + 1 where verb = 'receipt'`)
  expect((await clerk.call('supplies.recountStock', {})).differing).toMatchObject([
    { item: pen, kept: 2700, counted: 2701 },
  ])
  expect((await auditor.call('office.verify', {})).findings.map(({ what }) => what)).toEqual(['row'])
  await office.administrator.call('office.rebuild', {})
  expect((await auditor.call('office.verify', {})).findings).toEqual([])
  expect(await clerk.call('supplies.recountStock', {})).toMatchObject({ movements: 7, differing: [] })
})
