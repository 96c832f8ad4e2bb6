/** Approving through the office's door: routes, stand-ins, several at once, lapse, two windows, closing. */
// Long because: one office with its people and routes is staged once for all of them.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestOffice, type TestDesk, type TestOffice } from '../../testing.ts'

type Person = TestDesk & { person: string }
let office: TestOffice
let custodian: Person
let clerk: Person
let approver: Person
let head: Person
let general: Person
let seal: string

const newPerson = async (name: string, post: string): Promise<Person> => {
  const staffNo = `P-${name}`
  const added = { name, staffNo, post, employedFrom: '2020-01-01', roles: ['approver' as const] }
  const { id } = await office.administrator.call('people.add', added)
  const desk = office.stranger()
  await desk.call('people.signIn', { staffNo })
  return { ...desk, person: id }
}

let seals = 0
const newSeal = async (type: 'company' | 'finance' | 'hr' = 'hr'): Promise<string> =>
  (await custodian.call('seals.register', { code: `SP${(seals += 1)}`, name: `审批章${seals}`, type })).id

const ask = async (of = seal, more: object = {}): Promise<string> =>
  (
    await clerk.call('seals.requestSubmit', {
      lines: [{ seal: of }],
      category: 'certificate',
      document: { title: '在职证明' },
      ...more,
    })
  ).id

const entries = (): number => office.office().journal.head().n
const statusOf = async (id: string): Promise<string> => (await clerk.call('seals.requestGet', { id })).request.status

beforeAll(async () => {
  office = await openTestOffice()
  custodian = await office.as('custodian')
  clerk = await office.as('clerk')
  approver = await office.as('approver')
  head = await newPerson('部长', '行政总监')
  general = await newPerson('王总', '总经理')
  seal = await newSeal()
})
afterAll(() => office.close())

test('a route by seal type: its steps in turn, the list says for whom it waits, and each sees what is theirs', async () => {
  const company = await newSeal('company')
  await custodian.call('seals.routeSet', {
    name: '公章',
    sealTypes: ['company'],
    precedence: 10,
    steps: [
      { mode: 'any-of', approvers: [{ by: 'person', person: head.person }] },
      { mode: 'any-of', approvers: [{ by: 'post', post: '总经理' }] },
    ],
  })
  const id = await ask(company)
  expect(await approver.refused('seals.requestApprove', { id })).toMatchObject({
    code: 'not-your-step',
    step: 1,
    waitsFor: ['部长'],
  })
  const row = (await clerk.call('seals.requests', { status: 'pending' })).rows.find((one) => one.id === id)
  expect(row?.waitsFor).toEqual([{ by: 'person', person: { id: head.person, name: '部长' } }])
  const mine = async (who: Person) => (await who.call('seals.approvals', {})).rows.map((one) => one.id)
  expect(await mine(head)).toContain(id)
  expect(await mine(general)).not.toContain(id)
  await head.call('seals.requestApprove', { id, opinion: '同意' })
  expect(await statusOf(id)).toBe('pending')
  expect(await mine(general)).toContain(id)
  expect(await custodian.refused('seals.use', { request: id })).toMatchObject({ code: 'request-not-approved' })
  await general.call('seals.requestApprove', { id, opinion: '同意' })
  expect(await statusOf(id)).toBe('approved')
  await custodian.call('seals.use', { request: id })
  expect(await statusOf(id)).toBe('done')
})

test('the route is fixed when asked: setting it anew reaches only later requests', async () => {
  const finance = await newSeal('finance')
  const route = { name: '财务章', sealTypes: ['finance' as const], precedence: 11 }
  const by = (who: Person) => [{ mode: 'any-of' as const, approvers: [{ by: 'person' as const, person: who.person }] }]
  const { id } = await custodian.call('seals.routeSet', { ...route, steps: by(head) })
  const before = await ask(finance)
  const { rows } = await custodian.call('seals.routes', {})
  const heads = rows.find((one) => one.id === id)?.heads
  await custodian.call('seals.routeSet', { id, basedOn: heads, ...route, steps: by(general) })
  expect(await custodian.refused('seals.routeRetire', { id, basedOn: heads })).toMatchObject({ code: 'stale' })
  const after = await ask(finance)
  await head.call('seals.requestApprove', { id: before })
  expect(await head.refused('seals.requestApprove', { id: after })).toMatchObject({ code: 'not-your-step' })
  await custodian.call('seals.routeRetire', { id })
  expect(await custodian.refused('seals.routeRetire', { id })).toMatchObject({ code: 'route-retired' })
  await approver.call('seals.requestApprove', { id: await ask(finance) })
})

