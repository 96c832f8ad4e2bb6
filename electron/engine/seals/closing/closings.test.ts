/** Closing a seal's book through the office's own door: order, two people, what a closed month still takes. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestOffice, type TestDesk, type TestOffice } from '../../testing.ts'
import { tableDesk } from '../../tables/staging.ts'

type Person = TestDesk & { person: string }
let office: TestOffice
let custodian: Person
let approver: Person
let clerk: Person
let auditor: Person
let seal: string

const use = async (more: { spoiled?: number; left?: number } = {}) => {
  const { id } = await clerk.call('seals.requestSubmit', {
    lines: [{ seal }],
    category: 'certificate',
    document: { title: '在职证明' },
    copies: 3,
  })
  await approver.call('seals.requestApprove', { id, opinion: '同意' })
  const { spoiled = 0, left = 0 } = more
  const stamp = { seal, spoiled, actual: 3 - spoiled - left, ...(spoiled > 0 ? { spoiledReason: '盖歪' } : {}) }
  const { uses } = await custodian.call('seals.use', { request: id, stamps: [stamp] })
  return uses[0] ?? { id: '', number: '' }
}

/** Goes to a time; sessions do not last that long, so everyone signs in anew. */
const signIn = async (instant: string): Promise<void> => {
  office.clock.set(instant)
  custodian = await office.as('custodian')
  approver = await office.as('approver')
  clerk = await office.as('clerk')
  auditor = await office.as('auditor')
}

let september: { id: string; number: string }

beforeAll(async () => {
  office = await openTestOffice()
  await signIn('2026-11-23T01:00:00Z')
  await signIn('2026-09-10T02:00:00Z')
  seal = (await custodian.call('seals.register', { code: 'JZ01', name: '结账测试章', type: 'company' })).id
  september = await use({ spoiled: 1 })
  await use({ left: 1 })
  await signIn('2026-10-12T02:00:00Z')
  await use()
  await signIn('2026-11-23T01:00:00Z')
})
afterAll(() => office.close())

const close = (period: string) => custodian.call('seals.close', { seal, period })
const refusedClose = (period: string) => custodian.refused('seals.close', { seal, period })

test('what is due is told in its order; the running month is not, and neither can be closed before its time', async () => {
  const { rows } = await custodian.call('seals.closingsDue', {})
  expect(rows.filter((row) => row.seal.id === seal).map(({ period }) => period)).toEqual(['2026-09', '2026-10'])
  expect(await refusedClose('2026-11')).toEqual({ code: 'period-running', period: '2026-11' })
  expect(await refusedClose('2026')).toEqual({ code: 'period-running', period: '2026' })
  expect(await refusedClose('2026-10')).toMatchObject({ code: 'earlier-period-open', earlier: '2026-09' })
  expect(await refusedClose('2026-08')).toMatchObject({ code: 'period-empty' })
  expect(await custodian.refused('seals.close', { seal, period: '2026-13' })).toMatchObject({
    code: 'invalid-input',
    problems: [{ path: 'period', reason: 'invalid.period' }],
  })
  expect(await clerk.refused('seals.close', { seal, period: '2026-09' })).toMatchObject({ code: 'not-permitted' })
})

test('the preview says what it will say and what is open beside it, and enters nothing', async () => {
  const before = office.office().journal.head().n
  const { stop, warnings, content } = await custodian.call('seals.closingPreview', { seal, period: '2026-09' })
  expect(stop).toBeUndefined()
  expect(content).toMatchObject({
    totals: { uses: 2, voided: 0, copies: 6, actual: 4, spoiled: 1 },
    parts: [{ part: '1', uses: 2, actual: 4, spoiled: 1 }],
    requests: { count: 2, counter: 0, approved: 6, actual: 4, spoiled: 1, left: 1 },
    missing: { count: 2 },
    exceptions: { open: 1, explained: 0, settled: 0 },
  })
  const { approved, actual, spoiled, left } = content.requests
  expect(approved).toBe(actual + spoiled + left)
  expect(content.requests.differing).toHaveLength(2)
  expect(content.heads).toMatchObject([{ desk: 'A', n: before }])
  expect(warnings.map(({ code }) => code)).toEqual(['scans-missing', 'exceptions-open', 'requests-left'])
  expect(office.office().journal.head().n).toBe(before)
})

