/** Answers of commands are kept for a week, and forgotten at the next opening after it. */
import { afterEach, expect, it } from 'vitest'
import { openEngine } from '../engine.ts'
import { all, sql } from '../store/sql.ts'
import { openTestOffice, testKey, testResources, type TestOffice } from '../testing.ts'
import { forgetAnswers } from './answers.ts'

let test: TestOffice | undefined
afterEach(() => test?.close())

const add = { name: '李雷', staffNo: 'B1' }
const day = 86_400_000

/** Some days on the session is over, so the administrator signs in anew. */
const later = async (office: TestOffice, days: number): Promise<void> => {
  office.clock.advance(days * day)
  await office.administrator.call('people.signIn', { staffNo: 'A0001' })
}

it('answers a repeat of the same week and forgets older ones', async () => {
  test = await openTestOffice()
  const { db } = test.office().journal
  const first = await test.administrator.call('people.add', add, 'old')
  await later(test, 3)
  const fresh = await test.administrator.call('people.add', { ...add, staffNo: 'B2' }, 'new')
  await later(test, 3)
  forgetAnswers(db, test.clock.now())
  expect(await test.administrator.call('people.add', add, 'old')).toEqual(first)
  await later(test, 2)
  forgetAnswers(db, test.clock.now())
  expect(await test.administrator.call('people.add', { ...add, staffNo: 'B2' }, 'new')).toEqual(fresh)
  expect((await test.administrator.call('people.add', { ...add, staffNo: 'B3' }, 'old')).id).not.toBe(first.id)
})

it('forgets when the office is opened', async () => {
  test = await openTestOffice()
  await test.administrator.call('people.add', add, 'old')
  test.keeper.close()
  test.clock.advance(8 * day)
  const again = openEngine({ folder: test.folder, key: testKey, resources: testResources, clock: test.clock })
  const office = again.office()
  if ('refused' in office) throw new Error(office.refused.code)
  expect(all(office.journal.db, sql`select id from local_command where id like 'old %'`)).toEqual([])
  again.close()
})
