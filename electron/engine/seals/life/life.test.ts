/** A seal's life through the office's own door: each act with its number and form, its people, and nothing half-entered. */
// Long because: one office is staged once, and every act of a life starts from it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestOffice, type TestDesk, type TestOffice } from '../../testing.ts'
import { admitDesk } from '../use/another-desk.ts'

type Person = TestDesk & { person: string }
let office: TestOffice
let custodian: Person
let approver: Person
let clerk: Person
let auditor: Person
let other: Person

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 42 42"><circle cx="21" cy="21" r="20"/></svg>'

beforeAll(async () => {
  office = await openTestOffice()
  admitDesk(office, 'B')
  custodian = await office.as('custodian')
  approver = await office.as('approver')
  clerk = await office.as('clerk')
  auditor = await office.as('auditor')
  other = await office.as('custodian', 'clerk')
})
afterAll(() => office.close())

const entries = (): number => office.office().journal.head().n

let seals = 0
const newSeal = async (more: Record<string, unknown> = {}): Promise<string> => {
  const master = {
    code: `LF${(seals += 1).toString().padStart(2, '0')}`,
    name: `印章${seals}`,
    type: 'company' as const,
  }
  return (await custodian.call('seals.register', { ...master, custodian: custodian.person, ...more })).id
}
const statusOf = async (id: string) => (await custodian.call('seals.get', { id })).seal.status

test('from being made to destroyed: each act has a number, moves the seal, and asks for its people', async () => {
  const seal = await newSeal({ status: 'being-made' })
  const before = entries()
  expect(await custodian.refused('seals.activate', { seal, receivedBy: custodian.person })).toMatchObject({
    code: 'impression-needed',
  })
  expect(entries()).toBe(before)
  const made = await custodian.call('seals.activate', {
    seal,
    receivedBy: custodian.person,
    filingNumber: '3201000000001',
    impression: { mediaType: 'image/svg+xml', data: drawing },
  })
  expect(made.number).toBe('YZ-A-2026-0001')
  expect((await custodian.call('seals.get', { id: seal })).seal).toMatchObject({
    status: 'in-use',
    activatedOn: '2026-11-23',
    filingNumber: '3201000000001',
    custodian: { id: custodian.person },
    lastAct: { number: 'YZ-A-2026-0001' },
  })
  expect(await custodian.refused('seals.retire', { seal, reason: '换章' })).toMatchObject({ code: 'approver-needed' })
  expect(await custodian.refused('seals.retire', { seal, reason: '换章', approver: custodian.person })).toMatchObject({
    code: 'approver-may-not',
  })
  expect(
    await custodian.refused('seals.retire', { seal, reason: '换章', approver: approver.person, on: '2026-11-24' }),
  ).toMatchObject({ code: 'invalid-input' })
  await custodian.call('seals.retire', { seal, reason: '换章', approver: approver.person })
  const common = { seal, approver: approver.person }
  const destruction = { ...common, method: '熔毁', witnesses: [clerk.person, auditor.person] }
  expect(await custodian.refused('seals.destroy', destruction)).toMatchObject({
    code: 'seal-act-not-allowed',
    act: 'destroyed',
    status: 'retired',
  })
  await custodian.call('seals.sealAway', { ...common, place: '保险柜', keepUntil: '2027-12-31' })
  for (const witnesses of [[clerk.person], [clerk.person, clerk.person], [clerk.person, custodian.person]])
    expect((await custodian.refused('seals.destroy', { ...destruction, witnesses })).code).toMatch(
      /witnesses-too-few|same-person/,
    )
  const end = await custodian.call('seals.destroy', destruction)
  await custodian.call('seals.noteStep', { id: end.id, receipt: 'JX-0001' })
  expect(
    await custodian.refused('seals.noteStep', { id: end.id, bank: { name: '工行', on: '2026-11-23' } }),
  ).toMatchObject({ code: 'step-not-fitting', step: 'bank' })
  const { acts, allowed } = await custodian.call('seals.life', { seal })
  expect(acts.map(({ act, number }) => `${number} ${act}`)).toEqual([
    'YZ-A-2026-0004 destroyed',
    'YZ-A-2026-0003 sealed-away',
    'YZ-A-2026-0002 retired',
    'YZ-A-2026-0001 activated',
  ])
  expect(acts[0]?.receipt).toBe('JX-0001')
  expect(allowed).toEqual([])
  const { heads } = await custodian.call('seals.get', { id: seal })
  expect(await custodian.refused('seals.reportLost', { seal, basedOn: heads, reason: '不见了' })).toMatchObject({
    code: 'seal-act-not-allowed',
    status: 'destroyed',
  })
})

