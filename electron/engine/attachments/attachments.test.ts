/** Attachments through the office's own door, with real files: kept, read, told when damaged, erased, never in clear. */
import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { attachmentPart, type AttachmentKind } from '../../../shared/attachments/attachment.ts'
import { openTestOffice, type TestDesk, type TestOffice } from '../testing.ts'

let office: TestOffice
let custodian: TestDesk & { person: string }
let clerk: TestDesk & { person: string }
let of: { type: string; subject: string }

beforeAll(async () => {
  office = await openTestOffice()
  custodian = await office.as('custodian')
  clerk = await office.as('clerk')
  const seal = await custodian.call('seals.register', { code: 'FJ01', name: '附件试验章', type: 'company' })
  of = { type: 'seal', subject: seal.id }
})
afterAll(() => office.close())

const pdf = (text: string): Buffer => Buffer.from(`%PDF-1.7 ${text}`)
const entries = (): number => office.office().journal.head().n

const send = async (desk: TestDesk, content: Buffer): Promise<string> => {
  const upload = crypto.randomUUID()
  for (let offset = 0; offset === 0 || offset < content.length; offset += attachmentPart) {
    const bytes = content.subarray(offset, offset + attachmentPart).toString('base64')
    await desk.call('attachments.part', { upload, offset, bytes })
  }
  return upload
}
type More = { name?: string; kind?: AttachmentKind; of?: typeof of | undefined }
const keep = async (desk: TestDesk, content: Buffer, more: More = {}) =>
  desk.call('attachments.keep', { upload: await send(desk, content), name: '合同.pdf', of, ...more })
const refused = async (content: Buffer, more: More = {}, desk: TestDesk = custodian) => {
  const before = entries()
  const upload = await send(desk, content)
  const fault = await desk.refused('attachments.keep', { upload, name: '合同.pdf', of, ...more })
  expect(entries()).toBe(before)
  return fault
}
const read = async (desk: TestDesk, id: string): Promise<Buffer> => {
  const parts: Buffer[] = []
  for (let offset: number | undefined = 0; offset !== undefined;) {
    const part: { bytes: string; next?: number | undefined } = await desk.call('attachments.bytes', { id, offset })
    parts.push(Buffer.from(part.bytes, 'base64'))
    offset = part.next
  }
  return Buffer.concat(parts)
}
/** Where the one attachment with this id lies; the keyed hash is told to nobody outside. */
const pathOf = (id: string): string => {
  const row = office.office().journal.db.prepare('select file from attachment where subject = ?').get(id) as {
    file: string
  }
  return join(office.folder, 'files', row.file.slice(0, 2), row.file)
}

test('a file of several parts is kept, listed and read back; its plain hash is answered and not entered', async () => {
  const content = Buffer.concat([pdf('large'), randomBytes(2_000_000)])
  const kept = await keep(custodian, content, { name: 'C:\\扫描\\用印合同.pdf' })
  const sha256 = createHash('sha256').update(content).digest('hex')
  expect(kept).toMatchObject({ name: '用印合同.pdf', mediaType: 'application/pdf', size: content.length, sha256 })
  expect((await read(custodian, kept.id)).equals(content)).toBe(true)
  const { rows } = await clerk.call('attachments.list', { of })
  expect(rows).toMatchObject([{ id: kept.id, name: '用印合同.pdf', by: { id: custodian.person } }])
  expect(JSON.stringify(await custodian.call('desk.history', { subject: kept.id }))).not.toContain(sha256)
})

