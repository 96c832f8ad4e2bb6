/** What Enter takes: an exact code, then a whole name, however new what only begins like it may be. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestOffice, type TestOffice } from '../testing.ts'

let test: TestOffice
beforeEach(async () => {
  test = await openTestOffice()
  for (const [index, name] of ['江晨', '江晨宇', '江晨曦'].entries())
    await test.administrator.call('people.add', { name, staffNo: `B${index}` })
})
afterEach(() => test.close())

const titles = async (text: string): Promise<string[]> =>
  (await test.administrator.call('desk.search', { text, types: ['person'] })).rows.map(({ title }) => title)

it('puts the whole name first by characters, pinyin and initials, and the newest first after it', async () => {
  for (const typed of ['江晨', 'jiangchen', 'JC']) expect(await titles(typed)).toEqual(['江晨', '江晨曦', '江晨宇'])
})

it('leaves the order alone where nothing is named so', async () => {
  expect(await titles('晨')).toEqual(['江晨曦', '江晨宇', '江晨'])
})

it('puts an exact code or barcode before every name, also where the list would be full without it', async () => {
  const add = async (
    name: string,
    more: { code: string; barcodes?: { code: string; unit: string; amount: number }[] },
  ) =>
    test.administrator.call('supplies.addItem', { name, category: 'consumable', unit: '支', location: 'A1', ...more })
  await add('圆规', { code: 'YG-01', barcodes: [{ code: 'yg 01 99', unit: '支', amount: 1 }] })
  // Found by their initials and by the beginning of their codes, and newer than the one that is meant.
  for (let index = 10; index < 34; index += 1) await add('员工', { code: `G-01${index}` })
  const items = async (text: string) =>
    (await test.administrator.call('desk.search', { text, types: ['supply_item'], limit: 20 })).rows
  expect((await items('YG-01')).length).toBe(20)
  for (const typed of ['YG-01', 'yg-01', 'ＹＧ-01', 'YG 01 99']) expect((await items(typed))[0]?.title).toBe('圆规')
  expect((await items('yg'))[0]?.title).toBe('员工')
})