test('bad routes are refused by name, and enter nothing', async () => {
  const before = entries()
  const steps = [{ approvers: [{ by: 'person' as const, person: head.person }] }]
  const set = (more: object) =>
    custodian.ask('seals.routeSet', { name: '坏路线', precedence: 10, sealTypes: ['company'], steps, ...more })
  const stranger = '99999999-9999-7999-8999-999999999999'
  const cases: [object, object][] = [
    [{ steps: [] }, { code: 'invalid-input', problems: [{ path: 'steps', reason: 'invalid.required' }] }],
    [{ steps: [{ approvers: [] }] }, { code: 'invalid-input' }],
    [{ steps: [{ approvers: [{ by: 'person', person: stranger }] }] }, { code: 'person-unknown' }],
    [{ steps: [{ approvers: [{ by: 'person', person: clerk.person }] }] }, { code: 'route-cannot-approve', step: 1 }],
    [{ steps: [{ approvers: [{ by: 'post', post: '无此岗位' }] }] }, { code: 'route-cannot-approve' }],
    [{ steps: [{ approvers: [{ by: 'role', role: 'clerk' }] }] }, { code: 'route-cannot-approve' }],
    [{ amountFrom: 500, amountTo: 500 }, { code: 'route-amounts-reversed' }],
    [{}, { code: 'route-overlaps', name: '公章' }],
    [{ seals: [stranger] }, { code: 'not-found', what: 'seal' }],
  ]
  for (const [more, fault] of cases) expect(await set(more)).toMatchObject({ ok: false, fault })
  expect(entries()).toBe(before)
  expect(await clerk.refused('seals.routeSet', { name: '越权', steps })).toMatchObject({ code: 'not-permitted' })
})

test('a stand-in approves in the absence only, and the entry says for whom', async () => {
  const company = await newSeal('company')
  const id = await ask(company)
  expect(
    await clerk.refused('seals.absenceEnter', {
      person: head.person,
      from: '2026-11-23',
      to: '2026-11-24',
      standIn: approver.person,
    }),
  ).toMatchObject({ code: 'not-permitted' })
  const away = { from: '2026-11-23', to: '2026-11-25', standIn: approver.person }
  expect(await head.refused('seals.absenceEnter', { ...away, from: '2026-11-26' })).toMatchObject({
    code: 'absence-reversed',
  })
  expect(await head.refused('seals.absenceEnter', { ...away, standIn: head.person })).toMatchObject({
    code: 'stand-in-self',
  })
  expect(await head.refused('seals.absenceEnter', { ...away, standIn: clerk.person })).toMatchObject({
    code: 'stand-in-cannot-approve',
  })
  const absence = await head.call('seals.absenceEnter', away)
  expect(await office.administrator.refused('seals.absenceEnter', { ...away, person: head.person })).toMatchObject({
    code: 'absence-overlaps',
  })
  await approver.call('seals.requestApprove', { id, opinion: '代批同意' })
  expect((await clerk.call('seals.requestGet', { id })).request.approvals).toMatchObject([
    { person: { id: approver.person }, standsFor: { id: head.person, name: '部长' }, step: 0 },
  ])
  await head.call('seals.absenceEnd', { id: absence.id })
  expect(await head.refused('seals.absenceEnd', { id: absence.id })).toMatchObject({ code: 'absence-over' })
  const next = await ask(company)
  expect(await approver.refused('seals.requestApprove', { id: next })).toMatchObject({ code: 'not-your-step' })
})

test('a route that only the applicant could go is refused when asked', async () => {
  const own = await newPerson('自批', '专办')
  await office.administrator.call('people.setRoles', { id: own.person, roles: ['clerk', 'approver'] })
  const special = await newSeal('hr')
  await custodian.call('seals.routeSet', {
    name: '专办',
    seals: [special],
    precedence: 1,
    steps: [{ approvers: [{ by: 'post', post: '专办' }] }],
  })
  const asked = { lines: [{ seal: special }], category: 'other' as const, document: { title: '便函' } }
  expect(await own.refused('seals.requestSubmit', asked)).toEqual({ code: 'route-needs-other', route: '专办', step: 1 })
  await own.call('seals.requestApprove', { id: await ask(special) })
})

test('several at once: all with an entry of their own, or none and why', async () => {
  const [one, two, three] = [await ask(), await ask(seal, { copies: 3 }), await ask()]
  const { rows } = await approver.call('seals.approvals', {})
  expect(rows.find(({ id }) => id === two)).toMatchObject({
    differs: expect.arrayContaining(['copies', 'impressions']) as unknown,
  })
  await approver.call('seals.requestReject', { id: three, opinion: '重复' })
  const before = entries()
  const fault = await approver.refused('seals.requestsApprove', { requests: [{ id: one }, { id: three }, { id: two }] })
  expect(fault).toMatchObject({ code: 'requests-refused', refused: [{ fault: { code: 'request-not-pending' } }] })
  expect(entries()).toBe(before)
  expect(await approver.refused('seals.requestsApprove', { requests: [{ id: one }, { id: one }] })).toMatchObject({
    code: 'invalid-input',
  })
  await approver.call('seals.requestsApprove', { requests: [{ id: one }, { id: two }], opinion: '一并同意' })
  expect(entries()).toBe(before + 2)
  expect([await statusOf(one), await statusOf(two)]).toEqual(['approved', 'approved'])
})

