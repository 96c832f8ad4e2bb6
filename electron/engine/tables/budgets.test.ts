/** Budgets out to a file and back: what was exported changes nothing, a changed row is entered as the page would, and each fault stands at its cell. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestOffice, type TestOffice } from '../testing.ts'
import { tableDesk, type TableDesk } from './staging.ts'

let office: TestOffice
let desk: TableDesk
let lines: string[]

beforeAll(async () => {
  office = await openTestOffice({ example: { entries: 1000 } })
  desk = tableDesk(office)
  lines = (await desk.exported('budgets', 'csv')).content.toString('utf8').trim().split('\r\n')
}, 60_000)
afterAll(() => office.close())

const file = (...rows: string[]): Buffer => Buffer.from([lines[0], ...rows].join('\n'))
/** The exported row of a department, its cells changed by column. */
const rowOf = (department: string, changes: Readonly<Record<number, string>> = {}): string =>
  (lines.find((line) => line.startsWith(`${department},`)) ?? '')
    .split(',')
    .map((cell, column) => changes[column] ?? cell)
    .join(',')
const problems = async (content: Buffer) =>
  (await desk.read('budgets', content)).problems.map(({ row, field, reason, detail }) => [row, field, reason, detail])

it('names every department, and read again changes nothing', async () => {
  expect(lines[0]).toBe('部门,年度,1 月,2 月,3 月,4 月,5 月,6 月,7 月,8 月,9 月,10 月,11 月,12 月,全年预算,全年已用')
  expect(lines).toHaveLength(13)
  for (const format of ['csv', 'xlsx'] as const) {
    const { content } = await desk.exported('budgets', format)
    expect(await desk.read('budgets', content)).toMatchObject({ rows: 12, good: 0, known: 12, bad: 0, missing: [] })
  }
})

it('enters what was filled in or changed, as one entry each, and says why it was changed', async () => {
  const even = Object.fromEntries(Array.from({ length: 12 }, (_, month) => [month + 2, '300.5']))
  const head = `${lines[0]},变更原因`
  const content = Buffer.from(
    [head, `${rowOf('法务合规部', even)},`, `${rowOf('销售一部', { 4: '1234.56' })},增编`].join('\n'),
  )
  expect(await desk.enter('budgets', content)).toMatchObject({ entered: 2, known: 0 })
  const { rows } = await office.administrator.call('supplies.budgets', { year: 2026 })
  const of = (name: string) => rows.find(({ department }) => department.name === name)
  expect(of('法务合规部')?.amounts).toEqual(Array.from({ length: 12 }, () => 30_050))
  expect(of('销售一部')?.amounts?.[2]).toBe(123_456)
  const { department } = of('销售一部') ?? {}
  const { id } = await office.administrator.call('supplies.budget', { department: department?.id ?? '', year: 2026 })
  const { entries } = await office.administrator.call('desk.history', { subject: id })
  expect(Object.keys(entries.at(-1)?.body ?? {}).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['m03', 'reason', 'set'])
  expect(entries.at(-1)?.body).toMatchObject({ m03: 123_456, reason: '增编' })
})

it('says at which cell what is wrong, and enters none of it', async () => {
  const before = desk.countOf('entry')
  const content = file(
    rowOf('财务部', { 3: '1.999' }),
    rowOf('采购部', { 3: '' }),
    rowOf('采购部', { 0: '不存在的部门' }),
    rowOf('质量管理部', { 5: '1' }),
    rowOf('研发中心', { 1: '2025', 5: '1' }),
    rowOf('研发中心', { 6: '9999999999' }),
  )
  expect(await problems(content)).toEqual([
    [2, 'm02', 'invalid.cell.amount-places', undefined],
    [3, 'm02', 'invalid.required', undefined],
    [4, 'department', 'invalid.cell.department-unknown', '不存在的部门'],
    [5, 'reason', 'invalid.required', undefined],
    [6, 'year', 'invalid.cell.budget-closed', '2026-09'],
    [7, 'm05', 'invalid.too-large', undefined],
  ])
  expect(await problems(file(rowOf('财务部'), rowOf('财务部')))).toEqual([
    [3, 'department', 'invalid.cell.duplicate-row', '2'],
  ])
  expect(desk.countOf('entry')).toBe(before)
})
