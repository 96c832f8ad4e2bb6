/** 临期批次: which lots are told, from which day, and at what value. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '../../../../shared/office/dates.ts'
import { openTestOffice, type TestDesk, type TestOffice } from '../../testing.ts'

let office: TestOffice
let clerk: TestDesk & { person: string }
let glue: string
/** The day of the test's own clock. */
let today: string

beforeAll(async () => {
  office = await openTestOffice()
  clerk = await office.as('clerk')
  today = (await clerk.call('office.state', {})).today ?? ''
  const item = { unit: '瓶', category: 'consumable', location: 'A1' } as const
  glue = (await clerk.call('supplies.addItem', { ...item, code: 'JS01', name: '胶水', lots: true })).id
  const line = (lot: string, days: number, quantity: number) => ({
    item: glue,
    quantity,
    unit: '瓶',
    price: 150,
    lot,
    expiry: addDays(today, days),
  })
  await clerk.call('supplies.receive', {
    lines: [line('past', -1, 2), line('today', 0, 1), line('edge', 90, 3), line('later', 91, 4)],
  })
  const plain = (await clerk.call('supplies.addItem', { ...item, code: 'ZZ01', name: '白纸' })).id
  await clerk.call('supplies.receive', { lines: [{ item: plain, quantity: 5, unit: '瓶', price: 100 }] })
})
afterAll(() => office.close())

const told = async () => {
  const { rows, totals, plot } = await clerk.call('supplies.report', { report: 'expiring', year: 2026 })
  expect(plot).toBeUndefined()
  expect(totals[0]?.at(-1)).toBe(rows.reduce((sum, cells) => sum + Number(cells.at(-1)), 0))
  return rows.map((cells) => [cells[3], cells[2], cells[4], cells[5], cells[6], cells[9]])
}

test('lots past their day and those that end within 90 days are told, soonest first, at the average price', async () => {
  expect(await told()).toEqual([
    ['past', 'supplies.report.lot.expired', addDays(today, -1), -1, 2, 300],
    ['today', 'supplies.report.lot.soon', today, 0, 1, 150],
    ['edge', 'supplies.report.lot.soon', addDays(today, 90), 90, 3, 450],
  ])
})

test('a lot that is used up is told no more, and one that comes near is', async () => {
  await clerk.call('supplies.scrap', {
    reason: '过期',
    lines: [{ item: glue, quantity: 2, unit: '瓶', location: 'A1', lot: 'past' }],
  })
  expect((await told()).map(([lot]) => lot)).toEqual(['today', 'edge'])
  office.clock.advance(86_400_000)
  clerk = await office.as('clerk')
  expect((await told()).map(([lot]) => lot)).toEqual(['today', 'edge', 'later'])
})
