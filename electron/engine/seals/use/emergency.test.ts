/** The emergency through the office's door: what it sets aside, who may confirm it, what it never does, and what is kept. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestOffice, type TestDesk, type TestOffice } from '../../testing.ts'
import { admitDesk } from './another-desk.ts'

type Person = TestDesk & { person: string }
let office: TestOffice
let custodian: Person
let clerk: Person
let approver: Person
let seal: string
// Staff numbers are given in the order in which people are made.
const staffNo = { custodian: 'T1', clerk: 'T2', approver: 'T3', auditor: 'T4' }

let seals = 0
const newSeal = async (more: object = {}): Promise<string> =>
  (await custodian.call('seals.register', { code: `JJ${(seals += 1)}`, name: `应急章${seals}`, type: 'hr', ...more }))
    .id

const ask = async (of = seal, more: object = {}): Promise<string> =>
  (
    await clerk.call('seals.requestSubmit', {
      lines: [{ seal: of }],
      category: 'other',
      document: { title: '说明函' },
      ...more,
    })
  ).id

const emergency = (input: object, second = staffNo.approver, password = '') =>
  custodian.ask('seals.useEmergency', {
    reason: '审批人失联，今日截止',
    second: { staffNo: second, password },
    ...input,
  })

const fault = async (reply: ReturnType<typeof emergency>): Promise<string> => {
  const answer = await reply
  return answer.ok ? 'made' : answer.fault.code
}
const entries = (): number => office.office().journal.head().n

beforeAll(async () => {
  office = await openTestOffice()
  admitDesk(office, 'B')
  custodian = await office.as('custodian')
  clerk = await office.as('clerk')
  approver = await office.as('approver')
  await office.as('auditor')
  seal = await newSeal()
})
afterAll(() => office.close())

test('a pending request is sealed, the entry keeps why and who, and it shows as an exception until explained', async () => {
  const id = await ask()
  const reply = await emergency({ request: id })
  if (!reply.ok) throw new Error(JSON.stringify(reply.fault))
  const { uses } = reply.value as { uses: { id: string }[] }
  const { use } = await clerk.call('seals.useGet', { id: uses[0]?.id ?? '' })
  expect(use.override).toEqual({
    reason: '审批人失联，今日截止',
    second: { id: approver.person, name: '测试3' },
    stops: ['request-not-approved'],
  })
  const { rows } = await office.administrator.call('exceptions.list', { about: uses[0]?.id ?? '' })
  expect(rows).toMatchObject([{ kind: 'override', state: 'open', person: { id: custodian.person } }])
  // The approval that comes afterwards finds everything made.
  await approver.call('seals.requestApprove', { id })
  expect((await clerk.call('seals.requestGet', { id })).request.status).toBe('done')
})

test('without any ground, with its title, and separation for a high-risk seal', async () => {
  expect(await fault(emergency({ stamps: [{ seal }] }))).toBe('invalid-input')
  expect(await fault(emergency({ stamps: [{ seal }], document: { title: '急件' } }))).toBe('made')
  const risky = await newSeal({ isHighRisk: true })
  const { id } = await custodian.call('seals.requestSubmit', {
    lines: [{ seal: risky }],
    category: 'other',
    document: { title: '自办函' },
  })
  await approver.call('seals.requestApprove', { id })
  expect(await custodian.refused('seals.use', { request: id })).toMatchObject({ code: 'duties-not-separated' })
  expect(await fault(emergency({ request: id }))).toBe('made')
})

test('the second person has no part in it, approves or keeps seals, and proves who they are', async () => {
  const id = await ask()
  const before = entries()
  expect(await fault(emergency({ request: id }, staffNo.custodian))).toBe('second-not-independent')
  expect(await fault(emergency({ request: id }, staffNo.clerk))).toBe('second-not-independent')
  expect(await fault(emergency({ request: id }, staffNo.auditor))).toBe('second-may-not')
  expect(await fault(emergency({ request: id }, 'NOBODY'))).toBe('wrong-password')
  expect(await fault(emergency({ request: id, reason: ' ' }))).toBe('invalid-input')
  await approver.call('people.setPassword', { id: approver.person, password: '正确的口令-2026' })
  expect(await fault(emergency({ request: id }, staffNo.approver, '猜的口令'))).toBe('wrong-password')
  expect(entries()).toBe(before)
  expect(await fault(emergency({ request: id }, staffNo.approver, '正确的口令-2026'))).toBe('made')
  expect(await clerk.ask('seals.useEmergency', { request: id, reason: '急', second: { staffNo: 'T3' } })).toMatchObject(
    {
      fault: { code: 'not-permitted' },
    },
  )
})

test('never: a blank document, another desk’s or a retired seal, a no, more than approved, nothing to set aside', async () => {
  const second = '正确的口令-2026'
  const never = (input: object) => fault(emergency(input, staffNo.approver, second))
  const used = async () => (await clerk.call('seals.book', { limit: 200 })).rows.length
  const before = await used()
  const pending = await ask()
  expect(await never({ request: pending, isBlank: true })).toBe('blank-document')
  expect(await never({ request: await ask(await newSeal({ homeDesk: 'B' })) })).toBe('seal-elsewhere')
  const retired = await newSeal()
  const onRetired = await ask(retired)
  await custodian.call('seals.retire', { seal: retired, reason: '换章' })
  expect(await never({ request: onRetired })).toBe('seal-not-in-use')
  const rejected = await ask()
  await approver.call('seals.requestReject', { id: rejected, opinion: '不同意' })
  expect(await never({ request: rejected })).toBe('request-not-approved')
  expect(await never({ request: pending, stamps: [{ seal, actual: 2 }] })).toBe('over-approved')
  const fine = await ask()
  await approver.call('seals.requestApprove', { id: fine })
  expect(await never({ request: fine })).toBe('override-not-needed')
  expect(await used()).toBe(before)
})

test('outside authority stays outside, whoever confirms; unknown may be set aside', async () => {
  const common = { type: 'purchase', counterparty: '苏州恒源物资有限公司', handler: clerk.person } as const
  const { id } = await clerk.call('contracts.add', { ...common, number: 'JJ-1', name: '应急采购', amount: 90_000_000 })
  const light = await custodian.call('seals.verdict', { contract: id, seals: [seal] })
  expect(light).toMatchObject({ verdict: { result: 'outside' }, mayOverride: false })
  expect(await fault(emergency({ contract: id, stamps: [{ seal }] }, staffNo.approver, '正确的口令-2026'))).toBe(
    'not-authorized',
  )
})

test('a blank document that was brought is kept, and shows as an exception', async () => {
  const { id } = await custodian.call('seals.blankRefused', { title: '空白授权书', seal, broughtBy: clerk.person })
  const { rows } = await office.administrator.call('exceptions.list', { about: id })
  expect(rows).toMatchObject([{ kind: 'blank-document', values: { who: '测试2', title: '空白授权书' } }])
  expect(await clerk.refused('seals.blankRefused', { title: '空白授权书' })).toMatchObject({ code: 'not-permitted' })
})
