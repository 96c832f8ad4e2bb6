/** What was answered stays in the register as history, also once the source or the record tells it no more. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestOffice, type TestDesk, type TestOffice } from '../testing.ts'

type Person = TestDesk & { person: string }
let office: TestOffice
let custodian: Person
let auditor: Person
let clerk: Person
let seal: string

const signIn = async (instant: string): Promise<void> => {
  office.clock.set(instant)
  custodian = await office.as('custodian')
  auditor = await office.as('auditor')
  clerk = await office.as('clerk')
}

beforeAll(async () => {
  office = await openTestOffice()
  await signIn('2026-11-23T01:00:00Z')
  seal = (await custodian.call('seals.register', { code: 'LS01', name: '历史试验章', type: 'hr' })).id
})
afterAll(() => office.close())

const takeOut = () =>
  custodian.call('seals.takeOut', {
    seal,
    taker: clerk.person,
    escort: auditor.person,
    address: '市政务中心',
    reason: '现场盖章',
    dueBackAt: '2026-11-23 12:00',
  })
/** Without the words of taker and escort, which are still missing and no matter of the clock. */
const rows = async (about: string) =>
  (await auditor.call('exceptions.list', { about })).rows.filter(({ kind }) => !kind.endsWith('-not-confirmed'))

test('an overdue outing that was explained stays, with its answer, after the seal came back; it can still be settled', async () => {
  const { id, number } = await takeOut()
  await signIn('2026-11-23T06:00:00Z')
  const exception = `outing-overdue|${id}|`
  const [open] = await rows(id)
  expect(open).toMatchObject({ id: exception, state: 'open' })
  await clerk.call('exceptions.explain', { exception, text: '窗口排队' })
  const before = await auditor.call('exceptions.counts', {})
  await custodian.call('seals.outingReturn', { id })
  const back = await rows(id)
  expect(back.find((row) => row.id === exception)).toMatchObject({
    kind: 'outing-overdue',
    state: 'explained',
    isPast: true,
    type: 'seal_outing',
    title: open?.title,
    on: '2026-11-23',
    person: { id: clerk.person },
    values: { number },
  })
  expect(back.find(({ kind }) => kind === 'outing-late')?.isPast).toBeUndefined()
  expect((await auditor.call('exceptions.counts', {})).explained).toBe(before.explained)
  const settled = { exception, text: '已核实', measure: '预约办理' }
  await auditor.call('exceptions.settle', settled)
  const { exception: row, answers } = await clerk.call('exceptions.get', { exception })
  expect(row).toMatchObject({ state: 'settled', isPast: true })
  expect(answers.map(({ act }) => act)).toEqual(['explained', 'settled'])
  const pages = []
  for (let after: string | undefined; ;) {
    const page = await auditor.call('exceptions.list', { limit: 1, after })
    pages.push(...page.rows.map(({ id: one }) => one))
    if (page.next === undefined) break
    after = page.next
  }
  expect(pages.filter((one) => one === exception)).toHaveLength(1)
})

test('one that nobody answered goes with what told it', async () => {
  await signIn('2026-11-24T01:00:00Z')
  const out = { seal, taker: clerk.person, escort: auditor.person, address: '银行', reason: '开户' }
  const { id } = await custodian.call('seals.takeOut', { ...out, dueBackAt: '2026-11-24 12:00' })
  await signIn('2026-11-24T06:00:00Z')
  expect((await rows(id)).map(({ kind }) => kind)).toEqual(['outing-overdue'])
  await custodian.call('seals.outingReturn', { id })
  expect((await rows(id)).map(({ kind }) => kind)).toEqual(['outing-late'])
})

test('an answer from before it was kept what it answered stays as well, with what its name still says', async () => {
  await signIn('2026-11-25T01:00:00Z')
  const out = { seal, taker: clerk.person, escort: auditor.person, address: '银行', reason: '开户' }
  const { id } = await custodian.call('seals.takeOut', { ...out, dueBackAt: '2026-11-25 12:00' })
  await signIn('2026-11-25T06:00:00Z')
  const exception = `outing-overdue|${id}|`
  // As such an answer was entered then: without what it was about.
  const by = { id: clerk.person, name: '旧' }
  const { journal } = office.office()
  journal.transact(office.clock.now(), (entering) =>
    entering.enter(clerk.person, {
      kind: 'exception.explained',
      subject: '0190a000-0000-7000-8000-00000000abcd',
      body: { exception, text: '窗口排队', by, at: '2026-11-25 14:00' },
    }),
  )
  expect(await rows(id)).toMatchObject([{ id: exception, state: 'explained', values: { seal: '历史试验章' } }])
  await custodian.call('seals.outingReturn', { id })
  expect((await rows(id)).find((row) => row.id === exception)).toMatchObject({
    kind: 'outing-overdue',
    state: 'explained',
    isPast: true,
    subject: id,
    type: 'seal_outing',
    on: '2026-11-25',
    values: {},
  })
})
