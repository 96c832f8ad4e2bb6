/** What a request must not take, and what the light must know: who left, one contract for another, asking again without end. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRequests } from './open-requests.ts'
import { openTestOffice, type TestDesk, type TestOffice } from '../../testing.ts'

type Person = TestDesk & { person: string }
let office: TestOffice
let custodian: Person
let approver: Person
let clerk: Person
let seal: string
let contract: string

const contractFacts = {
  number: 'HT-2026-0901',
  name: '办公设备采购合同',
  type: 'purchase' as const,
  counterparty: '江苏明远办公设备有限公司',
  amount: 5_000_000,
  currency: 'CNY' as const,
}

const signIn = async (instant: string): Promise<void> => {
  office.clock.set(instant)
  custodian = await office.as('custodian')
  approver = await office.as('approver')
  clerk = await office.as('clerk')
}

beforeAll(async () => {
  office = await openTestOffice()
  await signIn('2026-11-23T01:00:00Z')
  seal = (await custodian.call('seals.register', { code: 'SQ01', name: '申请试验章', type: 'contract' })).id
  contract = (await clerk.call('contracts.add', contractFacts)).id
})
afterAll(() => office.close())

const ask = (more: Record<string, unknown> = {}) =>
  clerk.call('seals.requestSubmit', {
    lines: [{ seal }],
    category: 'certificate',
    document: { title: '在职证明' },
    ...more,
  })

test('nobody who has left asks for a seal', async () => {
  const gone = await office.administrator.call('people.add', {
    name: '离职者',
    staffNo: 'L001',
    employedFrom: '2020-01-01',
    employedTo: '2026-10-31',
    roles: [],
  })
  const before = office.office().journal.head().n
  const asked = { lines: [{ seal }], category: 'certificate' as const, document: { title: '证明' }, applicant: gone.id }
  expect(await clerk.refused('seals.requestSubmit', asked)).toMatchObject({ code: 'part-left' })
  expect(office.office().journal.head().n).toBe(before)
})

test('nothing is asked for a seal that was retired, and nothing of it is entered', async () => {
  const old = (await custodian.call('seals.register', { code: 'SQ09', name: '旧章', type: 'hr' })).id
  await custodian.call('seals.retire', { seal: old, reason: '换章' })
  const before = office.office().journal.head().n
  const asked = { lines: [{ seal }, { seal: old }], category: 'other' as const, document: { title: '证明' } }
  expect(await clerk.refused('seals.requestSubmit', asked)).toMatchObject({
    code: 'seal-not-in-use',
    seal: '旧章',
    status: 'retired',
  })
  expect(office.office().journal.head().n).toBe(before)
})

test('an ended request is asked again once; the one that followed says so', async () => {
  const { id } = await ask()
  await approver.call('seals.requestReject', { id, opinion: '材料不全' })
  const second = await ask({ resubmits: id })
  const refused = await clerk.refused('seals.requestSubmit', {
    lines: [{ seal }],
    category: 'certificate',
    document: { title: '在职证明' },
    resubmits: id,
  })
  expect(refused).toMatchObject({ code: 'request-asked-again', again: second.number })
  expect((await clerk.call('seals.requestGet', { id })).again).toEqual(second)
  // The one that followed may itself end, and be asked again.
  await approver.call('seals.requestReject', { id: second.id, opinion: '仍不全' })
  await ask({ resubmits: second.id })
})

test('a typed contract is sealed as the registered one only where it is that one', async () => {
  const typed = { number: 'HT-2026-0901', name: '办公设备采购合同', amount: 5_000_000, currency: 'CNY' as const }
  const approved = async (more: Record<string, unknown>) => {
    const { id } = await ask({ category: 'contract', contract: typed, ...more })
    await approver.call('seals.requestApprove', { id, opinion: '同意' })
    return id
  }
  const otherContract = { code: 'invalid-input', problems: [{ path: 'contract', reason: 'invalid.other-contract' }] }
  const light = async (request: string) => custodian.ask('seals.verdict', { request, contract })
  for (const wrong of [
    { contract: { ...typed, number: 'HT-2026-0999' } },
    { contract: { ...typed, amount: 1_000_000 } },
    { contract: undefined, category: 'certificate' },
  ]) {
    expect(await light(await approved(wrong))).toMatchObject({ ok: false, fault: otherContract })
  }
  expect(await light(await approved({}))).toMatchObject({ ok: true })
  expect(await light(await approved({ contract: { name: '办公设备采购合同' } }))).toMatchObject({ ok: true })
})

test('the light knows what the paper is told to be at the counter', async () => {
  const { id: request } = await ask()
  await approver.call('seals.requestApprove', { id: request, opinion: '同意' })
  expect((await custodian.call('seals.verdict', { request })).stops).toEqual([])
  const light = await custodian.call('seals.verdict', { request, category: 'agreement' })
  const use = await custodian.refused('seals.use', { request, category: 'agreement' })
  expect(light.stops.map(({ code }) => code)).toContain('not-authorized')
  expect(light.stops[0]?.code).toBe(use.code)
})

test('what lapses before a date needs no authority on it any more', async () => {
  const { id } = await ask({ category: 'contract', useBy: '2026-11-25' })
  const on = (date: string) => openRequests(office.office().journal.db, date).map((request) => request.id)
  expect(on('2026-11-25')).toContain(id)
  expect(on('2026-11-26')).not.toContain(id)
})

test('everything that waits for me is counted, however much others wait for', async () => {
  const before = await approver.call('seals.approvals', {})
  const waiting = before.rows.length + before.more
  for (let count = 0; count < 105; count += 1) await ask({ document: { title: `证明${count}` } })
  const { rows, more } = await approver.call('seals.approvals', {})
  expect(rows).toHaveLength(100)
  expect(rows.length + more).toBe(waiting + 105)
})

test('a contract in dollars takes the route that its amount in yuan asks for, once a rate is on record', async () => {
  const routed = (await custodian.call('seals.register', { code: 'SQ02', name: '路线试验章', type: 'finance' })).id
  const route = (name: string, amounts: object) =>
    custodian.call('seals.routeSet', {
      name,
      seals: [routed],
      ...amounts,
      steps: [{ approvers: [{ by: 'role' as const, role: 'approver' as const }] }],
    })
  await route('小额', { amountTo: 10_000_00 })
  await route('大额', { amountFrom: 10_000_00 })
  const routeOf = async () => {
    const contractAsked = { number: 'US-1', amount: 1_000_00, currency: 'USD' as const }
    const { id } = await ask({ lines: [{ seal: routed }], category: 'contract', contract: contractAsked })
    return (await clerk.call('seals.requestGet', { id })).request.route?.name
  }
  expect(await routeOf()).toBe('大额')
  await office.administrator.call('rates.enter', {
    currency: 'USD',
    from: '2026-11-01',
    rate: 7_100_000,
    source: '央行',
  })
  expect(await routeOf()).toBe('小额')
})

test('an image of a seal is not asked for outside use, nor taken out: refused by its field, nothing entered', async () => {
  const image = (await custodian.call('seals.register', { code: 'TY01', name: '图样章', type: 'other', kind: 'image' }))
    .id
  const asked = { category: 'other' as const, document: { title: '宣传册' }, mode: 'taken-out' as const }
  const before = office.office().journal.head().n
  const wrong = (path: string) => ({ code: 'invalid-input', problems: [{ path, reason: 'invalid.image-outside' }] })
  const lines = [{ seal }, { seal: image }]
  expect(await clerk.refused('seals.requestSubmit', { ...asked, lines })).toMatchObject(wrong('lines.1.seal'))
  const { category, mode } = asked
  expect(await clerk.refused('seals.requestRoute', { category, mode, lines })).toMatchObject(wrong('lines.1.seal'))
  const people = { taker: clerk.person, escort: approver.person }
  expect(
    await custodian.refused('seals.takeOut', { seal: image, ...people, address: '印刷厂', reason: '印制' }),
  ).toMatchObject({ code: 'seal-not-physical' })
  expect(office.office().journal.head().n).toBe(before)
  // Here it may be used like any other.
  await clerk.call('seals.requestSubmit', { ...asked, mode: 'here', lines })
})
