/** An entry from elsewhere that names a file outside the vault leads to nothing, also where it asks for it to be erased. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestOffice, type TestOffice } from '../testing.ts'

let office: TestOffice
let elsewhere: string

beforeAll(async () => {
  office = await openTestOffice()
  elsewhere = mkdtempSync(join(tmpdir(), 'sealbook-elsewhere-'))
})
afterAll(() => {
  office.close()
  rmSync(elsewhere, { recursive: true, force: true })
})

test('a path for an id is never followed', async () => {
  const victim = join(elsewhere, 'victim.txt')
  const content = 'somebody else’s file, long enough for a header '.repeat(8)
  writeFileSync(victim, content)
  const custodian = await office.as('custodian')
  const { id: seal } = await custodian.call('seals.register', { code: 'GJ01', name: '试验章', type: 'company' })
  const subject = '01a205ea-be80-7cea-b141-ddb8565dbf20'
  const file = relative(join(office.folder, 'files', '..'), victim)
  const by = { id: custodian.person, name: '测试' }
  const now = office.clock.now()
  const body = {
    file,
    name: '合同.pdf',
    mediaType: 'application/pdf',
    size: content.length,
    kind: 'document',
    by,
    at: '2026-11-23 09:00',
  }
  office.office().journal.transact(now, (entering) =>
    entering.enter(by.id, {
      kind: 'attachment.kept',
      subject,
      body: { ...body, of: { type: 'seal', subject: seal } },
    }),
  )
  expect(await custodian.refused('attachments.bytes', { id: subject })).toMatchObject({ code: 'attachment-missing' })
  await office.administrator.call('attachments.erase', { id: subject, reason: '试探' })
  expect(readFileSync(victim, 'utf8')).toBe(content)
})

test('what a name said is gone with the content: in the list, in the history, in the search', async () => {
  const custodian = await office.as('custodian')
  const { id: seal } = await custodian.call('seals.register', { code: 'GJ02', name: '试验章二', type: 'company' })
  const upload = crypto.randomUUID()
  await custodian.call('attachments.part', {
    upload,
    offset: 0,
    bytes: Buffer.from('%PDF-1.7 张三').toString('base64'),
  })
  const of = { type: 'seal', subject: seal }
  const asked = { upload, name: '张三身份证.pdf', of, note: '张三本人' }
  const { id } = await custodian.call('attachments.keep', asked)
  await office.administrator.call('attachments.erase', { id, reason: '本人要求删除' })
  const shown = [
    await custodian.call('attachments.list', { of }),
    await custodian.call('desk.history', { subject: id }),
    await custodian.call('desk.search', { text: '张三' }),
  ]
  expect(JSON.stringify(shown)).not.toContain('张三')
  expect((await custodian.call('attachments.list', { of })).rows[0]).toMatchObject({ name: '.pdf', size: 15 })
  expect((await office.administrator.call('office.verify', {})).findings).toEqual([])
})