test('it is closed once, by the custodian, and countersigned once, by somebody else', async () => {
  const { id, number } = await close('2026-09')
  expect(number).toBe('JZ-A-2026-0001')
  expect(await refusedClose('2026-09')).toMatchObject({ code: 'period-closed' })
  const both = await office.as('custodian', 'approver')
  await both.call('seals.closingCountersign', { id })
  expect(await approver.refused('seals.closingCountersign', { id })).toEqual({ code: 'closing-countersigned', number })
  const october = await both.call('seals.close', { seal, period: '2026-10' })
  expect(await both.refused('seals.closingCountersign', { id: october.id })).toMatchObject({
    code: 'closing-same-person',
  })
  await approver.call('seals.closingCountersign', { id: october.id })
  const { rows } = await approver.call('seals.closings', { seal })
  expect(rows.map(({ period, countersigned }) => [period, countersigned?.by.id])).toEqual([
    ['2026-10', approver.person],
    ['2026-09', both.person],
  ])
})

test('a closed month takes only corrections that say so; each is an exception and a late line of the open month', async () => {
  const correct = { id: september.id, reason: '多记了一次废印', change: { spoiled: 0 } }
  expect(await custodian.refused('seals.useCorrect', correct)).toEqual({
    code: 'use-in-closed-period',
    number: september.number,
    period: '2026-09',
  })
  expect(await custodian.refused('seals.useVoid', { id: september.id, reason: '盖错' })).toMatchObject({
    code: 'use-in-closed-period',
  })
  await custodian.call('seals.useCorrect', { ...correct, afterClosing: true })
  // A correction of a correction is one more entry; a void takes none after it.
  const basedOn = (await custodian.call('seals.useGet', { id: september.id })).heads
  const again = {
    id: september.id,
    basedOn,
    reason: '受文单位填错',
    change: { recipient: '人社局' },
    afterClosing: true,
  }
  await custodian.call('seals.useCorrect', again)
  const { heads } = await custodian.call('seals.useGet', { id: september.id })
  await custodian.call('seals.useVoid', { id: september.id, basedOn: heads, reason: '文件作废', afterClosing: true })
  expect(await custodian.refused('seals.useCorrect', { ...again, change: { recipient: '税务局' } })).toEqual({
    code: 'use-voided',
    number: september.number,
  })
  const { rows } = await clerk.call('exceptions.list', { about: september.id, kind: 'after-closing' })
  expect(rows.map(({ on }) => on)).toEqual(['2026-11-23', '2026-11-23', '2026-11-23'])
  expect(new Set(rows.map(({ values }) => values['reason']))).toEqual(
    new Set(['受文单位填错', '多记了一次废印', '文件作废']),
  )
  const { content, warnings } = await custodian.call('seals.closingPreview', { seal, period: '2026-11' })
  expect(content.late.map(({ number, period }) => [number, period])).toEqual(
    Array.from({ length: 3 }, () => [september.number, '2026-09']),
  )
  expect(warnings).toContainEqual({ code: 'late-lines', count: 3 })
})

test('the closing stands as it was signed, whatever came later', async () => {
  const { rows } = await approver.call('seals.closings', { seal })
  const id = rows.find(({ period }) => period === '2026-09')?.id ?? ''
  const { closing } = await approver.call('seals.closingGet', { id })
  expect(closing.totals).toMatchObject({ uses: 2, voided: 0, spoiled: 1 })
  const { months } = await approver.call('seals.months', { seal, year: 2026 })
  expect(months[8]).toMatchObject({ uses: 1, voided: 1 })
})

test('an old ledger’s line cannot be dated into a closed month', async () => {
  const desk = tableDesk(office)
  const line = (on: string, number: string): string => `${number},JZ01,${on},旧证明`
  const text = ['编号,印章编码,日期,文件', line('2026-09-03', '31'), line('2026-11-03', '32')].join('\n')
  const reading = await desk.read('seal-ledger', Buffer.from(text))
  expect(reading.problems).toMatchObject([{ row: 2, reason: 'invalid.cell.period-closed' }])
})

test('the year is closed after its months, and says them one by one', async () => {
  await use()
  await signIn('2027-01-04T01:00:00Z')
  expect(await refusedClose('2026')).toMatchObject({ code: 'earlier-period-open', earlier: '2026-11' })
  await close('2026-11')
  const { id, number } = await close('2026')
  expect(number).toBe('JZ-A-2027-0002')
  const { closing } = await approver.call('seals.closingGet', { id })
  expect(closing.parts.map(({ uses }) => uses)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0])
  expect(closing.totals).toEqual(closing.year)
  expect(await refusedClose('2026')).toMatchObject({ code: 'period-closed' })
})

test('rows, exceptions and closings are the same after a rebuild', async () => {
  expect((await auditor.call('office.verify', {})).findings).toEqual([])
})
