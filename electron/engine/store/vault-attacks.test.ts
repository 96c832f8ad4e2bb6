/** What somebody might try on the vault: names that lead elsewhere, another office's files, copies put back; and keeping without stalling. */
import { randomBytes } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { isRefusal } from '../../../shared/api/fault.ts'
import { createVault, type Vault } from './vault.ts'
import type { Taken } from './vault-intake.ts'

let folder: string
let vault: Vault
let victim: string

const vaultIn = (home: string, key: string, secret: number): Vault =>
  createVault({ folder: home, key: () => key.repeat(32), secret: () => Buffer.alloc(32, secret) })

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sealbook-attack-'))
  mkdirSync(join(folder, 'office'))
  vault = vaultIn(join(folder, 'office'), 'ab', 1)
  victim = join(folder, 'victim.txt')
  writeFileSync(victim, 'untouched, and long enough to hold a header '.repeat(10))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const told = (taken: ReturnType<Vault['keep']>): Taken => {
  if (isRefusal(taken)) throw new Error(JSON.stringify(taken))
  return taken
}
const keep = (into: Vault, content: Uint8Array): Taken => {
  into.take('upload', 0, content)
  return told(into.keep('upload'))
}
const placeIn = (home: string, file: string): string => join(home, 'files', file.slice(0, 2), file)

it('reads, proves and erases nothing by a name that is no id of its own, wherever it leads', () => {
  keep(vault, Buffer.from('first'))
  const before = readFileSync(victim)
  const names = [
    '../../victim.txt',
    '../../../victim.txt',
    '/../../victim.txt',
    '..',
    '.',
    '',
    victim,
    'part',
    'ab/../../../victim.txt',
  ]
  const climbing = fc
    .array(fc.constantFrom('..', '.', '/', 'office', 'files', 'ab', 'victim.txt', '\\', '\0'), { maxLength: 8 })
    .map((parts) => parts.join('/'))
  const attack = (name: string): void => {
    expect(vault.read(name, 0, 10)).toBe('missing')
    expect(vault.check(name)).toBe('missing')
    expect(vault.has(name)).toBe(false)
    vault.erase(name)
    expect(readFileSync(victim).equals(before)).toBe(true)
  }
  names.forEach(attack)
  fc.assert(fc.property(climbing, attack))
  expect(existsSync(join(folder, 'office', 'files'))).toBe(true)
})

it('gives one content different names in two offices, and takes no file of the other for its own', () => {
  const other = vaultIn(join(folder, 'other'), 'cd', 2)
  const content = randomBytes(5000)
  const [mine, theirs] = [keep(vault, content), keep(other, content)]
  expect(mine.file).not.toBe(theirs.file)
  expect(mine.sha256).toBe(theirs.sha256)
  const place = placeIn(join(folder, 'other'), mine.file)
  mkdirSync(dirname(place), { recursive: true })
  copyFileSync(placeIn(join(folder, 'office'), mine.file), place)
  expect(other.check(mine.file)).toBe('damaged')
  expect(other.read(mine.file, 0, 100)).toBe('damaged')
  // Under the other's own name as well.
  copyFileSync(placeIn(join(folder, 'office'), mine.file), placeIn(join(folder, 'other'), theirs.file))
  expect(other.read(theirs.file, 0, 100)).toBe('damaged')
})

it('shares nothing with an office of the same key whose secret is another', () => {
  const twin = vaultIn(join(folder, 'twin'), 'ab', 2)
  const mine = keep(vault, Buffer.from('the same key'))
  const place = placeIn(join(folder, 'twin'), mine.file)
  mkdirSync(dirname(place), { recursive: true })
  copyFileSync(placeIn(join(folder, 'office'), mine.file), place)
  expect(twin.check(mine.file)).toBe('damaged')
})

it('takes an erased file away, and what is left of its blocks opens no more', () => {
  const { file } = keep(vault, randomBytes(3000))
  const place = placeIn(join(folder, 'office'), file)
  const sealed = readFileSync(place)
  vault.erase(file)
  expect(vault.has(file)).toBe(false)
  expect(vault.read(file, 0, 10)).toBe('missing')
  // The blocks as a disk may still hold them, without the header that was blanked first.
  writeFileSync(place, Buffer.concat([Buffer.alloc(116), sealed.subarray(116)]))
  expect(vault.check(file)).toBe('damaged')
})

it('keeps a large file while others are served, and as one that was kept at once', async () => {
  const content = randomBytes(12 * 1_048_576)
  vault.take('large', 0, content)
  let turns = 0
  const desk = { isOpen: true }
  const serve = async (): Promise<void> => {
    while (desk.isOpen) {
      turns += 1
      vault.take('small', 0, Buffer.from(`${turns}`))
      await setImmediate()
    }
  }
  const serving = serve()
  const later = told(await vault.keepLater('large'))
  desk.isOpen = false
  await serving
  expect(turns).toBeGreaterThan(4)
  expect(vault.check(later.file)).toBe('sound')
  expect(keep(vault, content)).toEqual(later)
  expect(told(vault.keep('small')).size).toBeGreaterThan(0)
  expect(isRefusal(await vault.keepLater('large'))).toBe(true)
})
