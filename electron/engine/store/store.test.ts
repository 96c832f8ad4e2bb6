/** The store's promises: readable schema, durability asserted, and every bad folder told apart without touching it. */
// Long because: every bad folder is made by hand here, one after the other.
import Database from 'better-sqlite3'
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openEngine } from '../engine.ts'
import type { FolderKeeper } from '../office/folder.ts'
import { kinds } from '../rooms.ts'
import { connect, type Reply } from '../serve.ts'
import { openTestOffice, testClock, testKey, testResources } from '../testing.ts'
import { faultOf } from './faults.ts'
import { migrations } from './migrations/index.ts'
import { officeFile, openStore } from './open.ts'
import { schemaOf } from './schema.ts'

let folder: string
const open: FolderKeeper[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sealbook-store-'))
})
afterEach(() => {
  for (const keeper of open.splice(0)) keeper.close()
  rmSync(folder, { recursive: true, force: true })
})

const engine = (key: string | undefined = testKey, where = folder): FolderKeeper => {
  const keeper = openEngine({ folder: where, key, resources: testResources, clock: testClock() })
  open.push(keeper)
  return keeper
}
let commands = 0
const ask = (keeper: FolderKeeper, operation: string, input: unknown = {}): Promise<Reply> =>
  connect({ folder: keeper, language: 'zh-CN', log: (message) => console.error(message) }).call({
    operation,
    input,
    command: `c-${(commands += 1)}`,
  })
const closeAll = (): void => open.splice(0).forEach((keeper) => keeper.close())

