/** Stamping through the office's own door: who may, what is kept and entered, what the code on the stamp answers. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StampInput } from '../../../../shared/documents/stamping/stamps.ts'
import { openTestOffice, type TestDesk, type TestOffice } from '../../testing.ts'
import { checkWithQpdf, scannedFrom, textOf } from '../outside.ts'
import { plainFile } from './strange-files.ts'

let office: TestOffice
let custodian: TestDesk & { person: string }
let clerk: TestDesk & { person: string }
let use: { id: string; number: string }
let contract: string

const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><circle cx="20" cy="20" r="19" fill="none" stroke="#c00000"/></svg>'
const registration: StampInput = { stamp: 'registration', pages: 'first', corner: 'top-right' }
const seal: StampInput = { stamp: 'seal', pages: 'last', corner: 'bottom-right', x: 30, y: 40 }
const straddle: StampInput = { stamp: 'straddle', pages: 'all' }

beforeAll(async () => {
  office = await openTestOffice()
  custodian = await office.as('custodian')
  clerk = await office.as('clerk')
  const made = await custodian.call('seals.register', {
    code: 'JG01',
    name: '加盖试验章',
    type: 'contract',
    impression: { mediaType: 'image/svg+xml', data: picture },
  })
  await office.administrator.call('delegations.issue', {
    kind: 'standing',
    delegator: 'office',
    delegate: clerk.person,
    actions: ['sign', 'seal'],
    limit: 50_000_000,
    validFrom: '2026-01-01',
    validTo: '2027-12-31',
  })
  const added = await clerk.call('contracts.add', {
    number: 'JG-2026-001',
    name: '加盖合同',
    type: 'purchase',
    counterparty: '苏州恒源物资有限公司',
    handler: clerk.person,
    amount: 30_000_000,
  })
  contract = added.id
  const { uses } = await custodian.call('seals.use', { contract, stamps: [{ seal: made.id }], copies: 2 })
  const [first] = uses
  if (!first) throw new Error('nothing was sealed')
  use = first
})
afterAll(() => office.close())

const attach = async (desk: TestDesk, of: { type: string; subject: string }, content: Buffer, name = '合同.pdf') => {
  const upload = crypto.randomUUID()
  await desk.call('attachments.part', { upload, offset: 0, bytes: content.toString('base64') })
  return (await desk.call('attachments.keep', { upload, name, of })).id
}
const ofUse = () => ({ type: 'seal_use', subject: use.id })
const entries = (): number => office.office().journal.head().n

test('a file of a use is stamped: kept beside the original, whole, entered once, and its code leads back', async () => {
  const file = plainFile([{}, {}, {}])
  const attachment = await attach(custodian, ofUse(), file)
  const before = entries()
  const command = crypto.randomUUID()
  const stamps = [registration, seal, straddle]
  const done = await custodian.call('documents.stamp', { attachment, stamps }, command)
  expect(await custodian.call('documents.stamp', { attachment, stamps }, command)).toEqual(done)
  expect(entries()).toBe(before + 1)
  expect(done).toMatchObject({ number: use.number, pages: 3, signatures: 0, wasEncrypted: false })
  const { bytes } = await custodian.call('attachments.bytes', { id: done.attachment })
  const pdf = Buffer.from(bytes, 'base64')
  expect(pdf.subarray(0, file.length).equals(file)).toBe(true)
  expect(createHash('sha256').update(pdf).digest('hex')).toBe(done.sha256)
  expect(createHash('sha256').update(file).digest('hex')).toBe(done.original)
  expect(checkWithQpdf(pdf)).toContain('No syntax or stream encoding errors')
  expect(textOf(pdf)[0]).toContain(use.number)
  const verify = (bytes: Buffer) => clerk.call('documents.verify', { file: bytes.toString('base64') })
  expect(await verify(pdf)).toMatchObject({
    signature: 'entered',
    content: 'unchanged',
    record: 'same',
    number: use.number,
    print: 1,
    hash: done.sha256,
  })
  expect(await verify(Buffer.concat([pdf, Buffer.from('9 0 obj\nnull\nendobj\n%%EOF\n')]))).toMatchObject({
    content: 'appended',
    number: use.number,
  })
  expect(await clerk.refused('documents.verify', { file: file.toString('base64') })).toMatchObject({
    code: 'not-our-document',
  })
  const { rows } = await custodian.call('attachments.list', { of: ofUse() })
  expect(rows.find(({ id }) => id === done.attachment)).toMatchObject({
    by: { id: custodian.person },
    stamped: { number: use.number, original: { attachment }, print: 1, stamps: [{ stamp: 'registration' }, {}, {}] },
  })
  const [code = ''] = scannedFrom(pdf, 200)
  expect(await clerk.call('documents.verify', { code })).toMatchObject({
    signature: 'valid',
    record: 'same',
    number: use.number,
    print: 1,
    subject: use.id,
  })
})

test('a preview enters nothing, and its code stands for no paper', async () => {
  const attachment = await attach(custodian, ofUse(), plainFile([{ text: 'OTHER' }]), '另一份.pdf')
  const before = entries()
  const preview = await custodian.call('documents.stampPreview', { attachment, stamps: [registration] })
  expect(entries()).toBe(before)
  expect(preview.name).toBe('另一份（已加盖）.pdf')
  const [code = ''] = scannedFrom(Buffer.from(preview.pdf, 'base64'), 200)
  expect(await clerk.call('documents.verify', { code })).toMatchObject({
    signature: 'valid',
    record: 'unknown',
    print: 0,
  })
})

test('what is added to the original is the preview, and it says where the stamps stand', async () => {
  const file = plainFile([{}, {}])
  const attachment = await attach(custodian, ofUse(), file, '只传新增.pdf')
  const asked = { attachment, stamps: [registration, straddle], onlyAdded: true }
  const { pdf, from, boxes } = await custodian.call('documents.stampPreview', asked)
  expect(from).toBe(file.length)
  const whole = Buffer.concat([file, Buffer.from(pdf, 'base64')])
  expect(checkWithQpdf(whole)).toContain('No syntax or stream encoding errors')
  expect(boxes.map(({ stamp, page }) => `${stamp} on ${page}`)).toEqual(['0 on 1', '1 on 1', '1 on 2'])
  const [first, slice] = boxes
  if (!first || !slice) throw new Error('no boxes')
  // 10 mm from the right and from the top of a page of 595 by 842 points.
  expect(first.x + first.width).toBeCloseTo(595 / (72 / 25.4) - 10)
  expect(first.y).toBeCloseTo(10)
  expect(slice).toMatchObject({ turn: 0, on: { height: first.on.height } })
  expect(slice.width).toBeCloseTo(21)
})

test('presets are kept by entry, listed with the file they are meant for, set anew under their name, and retired', async () => {
  const attachment = await attach(custodian, ofUse(), plainFile([{ text: 'PRESET' }]), '预设.pdf')
  const choices = () => custodian.call('documents.stampChoices', { attachment })
  expect(await choices()).toMatchObject({
    number: use.number,
    of: 'seal_use',
    documentType: 'contract',
    seal: { name: '加盖试验章' },
    presets: [],
  })
  expect((await choices()).noSeal).toBeUndefined()
  const before = entries()
  const keep = (stamps: StampInput[]) =>
    custodian.call('documents.stampPresetSet', { name: '合同', of: 'seal_use', documentType: 'contract', stamps })
  const { id } = await keep([registration])
  expect(await keep([registration, straddle])).toEqual({ id })
  expect(entries()).toBe(before + 2)
  expect((await choices()).presets).toMatchObject([
    { id, name: '合同', isMeant: true, stamps: [{ stamp: 'registration' }, { stamp: 'straddle', group: 10 }] },
  ])
  await custodian.call('documents.stampPresetRetire', { id })
  expect((await choices()).presets).toEqual([])
  expect(await custodian.refused('documents.stampPresetRetire', { id })).toMatchObject({ code: 'not-found' })
})

test('a contract takes marks and its number, but no picture of a seal', async () => {
  const attachment = await attach(clerk, { type: 'contract', subject: contract }, plainFile([{}, {}]), '合同正本.pdf')
  const marks: StampInput[] = [registration, { stamp: 'mark', text: 'COPY', pages: 'all', corner: 'centre' }]
  expect(await clerk.call('documents.stamp', { attachment, stamps: marks })).toMatchObject({ number: 'JG-2026-001' })
  expect(await clerk.refused('documents.stamp', { attachment, stamps: [seal] })).toMatchObject({
    code: 'stamp-needs-use',
    number: 'JG-2026-001',
  })
  expect(await clerk.call('documents.stampChoices', { attachment })).toMatchObject({
    of: 'contract',
    documentType: 'purchase',
    noSeal: 'no-use',
  })
})

test('what may not be stamped leaves no entry', async () => {
  const attachment = await attach(custodian, ofUse(), Buffer.from('%PDF-1.7 nothing else'), '坏.pdf')
  const before = entries()
  expect(await custodian.refused('documents.stamp', { attachment, stamps: [registration] })).toMatchObject({
    code: 'pdf-unfit',
    name: '坏.pdf',
  })
  expect(await custodian.refused('documents.stamp', { attachment, stamps: [] })).toMatchObject({
    code: 'invalid-input',
  })
  const sound = await attach(custodian, ofUse(), plainFile([{ text: 'BEFORE' }]), '作废前.pdf')
  const done = await custodian.call('documents.stamp', { attachment: sound, stamps: [registration] })
  const { bytes } = await custodian.call('attachments.bytes', { id: done.attachment })
  const [code = ''] = scannedFrom(Buffer.from(bytes, 'base64'), 200)
  expect(await clerk.call('documents.verify', { code })).toMatchObject({ record: 'same' })
  await custodian.call('seals.useVoid', { id: use.id, reason: '试验', wasStamped: false })
  expect(await clerk.call('documents.verify', { code })).toMatchObject({ signature: 'valid', record: 'later-changed' })
  const whole = await attach(custodian, ofUse(), plainFile([{ text: 'AFTER' }]), '作废后.pdf')
  expect(await custodian.refused('documents.stamp', { attachment: whole, stamps: [seal] })).toMatchObject({
    code: 'stamp-needs-use',
  })
  expect(entries()).toBe(before + 4)
})