test('nothing of the content is anywhere in the data folder', async () => {
  const marker = 'MARKER-310101199001011234'
  await keep(custodian, pdf(marker.repeat(2000)), { name: '证件.pdf' })
  const files = readdirSync(office.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  expect(files.length).toBeGreaterThan(2)
  for (const { parentPath, name } of files)
    expect(readFileSync(join(parentPath, name)).includes(Buffer.from(marker))).toBe(false)
})

test('the same content on the same record is told, on another record it is one file', async () => {
  const first = await keep(custodian, pdf('same'))
  expect(await refused(pdf('same'), { name: '又一份.pdf' })).toMatchObject({ code: 'attachment-there', id: first.id })
  const seal = await custodian.call('seals.register', { code: 'FJ02', name: '第二枚', type: 'company' })
  const second = await keep(custodian, pdf('same'), { of: { type: 'seal', subject: seal.id } })
  expect(pathOf(second.id)).toBe(pathOf(first.id))
})

test('a scan lies in the tray until it is placed; the same scan twice is told, on whatever record it lies', async () => {
  const scan = await keep(custodian, pdf('scan'), { kind: 'scan', of: undefined })
  expect((await custodian.call('attachments.tray', {})).rows).toMatchObject([{ id: scan.id }])
  expect(await refused(pdf('scan'), { kind: 'scan', of: undefined })).toMatchObject({ code: 'attachment-there' })
  await custodian.call('attachments.place', { id: scan.id, of })
  expect((await custodian.call('attachments.tray', {})).rows).toEqual([])
  expect(await refused(pdf('scan'), { kind: 'scan', of: undefined })).toMatchObject({ code: 'attachment-there' })
})

test('a scan that belongs nowhere is set aside with its reason, kept, and may come again', async () => {
  const scan = await keep(custodian, pdf('blank page'), { kind: 'scan', of: undefined })
  expect(await clerk.refused('attachments.setAside', { id: scan.id, reason: '空白页' })).toMatchObject({
    code: 'not-permitted',
  })
  await custodian.call('attachments.setAside', { id: scan.id, reason: '空白页' })
  expect((await custodian.call('attachments.tray', {})).rows).toEqual([])
  expect((await read(custodian, scan.id)).equals(pdf('blank page'))).toBe(true)
  expect(await custodian.refused('attachments.setAside', { id: scan.id, reason: '又一次' })).toMatchObject({
    code: 'not-found',
  })
  const again = await keep(custodian, pdf('blank page'), { kind: 'scan', of: undefined })
  await custodian.call('attachments.place', { id: again.id, of })
  const told = await refused(pdf('blank page'), { kind: 'scan', of: undefined })
  expect(told).toMatchObject({ code: 'attachment-there', record: '附件试验章 · FJ01' })
})

test('what cannot be kept says why', async () => {
  expect(await refused(Buffer.alloc(0))).toMatchObject({ code: 'attachment-empty' })
  expect(await refused(Buffer.from('PK word'), { kind: 'scan', name: '扫描.pdf' })).toMatchObject({
    code: 'attachment-not-a-scan',
  })
  for (const name of ['..', 'a/..', '\\', './'])
    expect(await refused(pdf('name'), { name })).toMatchObject({ code: 'invalid-input', problems: [{ path: 'name' }] })
  expect(await refused(pdf('none'), { of: undefined })).toMatchObject({ problems: [{ path: 'of' }] })
  const nowhere = { type: 'seal', subject: '019ab6df-be63-7ce3-9421-4bfb272640e0' }
  expect(await refused(pdf('nowhere'), { of: nowhere })).toMatchObject({ code: 'not-found' })
  const sneaky = { type: 'local_secret', subject: nowhere.subject }
  expect(await refused(pdf('sneaky'), { of: sneaky }, office.administrator)).toMatchObject({ code: 'not-found' })
  expect(await refused(pdf('auditor'), {}, await office.as('auditor'))).toMatchObject({ code: 'not-permitted' })
  expect(
    await custodian.refused('attachments.part', { upload: crypto.randomUUID(), offset: 9, bytes: 'AAAA' }),
  ).toMatchObject({ code: 'upload-lost' })
  expect(
    await custodian.refused('attachments.part', { upload: crypto.randomUUID(), offset: 0, bytes: 'A'.repeat(2e6) }),
  ).toMatchObject({ code: 'invalid-input' })
})

test('a repeated keep after a lost reply is answered as the first time', async () => {
  const upload = await send(custodian, pdf('once'))
  const input = { upload, name: 'a.pdf', of }
  const first = await custodian.call('attachments.keep', input, 'keep-once')
  const before = entries()
  expect(await custodian.call('attachments.keep', input, 'keep-once')).toEqual(first)
  expect(entries()).toBe(before)
})

test('a damaged and a missing file are told in words and found by the proof', async () => {
  const damaged = await keep(custodian, pdf('damaged'), { name: '坏.pdf' })
  const missing = await keep(custodian, pdf('missing'), { name: '失.pdf' })
  const bytes = readFileSync(pathOf(damaged.id))
  bytes[bytes.length - 20] = (bytes.at(-20) ?? 0) ^ 1
  writeFileSync(pathOf(damaged.id), bytes)
  rmSync(pathOf(missing.id))
  expect(await custodian.refused('attachments.bytes', { id: damaged.id })).toEqual({
    code: 'attachment-damaged',
    name: '坏.pdf',
  })
  expect(await custodian.refused('attachments.bytes', { id: missing.id })).toEqual({
    code: 'attachment-missing',
    name: '失.pdf',
  })
  const { findings } = await office.administrator.call('office.verify', {})
  expect(findings.toSorted((a, b) => (a.what < b.what ? -1 : 1))).toEqual([
    { what: 'file-damaged', where: `坏.pdf ${damaged.id}` },
    { what: 'file-missing', where: `失.pdf ${missing.id}` },
  ])
  for (const { id } of [damaged, missing]) await office.administrator.call('attachments.erase', { id, reason: '测试' })
})

test('erasing takes the content from every record, by an administrator only, and the entries say why', async () => {
  const first = await keep(custodian, pdf('erase'))
  const seal = await custodian.call('seals.register', { code: 'FJ03', name: '第三枚', type: 'company' })
  const second = await keep(custodian, pdf('erase'), { of: { type: 'seal', subject: seal.id } })
  const path = pathOf(first.id)
  expect(await custodian.refused('attachments.erase', { id: first.id, reason: '本人要求' })).toMatchObject({
    code: 'not-permitted',
  })
  const asked = { id: first.id, reason: '本人要求删除' }
  expect(await office.administrator.call('attachments.erase', asked)).toEqual({ erased: 2 })
  expect(() => readFileSync(path)).toThrow('ENOENT')
  for (const { id } of [first, second])
    expect(await custodian.refused('attachments.bytes', { id })).toMatchObject({ code: 'attachment-erased' })
  expect(await office.administrator.refused('attachments.erase', asked)).toMatchObject({ code: 'attachment-erased' })
  expect((await office.administrator.call('office.verify', {})).findings).toEqual([])
  // Asked for again later, it is a new attachment.
  expect((await read(custodian, (await keep(custodian, pdf('erase'))).id)).equals(pdf('erase'))).toBe(true)
})

test('where the office’s file is full, nothing is entered and the attachment can be kept later', async () => {
  const { db } = office.office().journal
  const pages = db.pragma('page_count', { simple: true }) as number
  db.pragma(`max_page_count = ${pages}`)
  const before = entries()
  const faults: string[] = []
  for (let index = 0; index < 40; index++) {
    const upload = await send(custodian, pdf(`full ${index}`))
    const reply = await custodian.ask('attachments.keep', { upload, name: `${'满'.repeat(80)}.pdf`, of })
    if (!reply.ok) faults.push(reply.fault.code)
  }
  db.pragma('max_page_count = 1000000')
  expect(new Set(faults)).toEqual(new Set(['disk-full']))
  expect(entries()).toBe(before + 40 - faults.length)
  await keep(custodian, pdf('room again'))
  expect((await office.administrator.call('office.verify', {})).findings).toEqual([])
})

test('archiving with a scan takes it from the tray in the same act, and one of another record not at all', async () => {
  const approver = await office.as('approver')
  const sealed = async (): Promise<string> => {
    const asked = await clerk.call('seals.requestSubmit', {
      lines: [{ seal: of.subject }],
      category: 'certificate',
      document: { title: '证明' },
    })
    await approver.call('seals.requestApprove', { id: asked.id })
    return (await custodian.call('seals.use', { request: asked.id })).uses[0]?.id ?? ''
  }
  const [use, other] = [await sealed(), await sealed()]
  const scan = await keep(custodian, pdf('paper'), { kind: 'scan', of: undefined })
  await custodian.call('seals.archive', { id: use, scan: scan.id })
  const { rows } = await custodian.call('attachments.list', { of: { type: 'seal_use', subject: use } })
  expect(rows).toMatchObject([{ id: scan.id, of: { type: 'seal_use', subject: use } }])
  const before = entries()
  expect(await custodian.refused('seals.archive', { id: other, scan: scan.id })).toMatchObject({
    code: 'attachment-there',
  })
  expect(entries()).toBe(before)
})
