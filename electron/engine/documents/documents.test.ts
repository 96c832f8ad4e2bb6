/** Documents through the office's own door: issued, counted, verified, and refused where they must be. */
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { documentOperations } from '../../../shared/documents/operations.ts'
import { openTestOffice, type TestDesk, type TestOffice } from '../testing.ts'
import { rewritten, scannedFrom, textOf } from './outside.ts'

let office: TestOffice
let custodian: TestDesk & { person: string }
let clerk: TestDesk & { person: string }
let auditor: TestDesk & { person: string }
let contract: string
let seal: string

beforeAll(async () => {
  office = await openTestOffice()
  custodian = await office.as('custodian')
  clerk = await office.as('clerk')
  auditor = await office.as('auditor')
  await office.administrator.call('delegations.issue', {
    kind: 'standing',
    delegator: 'office',
    delegate: clerk.person,
    actions: ['sign', 'seal'],
    limit: 50_000_000,
    validFrom: '2026-01-01',
    validTo: '2027-12-31',
  })
  const common = { type: 'purchase', counterparty: '苏州恒源物资有限公司', handler: clerk.person } as const
  const { id } = await clerk.call('contracts.add', {
    ...common,
    number: 'DY-2026-001',
    name: '轴承采购合同',
    amount: 30_000_000,
  })
  contract = id
  seal = (await custodian.call('seals.register', { code: 'DY01', name: '打印试验章', type: 'contract' })).id
})
afterAll(() => office.close())

const sealed = async (): Promise<string> => {
  const { uses } = await custodian.call('seals.use', { contract, stamps: [{ seal }], copies: 2, recipient: '苏州恒源' })
  const [use] = uses
  if (!use) throw new Error('nothing was sealed')
  return use.id
}

const entries = (): number => office.office().journal.head().n
const bytes = (pdf: string): Buffer => Buffer.from(pdf, 'base64')
const verified = (file: Buffer) => auditor.call('documents.verify', { file: file.toString('base64') })

test('a preview counts nothing; each issue counts one more, on paper and in the record', async () => {
  const use = await sealed()
  const before = entries()
  const preview = await clerk.call('documents.render', { form: 'seal-use', subject: use })
  expect(entries()).toBe(before)
  expect(preview).toMatchObject({ print: 1, pages: 1 })
  expect(textOf(bytes(preview.pdf))[0]).toContain('预览，未计打印')
  expect(await verified(bytes(preview.pdf))).toMatchObject({ signature: 'valid', print: 0, record: 'unknown' })
  const first = await clerk.call('documents.issue', { form: 'seal-use', subject: use })
  const second = await clerk.call('documents.issue', { form: 'seal-use', subject: use })
  expect([first.print, second.print]).toEqual([1, 2])
  expect(second.document).toBe(first.document)
  expect(textOf(bytes(second.pdf))[0]).toContain('第2次打印')
  expect(entries()).toBe(before + 2)
  await clerk.call('documents.printed', { document: first.document, print: 2, outlet: 'printer' })
  const { printings, heads } = await clerk.call('documents.get', { id: first.document })
  expect(printings.map(({ print, outlets }) => [print, outlets])).toEqual([
    [1, []],
    [2, ['printer']],
  ])
  expect(heads).toHaveLength(1)
  const { rows } = await clerk.call('documents.recent', { limit: 1 })
  expect(rows).toMatchObject([{ document: first.document, number: second.number, prints: 2, form: 'seal-use' }])
})

test('the same command again is answered with the same print', async () => {
  const use = await sealed()
  const once = await clerk.call('documents.issue', { form: 'seal-use', subject: use }, 'print-once')
  const before = entries()
  const again = await clerk.call('documents.issue', { form: 'seal-use', subject: use }, 'print-once')
  expect(again).toMatchObject({ document: once.document, print: 1 })
  expect(entries()).toBe(before)
})

test('a month of the book takes a number of its own, once, and shows the month’s uses', async () => {
  await sealed()
  const book = await clerk.call('documents.issue', { form: 'seal-book', subject: seal, period: '2026-11' })
  expect(book.number).toMatch(/^BP-A-2026-\d{4}$/)
  await sealed()
  const later = await clerk.call('documents.issue', { form: 'seal-book', subject: seal, period: '2026-11' })
  expect(later).toMatchObject({ number: book.number, document: book.document, print: 2 })
  expect(later.hash).not.toBe(book.hash)
  expect(textOf(bytes(later.pdf)).join('')).toContain('DY01-2026-0001')
  const other = await clerk.call('documents.issue', { form: 'seal-book', subject: seal, period: '2026-10' })
  expect(other.number).not.toBe(book.number)
  expect(textOf(bytes(other.pdf))[0]).toContain('本月无用印')
})

