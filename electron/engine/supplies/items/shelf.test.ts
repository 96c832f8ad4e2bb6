/** The kept lists of places and groups, and what lies where, bins and lots included. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestOffice, type TestDesk, type TestOffice } from '../../testing.ts'
import { newItem } from '../testing.ts'

let office: TestOffice
let clerk: TestDesk & { person: string }

beforeAll(async () => {
  office = await openTestOffice()
  clerk = await office.as('clerk')
})
afterAll(() => office.close())

const names = async (list: 'place' | 'group') => (await clerk.call('supplies.names', { list })).rows
const shelf = async (place: string) =>
  (await clerk.call('supplies.shelf', { place })).rows.map((row) => [row.place, row.name, row.quantity, row.isHome])

it('keeps a name once, notes it, offers it no more, and counts what is called so', async () => {
  const item = await newItem({ office, clerk })
  const { id } = await clerk.call('supplies.listName', { list: 'group', name: '书写' })
  expect(await clerk.call('supplies.listName', { list: 'group', name: '书写', note: '笔类' })).toEqual({ id })
  await clerk.call('supplies.changeItem', { id: item.id, group: '书写' })
  expect(await names('group')).toContainEqual({ id, name: '书写', note: '笔类', isRetired: false, items: 1 })
  const before = office.office().journal.head().n
  await clerk.call('supplies.listName', { list: 'group', name: '书写', note: '笔类', retired: false })
  expect(office.office().journal.head().n).toBe(before)
  await clerk.call('supplies.listName', { list: 'group', name: '书写', retired: true, note: null })
  expect(await names('group')).toContainEqual({ id, name: '书写', isRetired: true, items: 1 })
  const { rows } = await clerk.call('supplies.items', { group: '书写' })
  expect(rows.map(({ code }) => code)).toEqual([item.code])
})

it('tells what lies at a place and in its bins, and what only belongs there', async () => {
  const pen = await newItem({ office, clerk }, { name: '架上的笔', stock: 24 })
  const glue = await newItem({ office, clerk }, { name: '架上的胶', stock: 0 })
  await clerk.call('supplies.changeItem', { id: glue.id, location: 'C区/01-02' })
  await clerk.call('supplies.transfer', { lines: [{ item: pen.id, quantity: 5, unit: '支', to: 'C区/01-10' }] })
  await clerk.call('supplies.transfer', { lines: [{ item: pen.id, quantity: 2, unit: '支', to: 'C区二/01' }] })
  expect(await shelf('C区')).toEqual([
    ['C区/01-02', '架上的胶', 0, true],
    ['C区/01-10', '架上的笔', 5, false],
  ])
  expect(await shelf('C区/01-10')).toEqual([['C区/01-10', '架上的笔', 5, false]])
  await clerk.call('supplies.listName', { list: 'place', name: 'C区' })
  const places = await names('place')
  expect(places.filter(({ name }) => name.startsWith('C区')).map(({ name, items }) => [name, items])).toEqual([
    ['C区', 2],
    ['C区/01-02', 1],
    ['C区/01-10', 1],
    ['C区二/01', 1],
  ])
})

it('says which lots lie there', async () => {
  const water = await newItem({ office, clerk }, { name: '瓶装水', stock: 0 })
  await clerk.call('supplies.changeItem', { id: water.id, lots: true })
  const lines = [{ item: water.id, quantity: 10, unit: '支', price: 100, lot: 'L1', expiry: '2027-05-01' }]
  await clerk.call('supplies.receive', { lines })
  const { rows } = await clerk.call('supplies.shelf', { place: 'A1' })
  expect(rows.find(({ id }) => id === water.id)?.lots).toEqual([{ lot: 'L1', expiry: '2027-05-01', quantity: 10 }])
})
