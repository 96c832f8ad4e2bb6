/** A closed month printed again says what its closing sheet says; what came later stands apart, at every desk alike. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SealBookFacts } from '../../../../shared/documents/facts.ts'
import { totalsOf } from '../../../../shared/documents/forms/seal-book.ts'
import type { Reading } from '../../act.ts'
import { bookSource } from '../../documents/book-source.ts'
import { openTestOffice, type TestDesk, type TestOffice } from '../../testing.ts'
import { monthCounts } from '../store.ts'

type Person = TestDesk & { person: string }
let office: TestOffice
let custodian: Person
let approver: Person
let clerk: Person
let seal: string

const signIn = async (instant: string): Promise<void> => {
  office.clock.set(instant)
  custodian = await office.as('custodian')
  approver = await office.as('approver')
  clerk = await office.as('clerk')
}

const use = async (spoiled = 0) => {
  const { id } = await clerk.call('seals.requestSubmit', {
    lines: [{ seal }],
    category: 'certificate',
    document: { title: '在职证明' },
    copies: 4,
  })
  await approver.call('seals.requestApprove', { id, opinion: '同意' })
  const stamp = { seal, spoiled, actual: 4 - spoiled, ...(spoiled > 0 ? { spoiledReason: '盖歪' } : {}) }
  const { uses } = await custodian.call('seals.use', { request: id, stamps: [stamp] })
  return uses[0] ?? { id: '', number: '' }
}

const book = (month: string): SealBookFacts => {
  const { db } = office.office().journal
  const facts = bookSource({ db } as unknown as Reading, '测试', seal, month)?.facts
  if (facts?.form !== 'seal-book') throw new Error('no book')
  return facts
}

const sum = (one: Record<string, number>, other: Record<string, number>) =>
  Object.fromEntries(Object.entries(one).map(([key, value]) => [key, value + (other[key] ?? 0)]))

beforeAll(async () => {
  office = await openTestOffice()
  await signIn('2026-11-23T01:00:00Z')
  await signIn('2026-08-10T02:00:00Z')
  seal = (await custodian.call('seals.register', { code: 'JB01', name: '结账簿试验章', type: 'hr' })).id
  await use()
  await signIn('2026-09-10T02:00:00Z')
})
afterAll(() => office.close())

test('rows and totals stay those of the closing sheet; voids and corrections after it are listed behind', async () => {
  const [kept, spoiled, voided] = [await use(), await use(1), await use()]
  await custodian.call('seals.useCorrect', { id: kept.id, reason: '结账前更正', change: { recipient: '人社局' } })
  await signIn('2026-10-08T02:00:00Z')
  await custodian.call('seals.close', { seal, period: '2026-08' })
  const { id } = await custodian.call('seals.close', { seal, period: '2026-09' })
  const before = book('2026-09')
  expect(before.closing?.later).toEqual([])
  await custodian.call('seals.useCorrect', {
    id: spoiled.id,
    reason: '复核更正',
    change: { actual: 4, spoiled: 0 },
    afterClosing: true,
  })
  await custodian.call('seals.useVoid', { id: voided.id, reason: '文件作废', afterClosing: true })
  const { closing } = await approver.call('seals.closingGet', { id })
  const after = book('2026-09')
  expect(after.rows).toEqual(before.rows)
  expect(totalsOf(after.rows)).toEqual(closing.totals)
  expect(sum(after.before, totalsOf(after.rows))).toEqual(closing.year)
  expect(after.closing).toMatchObject({
    number: closing.number,
    later: [
      {
        number: spoiled.number,
        act: 'corrected',
        reason: '复核更正',
        was: { actual: 3, spoiled: 1 },
        now: { actual: 4, spoiled: 0 },
      },
      { number: voided.number, act: 'voided', was: { actual: 4, spoiled: 0 }, now: { actual: 0, spoiled: 4 } },
    ],
  })
  expect(monthCounts(office.office().journal.db, seal, '2026-09')).not.toMatchObject(closing.totals)
})

test('an open month is printed as it stands, voids and all', async () => {
  const { id } = await use()
  await custodian.call('seals.useVoid', { id, reason: '文件作废' })
  const open = book('2026-10')
  expect(open.closing).toBeUndefined()
  expect(open.rows.map((row) => row.voided?.reason)).toEqual(['文件作废'])
})

test('outings on the sheet are those that were out when the period ended, not those that are out now', async () => {
  await signIn('2026-10-30T01:00:00Z')
  const out = { taker: clerk.person, escort: approver.person, address: '市政务中心', reason: '现场盖章' }
  const over = await custodian.call('seals.takeOut', { seal, ...out, dueBackAt: '2026-10-30 18:00' })
  await signIn('2026-11-02T01:00:00Z')
  await custodian.call('seals.outingReturn', { id: over.id })
  await signIn('2026-11-05T01:00:00Z')
  const now = await custodian.call('seals.takeOut', { seal, ...out, dueBackAt: '2026-11-05 18:00' })
  const outings = async (period: string) =>
    (await custodian.call('seals.closingPreview', { seal, period })).content.outings.map(({ number }) => number)
  expect(await outings('2026-10')).toEqual([over.number])
  expect(await outings('2026-09')).toEqual([])
  expect(await outings('2026-11')).toEqual([now.number])
})
