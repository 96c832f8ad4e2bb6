/** The reports of the supplies through the office's own door, on a day of the test's own clock. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestOffice, type TestDesk, type TestOffice } from '../../testing.ts'
import { issueTo, newItem } from '../testing.ts'

let office: TestOffice
let clerk: TestDesk & { person: string }
let person: string
let pen: { id: string; code: string }

const day = 86_400_000

beforeAll(async () => {
  office = await openTestOffice()
  clerk = await office.as('clerk')
  const department = (await office.administrator.call('departments.add', { name: '总务部' })).id
  ;({ id: person } = await office.administrator.call('people.add', {
    name: '何苗',
    staffNo: 'H1',
    department,
    employedFrom: '2020-01-01',
    roles: [],
  }))
  pen = await newItem({ office, clerk }, { name: '中性笔', stock: 24 })
  await newItem({ office, clerk }, { name: '旧纸', stock: 2 })
  await clerk.call('supplies.issue', issueTo(person, pen.id, 10))
  office.clock.advance(1000)
  const wrong = await clerk.call('supplies.issue', issueTo(person, pen.id, 2))
  await clerk.call('supplies.reverse', { id: wrong.slip.id })
})
afterAll(() => office.close())

const report = async (
  name: 'department' | 'person' | 'item' | 'category' | 'slow' | 'value-item' | 'value-group',
  year = 2026,
) => clerk.call('supplies.report', { report: name, year })

test('consumption stands in its month, with sums to the right and below', async () => {
  const { columns, rows, totals, plot, more } = await report('department')
  const months = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1500, 0]
  expect(columns.map(({ key }) => key)).toEqual([
    'department',
    ...months.map((_, index) => `m${String(index + 1).padStart(2, '0')}`),
    'total',
  ])
  expect(rows).toEqual([['总务部', ...months, 1500]])
  expect(totals).toEqual([[null, ...months, 1500]])
  expect([plot, more]).toEqual([months, 0])
  expect((await report('person')).rows[0]?.[0]).toBe('何苗')
  expect((await report('item')).rows).toEqual([[pen.code, '中性笔', 10, '支', ...months, 1500]])
  expect((await report('category')).rows[0]?.[0]).toBe('supplies.category.consumable')
  expect((await report('department', 2025)).rows).toEqual([])
})

test('value counts what lay there at the end of the year', async () => {
  const { rows, totals } = await report('value-item')
  expect(rows.map((cells) => [cells[1], cells[3], cells[6]])).toEqual([
    ['中性笔', 14, 2100],
    ['旧纸', 2, 300],
  ])
  expect(totals[0]?.at(-1)).toBe(2400)
  expect((await report('value-group')).rows).toEqual([[null, 2, 2400]])
  expect((await report('value-item', 2025)).rows).toEqual([])
})

test('stock that nobody draws is slow, counted from its last issue that stands', async () => {
  expect((await report('slow')).rows).toEqual([])
  office.clock.advance(95 * day)
  // Nobody stays signed in that long.
  clerk = await office.as('clerk')
  const { rows, totals } = await report('slow', 2027)
  expect(rows.map((cells) => [cells[1], cells[2], cells[4], cells[5], cells[8]])).toEqual([
    ['中性笔', 'supplies.report.idle.90', 95, 14, 2100],
    ['旧纸', 'supplies.report.idle.90', 95, 2, 300],
  ])
  expect(rows.map((cells) => typeof cells[3])).toEqual(['string', 'object'])
  expect(totals[0]?.at(-1)).toBe(2400)
})

test('the bounds of slow and dead stock are met on their very day', async () => {
  const bandAfter = async (days: number) => {
    office.clock.advance(days * day)
    clerk = await office.as('clerk')
    const { rows } = await report('slow', 2199)
    return rows.map((cells) => [cells[2], cells[4]])
  }
  const both = (band: number, days: number) => [
    [`supplies.report.idle.${band}`, days],
    [`supplies.report.idle.${band}`, days],
  ]
  expect(await bandAfter(179 - 95)).toEqual(both(90, 179))
  expect(await bandAfter(1)).toEqual(both(180, 180))
  expect(await bandAfter(184)).toEqual(both(180, 364))
  expect(await bandAfter(1)).toEqual(both(365, 365))
  // What is drawn again is slow no more; what it was at the end of an earlier year stays as it was.
  await clerk.call('supplies.issue', issueTo(person, pen.id, 1))
  expect((await report('slow', 2199)).rows.map((cells) => cells[1])).toEqual(['旧纸'])
})

test('a report or year that does not exist is refused by its name', async () => {
  const fault = await clerk.refused('supplies.report', { year: 12 })
  expect(JSON.stringify(fault)).toContain('year')
})
