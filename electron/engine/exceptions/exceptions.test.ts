/** The register of exceptions through the office's own door: told by records, answered by people, paged with what sources tell. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exceptionId, type SubjectException } from '../../../shared/office/exceptions.ts'
import { all, sql } from '../store/sql.ts'
import { openTestOffice, type TestDesk, type TestOffice } from '../testing.ts'
import { exceptionHandlers } from './handlers.ts'

type Person = TestDesk & { person: string }
let office: TestOffice
let custodian: Person
let approver: Person
let auditor: Person
let clerk: Person
let seal: string

beforeAll(async () => {
  office = await openTestOffice()
  custodian = await office.as('custodian')
  approver = await office.as('approver')
  auditor = await office.as('auditor')
  clerk = await office.as('clerk')
  seal = (await custodian.call('seals.register', { code: 'YC01', name: '异常测试章', type: 'company' })).id
})
afterAll(() => office.close())

const use = async (more: { spoiled?: number; exception?: string; documentShaAfter?: string } = {}) => {
  const document = { title: '在职证明', sha256: 'a'.repeat(64) }
  const { id } = await clerk.call('seals.requestSubmit', {
    lines: [{ seal }],
    category: 'certificate',
    document,
    copies: 3,
  })
  await approver.call('seals.requestApprove', { id, opinion: '同意' })
  const { spoiled = 0, ...told } = more
  const { uses } = await custodian.call('seals.use', {
    request: id,
    document,
    stamps: [{ seal, spoiled, spoiledReason: '盖歪' }],
    ...told,
  })
  return uses[0] ?? { id: '', number: '' }
}

const of = async (about: string) => (await auditor.call('exceptions.list', { about })).rows

test('a use in order tells none; what is wrong with one shows at once, and goes with its correction', async () => {
  expect(await of((await use()).id)).toEqual([])
  const { id, number } = await use({ spoiled: 1, exception: '印泥不匀', documentShaAfter: 'b'.repeat(64) })
  const rows = await of(id)
  expect(rows.map(({ kind }) => kind).toSorted()).toEqual(['document-differs', 'exception-noted', 'spoiled'])
  expect(rows.find(({ kind }) => kind === 'spoiled')).toMatchObject({
    id: `spoiled|${id}|`,
    register: 'seals',
    state: 'open',
    type: 'seal_use',
    on: '2026-11-23',
    title: '在职证明',
    person: { id: custodian.person },
    values: { number, impressions: 1 },
  })
  await custodian.call('seals.useCorrect', { id, reason: '点错了', change: { spoiled: 0, exception: '' } })
  expect((await of(id)).map(({ kind }) => kind)).toEqual(['document-differs', 'corrected-count'])
})

test('a void counts where the paper bore impressions, and only there', async () => {
  const [stamped, bare] = [await use(), await use()]
  await custodian.call('seals.useVoid', { id: stamped.id, reason: '盖错文件' })
  await custodian.call('seals.useVoid', { id: bare.id, reason: '没有盖', wasStamped: false })
  expect(await of(stamped.id)).toMatchObject([
    { kind: 'voided-stamped', values: { impressions: 3, reason: '盖错文件' } },
  ])
  expect(await of(bare.id)).toEqual([])
})

test('it is explained by whoever is concerned and settled by somebody else, once', async () => {
  const { id } = await use({ spoiled: 1 })
  const exception = `spoiled|${id}|`
  expect(await auditor.refused('exceptions.settle', { exception, text: '同意' })).toEqual({
    code: 'exception-not-explained',
  })
  expect(await custodian.refused('exceptions.settle', { exception, text: '同意' })).toMatchObject({
    code: 'not-permitted',
  })
  await custodian.call('exceptions.explain', { exception, text: '印章蘸墨过多' })
  await approver.call('exceptions.explain', { exception, text: '当时在场，属实' })
  expect(await approver.refused('exceptions.settle', { exception, text: '同意' })).toMatchObject({
    code: 'exception-own-explanation',
  })
  await auditor.call('exceptions.settle', { exception, text: '同意', measure: '换用新印台' })
  expect(await auditor.refused('exceptions.settle', { exception, text: '再来' })).toEqual({ code: 'exception-settled' })
  expect(await clerk.refused('exceptions.explain', { exception, text: '再来' })).toEqual({ code: 'exception-settled' })
  const { exception: row, answers } = await clerk.call('exceptions.get', { exception })
  expect(row.state).toBe('settled')
  expect(answers).toMatchObject([
    { act: 'explained', text: '印章蘸墨过多', by: { id: custodian.person }, at: '2026-11-23 09:00' },
    { act: 'explained' },
    { act: 'settled', measure: '换用新印台' },
  ])
})

test('who did it does not settle it', async () => {
  const both = await office.as('custodian', 'approver')
  const { id } = await use()
  await both.call('seals.useVoid', { id, reason: '自己作废' })
  const exception = `voided-stamped|${id}|`
  await clerk.call('exceptions.explain', { exception, text: '客户改了文件' })
  expect(await both.refused('exceptions.settle', { exception, text: '同意' })).toMatchObject({
    code: 'exception-own-act',
  })
  await approver.call('exceptions.settle', { exception, text: '同意' })
})

test('an exception that nobody told cannot be answered, and bad input names its field', async () => {
  expect(await clerk.refused('exceptions.explain', { exception: `spoiled|${seal}|`, text: '没有' })).toMatchObject({
    code: 'not-found',
    what: 'exception',
  })
  expect(await clerk.refused('exceptions.explain', { exception: `spoiled|${seal}|`, text: ' ' })).toMatchObject({
    code: 'invalid-input',
    problems: [{ path: 'text', reason: 'invalid.required' }],
  })
})

test('pages by key are the whole list once, sources in their place; the counts are those of the list', async () => {
  const told: SubjectException[] = ['2026-11-20', '2026-11-23', '2026-12-01'].map((on, index) => ({
    kind: 'exception-noted',
    subject: seal,
    type: 'seal',
    part: `${index}`,
    on,
    values: { number: 'YC01', text: '逾期' },
  }))
  const reading = office.office().reading({
    actor: { person: '', name: '', permissions: new Set() },
    language: 'zh-CN',
    session: { open: () => {}, close: () => {}, isOpen: () => true },
  })
  const handlers = exceptionHandlers({ sources: [() => told], nameOf: () => undefined })
  const list = (after: string | undefined, limit: number, state?: 'open') => {
    const answer = handlers['exceptions.list'](reading, { after, limit, state })
    if ('refused' in answer) throw new Error('refused')
    return answer
  }
  const whole = list(undefined, 200).rows.map(({ id }) => id)
  expect(whole).toHaveLength(new Set(whole).size)
  for (const exception of told) expect(whole).toContain(exceptionId(exception))
  const paged: string[] = []
  for (let after: string | undefined; ;) {
    const { rows, next } = list(after, 2)
    paged.push(...rows.map(({ id }) => id))
    if (next === undefined) break
    after = next
  }
  expect(paged).toEqual(whole)
  const counts = handlers['exceptions.counts'](reading, {})
  expect(counts).toMatchObject({ open: list(undefined, 200, 'open').rows.length })
  expect(list(undefined, 200, 'open').rows.every(({ state }) => state === 'open')).toBe(true)
})

test('open ones stand on the desk, and the whole register leaves as a file with what was answered', async () => {
  const { groups } = await clerk.call('desk.today', {})
  const { open } = await clerk.call('exceptions.counts', {})
  expect(open).toBeGreaterThan(0)
  const group = groups.find(({ key }) => key === 'exceptions-open')
  expect(group).toMatchObject({ count: open })
  expect(group?.rows[0]?.type).toBe('exception')
  const { bytes, rows } = await auditor.call('tables.export', { list: 'exceptions', format: 'csv', filter: {} })
  const { rows: listed } = await auditor.call('exceptions.list', { limit: 200 })
  expect(rows).toBe(listed.length)
  const text = Buffer.from(bytes, 'base64').toString('utf8')
  expect(text).toContain('印章蘸墨过多')
  expect(text).toContain('换用新印台')
  const settled = await auditor.call('tables.export', {
    list: 'exceptions',
    format: 'csv',
    filter: { state: 'settled', kind: 'spoiled' },
  })
  expect(settled.rows).toBe(1)
})

test('a rebuild gives the same exceptions, and verification finds one that was taken away', async () => {
  const { db } = office.office().journal
  const dump = () => all(db, sql`select * from exception order by id`)
  const before = dump()
  expect(before.length).toBeGreaterThan(3)
  await office.administrator.call('office.rebuild', {})
  expect(dump()).toEqual(before)
  expect((await auditor.call('office.verify', {})).findings).toEqual([])
  db.exec(`delete from exception where kind = 'spoiled'`)
  db.exec(`update exception set values_json = '{}' where kind = 'voided-stamped'`)
  const { findings } = await auditor.call('office.verify', {})
  expect(findings.length).toBeGreaterThan(1)
  expect(new Set(findings.map(({ what }) => what))).toEqual(new Set(['exception']))
  await office.administrator.call('office.rebuild', {})
})
