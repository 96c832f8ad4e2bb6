/** The vault on a real disk: nothing in clear, every byte proved, whole or not at all. */
import { randomBytes } from 'node:crypto'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { isRefusal } from '../../../shared/api/fault.ts'
import { attachmentLimit } from '../../../shared/attachments/attachment.ts'
import { blockBytes, blockCount, fileKeys, openBlock, openHeader, sealBlock, sealedHeader } from './sealed-file.ts'
import { createVault, type Vault } from './vault.ts'
import type { Taken } from './vault-intake.ts'

const key = 'cd'.repeat(32)
const secret = Buffer.alloc(32, 7)
let folder: string
let vault: Vault

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sealbook-vault-'))
  vault = createVault({ folder, key: () => key, secret: () => secret })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const filesIn = (): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

let uploads = 0
const keep = (content: Uint8Array, step = 100_000): Taken => {
  const upload = `upload-${(uploads += 1)}`
  for (let at = 0; at < Math.max(1, content.length); at += step) vault.take(upload, at, content.subarray(at, at + step))
  const taken = vault.keep(upload)
  if (isRefusal(taken)) throw new Error(JSON.stringify(taken))
  return taken
}
const placeOf = (file: string): string => join(folder, 'files', file.slice(0, 2), file)

it('gives back what was kept, from any offset, at sizes around the block', () => {
  for (const size of [0, 1, blockBytes - 1, blockBytes, blockBytes + 1, 3 * blockBytes]) {
    const content = randomBytes(size)
    const { file, size: kept } = keep(content)
    expect(kept).toBe(size)
    expect(vault.check(file)).toBe('sound')
    expect(vault.read(file, 0, size + 1)).toEqual(content)
    const from = Math.floor(size / 2)
    expect(vault.read(file, from, 1000)).toEqual(content.subarray(from, from + 1000))
  }
})

it('opens a block only as it was sealed: content, number, place and key (property)', () => {
  const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 500 }),
      bytes(32),
      bytes(32),
      fc.nat(1000),
      fc.boolean(),
      fc.nat(),
      (plain, officeKey, salt, index, isLast, at) => {
        const keys = fileKeys(officeKey, Buffer.from(salt))
        const sealed = sealBlock(keys, index, isLast, plain)
        expect(openBlock(keys, index, isLast, sealed)).toEqual(Buffer.from(plain))
        const damaged = Buffer.from(sealed)
        const place = at % damaged.length
        damaged[place] = (damaged[place] ?? 0) ^ 1
        expect(openBlock(keys, index, isLast, damaged)).toBeUndefined()
        expect(openBlock(keys, index + 1, isLast, sealed)).toBeUndefined()
        expect(openBlock(keys, index, !isLast, sealed)).toBeUndefined()
      },
    ),
  )
})

it('opens a header only as it was written (property)', () => {
  const office = Buffer.from(key, 'hex')
  fc.assert(
    fc.property(fc.nat(attachmentLimit), fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.nat(), (size, id, at) => {
      const hex = Buffer.from(id).toString('hex')
      const header = sealedHeader(fileKeys(office, randomBytes(32)), size, hex)
      expect(openHeader(office, header)).toMatchObject({ size, id: hex })
      const damaged = Buffer.from(header)
      const place = at % damaged.length
      damaged[place] = (damaged[place] ?? 0) ^ 0x80
      expect(openHeader(office, damaged)).toBeUndefined()
    }),
  )
})

it('keeps nothing in clear, at no time, and names a file by a hash that needs the office’s secret', () => {
  const marker = '身份证号 310101199001011234 '
  const content = Buffer.from(marker.repeat(30_000))
  vault.take('half', 0, content.subarray(0, 600_000))
  const { file, sha256 } = keep(content)
  expect(filesIn().length).toBe(2)
  for (const path of filesIn()) {
    expect(readFileSync(path).includes(Buffer.from(marker))).toBe(false)
    expect(path).not.toContain(sha256)
  }
  const other = createVault({ folder: join(folder, 'other'), key: () => key, secret: () => Buffer.alloc(32, 8) })
  other.take('u', 0, content)
  const elsewhere = other.keep('u')
  expect(isRefusal(elsewhere) || elsewhere.file === file).toBe(false)
})

