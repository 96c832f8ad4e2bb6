/** The items of the list "Bad input" of issue 3 that are met at the chop, in its words: each has its fault, and nothing is half-entered. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestOffice, type TestDesk, type TestOffice } from '../testing.ts'
import { admitDesk } from './use/another-desk.ts'

type Person = TestDesk & { person: string }
let office: TestOffice
let custodian: Person
let second: Person
let approver: Person
let clerk: Person
let seal: string
let old: { id: string; number: string }

const signIn = async (instant: string): Promise<void> => {
  office.clock.set(instant)
  custodian = await office.as('custodian')
  second = await office.as('custodian', 'auditor')
  approver = await office.as('approver')
  clerk = await office.as('clerk')
}

const sha256 = 'a'.repeat(64)
const approved = async (copies: number): Promise<string> => {
  const { id } = await clerk.call('seals.requestSubmit', {
    lines: [{ seal }],
    category: 'certificate',
    document: { title: '在职证明', sha256 },
    copies,
  })
  await approver.call('seals.requestApprove', { id, opinion: '同意' })
  return id
}

const use = async (copies = 2): Promise<{ id: string; number: string }> => {
  const { uses } = await custodian.call('seals.use', { request: await approved(copies) })
  return uses[0] ?? { id: '', number: '' }
}

beforeAll(async () => {
  office = await openTestOffice()
  admitDesk(office, 'B')
  await signIn('2026-10-12T02:00:00Z')
  seal = (await custodian.call('seals.register', { code: 'CW01', name: '差错测试章', type: 'company' })).id
  old = await use()
  await signIn('2026-11-23T01:00:00Z')
  await custodian.call('seals.close', { seal, period: '2026-10' })
})
afterAll(() => office.close())

/** The fault of an act, and that nothing was entered. */
const fault = async (operation: string, input: object, by = custodian): Promise<object> => {
  const before = office.office().journal.head().n
  const reply = await by.ask(operation, input)
  expect(reply.ok).toBe(false)
  expect(office.office().journal.head().n).toBe(before)
  return reply.ok ? {} : reply.fault
}

it('a use at another desk', async () => {
  const far = await custodian.call('seals.register', { code: 'CW02', name: '外地章', type: 'company', homeDesk: 'B' })
  const asked = { lines: [{ seal: far.id }], category: 'certificate' as const, document: { title: '函' }, copies: 1 }
  const { id } = await clerk.call('seals.requestSubmit', asked)
  await approver.call('seals.requestApprove', { id, opinion: '同意' })
  expect(await fault('seals.use', { request: id })).toMatchObject({ code: 'seal-elsewhere', homeDesk: 'B', desk: 'A' })
})

it('a request used twice, or at the same time from two windows', async () => {
  const request = await approved(1)
  const both = await Promise.all([custodian, second].map((window) => window.ask('seals.use', { request })))
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both.find(({ ok }) => !ok)).toMatchObject({ fault: { code: 'request-done' } })
  expect(await fault('seals.use', { request })).toMatchObject({ code: 'request-done' })
})

it('counts over the approved', async () => {
  const request = await approved(3)
  const over = { seal, actual: 2, spoiled: 2, spoiledReason: '盖歪' }
  expect(await fault('seals.use', { request, stamps: [over] })).toMatchObject({
    code: 'over-approved',
    left: 3,
    asked: 4,
  })
  await custodian.call('seals.use', { request, stamps: [{ seal, actual: 2 }] })
  expect(await fault('seals.use', { request, stamps: [{ seal, actual: 2 }] })).toMatchObject({
    code: 'over-approved',
    left: 1,
  })
})

it('a file that changed since approval', async () => {
  const request = await approved(1)
  const changed = { title: '在职证明', sha256: 'b'.repeat(64) }
  expect(await fault('seals.use', { request, document: changed })).toMatchObject({
    code: 'document-differs',
    approved: sha256,
  })
})

it('a correction of a correction says which state it corrects', async () => {
  const { id, number } = await use()
  const correct = { id, reason: '受文单位填错', change: { recipient: '人社局' } }
  await custodian.call('seals.useCorrect', correct)
  const again = { ...correct, change: { recipient: '税务局' } }
  expect(await fault('seals.useCorrect', again)).toMatchObject({ code: 'use-changed', number })
  const { heads } = await custodian.call('seals.useGet', { id })
  await custodian.call('seals.useCorrect', { ...again, basedOn: heads })
  expect(await fault('seals.useCorrect', { ...again, basedOn: heads })).toMatchObject({ code: 'use-changed', number })
})

it('a void after closing', async () => {
  const asVoid = { id: old.id, reason: '文件作废' }
  expect(await fault('seals.useVoid', asVoid)).toEqual({
    code: 'use-in-closed-period',
    number: old.number,
    period: '2026-10',
  })
  expect(await fault('seals.useVoid', { ...asVoid, afterClosing: true }, clerk)).toMatchObject({
    code: 'not-permitted',
  })
})
