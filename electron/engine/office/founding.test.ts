/** Founding is everything or nothing: twice at once, cut short at any point, or asked again after a lost reply. */
import Database from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openEngine } from '../engine.ts'
import { connect, type Reply } from '../serve.ts'
import { officeFile } from '../store/open.ts'
import { testClock, testKey, testResources, quickPasswords } from '../testing.ts'
import type { FolderKeeper } from './folder.ts'

let folder: string
const open: FolderKeeper[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sealbook-founding-'))
})
const closeAll = (): void => open.splice(0).forEach((keeper) => keeper.close())
afterEach(() => {
  closeAll()
  rmSync(folder, { recursive: true, force: true })
})

const engine = (): FolderKeeper => {
  const keeper = openEngine({
    folder,
    key: testKey,
    resources: testResources,
    clock: testClock(),
    passwords: quickPasswords(),
  })
  open.push(keeper)
  return keeper
}
const logged: string[] = []
let commands = 0
const ask = (keeper: FolderKeeper, operation: string, input: unknown = {}, command = `f-${(commands += 1)}`) =>
  connect({ folder: keeper, language: 'zh-CN', log: (message) => logged.push(message) }).call({
    operation,
    input,
    command,
  })
const founding = (name: string) => ({
  name,
  deskLetter: 'A',
  deskName: '前台',
  administrator: { name: '甲', staffNo: '1', password: 'password-1' },
})

/** Another program's hand on the file: makes one kind of insert fail, as a full disk or a death at that point would. */
const breakInserts = (table: string, when = '1'): (() => void) => {
  const db = new Database(officeFile(folder))
  db.pragma(`cipher = 'chacha20'`)
  db.pragma(`key = 'raw:${testKey}'`)
  db.exec(`CREATE TRIGGER broken BEFORE INSERT ON ${table} WHEN ${when} BEGIN SELECT RAISE(ABORT, 'broken'); END`)
  return () => {
    db.exec('DROP TRIGGER broken')
    db.close()
  }
}

describe('founding', () => {
  it('twice at once gives one office, and the other is told so', async () => {
    const keeper = engine()
    const replies = await Promise.all([
      ask(keeper, 'office.found', founding('一公司')),
      ask(keeper, 'office.found', founding('二公司')),
      ask(keeper, 'office.example', { entries: 0 }),
    ])
    expect(replies.map((reply: Reply) => (reply.ok ? 'founded' : reply.fault.code)).toSorted()).toEqual([
      'founded',
      'office-exists',
      'office-exists',
    ])
    const state = await ask(keeper, 'office.state')
    expect(state).toMatchObject({ value: { state: 'ready' } })
    closeAll()
    expect(await ask(engine(), 'office.state')).toEqual(state)
  })

  it('that cannot keep the administrator’s password leaves no office that nobody can enter', async () => {
    const keeper = engine()
    const mend = breakInserts('local_credential')
    expect(await ask(keeper, 'office.found', founding('半公司'))).toMatchObject({ ok: false })
    mend()
    expect(await ask(keeper, 'office.state')).toMatchObject({ value: { state: 'none' } })
    expect(await ask(keeper, 'office.found', founding('全公司'))).toMatchObject({ ok: true })
    expect(await ask(keeper, 'people.signIn', { staffNo: '1', password: 'password-1' })).toMatchObject({ ok: true })
  })

  it('of the example leaves nothing where even its mark could not be written', async () => {
    const keeper = engine()
    const mend = breakInserts('local_setting', `NEW.name = 'example-filling'`)
    expect(await ask(keeper, 'office.example', { entries: 100 })).toMatchObject({ ok: false })
    mend()
    expect(await ask(keeper, 'office.state')).toMatchObject({ value: { state: 'none' } })
  })

  it('asked again under the same command id, since its reply was lost, shows the recovery key again', async () => {
    const first = await ask(engine(), 'office.found', founding('公司'), 'found-it')
    closeAll()
    const keeper = engine()
    expect(await ask(keeper, 'office.found', founding('公司'), 'found-it')).toEqual(first)
    expect(await ask(keeper, 'office.found', founding('公司'), 'another')).toMatchObject({
      fault: { code: 'office-exists' },
    })
  })
})

describe('signing in', () => {
  it('does not tell whether a staff number exists, has a password yet, or must wait', async () => {
    let now = Date.parse('2026-11-23T01:00:00Z')
    const keeper = openEngine({
      folder,
      key: testKey,
      resources: testResources,
      clock: { now: () => now },
      passwords: quickPasswords(),
    })
    open.push(keeper)
    await ask(keeper, 'office.found', founding('一公司'))
    const desk = connect({ folder: keeper, language: 'zh-CN', log: (message) => logged.push(message) })
    const call = (operation: string, input: unknown) => desk.call({ operation, input, command: `s-${(commands += 1)}` })
    await call('people.signIn', { staffNo: '1', password: 'password-1' })
    await call('people.add', { name: '乙', staffNo: '2', roles: ['clerk'] })
    const tried = async (staffNo: string) => {
      const replies: Reply[] = []
      for (let index = 0; index < 7; index++) {
        replies.push(await ask(keeper, 'people.signIn', { staffNo, password: 'guess' }))
        if (index === 5) now += 31_000
      }
      return replies
    }
    const known = await tried('1')
    expect(known.map((reply) => (reply.ok ? 'in' : reply.fault.code))).toEqual([
      ...Array<string>(5).fill('wrong-password'),
      'too-many-tries',
      'wrong-password',
    ])
    expect(await tried('2')).toEqual(known)
    expect(await tried('nobody')).toEqual(known)
  })
})
