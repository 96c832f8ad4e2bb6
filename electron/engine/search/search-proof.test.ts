/** What was done to the search index behind the journal's back is found by the proof. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { one, run, sql } from '../store/sql.ts'
import { openTestOffice, type TestOffice } from '../testing.ts'

let test: TestOffice
let id: string
beforeEach(async () => {
  test = await openTestOffice()
  id = (await test.administrator.call('people.add', { name: '欧阳修', staffNo: 'B5' })).id
})
afterEach(() => test.close())

const findings = async () => (await test.administrator.call('office.verify', {})).findings
const change = (statement: ReturnType<typeof sql>): void => void run(test.office().journal.db, statement)
const doc = (): number =>
  one<{ doc: number }>(test.office().journal.db, sql`select doc from found where subject = ${id}`)?.doc ?? 0

it('is content with an index as the entries made it', async () => {
  await test.administrator.call('people.change', { id, changes: { name: '欧阳询' } })
  expect(await findings()).toEqual([])
})

it('finds another text, a missing line, missing tokens, and a line about nothing', async () => {
  change(sql`update found set title = '别人' where subject = ${id}`)
  expect(await findings()).toEqual([{ what: 'search', where: `person ${id}` }])
  change(sql`update found set title = '欧阳修' where subject = ${id}`)
  expect(await findings()).toEqual([])
  const kept = doc()
  change(sql`delete from found_text where rowid = ${kept}`)
  expect(await findings()).toEqual([{ what: 'search', where: `person ${id}` }])
  change(sql`delete from found where doc = ${kept}`)
  expect(await findings()).toEqual([{ what: 'search', where: `person ${id}` }])
  await test.administrator.call('office.rebuild', {})
  expect(await findings()).toEqual([])
  change(sql`insert into found (doc, subject, type, title, detail, words) values (7, 'nobody', 'person', '无', '', '')`)
  expect(await findings()).toEqual([{ what: 'search', where: 'row-without-entry' }])
})
