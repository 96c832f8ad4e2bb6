/** Bringing the paper back through the office's own door: matched by its printed code or a number, archived once, missing until then. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { scannedFrom } from '../../documents/outside.ts'
import { openTestOffice, type TestDesk, type TestOffice } from '../../testing.ts'

let office: TestOffice
let custodian: TestDesk & { person: string }
let approver: TestDesk & { person: string }
let clerk: TestDesk & { person: string }
let seal: string

beforeAll(async () => {
  office = await openTestOffice()
  custodian = await office.as('custodian')
  approver = await office.as('approver')
  clerk = await office.as('clerk')
  seal = (await custodian.call('seals.register', { code: 'GD01', name: '归档试验章', type: 'company' })).id
})
afterAll(() => office.close())

const entries = (): number => office.office().journal.head().n

const sealed = async (sha256?: string, atHand?: string): Promise<{ id: string; number: string; request: string }> => {
  const document = { title: '在职证明', ...(sha256 === undefined ? {} : { sha256 }) }
  const asked = await clerk.call('seals.requestSubmit', { lines: [{ seal }], category: 'certificate', document })
  await approver.call('seals.requestApprove', { id: asked.id })
  const held = atHand === undefined ? {} : { document: { ...document, sha256: atHand } }
  const [use] = (await custodian.call('seals.use', { request: asked.id, ...held })).uses
  if (!use) throw new Error('nothing was sealed')
  return { ...use, request: asked.number }
}

const codeOf = async (subject: string): Promise<string> => {
  const { pdf } = await custodian.call('documents.issue', { form: 'seal-use', subject })
  const [code] = scannedFrom(Buffer.from(pdf, 'base64'), 200)
  if (code === undefined) throw new Error('nobody can read the code')
  return code
}

const missing = async (): Promise<string[]> =>
  (await custodian.call('seals.missingScans', { seal, limit: 200 })).rows.map(({ number }) => number)

test('the printed slip leads to its use; archiving gives the next number without a gap, and nothing is missing then', async () => {
  const first = await sealed()
  const second = await sealed()
  expect(await missing()).toEqual(expect.arrayContaining([first.number, second.number]))
  const found = await custodian.call('seals.scanMatch', { code: await codeOf(first.id) })
  expect(found).toMatchObject({ confidence: 'certain', uses: [{ use: { id: first.id } }] })
  expect(found.uses[0]?.stop).toBeUndefined()
  expect(await custodian.call('seals.archive', { id: first.id })).toMatchObject({ archiveNumber: 'GD-A-2026-0001' })
  expect(await custodian.call('seals.archive', { id: second.id, archiveNumber: '档2026-77' })).toMatchObject({
    archiveNumber: '档2026-77',
  })
  const third = await sealed()
  expect(await custodian.call('seals.archive', { id: third.id })).toMatchObject({ archiveNumber: 'GD-A-2026-0002' })
  expect(await missing()).toEqual([])
  const { use } = await custodian.call('seals.useGet', { id: first.id })
  expect(use).toMatchObject({
    archiveNumber: 'GD-A-2026-0001',
    archivedOn: '2026-11-23',
    archived: { by: { id: custodian.person } },
  })
  expect((await office.administrator.call('office.verify', {})).findings).toEqual([])
})

test('a number finds as well as a code: of the use, of its request, of the archive', async () => {
  const use = await sealed()
  for (const number of [use.number, use.request]) {
    const found = await custodian.call('seals.scanMatch', { number })
    expect(found).toMatchObject({ confidence: 'likely', uses: [{ use: { id: use.id } }] })
  }
  const { archiveNumber } = await custodian.call('seals.archive', { id: use.id })
  const again = await custodian.call('seals.scanMatch', { number: archiveNumber })
  expect(again.uses[0]?.stop).toMatchObject({ code: 'archived-already', archiveNumber })
})

test('what cannot be archived says why, and nothing is entered', async () => {
  const use = await sealed()
  await custodian.call('seals.archive', { id: use.id, archiveNumber: '档-占用' })
  const other = await sealed()
  const voided = await sealed()
  const slip = await codeOf(other.id)
  await custodian.call('seals.useVoid', { id: voided.id, reason: '写错' })
  const before = entries()
  expect(await custodian.refused('seals.archive', { id: use.id })).toMatchObject({ code: 'archived-already' })
  expect(await custodian.refused('seals.archive', { id: voided.id })).toMatchObject({ code: 'archive-of-voided' })
  expect(await custodian.refused('seals.archive', { id: other.id, archiveNumber: '档-占用' })).toEqual({
    code: 'archive-number-taken',
    archiveNumber: '档-占用',
    number: use.number,
  })
  expect(await custodian.refused('seals.archive', { id: other.id, archivedOn: '2027-01-01' })).toMatchObject({
    code: 'invalid-input',
    problems: [{ path: 'archivedOn' }],
  })
  expect(await clerk.refused('seals.archive', { id: other.id })).toMatchObject({ code: 'not-permitted' })
  expect(await custodian.refused('seals.scanMatch', { number: 'GD01-2026-9999' })).toMatchObject({
    code: 'scan-unknown',
  })
  expect(await custodian.refused('seals.scanMatch', {})).toMatchObject({ code: 'invalid-input' })
  expect(await custodian.refused('seals.scanMatch', { code: 'https://example.com' })).toMatchObject({
    code: 'not-our-document',
  })
  // One character changed: the bytes no longer fit the signature.
  const forged = slip.slice(0, 60) + (slip[60] === 'A' ? 'B' : 'A') + slip.slice(61)
  expect(await custodian.refused('seals.scanMatch', { code: forged })).toMatchObject({ code: 'scan-forged' })
  expect(entries()).toBe(before)
})

test('a slip of another office is told from ours', async () => {
  const theirs = await openTestOffice({ seed: 'another' })
  const keeper = await theirs.as('custodian')
  const asking = await theirs.as('clerk')
  const { id } = await keeper.call('seals.register', { code: 'GD01', name: '别家章', type: 'company' })
  const asked = await asking.call('seals.requestSubmit', {
    lines: [{ seal: id }],
    category: 'certificate',
    document: { title: '证明' },
  })
  await (await theirs.as('approver')).call('seals.requestApprove', { id: asked.id })
  const [use] = (await keeper.call('seals.use', { request: asked.id })).uses
  const { pdf } = await keeper.call('documents.issue', { form: 'seal-use', subject: use?.id ?? '' })
  const [code = ''] = scannedFrom(Buffer.from(pdf, 'base64'), 200)
  expect(await custodian.refused('seals.scanMatch', { code })).toEqual({ code: 'scan-foreign', number: use?.number })
  theirs.close()
})

test('the file that goes to the archive is held against the approved one', async () => {
  const approved = 'a'.repeat(64)
  const same = await sealed(approved)
  const differs = await sealed(approved)
  const bare = await sealed()
  expect(await custodian.call('seals.archive', { id: same.id, sha256: approved })).toMatchObject({ match: 'same' })
  expect(await custodian.call('seals.archive', { id: differs.id, sha256: 'b'.repeat(64) })).toMatchObject({
    match: 'differs',
  })
  expect(await custodian.call('seals.archive', { id: bare.id })).toMatchObject({ match: 'not-compared' })
  const { rows } = await office.administrator.call('exceptions.list', { kind: 'archive-differs' })
  expect(rows).toMatchObject([{ subject: differs.id, state: 'open', person: { id: custodian.person } }])
})

test('an approved file that nobody held against the one at hand is an exception until it is compared', async () => {
  const approved = 'c'.repeat(64)
  const notCompared = async (): Promise<string[]> =>
    (await office.administrator.call('exceptions.list', { kind: 'file-not-compared', limit: 200 })).rows.map(
      ({ subject }) => subject,
    )
  const unseen = await sealed(approved)
  const seen = await sealed(approved, approved)
  const bare = await sealed()
  expect(await notCompared()).toEqual(expect.arrayContaining([unseen.id]))
  expect(await notCompared()).not.toEqual(expect.arrayContaining([seen.id]))
  expect(await notCompared()).not.toEqual(expect.arrayContaining([bare.id]))
  await custodian.call('seals.archive', { id: unseen.id, sha256: approved })
  expect(await notCompared()).not.toEqual(expect.arrayContaining([unseen.id]))
})

test('the list of missing scans goes on by key', async () => {
  for (let index = 0; index < 3; index++) await sealed()
  const seen: string[] = []
  for (let after: string | undefined; ;) {
    const page = await custodian.call('seals.missingScans', { seal, after, limit: 1 })
    seen.push(...page.rows.map(({ number }) => number))
    if (page.next === undefined) break
    after = page.next
  }
  expect(seen).toEqual(await missing())
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.length).toBeGreaterThanOrEqual(3)
})
