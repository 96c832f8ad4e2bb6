/** What is missing is counted without an index of its own, and a typed archive number that two desks gave shows on both. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { all, sql } from '../../store/sql.ts'
import { openTestOffice, type TestDesk, type TestOffice } from '../../testing.ts'

let office: TestOffice
let custodian: TestDesk & { person: string }
let clerk: TestDesk
let approver: TestDesk
let administrator: TestDesk
let seal: string

const signIn = async (): Promise<void> => {
  custodian = await office.as('custodian')
  clerk = await office.as('clerk')
  approver = await office.as('approver')
  administrator = await office.as('administrator')
}

beforeAll(async () => {
  office = await openTestOffice()
  await signIn()
  seal = (await custodian.call('seals.register', { code: 'JS01', name: '计数试验章', type: 'company' })).id
})
afterAll(() => office.close())

const sealed = async (): Promise<{ id: string; number: string }> => {
  const document = { title: '在职证明' }
  const { id } = await clerk.call('seals.requestSubmit', { lines: [{ seal }], category: 'certificate', document })
  await approver.call('seals.requestApprove', { id })
  const [use] = (await custodian.call('seals.use', { request: id })).uses
  if (!use) throw new Error('nothing was sealed')
  return use
}

const missing = async (asked: object = {}) => {
  const { rows, total } = await custodian.call('seals.missingScans', { seal, limit: 200, ...asked })
  return { numbers: rows.map(({ number }) => number), total }
}

test('the total goes with every use, archiving and void, in every month, and a rebuild counts the same', async () => {
  const [first, second, third] = [await sealed(), await sealed(), await sealed()]
  expect(await missing()).toEqual({ numbers: [third.number, second.number, first.number], total: 3 })
  await custodian.call('seals.archive', { id: second.id })
  await custodian.call('seals.useVoid', { id: third.id, reason: '写错' })
  expect(await missing()).toEqual({ numbers: [first.number], total: 1 })
  office.clock.set('2026-12-02T01:00:00Z')
  // Nobody stays signed in for so long.
  await signIn()
  const later = await sealed()
  expect(await missing()).toEqual({ numbers: [later.number, first.number], total: 2 })
  expect(await missing({ to: '2026-11-30' })).toEqual({ numbers: [first.number], total: 1 })
  expect(await missing({ from: '2026-12-01' })).toEqual({ numbers: [later.number], total: 1 })
  const paged = await custodian.call('seals.missingScans', { seal, limit: 1 })
  const next = await custodian.call('seals.missingScans', { seal, limit: 1, after: paged.next })
  expect([paged, next].map(({ rows }) => rows[0]?.number)).toEqual([later.number, first.number])
  await administrator.call('office.rebuild', {})
  expect(await missing()).toEqual({ numbers: [later.number, first.number], total: 2 })
})

test('a use writes no count of its own for its archive', async () => {
  const { db } = office.office().journal
  const counts = () => all(db, sql`select account from balance where account >= 'archive' and account < 'archive~'`)
  const before = counts()
  await sealed()
  expect(counts()).toEqual(before)
})

test('a typed archive number that came from two desks shows on both papers, and one of ours does not', async () => {
  const [one, other, third] = [await sealed(), await sealed(), await sealed()]
  await custodian.call('seals.archive', { id: one.id, archiveNumber: '档-2026-17' })
  await custodian.call('seals.archive', { id: third.id })
  const told = async () => (await custodian.call('exceptions.list', { kind: 'archive-number-twice' })).rows
  expect(await told()).toEqual([])
  // As it arrives from a desk that did not know of the first.
  const archived = { by: { id: custodian.person, name: '测试' }, at: '2026-12-02 09:00' }
  const body = { archiveNumber: '档-2026-17', archivedOn: '2026-12-02', archived }
  office
    .office()
    .journal.transact(office.clock.now(), (entering) =>
      entering.enter(custodian.person, { kind: 'seal.archived', subject: other.id, body }),
    )
  const rows = await told()
  expect(rows.map(({ subject }) => subject).toSorted()).toEqual([one.id, other.id].toSorted())
  expect(rows.find(({ subject }) => subject === one.id)?.values).toEqual({
    number: one.number,
    archiveNumber: '档-2026-17',
    others: [other.number],
  })
  expect((await administrator.call('office.verify', {})).findings).toEqual([])
})
