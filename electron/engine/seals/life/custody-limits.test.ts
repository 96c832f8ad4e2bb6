/** What custody must not take: a receiver who may not use seals, a desk that is none, a time long past; and custody that ran out. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestOffice, type TestDesk, type TestOffice } from '../../testing.ts'

type Person = TestDesk & { person: string }
let office: TestOffice
let custodian: Person
let other: Person
let clerk: Person
let auditor: Person
let seal: string

const signIn = async (instant: string): Promise<void> => {
  office.clock.set(instant)
  custodian = await office.as('custodian')
  other = await office.as('custodian', 'clerk')
  clerk = await office.as('clerk')
  auditor = await office.as('auditor')
}

beforeAll(async () => {
  office = await openTestOffice()
  await signIn('2026-11-23T01:00:00Z')
  const master = { code: 'BG01', name: '保管试验章', type: 'hr' as const, custodian: custodian.person }
  seal = (await custodian.call('seals.register', master)).id
})
afterAll(() => office.close())

const entries = (): number => office.office().journal.head().n

test('a seal is handed only to someone who may use seals', async () => {
  const before = entries()
  const offer = { seal, to: auditor.person, witness: clerk.person, reason: '轮岗' }
  expect(await custodian.refused('seals.handoverOffer', offer)).toMatchObject({ code: 'receiver-may-not-use' })
  expect(entries()).toBe(before)
})

test('a seal is registered only at a desk that there is', async () => {
  const before = entries()
  const master = { code: 'BG02', name: '外地章', type: 'hr' as const, homeDesk: 'ZZ' }
  expect(await custodian.refused('seals.register', master)).toEqual({ code: 'desk-unknown', desk: 'ZZ' })
  expect(entries()).toBe(before)
})

test('an outing that left may be entered the day after, not a week later', async () => {
  const out = { seal, taker: clerk.person, escort: auditor.person, address: '市政务中心', reason: '现场盖章' }
  const late = await custodian.refused('seals.takeOut', { ...out, outAt: '2026-11-15 09:00' })
  expect(late).toMatchObject({ code: 'invalid-input', problems: [{ path: 'outAt', reason: 'invalid.past' }] })
  const { id } = await custodian.call('seals.takeOut', { ...out, outAt: '2026-11-22 20:00' })
  await custodian.call('seals.outingReturn', { id })
})

test('temporary custody that ran out shows until the seal is handed on', async () => {
  const offer = { to: other.person, witness: clerk.person, reason: '休假', temporaryUntil: '2026-11-27' }
  const { id, number } = await custodian.call('seals.handoverOffer', { seal, ...offer })
  await other.call('seals.handoverAccept', { id })
  const told = async () =>
    (await auditor.call('exceptions.list', { kind: 'custody-overdue' })).rows.filter((row) => row.subject === id)
  const group = async () =>
    (await other.call('desk.today', {})).groups.find(({ key }) => key === 'custody-overdue')?.rows ?? []
  expect(await told()).toEqual([])
  await signIn('2026-11-27T09:00:00Z')
  expect(await told()).toEqual([])
  await signIn('2026-11-28T01:00:00Z')
  expect(await told()).toMatchObject([{ on: '2026-11-27', values: { number, until: '2026-11-27' } }])
  expect(await group()).toMatchObject([{ subject: id }])
  const back = { to: custodian.person, witness: clerk.person, reason: '休假结束' }
  const again = await other.call('seals.handoverOffer', { seal, ...back })
  await custodian.call('seals.handoverAccept', { id: again.id })
  expect(await told()).toEqual([])
  expect(await group()).toEqual([])
})