test('a lost seal ends what was open, its steps are noted one by one, and found it is kept and not used', async () => {
  const seal = await newSeal()
  const people = { taker: clerk.person, escort: auditor.person }
  const outing = await custodian.call('seals.takeOut', { seal, ...people, address: '银行', reason: '开户' })
  const lost = await custodian.call('seals.reportLost', { seal, reason: '途中遗失' })
  expect((await custodian.call('seals.outingGet', { id: outing.id })).outing.status).toBe('lost')
  const open = async () =>
    (await auditor.call('exceptions.list', {})).rows.filter(
      ({ kind, subject }) => kind === 'loss-not-reported' && subject === lost.id,
    )
  expect(await open()).toHaveLength(1)
  await custodian.call('seals.noteStep', { id: lost.id, police: { receipt: '沪公（2026）001', on: '2026-11-23' } })
  expect(await open()).toHaveLength(0)
  const replacement = await newSeal()
  expect(await custodian.refused('seals.noteStep', { id: lost.id, replacement: seal })).toMatchObject({
    code: 'invalid-input',
  })
  await custodian.call('seals.noteStep', {
    id: lost.id,
    notice: { newspaper: '解放日报', on: '2026-11-23', page: 'A7' },
    replacement,
  })
  const { act } = await custodian.call('seals.lifeAct', { id: lost.id })
  expect(act).toMatchObject({
    police: { receipt: '沪公（2026）001' },
    notice: { page: 'A7' },
    replacement: { id: replacement },
  })
  await custodian.call('seals.reportFound', { seal, place: '保险柜' })
  expect(await statusOf(seal)).toBe('sealed-away')
})

test('out and back: two different people, not used meanwhile, checked by someone who did not carry it', async () => {
  const seal = await newSeal({ type: 'contract' })
  const plan = { seal, taker: clerk.person, escort: auditor.person, address: '政务中心', reason: '投标' }
  const before = entries()
  expect(await custodian.refused('seals.takeOut', { ...plan, escort: clerk.person })).toMatchObject({
    code: 'same-person',
    one: 'taker',
    other: 'escort',
  })
  expect(await custodian.refused('seals.takeOut', { ...plan, dueBackAt: '2026-11-23 08:00' })).toMatchObject({
    code: 'outing-back-before-out',
  })
  expect(await custodian.refused('seals.takeOut', { ...plan, dueBackAt: '2026-11-23 25:00' })).toMatchObject({
    code: 'invalid-input',
  })
  expect(entries()).toBe(before)
  const later = await custodian.call('seals.takeOut', { ...plan, outAt: '2026-11-24 09:00' })
  expect(later.status).toBe('planned')
  expect(await statusOf(seal)).toBe('in-use')
  expect(await custodian.refused('seals.outingReturn', { id: later.id })).toMatchObject({ code: 'outing-not-next' })
  await custodian.call('seals.outingCancel', { id: later.id, reason: '改期' })
  const out = await custodian.call('seals.takeOut', { ...plan, documents: ['投标书', '授权书'] })
  expect(await statusOf(seal)).toBe('out')
  expect(await custodian.refused('seals.takeOut', plan)).toMatchObject({ code: 'seal-act-not-allowed', status: 'out' })
  expect((await custodian.call('seals.verdict', { seals: [seal] })).stops).toContainEqual(
    expect.objectContaining({ code: 'seal-not-in-use', status: 'out' }),
  )
  const back = (input: Record<string, unknown>) => custodian.refused('seals.outingReturn', { id: out.id, ...input })
  expect(await back({ backAt: '2026-11-23 08:00' })).toMatchObject({ code: 'outing-back-before-out' })
  expect(await back({ backAt: '2026-11-23 23:00' })).toMatchObject({ code: 'time-in-future' })
  expect(await back({ returnedTo: clerk.person })).toMatchObject({ code: 'same-person', other: 'checker' })
  expect(await back({ isIntact: false })).toMatchObject({ code: 'invalid-input' })
  await custodian.call('seals.outingReturn', { id: out.id, isIntact: false, condition: '边缘缺损' })
  expect(await statusOf(seal)).toBe('in-use')
  const kinds = (await auditor.call('exceptions.list', {})).rows.filter(({ subject }) => subject === out.id)
  expect(kinds.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['seal-damaged', 'taker-not-confirmed', 'escort-not-confirmed']),
  )
})