describe('the store', () => {
  it('has the committed schema', () => {
    expect(readFileSync(join(import.meta.dirname, 'schema.sql'), 'utf8')).toBe(schemaOf(kinds.tables))
  })

  it('runs with FULL and foreign keys on, and leaves no readable text in the file', async () => {
    const keeper = engine()
    await ask(keeper, 'office.found', {
      name: '绝密文字有限公司',
      deskLetter: 'A',
      deskName: '前台',
      administrator: { name: '甲', staffNo: '1', password: 'password-1' },
    })
    const office = keeper.office()
    if ('refused' in office) throw new Error('no office')
    expect(office.journal.db.pragma('synchronous', { simple: true })).toBe(2)
    expect(office.journal.db.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(office.journal.db.pragma('journal_mode', { simple: true })).toBe('wal')
    closeAll()
    const bytes = readFileSync(officeFile(folder))
    expect(bytes.includes('绝密文字')).toBe(false)
    expect(bytes.includes('SQLite format 3')).toBe(false)
  })

  it('answers wrong-key to another key and to none, and opens again with the right one', async () => {
    await ask(engine(), 'office.example', { entries: 100 })
    closeAll()
    expect(await ask(engine('cd'.repeat(32)), 'office.state')).toEqual({ ok: false, fault: { code: 'wrong-key' } })
    closeAll()
    const none = openEngine({ folder, key: undefined, resources: testResources, clock: testClock() })
    open.push(none)
    expect(await ask(none, 'office.state')).toEqual({ ok: false, fault: { code: 'key-missing' } })
    closeAll()
    expect(await ask(engine(), 'office.state')).toMatchObject({ ok: true, value: { state: 'ready' } })
  })

  it('lets one engine in, says so to a second, and frees the folder when the first process dies', async () => {
    const script = `import { lockFolder } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))}
      const lock = lockFolder(process.argv[1]); console.log('refused' in lock ? 'refused' : 'held'); setInterval(() => {}, 1000)`
    const other = spawn(process.execPath, ['--input-type=module-typescript', '-e', script, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const said = await new Promise<string>((resolve) =>
      other.stdout.once('data', (data: Buffer) => resolve(data.toString().trim())),
    )
    expect(said).toBe('held')
    expect(await ask(engine(), 'office.state')).toEqual({ ok: false, fault: { code: 'folder-in-use', folder } })
    closeAll()
    const gone = new Promise((resolve) => other.once('exit', resolve))
    other.kill('SIGKILL')
    await gone
    expect(await ask(engine(), 'office.state')).toMatchObject({ ok: true, value: { state: 'none' } })
  })

  it('leaves a file from a newer version as it is', async () => {
    await ask(engine(), 'office.example', { entries: 100 })
    closeAll()
    const db = new Database(officeFile(folder))
    db.pragma(`cipher = 'chacha20'`)
    db.pragma(`key = 'raw:${testKey}'`)
    db.pragma('user_version = 99')
    db.close()
    const before = readFileSync(officeFile(folder))
    expect(await ask(engine(), 'people.list')).toEqual({
      ok: false,
      fault: { code: 'newer-version', found: 99, known: migrations.length },
    })
    closeAll()
    expect(readFileSync(officeFile(folder)).equals(before)).toBe(true)
  })

  it('migrates a populated file step by step, with a backup first, and stops at a failing step', async () => {
    await ask(engine(), 'office.example', { entries: 0 })
    closeAll()
    const step = ['CREATE TABLE later (x INTEGER) STRICT', 'INSERT INTO later SELECT count(*) FROM entry']
    expect(() =>
      openStore({ folder, key: testKey, steps: [...migrations, step, ['CREATE TABLE half (x)', 'nonsense']] }),
    ).toThrow(/nonsense/)
    const again = openStore({ folder, key: testKey, steps: [...migrations, step] })
    if ('refused' in again) throw new Error('not opened')
    expect(again.pragma('user_version', { simple: true })).toBe(migrations.length + 1)
    expect(again.prepare('SELECT x FROM later').all()).toEqual([{ x: 3 }])
    expect(again.prepare(`SELECT name FROM sqlite_schema WHERE name = 'half'`).all()).toEqual([])
    again.close()
    expect(existsSync(join(folder, `before-version-${migrations.length + 1}.sqlite`))).toBe(true)
    expect(await ask(engine(), 'office.state')).toMatchObject({ fault: { code: 'newer-version' } })
  })

  it('backs up what it migrates now, though a backup of an earlier attempt lies there, whole or not', async () => {
    await ask(engine(), 'office.example', { entries: 0 })
    closeAll()
    const target = join(folder, `before-version-${migrations.length + 1}.sqlite`)
    for (const left of [target, `${target}.part`]) writeFileSync(left, 'an attempt that broke off')
    const migrated = openStore({ folder, key: testKey, steps: [...migrations, ['CREATE TABLE later (x INTEGER)']] })
    if ('refused' in migrated) throw new Error('not opened')
    migrated.close()
    const backup = new Database(target, { readonly: true })
    backup.pragma(`cipher = 'chacha20'`)
    backup.pragma(`key = 'raw:${testKey}'`)
    expect(backup.prepare('SELECT count(*) AS count FROM entry').get()).toEqual({ count: 3 })
    expect(backup.pragma('user_version', { simple: true })).toBe(migrations.length)
    backup.close()
    expect(existsSync(`${target}.part`)).toBe(false)
  })

  it('makes rows that were lost anew from the journal', async () => {
    const keeper = engine()
    await ask(keeper, 'office.example', { entries: 0 })
    const office = keeper.office()
    if ('refused' in office) throw new Error('no office')
    office.journal.db.exec('DELETE FROM office; DELETE FROM person; DELETE FROM balance')
    closeAll()
    const again = engine()
    expect(await ask(again, 'office.state')).toMatchObject({ ok: true, value: { state: 'ready', example: true } })
    expect(await ask(again, 'people.signIn', { staffNo: 'A0001' })).toMatchObject({ ok: true })
  })

  it('tells a corrupt file apart and leaves it', async () => {
    await ask(engine(), 'office.example', { entries: 100 })
    closeAll()
    const bytes = readFileSync(officeFile(folder))
    bytes.fill(0x5a, 4096, 4096 * 6)
    writeFileSync(officeFile(folder), bytes)
    const reply = await ask(engine(), 'office.state')
    expect(reply).toMatchObject({ ok: false, fault: { code: 'corrupt-file' } })
    closeAll()
    expect(readFileSync(officeFile(folder)).equals(bytes)).toBe(true)
  })

  it('answers, and does not die, when the file breaks off in the middle of a page', async () => {
    await ask(engine(), 'office.example', { entries: 100 })
    closeAll()
    const bytes = readFileSync(officeFile(folder))
    for (const length of [15, 4095, 4096, 4097, 9000, bytes.length - 1]) {
      writeFileSync(officeFile(folder), bytes.subarray(0, length))
      const reply = await ask(engine(), 'office.state')
      if (!reply.ok) expect(['wrong-key', 'corrupt-file'], String(length)).toContain(reply.fault.code)
      closeAll()
    }
    expect(faultOf({ code: 'SQLITE_IOERR_SHORT_READ' }, 'f')).toEqual({
      code: 'corrupt-file',
      detail: 'SQLITE_IOERR_SHORT_READ',
    })
  })

  it('answers every call with a reference when what it found makes no sense to it', async () => {
    await ask(engine(), 'office.example', { entries: 0 })
    const office = open[0]?.office()
    if (!office || 'refused' in office) throw new Error('no office')
    office.journal.db.exec(`UPDATE local_setting SET value = 'nobody' WHERE name = 'office'`)
    closeAll()
    const keeper = engine()
    for (const operation of ['office.state', 'people.list'])
      expect(await ask(keeper, operation)).toMatchObject({ ok: false, fault: { code: 'unexpected' } })
  })

  it('does not take rubbish in the lock file for a wrong key', async () => {
    await ask(engine(), 'office.example', { entries: 0 })
    closeAll()
    writeFileSync(join(folder, 'office.lock'), 'rubbish'.repeat(1000))
    expect(await ask(engine(), 'office.state')).toEqual({
      ok: false,
      fault: { code: 'corrupt-file', detail: 'office.lock' },
    })
  })

  it('names a folder that cannot be written', async () => {
    const blocked = join(folder, 'file')
    writeFileSync(blocked, 'not a folder')
    // Root may write anywhere, so the one refusal that holds for everybody is used: a file stands where the folder should.
    expect(await ask(engine(testKey, join(blocked, 'office')), 'office.state')).toMatchObject({
      ok: false,
      fault: { code: 'folder-read-only' },
    })
    if (process.getuid?.() !== 0) {
      const closed = join(folder, 'closed')
      mkdirSync(closed)
      chmodSync(closed, 0o500)
      expect(await ask(engine(testKey, closed), 'office.state')).toMatchObject({
        ok: false,
        fault: { code: 'folder-read-only' },
      })
    }
  })

  it('enters nothing on a full disk, says so, and goes on when there is room', async () => {
    const test = await openTestOffice()
    const { db } = test.office().journal
    const { n } = test.office().journal.head()
    const pages = db.pragma('page_count', { simple: true }) as number
    db.pragma(`max_page_count = ${pages}`)
    const long = '很长的岗位名称'.repeat(8)
    const faults: string[] = []
    for (let index = 0; index < 60; index++) {
      const reply = await test.administrator.ask('people.add', { name: '满', staffNo: `F${index}`, post: long })
      if (!reply.ok) faults.push(reply.fault.code)
    }
    expect(new Set(faults)).toEqual(new Set(['disk-full']))
    const kept = test.office().journal.head().n
    expect(kept).toBe(n + 60 - faults.length)
    db.pragma('max_page_count = 1000000')
    await test.administrator.call('people.add', { name: '空', staffNo: 'F999' })
    expect((await test.administrator.call('office.verify', {})).findings).toEqual([])
    expect(test.office().journal.head().n).toBe(kept + 1)
    test.close()
  })

  it('tells write errors of a full disk apart from a lock', () => {
    expect(faultOf({ code: 'SQLITE_FULL' }, 'f')).toEqual({ code: 'disk-full' })
    expect(faultOf({ code: 'SQLITE_BUSY' }, 'f')).toEqual({ code: 'folder-in-use', folder: 'f' })
    expect(faultOf(new Error('a bug'), 'f')).toBeUndefined()
  })

  it('leaves an empty folder behind an example that was cancelled or cut short', async () => {
    const keeper = engine()
    const connection = connect({ folder: keeper, language: 'zh-CN', log: (message) => console.error(message) })
    const making = connection.call({ operation: 'office.example', input: { entries: 20_000 }, command: 'make' }, () =>
      connection.cancel('make'),
    )
    expect(await making).toEqual({ ok: false, fault: { code: 'cancelled' } })
    expect(await ask(keeper, 'office.state')).toMatchObject({ value: { state: 'none' } })
    await ask(keeper, 'office.example', { entries: 0 })
    const office = keeper.office()
    if ('refused' in office) throw new Error('no office')
    office.journal.db.exec(`INSERT INTO local_setting VALUES ('example-filling', '1')`)
    closeAll()
    expect(await ask(engine(), 'office.state')).toMatchObject({ value: { state: 'none' } })
  })

  it('removes the example office in one call, and never a real one', async () => {
    const keeper = engine()
    await ask(keeper, 'office.example', { entries: 100 })
    expect(await ask(keeper, 'office.leaveExample')).toEqual({ ok: true, value: {} })
    expect(await ask(keeper, 'office.state')).toMatchObject({ value: { state: 'none' } })
    await ask(keeper, 'office.found', {
      name: '真公司',
      deskLetter: 'A',
      deskName: '前台',
      administrator: { name: '甲', staffNo: '1', password: 'password-1' },
    })
    expect(await ask(keeper, 'office.leaveExample')).toMatchObject({ ok: false, fault: { code: 'no-office' } })
    expect(existsSync(officeFile(folder))).toBe(true)
    expect(
      await ask(keeper, 'office.found', {
        name: '又一家',
        deskLetter: 'B',
        deskName: '前台',
        administrator: { name: '乙', staffNo: '2', password: 'password-2' },
      }),
    ).toMatchObject({ ok: false, fault: { code: 'office-exists' } })
  })
})
