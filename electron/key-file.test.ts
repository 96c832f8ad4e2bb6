/** The key file: made once, never overwritten, readable by its owner alone, and forgiving to the hand that types it. */
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { keyFileName, makeKeyFile, readKeyFile, replaceKeyFile } from './key-file.ts'

const newFolder = () => mkdtempSync(join(tmpdir(), 'sealbook-key-'))

it('is made once and read again', () => {
  const folder = newFolder()
  expect(readKeyFile(folder)).toBeUndefined()
  const key = makeKeyFile(folder)
  expect(key).toMatch(/^[0-9a-f]{64}$/)
  expect(readKeyFile(folder)).toBe(key)
  expect(() => makeKeyFile(folder)).toThrow('EEXIST')
  if (process.platform !== 'win32') expect(statSync(join(folder, keyFileName)).mode & 0o777).toBe(0o600)
})

it('takes the recovery sheet’s groups as they are typed', () => {
  const folder = newFolder()
  const key = '0123456789abcdef'.repeat(4)
  writeFileSync(join(folder, keyFileName), `${(key.match(/.{4}/g) ?? []).join(' ').toUpperCase()}\r\n`)
  expect(readKeyFile(folder)).toBe(key)
})

it('refuses what is no key', () => {
  const folder = newFolder()
  writeFileSync(join(folder, keyFileName), 'not a key')
  expect(() => readKeyFile(folder)).toThrow('does not hold a key')
})

it('keeps the key that did not fit under another name when a new one takes its place', () => {
  const folder = newFolder()
  const first = makeKeyFile(folder)
  const second = 'ab'.repeat(32)
  replaceKeyFile(folder, second)
  expect(readKeyFile(folder)).toBe(second)
  expect(readFileSync(join(folder, `${keyFileName}.unfit-1`), 'utf8').trim()).toBe(first)
  replaceKeyFile(folder, first)
  expect(readdirSync(folder).toSorted()).toEqual(['office.key', 'office.key.unfit-1', 'office.key.unfit-2'])
  if (process.platform !== 'win32') expect(statSync(join(folder, keyFileName)).mode & 0o777).toBe(0o600)
})
