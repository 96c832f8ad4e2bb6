/** What Enter takes: a whole name stands before longer ones that begin like it, however new they are. */
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
