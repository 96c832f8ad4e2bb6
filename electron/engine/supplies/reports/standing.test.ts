/** What the balances say of today is what the movements say, to the piece, the 分 and the day of the last issue. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '../../../../shared/office/dates.ts'
import { openTestOffice, type TestDesk, type TestOffice } from '../../testing.ts'
import { countedOn, keptNow, type Standing } from './standing.ts'

let office: TestOffice
let clerk: TestDesk & { person: string }
let today: string

beforeAll(async () => {
  office = await openTestOffice({ example: { entries: 1500 } })
  clerk = await office.as('clerk')
  today = (await clerk.call('office.state', {})).today ?? ''
})
afterAll(() => office.close())

/** By item: pieces, value, and since when it is counted as lying. */
const told = (standings: readonly Standing[]) =>
  new Map(
    standings.map(({ item, quantity, value, last }) => {
      const { issued, came } = last()
      return [item, { quantity, value, issued, since: issued ?? came }]
    }),
  )

const both = () => {
  const { db } = office.office().journal
  return { kept: told(keptNow(db, 'Asia/Shanghai')), counted: told(countedOn(db, today)) }
}

test('the example of a year is the same both ways', () => {
  const { kept, counted } = both()
  expect(kept.size).toBeGreaterThan(50)
  expect([...kept.values()].filter(({ issued }) => issued !== null).length).toBeGreaterThan(20)
  expect(kept).toEqual(counted)
})

test('so it is after issues of many days, a late entry for an earlier day, an undone issue and a transfer', async () => {
  const item = { unit: '支', category: 'consumable', location: 'A1', code: 'YG-01', name: '圆规' } as const
  const { id } = await clerk.call('supplies.addItem', item)
  const issue = async (date: string, quantity = 1) => {
    office.clock.advance(1000)
    const lines = [{ item: id, quantity, unit: '支' }]
    return (await clerk.call('supplies.issue', { date, recipient: clerk.person, lines })).slip.id
  }
  const first = addDays(today, -20)
  await clerk.call('supplies.receive', { date: first, lines: [{ item: id, quantity: 99, unit: '支', price: 3 }] })
  for (let day = 0; day < 20; day += 1) await issue(addDays(today, -19 + (day % 7)))
  expect(both().kept.get(id)).toMatchObject({ quantity: 79, issued: addDays(today, -13) })
  const undone = await issue(today)
  await issue(addDays(today, -5))
  await clerk.call('supplies.reverse', { id: undone })
  await clerk.call('supplies.transfer', { lines: [{ item: id, quantity: 2, unit: '支', to: 'B1' }] })
  const { kept, counted } = both()
  expect(kept.get(id)).toMatchObject({ quantity: 78, issued: addDays(today, -5) })
  expect(kept).toEqual(counted)
})