test('a handover is offered by the custodian, answered once by the receiver, and moves custody', async () => {
  const seal = await newSeal()
  const offer = { seal, to: other.person, witness: approver.person, reason: '轮岗', registers: ['用印登记簿'] }
  expect(await other.refused('seals.handoverOffer', offer)).toMatchObject({ code: 'handover-not-custodian' })
  expect(await custodian.refused('seals.handoverOffer', { ...offer, to: custodian.person })).toMatchObject({
    code: 'handover-to-oneself',
  })
  expect(await custodian.refused('seals.handoverOffer', { ...offer, witness: other.person })).toMatchObject({
    code: 'same-person',
  })
  expect(await custodian.refused('seals.handoverOffer', { ...offer, toDesk: 'Z' })).toMatchObject({
    code: 'desk-unknown',
  })
  const first = await custodian.call('seals.handoverOffer', offer)
  expect(first.number).toBe('JJ-A-2026-0001')
  expect((await custodian.call('seals.verdict', { seals: [seal] })).stops).toContainEqual(
    expect.objectContaining({ code: 'seal-not-in-use', status: 'in-handover' }),
  )
  expect(await clerk.refused('seals.handoverAccept', { id: first.id })).toMatchObject({ code: 'handover-not-yours' })
  await other.call('seals.handoverDecline', { id: first.id, reason: '正在休假' })
  expect(await other.refused('seals.handoverAccept', { id: first.id })).toMatchObject({
    code: 'handover-answered',
    status: 'declined',
  })
  const second = await custodian.call('seals.handoverOffer', offer)
  await other.call('seals.handoverAccept', { id: second.id, place: '二号柜' })
  expect((await custodian.call('seals.get', { id: seal })).seal).toMatchObject({
    status: 'in-use',
    custodian: { id: other.person },
    place: '二号柜',
  })
  expect(await custodian.refused('seals.handoverOffer', offer)).toMatchObject({ code: 'handover-not-custodian' })
})

test('no other desk gets around it: not by changing the kind, nor by changing the custodian', async () => {
  const seal = await newSeal({ homeDesk: 'B' })
  expect(await custodian.refused('seals.change', { id: seal, change: { kind: 'image' } })).toMatchObject({
    code: 'seal-elsewhere',
    homeDesk: 'B',
  })
  expect(await custodian.refused('seals.change', { id: seal, change: { custodian: other.person } })).toMatchObject({
    code: 'custodian-by-handover',
  })
  const input = { seal, to: other.person, witness: approver.person, reason: '轮岗' }
  expect(await custodian.refused('seals.handoverOffer', input)).toMatchObject({ code: 'seal-elsewhere' })
  expect(await custodian.refused('seals.retire', { seal, reason: '换章', approver: approver.person })).toMatchObject({
    code: 'seal-elsewhere',
  })
})

test('every form prints what the act says, in both languages', async () => {
  const seal = await newSeal({ impression: { mediaType: 'image/svg+xml', data: drawing } })
  const out = await custodian.call('seals.takeOut', {
    seal,
    taker: clerk.person,
    escort: auditor.person,
    address: '银行',
    reason: '开户',
  })
  await custodian.call('seals.outingReturn', { id: out.id })
  const retired = await custodian.call('seals.retire', { seal, reason: '换章', approver: approver.person })
  for (const language of ['zh-CN', 'en'] as const) {
    const sheet = await custodian.call('documents.render', { form: 'seal-outing', subject: out.id, language })
    expect(sheet).toMatchObject({ number: out.number, pages: 2 })
    const other = await custodian.call('documents.render', { form: 'seal-disposal', subject: retired.id, language })
    expect(other).toMatchObject({ number: retired.number, pages: 2 })
  }
  expect(await custodian.refused('documents.render', { form: 'seal-loss', subject: retired.id })).toMatchObject({
    code: 'not-found',
  })
})

test('after all of it the journal verifies, and rows are what a rebuild makes of it', async () => {
  expect(await office.administrator.call('office.verify', {})).toMatchObject({ findings: [] })
})
