/** An office whose key was lost opens with the key on the sheet, and with no other; a file of no bytes is no new office. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openEngine } from '../engine.ts'
import { connect, type Reply } from '../serve.ts'
import { officeFile } from '../store/open.ts'
import { testClock, testKey, testResources } from '../testing.ts'
import type { FolderKeeper } from './folder.ts'

let folder: string
let kept: string[]
const open: FolderKeeper[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sealbook-unlock-'))
  kept = []
})
const closeAll = (): void => open.splice(0).forEach((keeper) => keeper.close())
afterEach(() => {
  closeAll()
  rmSync(folder, { recursive: true, force: true })
})

const engine = (key: string | undefined, keepKey = async (found: string) => void kept.push(found)): FolderKeeper => {
  const keeper = openEngine({ folder, key, keepKey, resources: testResources, clock: testClock() })
  open.push(keeper)
  return keeper
}
let commands = 0
const ask = (keeper: FolderKeeper, operation: string, input: unknown = {}): Promise<Reply> =>
  connect({ folder: keeper, language: 'zh-CN', log: (message) => console.error(message) }).call({
    operation,
    input,
    command: `u-${(commands += 1)}`,
  })
const codeOf = (reply: Reply): string => (reply.ok ? 'ok' : reply.fault.code)

const founded = async (): Promise<Buffer> => {
  await ask(engine(testKey), 'office.example', { entries: 0 })
  closeAll()
  return readFileSync(officeFile(folder))
}

it('opens with the key on the sheet, keeps it, and refuses every other one without touching the file', async () => {
  const before = await founded()
  for (const first of [undefined, 'cd'.repeat(32)]) {
    const keeper = engine(first)
    expect(codeOf(await ask(keeper, 'office.state'))).toBe(first === undefined ? 'key-missing' : 'wrong-key')
    expect(codeOf(await ask(keeper, 'office.unlock', { recoveryKey: 'ef'.repeat(32) }))).toBe('recovery-key-unfit')
    expect(await ask(keeper, 'office.unlock', { recoveryKey: 'half a key' })).toMatchObject({
      fault: { problems: [{ path: 'recoveryKey', reason: 'invalid.recovery-key' }] },
    })
    expect(kept).toEqual([])
    expect(readFileSync(officeFile(folder)).equals(before)).toBe(true)
    const typed = (testKey.match(/.{4}/g) ?? []).join(' ').toUpperCase()
    expect(codeOf(await ask(keeper, 'office.unlock', { recoveryKey: typed }))).toBe('ok')
    expect(kept.splice(0)).toEqual([testKey])
    expect(await ask(keeper, 'office.state')).toMatchObject({ ok: true, value: { state: 'ready' } })
    expect(codeOf(await ask(keeper, 'office.unlock', { recoveryKey: testKey }))).toBe('office-exists')
    closeAll()
  }
})

it('stays shut where the key cannot be kept, and makes no office where there is none', async () => {
  const nowhere = engine(undefined)
  expect(codeOf(await ask(nowhere, 'office.unlock', { recoveryKey: testKey }))).toBe('no-office')
  expect(existsSync(officeFile(folder))).toBe(false)
  closeAll()
  await founded()
  const keeper = engine(undefined, () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })))
  expect(codeOf(await ask(keeper, 'office.unlock', { recoveryKey: testKey }))).toBe('disk-full')
  expect(codeOf(await ask(keeper, 'office.state'))).toBe('key-missing')
})

it('takes a file of no bytes for lost records, not for a new office', async () => {
  writeFileSync(officeFile(folder), '')
  for (const key of [testKey, undefined]) {
    const keeper = engine(key)
    expect(await ask(keeper, 'office.state')).toEqual({ ok: false, fault: { code: 'empty-file', folder } })
    expect(codeOf(await ask(keeper, 'office.example', { entries: 0 }))).toBe('empty-file')
    expect(readFileSync(officeFile(folder)).length).toBe(0)
    closeAll()
  }
  rmSync(officeFile(folder))
  expect(await ask(engine(testKey), 'office.state')).toMatchObject({ ok: true, value: { state: 'none' } })
})