it('stores the same content once', () => {
  const content = randomBytes(300_000)
  const first = keep(content)
  const before = readFileSync(placeOf(first.file))
  expect(keep(content, 7_000).file).toBe(first.file)
  expect(filesIn()).toEqual([placeOf(first.file)])
  expect(readFileSync(placeOf(first.file))).toEqual(before)
})

it('tells a damaged byte anywhere, a file cut short, an exchanged one and a missing one, and mends by keeping again', () => {
  const content = randomBytes(2 * blockBytes + 10)
  const { file } = keep(content)
  const whole = readFileSync(placeOf(file))
  for (const at of [0, 20, 50, 200, blockBytes + 300, whole.length - 1]) {
    const damaged = Buffer.from(whole)
    damaged[at] = (damaged[at] ?? 0) ^ 4
    writeFileSync(placeOf(file), damaged)
    expect(vault.check(file)).toBe('damaged')
    expect(vault.read(file, 0, content.length)).toBe('damaged')
  }
  writeFileSync(placeOf(file), whole)
  // Cut at the end of a block, every tag still fits.
  truncateSync(placeOf(file), whole.length - (10 + 16))
  expect(vault.check(file)).toBe('damaged')
  const other = keep(randomBytes(100))
  writeFileSync(placeOf(file), readFileSync(placeOf(other.file)))
  expect(vault.check(file)).toBe('damaged')
  expect(vault.read(file, 0, 10)).toBe('damaged')
  rmSync(placeOf(file))
  expect(vault.check(file)).toBe('missing')
  expect(vault.read(file, 0, 10)).toBe('missing')
  expect(keep(content).file).toBe(file)
  expect(vault.check(file)).toBe('sound')
})

it('leaves nothing of a file that did not fit on the disk', () => {
  const fixed = createVault({ folder, key: () => key, secret: () => secret, random: (bytes) => Buffer.alloc(bytes, 5) })
  fixed.take('first', 0, Buffer.from('x'))
  // The passing file's name is known here, so the disk behind it can be one that is always full.
  const part = join(folder, 'files', 'part', '05'.repeat(16))
  rmSync(part)
  symlinkSync('/dev/full', part)
  expect(() => fixed.take('second', 0, randomBytes(blockBytes + 1))).toThrow('ENOSPC')
  expect(filesIn()).toEqual([])
  expect(fixed.keep('second')).toEqual({ refused: { code: 'upload-lost' } })
})

it('takes parts in order, a repeated one without harm, and none that leaves a hole', () => {
  const content = randomBytes(1000)
  expect(vault.take('u', 0, content.subarray(0, 400))).toEqual({ received: 400 })
  expect(vault.take('u', 0, content.subarray(0, 400))).toEqual({ received: 400 })
  expect(vault.take('u', 500, content.subarray(500))).toEqual({ refused: { code: 'upload-lost' } })
  expect(vault.take('u', 400, content.subarray(400))).toEqual({ received: 1000 })
  expect(vault.take('u', 400, content.subarray(400))).toEqual({ received: 1000 })
  const taken = vault.keep('u')
  expect(isRefusal(taken) ? taken : vault.read(taken.file, 0, 2000)).toEqual(content)
  expect(vault.take('other', 10, content)).toEqual({ refused: { code: 'upload-lost' } })
  expect(vault.keep('never')).toEqual({ refused: { code: 'upload-lost' } })
})

it('refuses what is larger than the limit as soon as it shows, and keeps nothing of it', () => {
  const step = 8 * 1_048_576
  const bytes = Buffer.alloc(step)
  let at = 0
  while (at + step <= attachmentLimit) {
    vault.take('large', at, bytes)
    at += step
  }
  expect(vault.take('large', at, bytes)).toEqual({ refused: { code: 'attachment-too-large', megabytes: 50 } })
  expect(filesIn()).toEqual([])
})

it('erases so that the bytes cannot be read again, and sweeps what a dead engine left half', () => {
  const { file } = keep(randomBytes(5000))
  vault.erase(file)
  vault.erase(file)
  expect(vault.has(file)).toBe(false)
  expect(filesIn()).toEqual([])
  mkdirSync(join(folder, 'files', 'part'), { recursive: true })
  writeFileSync(join(folder, 'files', 'part', 'left-over'), 'half')
  const next = createVault({ folder, key: () => key, secret: () => secret })
  next.take('u', 0, Buffer.from('a'))
  expect(filesIn().map((path) => path.includes('left-over'))).toEqual([false])
  expect(blockCount(0)).toBe(1)
})
