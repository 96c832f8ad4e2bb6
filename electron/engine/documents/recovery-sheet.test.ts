/** The recovery sheet as an outside reader and a scanner see it; nothing of it is kept in the office. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { groupsOf } from '../../../shared/office/recovery-key.ts'
import { openTestOffice, testKey, type TestOffice } from '../testing.ts'
import { checkWithQpdf, scannedFrom, textOf } from './outside.ts'

let office: TestOffice
beforeAll(async () => {
  office = await openTestOffice()
})
afterAll(() => office.close())

it('carries office, desk and key in groups, and a code that scans to the key, and enters nothing', async () => {
  const before = office.office().journal.count()
  for (const language of ['zh-CN', 'en'] as const) {
    const { name, pdf } = await office.stranger().call('documents.recoverySheet', { recoveryKey: testKey, language })
    const bytes = Buffer.from(pdf, 'base64')
    expect(name).toContain(office.office().office().name)
    expect(checkWithQpdf(bytes)).toContain('No syntax or stream encoding errors')
    const pages = textOf(bytes)
    expect(pages).toHaveLength(1)
    for (const group of [...groupsOf(testKey), office.office().office().name]) expect(pages[0]).toContain(group)
    expect(scannedFrom(bytes, 100).map((text) => text.toLowerCase())).toEqual([testKey])
    expect(bytes.includes('sealbook.json')).toBe(false)
  }
  expect(office.office().journal.count()).toBe(before)
})

it('refuses what is no key', async () => {
  expect(await office.stranger().refused('documents.recoverySheet', { recoveryKey: 'not a key' })).toMatchObject({
    code: 'invalid-input',
  })
})
