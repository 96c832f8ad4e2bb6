/** Budgets through the office's own door: setting, changing, refusing, the report beside consumption, and the counter. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestOffice, type TestDesk, type TestOffice } from '../../testing.ts'
import { issueTo, newItem } from '../testing.ts'

let office: TestOffice
let clerk: TestDesk & { person: string }
let general: string
let sales: string
let person: string
let seller: string
let pen: string

const year = 2026
const nobody = '01900000-0000-7000-8000-000000000000'
const even = (amount: number): number[] => Array.from({ length: 12 }, () => amount)

const hire = async (name: string, staffNo: string, department?: string): Promise<string> => {
  const one = { name, staffNo, employedFrom: '2020-01-01', roles: [], ...(department ? { department } : {}) }
  return (await office.administrator.call('people.add', one)).id
}

beforeAll(async () => {
  office = await openTestOffice()
  clerk = await office.as('clerk')
  general = (await office.administrator.call('departments.add', { name: '总务部' })).id
  sales = (await office.administrator.call('departments.add', { name: '销售部' })).id
  person = await hire('何苗', 'H1', general)
  seller = await hire('高远', 'H2', sales)
  pen = (await newItem({ office, clerk }, { name: '中性笔', stock: 100 })).id
})
afterAll(() => office.close())

const issue = async (to: string, quantity: number) => {
  office.clock.advance(1000)
  return (await clerk.call('supplies.issue', issueTo(to, pen, quantity))).slip.id
}

test('a budget is set, read back with who set it, changed with a reason, and keeps its history', async () => {
  const before = (await clerk.call('supplies.budgets', { year })).rows
  expect(before.map(({ department, amounts }) => [department.name, amounts])).toEqual([
    ['总务部', undefined],
    ['销售部', undefined],
  ])
  const { id } = await clerk.call('supplies.budgetSet', { department: general, year, amounts: even(1000) })
  const { heads, ...read } = await clerk.call('supplies.budget', { department: general, year })
  expect(read).toMatchObject({ id, amounts: even(1000), department: { name: '总务部' }, isClosed: false })
  expect(heads).toHaveLength(1)
  const more = [...even(1000).slice(0, 11), 5000]
  const change = { department: general, year, amounts: more, basedOn: heads }
  expect(await clerk.refused('supplies.budgetSet', change)).toMatchObject({
    code: 'invalid-input',
    problems: [{ path: 'reason', reason: 'invalid.required' }],
  })
  await clerk.call('supplies.budgetSet', { ...change, reason: '年末集中采购' })
  expect(await clerk.refused('supplies.budgetSet', { ...change, amounts: even(1), reason: '旧页面' })).toMatchObject({
    code: 'stale',
  })
  const history = await clerk.call('desk.history', { subject: id })
  expect(history.entries.map(({ body }) => [body['m12'], body['m11'], body['reason'] ?? undefined])).toEqual([
    [1000, 1000, undefined],
    [5000, undefined, '年末集中采购'],
  ])
  expect(history.conflicts).toEqual([])
  const row = (await clerk.call('supplies.budgets', { year })).rows.find(({ department }) => department.id === general)
  expect(row).toMatchObject({ amounts: more, set: { by: { id: clerk.person } } })
})

test('bad amounts, an unknown department and who may not are refused with what is wrong', async () => {
  const set = { department: general, year, amounts: even(1), reason: '试' }
  const problemsOf = async (input: object): Promise<unknown> =>
    clerk.refused('supplies.budgetSet', { ...set, ...input })
  expect(await problemsOf({ amounts: even(-1) })).toMatchObject({ code: 'invalid-input' })
  expect(JSON.stringify(await problemsOf({ amounts: [...even(1).slice(0, 11), 1.5] }))).toContain('amounts.11')
  expect(JSON.stringify(await problemsOf({ amounts: even(1).slice(0, 11) }))).toContain('invalid.twelve')
  expect(JSON.stringify(await problemsOf({ amounts: even(9e15) }))).toContain('invalid.too-large')
  expect(JSON.stringify(await problemsOf({ year: 26 }))).toContain('year')
  expect(await problemsOf({ department: nobody })).toEqual({ code: 'not-found', what: 'department', id: nobody })
  const auditor = await office.as('auditor')
  expect(await auditor.refused('supplies.budgetSet', set)).toMatchObject({ code: 'not-permitted' })
  expect(await clerk.refused('supplies.budget', { department: nobody, year })).toMatchObject({ code: 'not-found' })
})

test('the counter sees what is left of the month, below zero where it is passed, and nothing without a budget', async () => {
  // November of 10.00; a pen costs 1.50.
  await issue(person, 4)
  const left = await clerk.call('supplies.budgetLeft', { recipient: person })
  expect(left.budget).toEqual({ department: '总务部', month: '2026-11', planned: 1000, used: 600, left: 400 })
  const slip = await issue(person, 4)
  expect((await clerk.call('supplies.budgetLeft', { recipient: person })).budget?.left).toBe(-200)
  await clerk.call('supplies.reverse', { id: slip })
  expect((await clerk.call('supplies.budgetLeft', { recipient: person })).budget?.left).toBe(400)
  for (const recipient of [seller, clerk.person, nobody])
    expect(await clerk.call('supplies.budgetLeft', { recipient })).toEqual({})
})

test('the report tells planned, used and left, up to now and for the year, and agrees with consumption', async () => {
  await issue(seller, 2)
  await issue(person, 5)
  const { columns, rows, totals, plot, plan } = await clerk.call('supplies.report', { report: 'budget', year })
  expect(columns.map(({ key }) => key).slice(0, 3)).toEqual(['department', 'figure', 'm01'])
  const month = (cells: (typeof rows)[number]) => [cells[0], cells[1], cells[12], cells[13], cells[14], cells[15]]
  expect(rows.map(month)).toEqual([
    ['总务部', 'supplies.report.budget.planned', 1000, 5000, 11_000, 16_000],
    ['总务部', 'supplies.report.budget.used', 1350, 0, 1350, 1350],
    ['总务部', 'supplies.report.budget.left', -350, 5000, 9650, 14_650],
    ['销售部', 'supplies.report.budget.unplanned', 300, 0, 300, 300],
  ])
  expect(totals.map(month)).toEqual([
    [null, 'supplies.report.budget.planned', 1000, 5000, 11_000, 16_000],
    [null, 'supplies.report.budget.used', 1350, 0, 1350, 1350],
    [null, 'supplies.report.budget.left', -350, 5000, 9650, 14_650],
    [null, 'supplies.report.budget.unplanned', 300, 0, 300, 300],
    [null, 'supplies.report.budget.all', 1650, 0, 1650, 1650],
  ])
  const consumption = await clerk.call('supplies.report', { report: 'department', year })
  expect(totals.at(-1)?.slice(2, 14)).toEqual(consumption.plot)
  // The plot holds like against like: only what falls under a budget.
  expect(plot?.at(10)).toBe(1350)
  expect(plan?.at(11)).toBe(5000)
  // What is planned for a department that has drawn nothing stands there too.
  await clerk.call('supplies.budgetSet', { department: sales, year: 2027, amounts: even(700) })
  const next = await clerk.call('supplies.report', { report: 'budget', year: 2027 })
  expect(next.rows.map((cells) => [cells[0], cells[1], cells[14], cells[15]])).toEqual([
    ['销售部', 'supplies.report.budget.planned', 0, 8400],
    ['销售部', 'supplies.report.budget.used', 0, 0],
    ['销售部', 'supplies.report.budget.left', 0, 8400],
  ])
})

test('a year that is over and used more than planned says so, and verification finds nothing', async () => {
  await clerk.call('supplies.budgetSet', { department: sales, year, amounts: even(10) })
  const { rows } = await clerk.call('supplies.report', { report: 'budget', year })
  expect(rows.filter(([name]) => name === '销售部').map((cells) => [cells[1], cells[14]])).toEqual([
    ['supplies.report.budget.planned', 110],
    ['supplies.report.budget.used', 300],
    ['supplies.report.budget.over', -190],
  ])
  await office.administrator.call('office.rebuild', {})
  const auditor = await office.as('auditor')
  expect((await auditor.call('office.verify', {})).findings).toEqual([])
})
