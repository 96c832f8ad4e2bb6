/** An office on a real file: founding, signing in, permissions, once-only commands, stale pages, proof and rebuild. */
import { afterEach, describe, expect, it } from 'vitest'
import { openTestOffice, type TestOffice } from '../testing.ts'
import { tableNames } from '../store/derived.ts'
import { raw, sql, all } from '../store/sql.ts'

let test: TestOffice | undefined
afterEach(() => test?.close())

const entryCount = (office: TestOffice): number => office.office().journal.head().n

describe('an office', () => {
  it('adds people once per command id and proves its journal', async () => {
    test = await openTestOffice()
    const before = entryCount(test)
    const first = await test.administrator.call('people.add', { name: '李雷', staffNo: 'B1' }, 'same')
    const again = await test.administrator.call('people.add', { name: '李雷', staffNo: 'B1' }, 'same')
    expect(again).toEqual(first)
    expect(entryCount(test)).toBe(before + 1)
    const proof = await test.administrator.call('office.verify', {})
    expect(proof.findings).toEqual([])
    expect(proof.entries).toBe(before + 1)
  })

  it('refuses who may not, who is nobody, and what is not an operation', async () => {
    test = await openTestOffice()
    const auditor = await test.as('auditor')
    expect(await auditor.refused('people.add', { name: '甲', staffNo: 'B2' })).toEqual({
      code: 'not-permitted',
      permission: 'people.manage',
    })
    expect(await test.stranger().refused('people.list', {})).toEqual({ code: 'not-signed-in' })
    expect(await test.stranger().ask('people.remove', {})).toEqual({
      ok: false,
      fault: { code: 'unknown-operation', operation: 'people.remove' },
    })
  })

  it('names the field and the reason of bad input', async () => {
    test = await openTestOffice()
    const fault = await test.administrator.refused('people.add', { name: '甲\u0007', staffNo: '' })
    expect(fault).toMatchObject({
      code: 'invalid-input',
      problems: [
        { path: 'name', reason: 'invalid.control-character' },
        { path: 'staffNo', reason: 'invalid.required' },
      ],
    })
  })

  it('answers stale where the page decided on an older state', async () => {
    test = await openTestOffice()
    const { id } = await test.administrator.call('people.add', { name: '韩梅梅', staffNo: 'B3' })
    const { heads } = await test.administrator.call('people.get', { id })
    await test.administrator.call('people.change', { id, basedOn: heads, changes: { post: '采购专员' } })
    expect(
      await test.administrator.refused('people.change', { id, basedOn: heads, changes: { post: '出纳' } }),
    ).toEqual({ code: 'stale', what: 'person', id })
    expect((await test.administrator.call('desk.history', { subject: id })).entries.map((entry) => entry.kind)).toEqual(
      ['person.added', 'person.changed'],
    )
  })

  it('refuses UPDATE and DELETE, and verification finds what was done around the triggers', async () => {
    test = await openTestOffice()
    const { id } = await test.administrator.call('people.add', { name: '王芳', staffNo: 'B4' })
    const { db } = test.office().journal
    expect(() => db.exec(`UPDATE entry SET actor = 'x'`)).toThrow(/nothing is changed/)
    expect(() => db.exec('DELETE FROM entry')).toThrow(/nothing is changed/)
    expect(() => db.exec('DELETE FROM checkpoint')).toThrow(/nothing is changed/)
    expect(() => db.exec(`UPDATE body SET body = '{}'`)).toThrow(/nothing is changed/)
    db.exec('DROP TRIGGER body_no_update')
    db.exec(`UPDATE body SET body = replace(body, '王芳', '王方') WHERE body LIKE '%王芳%'`)
    const proof = await test.administrator.call('office.verify', {})
    expect(proof.findings.map((finding) => finding.what)).toEqual(['body', 'row', 'search'])
    expect(proof.findings[1]?.where).toContain(id)
  })

  it('rebuilds the same rows, balances and search from the journal alone', async () => {
    test = await openTestOffice()
    await test.administrator.call('people.add', { name: '欧阳修', staffNo: 'B5' })
    const { db, kinds } = test.office().journal
    const dump = () =>
      [...kinds.tables.flatMap(tableNames), 'balance'].map((name) =>
        all(db, sql`select * from ${raw(name)} order by 1`),
      )
    const before = dump()
    await test.administrator.call('office.rebuild', {})
    expect(dump()).toEqual(before)
    expect((await test.administrator.call('desk.search', { text: 'ouyang' })).rows[0]?.title).toBe('欧阳修')
    await test.administrator.call('people.add', { name: '后来', staffNo: 'B6' })
    expect((await test.administrator.call('office.verify', {})).findings).toEqual([])
  })

  it('finds by one character, pinyin, initials and number', async () => {
    test = await openTestOffice()
    await test.administrator.call('people.add', { name: '欧阳修', staffNo: 'B5077' })
    for (const text of ['欧', '阳修', 'ouyangxiu', 'ouy', 'oyx', 'yangxiu', 'yx', 'B5077', 'b50']) {
      const { rows } = await test.administrator.call('desk.search', { text })
      expect(
        rows.map((row) => row.title),
        text,
      ).toContain('欧阳修')
    }
  })

  it('keeps one administrator', async () => {
    test = await openTestOffice()
    const { me } = await test.administrator.call('people.me', {})
    expect(await test.administrator.refused('people.setRoles', { id: me?.person.id ?? '', roles: ['clerk'] })).toEqual({
      code: 'last-administrator',
    })
  })

  it('proves one view of the file while others go on entering, and stops when asked', async () => {
    test = await openTestOffice()
    const proof = test.administrator.ask('office.verify', {}, 'proof')
    await test.administrator.call('people.add', { name: '期间', staffNo: 'B7' })
    const before = entryCount(test) - 1
    expect(await proof).toMatchObject({ ok: true, value: { entries: before, findings: [] } })
    const stopped = test.administrator.ask('office.verify', {}, 'stopped')
    expect(await test.administrator.call('office.cancel', { command: 'stopped' })).toEqual({ cancelled: true })
    expect(await stopped).toEqual({ ok: false, fault: { code: 'cancelled' } })
  })
})
