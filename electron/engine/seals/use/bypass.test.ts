/** Ways around the gate that were tried and must stay shut: a paper told to be another, an approval of another contract, a stand-in for nobody. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestOffice, type TestDesk, type TestOffice } from '../../testing.ts'

type Person = TestDesk & { person: string }
let office: TestOffice
let custodian: Person
let clerk: Person
let approver: Person
let seal: string

beforeAll(async () => {
  office = await openTestOffice()
  custodian = await office.as('custodian')
  clerk = await office.as('clerk')
  approver = await office.as('approver')
  seal = (await custodian.call('seals.register', { code: 'RK01', name: '合同章', type: 'contract' })).id
})
afterAll(() => office.close())

const document = { title: '采购合同' }
const approved = async (more: object): Promise<string> => {
  const input = { lines: [{ seal }], category: 'official' as const, document: { title: '公函' }, ...more }
  const { id } = await clerk.call('seals.requestSubmit', input)
  await approver.call('seals.requestApprove', { id })
  return id
}

test('an emergency seals no contract on nobody’s authority, also where it is registered nowhere', async () => {
  const emergency = { reason: '急', second: { staffNo: 'T3' }, stamps: [{ seal }], document }
  for (const category of ['contract', 'agreement'])
    expect(await custodian.ask('seals.useEmergency', { ...emergency, category })).toMatchObject({
      fault: { code: 'not-authorized', verdict: { result: 'outside' } },
    })
  const told = await custodian.ask('seals.useEmergency', emergency)
  expect(told).toMatchObject({ ok: true })
  const { rows } = await custodian.call('seals.book', {})
  expect(rows.map(({ category }) => category)).toEqual(['other'])
})

test('an approved letter is not sealed as a contract without authority', async () => {
  const request = await approved({})
  expect(await custodian.refused('seals.use', { request, category: 'contract', document })).toMatchObject({
    code: 'not-authorized',
  })
  await custodian.call('seals.use', { request })
})

test('an approval for one contract seals no other', async () => {
  const register = async (number: string): Promise<string> =>
    (
      await clerk.call('contracts.add', {
        number,
        name: number,
        type: 'purchase',
        counterparty: '示例供应商',
        amount: 1_000_00,
      })
    ).id
  const [one, other] = [await register('RK-1'), await register('RK-2')]
  const request = await approved({ category: 'contract', contract: { id: one } })
  expect(await custodian.refused('seals.use', { request, contract: other })).toMatchObject({
    code: 'invalid-input',
    problems: [{ path: 'contract', reason: 'invalid.other-contract' }],
  })
})

test('nobody stands in for an approver who may approve no more', async () => {
  const roles = ['approver' as const]
  const head = { name: '部长', staffNo: 'RK-H', employedFrom: '2020-01-01', roles }
  const { id: person } = await office.administrator.call('people.add', head)
  await custodian.call('seals.routeSet', {
    name: '合同章',
    sealTypes: ['contract'],
    precedence: 10,
    steps: [{ mode: 'any-of', approvers: [{ by: 'person', person }] }],
  })
  const asked = { lines: [{ seal }], category: 'official' as const, document: { title: '公函' } }
  const { id } = await clerk.call('seals.requestSubmit', asked)
  const away = { person, from: '2026-11-23', to: '2026-11-30', standIn: approver.person }
  await office.administrator.call('seals.absenceEnter', away)
  await office.administrator.call('people.setRoles', { id: person, roles: ['clerk'] })
  expect(await approver.refused('seals.requestApprove', { id })).toMatchObject({ code: 'not-your-step' })
  await office.administrator.call('people.setRoles', { id: person, roles })
  await approver.call('seals.requestApprove', { id })
})

test('who keeps the contracts enters no rate and lifts no interest', async () => {
  const rate = { currency: 'USD' as const, from: '2026-11-01', rate: 1, source: '自报' }
  expect(await clerk.refused('rates.enter', rate)).toMatchObject({ code: 'not-permitted' })
  const interest = { person: clerk.person, counterparty: '示例供应商', nature: '配偶任职' }
  const { id } = await clerk.call('interests.declare', interest)
  expect(await clerk.refused('interests.withdraw', { id })).toMatchObject({ code: 'not-permitted' })
  await approver.call('interests.withdraw', { id })
})

test('a seal that was lost is never put back into use', async () => {
  const { id } = await custodian.call('seals.register', { code: 'RK02', name: '失印', type: 'hr' })
  await custodian.call('seals.reportLost', { seal: id, reason: '遗失' })
  await custodian.call('seals.reportFound', { seal: id, place: '保险柜' })
  expect(
    await custodian.refused('seals.resume', { seal: id, reason: '再用', approver: approver.person }),
  ).toMatchObject({
    code: 'seal-act-not-allowed',
    act: 'resumed',
    status: 'lost',
  })
  expect((await custodian.call('seals.life', { seal: id })).allowed).toEqual(['destroyed', 'lost'])
})

test('a planned outing leaves only on a request that still stands, and a high-risk seal not with who approved it', async () => {
  const risky = (await custodian.call('seals.register', { code: 'RK03', name: '公章', type: 'hr', isHighRisk: true }))
    .id
  const outside = { lines: [{ seal: risky }], mode: 'taken-out' as const }
  const request = await approved(outside)
  const people = { taker: clerk.person, escort: (await office.as('auditor')).person }
  const plan = { seal: risky, request, address: '银行', reason: '开户' }
  expect(await custodian.refused('seals.takeOut', { ...plan, ...people, taker: approver.person })).toMatchObject({
    code: 'same-person',
    one: 'approver',
  })
  const { id } = await custodian.call('seals.takeOut', { ...plan, ...people, outAt: '2026-11-24 09:00' })
  await clerk.call('seals.requestWithdraw', { id: request })
  expect(await custodian.refused('seals.outingLeave', { id })).toMatchObject({
    code: 'request-not-approved',
    status: 'withdrawn',
  })
})

test('an archive number is never there twice, whoever types one', async () => {
  const used = async (): Promise<string> => {
    const { uses } = await custodian.call('seals.use', { request: await approved({ lines: [{ seal: letter }] }) })
    return uses[0]?.id ?? ''
  }
  const { id: letter } = await custodian.call('seals.register', { code: 'RK04', name: '函件章', type: 'hr' })
  const [one, two] = [await used(), await used()]
  const { archiveNumber } = await custodian.call('seals.archive', { id: one })
  const own = { code: 'invalid-input', problems: [{ path: 'archiveNumber', reason: 'invalid.own-number' }] }
  const next = archiveNumber.replace('0001', '0002')
  expect(await custodian.refused('seals.archive', { id: two, archiveNumber: next })).toEqual(own)
  const correct = (number: string) =>
    custodian.refused('seals.useCorrect', { id: two, change: { archiveNumber: number }, reason: '补号' })
  expect(await correct(archiveNumber)).toMatchObject({ code: 'archive-number-taken' })
  expect(await correct(next)).toEqual(own)
  expect(await custodian.call('seals.archive', { id: two })).toMatchObject({ archiveNumber: next })
})

test('a correction leaves no use of nothing: that is a void, which shows', async () => {
  const { id: letter } = await custodian.call('seals.register', { code: 'RK05', name: '便函章', type: 'hr' })
  const { uses } = await custodian.call('seals.use', { request: await approved({ lines: [{ seal: letter }] }) })
  const change = { actual: 0, spoiled: 0, seam: 0 }
  expect(await custodian.refused('seals.useCorrect', { id: uses[0]?.id ?? '', change, reason: '未盖' })).toMatchObject({
    code: 'nothing-stamped',
  })
})

test('only who approves is entered as absent, so that no auditor enters anything here', async () => {
  const auditor = await office.as('auditor')
  const away = { from: '2026-11-23', to: '2026-11-30', standIn: approver.person }
  expect(await auditor.refused('seals.absenceEnter', away)).toMatchObject({ code: 'approver-may-not' })
})
