/** The desk tells whoever keeps the stock which month is to be closed, and nobody else. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestOffice, type TestDesk, type TestOffice } from '../../testing.ts'

let office: TestOffice

beforeAll(async () => {
  office = await openTestOffice()
  // Before the clock goes back to months in which the example's administrator has not signed in yet.
  await office.as('clerk')
  await office.as('auditor')
})
afterAll(() => office.close())

const due = async (desk: TestDesk) =>
  (await desk.call('desk.today', {})).groups.find(({ key }) => key === 'stock-months-due')

test('months that ended wait from the first movement on, the earliest by name, until they are closed', async () => {
  office.clock.set('2026-08-20T01:00:00Z')
  const august = await office.as('clerk')
  const { id: item } = await august.call('supplies.addItem', { code: 'P1', name: '笔', unit: '支', location: 'A1' })
  await august.call('supplies.receive', { lines: [{ item, quantity: 10, unit: '支', amount: 1000 }] })
  expect(await due(august)).toBeUndefined()
  office.clock.set('2026-10-02T01:00:00Z')
  const october = await office.as('clerk')
  expect(await due(october)).toMatchObject({ count: 2, rows: [{ subject: '2026-08', title: '2026-08' }] })
  expect(await due(await office.as('auditor'))).toBeUndefined()
  await october.call('supplies.closeMonth', { month: '2026-08' })
  expect(await due(october)).toMatchObject({ count: 1, rows: [{ subject: '2026-09' }] })
  await october.call('supplies.closeMonth', { month: '2026-09' })
  expect(await due(october)).toBeUndefined()
})