test('a file is ours, unchanged and the same as its record; changed bytes and changed records show', async () => {
  const use = await sealed()
  const issued = await clerk.call('documents.issue', { form: 'seal-use', subject: use })
  const file = bytes(issued.pdf)
  expect(await verified(file)).toMatchObject({
    signature: 'valid',
    content: 'unchanged',
    record: 'same',
    number: issued.number,
    print: 1,
    document: issued.document,
  })
  const changed = Buffer.from(file)
  const at = changed.indexOf('/Producer')
  changed[at + 1] = 0x51
  expect(await verified(changed)).toMatchObject({ signature: 'valid', content: 'changed' })
  expect(await verified(rewritten(file))).toMatchObject({ signature: 'valid', content: 'changed', record: 'same' })
  await custodian.call('seals.useVoid', { id: use, reason: '盖错文件', wasStamped: true })
  expect(await verified(file)).toMatchObject({ signature: 'valid', content: 'unchanged', record: 'later-changed' })
})

test('a scanned code says number, print and whether the record still says the same', async () => {
  const use = await sealed()
  const issued = await clerk.call('documents.issue', { form: 'seal-use', subject: use })
  const [code = ''] = scannedFrom(bytes(issued.pdf), 200)
  expect(await auditor.call('documents.verify', { code })).toMatchObject({
    source: 'code',
    signature: 'valid',
    record: 'same',
    number: issued.number,
    print: 1,
    content: 'not-in-code',
  })
  const forged = `${code.slice(0, 60)}${code[60] === '0' ? '1' : '0'}${code.slice(61)}`
  const reply = await auditor.ask('documents.verify', { code: forged })
  expect(reply.ok ? reply.value : reply.fault).not.toMatchObject({ signature: 'valid' })
})

test('what is not ours, not there, or incomplete is refused and leaves the journal alone', async () => {
  const before = entries()
  const nowhere = '01900000-0000-7000-8000-000000000000'
  expect(await clerk.refused('documents.issue', { form: 'seal-use', subject: nowhere })).toMatchObject({
    code: 'not-found',
  })
  expect(await clerk.refused('documents.issue', { form: 'seal-book', subject: seal })).toMatchObject({
    code: 'document-needs',
  })
  expect(await clerk.refused('documents.verify', { code: 'https://example.com' })).toMatchObject({
    code: 'not-our-document',
  })
  const bomb = Buffer.concat([
    Buffer.from('%PDF-1.7\n1 0 obj\n<</Filter/FlateDecode>>\nstream\n'),
    deflateSync(Buffer.alloc(300_000_000)),
    Buffer.from('\nendstream\nendobj\n%%EOF'),
  ])
  for (const junk of [Buffer.from('%PDF-1.7 broken'), Buffer.alloc(4000, 65), Buffer.from('%PDF-1.4\n%%EOF'), bomb])
    expect(await clerk.refused('documents.verify', { file: junk.toString('base64') })).toMatchObject({
      code: 'not-our-document',
    })
  expect(await office.stranger().refused('documents.issue', { form: 'seal-use', subject: nowhere })).toMatchObject({
    code: 'not-signed-in',
  })
  expect(entries()).toBe(before)
})

test('a name that the font cannot print is refused by character before anything is counted', async () => {
  const { uses } = await custodian.call('seals.use', {
    contract,
    stamps: [{ seal }],
    copies: 1,
    recipient: '\u{20000}氏家族',
  })
  const before = entries()
  const fault = await clerk.refused('documents.issue', { form: 'seal-use', subject: uses[0]?.id ?? '' })
  expect(fault).toMatchObject({ code: 'missing-glyph', character: '\u{20000}', codePoint: 'U+20000' })
  expect(entries()).toBe(before)
})

test('whatever is asked, the answer is a clear one and the journal stays as it was', async () => {
  const before = entries()
  const operations = Object.keys(documentOperations).filter((name) => name !== 'documents.verify')
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...operations), fc.jsonValue(), async (operation, input) => {
      const reply = await clerk.ask(operation, input)
      expect(reply.ok ? 'answered' : reply.fault.code).not.toBe('unexpected')
    }),
    { numRuns: 200 },
  )
  expect(entries()).toBe(before)
})

test('whatever text is scanned, it is either ours with a valid signature or said not to be', async () => {
  const use = await sealed()
  const issued = await clerk.call('documents.issue', { form: 'seal-use', subject: use })
  const [code = ''] = scannedFrom(bytes(issued.pdf), 200)
  const changed = fc
    .tuple(fc.nat(code.length - 1), fc.constantFrom(...'0A %:.'))
    .map(([at, sign]) => code.slice(0, at) + sign + code.slice(at + 1))
    .filter((text) => text !== code)
  await fc.assert(
    fc.asyncProperty(fc.oneof(changed, fc.string({ maxLength: 200 })), async (text) => {
      const reply = await auditor.ask('documents.verify', { code: text })
      if (reply.ok) expect(reply.value).not.toMatchObject({ signature: 'valid' })
      else expect(['not-our-document', 'invalid-input']).toContain(reply.fault.code)
    }),
    { numRuns: 150 },
  )
})

test('the check that a use relied on prints under the register number of the use', async () => {
  const use = await sealed()
  const { number } = (await clerk.call('seals.useGet', { id: use })).use
  const { pdf } = await clerk.call('documents.render', { form: 'authority-check', subject: use })
  const [text = ''] = textOf(bytes(pdf))
  expect(text).toContain('授权核验单')
  expect(text).toContain(`${number}（随“打印试验章”用印登记保存）`)
  expect(text).toContain('DY-2026-001')
})