test('two windows approve at once: the second is told that its page is old', async () => {
  const id = await ask()
  const { heads } = await approver.call('seals.requestGet', { id })
  const second = await newPerson('另一位', '副总')
  await approver.call('seals.requestApprove', { id, basedOn: heads })
  expect(await second.refused('seals.requestApprove', { id, basedOn: heads })).toMatchObject({ code: 'stale' })
  expect(await second.refused('seals.requestApprove', { id })).toMatchObject({ code: 'request-not-pending' })
})

test('a request used twice, or at once from two windows, is used once', async () => {
  const id = await ask()
  await approver.call('seals.requestApprove', { id })
  const other = await office.as('custodian', 'auditor')
  const stamps = [{ seal, actual: 1 }]
  const both = await Promise.all([custodian, other].map((desk) => desk.ask('seals.use', { request: id, stamps })))
  expect(both.map(({ ok }) => ok)).toEqual([true, false])
  expect(both[1]).toMatchObject({ fault: { code: 'request-done' } })
  const part = await ask(seal, { copies: 3 })
  await approver.call('seals.requestApprove', { id: part })
  const two = [{ seal, actual: 2 }]
  const race = await Promise.all(
    [custodian, other].map((desk) => desk.ask('seals.use', { request: part, stamps: two })),
  )
  expect(race[1]).toMatchObject({ ok: false, fault: { code: 'over-approved', left: 1, asked: 2 } })
})

test('closing with impressions left: no more is sealed, a void does not open it again', async () => {
  const id = await ask(seal, { copies: 4 })
  await approver.call('seals.requestApprove', { id })
  expect(await custodian.refused('seals.requestClose', { id, reason: '不需要' })).toMatchObject({
    code: 'request-not-used',
  })
  const { uses } = await custodian.call('seals.use', {
    request: id,
    stamps: [{ seal, actual: 1, spoiled: 1, spoiledReason: '印泥过多' }],
  })
  expect((await custodian.call('seals.useGet', { id: uses[0]?.id })).use.spoiledReason).toBe('印泥过多')
  expect(await custodian.call('seals.requestClose', { id, reason: '对方只要一份' })).toMatchObject({ left: 2 })
  expect(await custodian.refused('seals.use', { request: id })).toMatchObject({ code: 'request-done' })
  await custodian.call('seals.useVoid', { id: uses[0]?.id ?? '', reason: '登记有误', wasStamped: false })
  expect(await statusOf(id)).toBe('done')
})

test('rejected or withdrawn is asked again under a number of its own, by who asked', async () => {
  const id = await ask()
  expect(await clerk.refused('seals.requestSubmit', { ...again(id) })).toMatchObject({ code: 'request-not-ended' })
  await approver.call('seals.requestReject', { id, opinion: '附件不全' })
  expect(await custodian.refused('seals.requestSubmit', { ...again(id) })).toMatchObject({ code: 'not-permitted' })
  const next = await clerk.call('seals.requestSubmit', { ...again(id) })
  expect((await clerk.call('seals.requestGet', { id: next.id })).request.resubmits?.id).toBe(id)
})

const again = (id: string) => ({
  lines: [{ seal }],
  category: 'certificate' as const,
  document: { title: '在职证明' },
  resubmits: id,
})

test('lapsed at its use-by and at the turn of the year: shown so, neither approved nor sealed', async () => {
  const soon = await ask(seal, { useBy: '2026-11-24' })
  const open = await ask()
  await approver.call('seals.requestApprove', { id: open })
  const later = async (instant: string) => {
    office.clock.set(instant)
    // Sessions ended meanwhile.
    ;[clerk, approver, custodian] = [
      await office.as('clerk'),
      await office.as('approver'),
      await office.as('custodian'),
    ]
  }
  await later('2026-11-25T01:00:00Z')
  const listed = async (status: 'lapsed' | 'pending' | 'approved') =>
    (await clerk.call('seals.requests', { status, limit: 200 })).rows.map(({ id }) => id)
  expect(await listed('lapsed')).toEqual([soon])
  expect(await listed('pending')).not.toContain(soon)
  expect(await approver.refused('seals.requestApprove', { id: soon })).toMatchObject({ code: 'approval-lapsed' })
  expect(await listed('approved')).toContain(open)
  await later('2027-01-01T01:00:00Z')
  expect(await listed('approved')).toEqual([])
  expect(await listed('lapsed')).toEqual(expect.arrayContaining([open, soon]))
  expect(await custodian.refused('seals.use', { request: open })).toMatchObject({ code: 'approval-lapsed' })
  expect((await clerk.call('desk.today', {})).groups.filter(({ key }) => key.startsWith('requests-'))).toEqual([])
})
