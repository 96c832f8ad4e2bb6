/**
 * The office's key as a file beside the data: 64 hexadecimal digits in `office.key`, readable by its owner alone.
 *
 * Used where no key ring of the operating system can hold it, and by the terminal. It keeps a copy of the database
 * unreadable, not a copy of the whole folder; the page says so.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRecoveryKey, readRecoveryKey } from '../shared/office/recovery-key.ts'

export const keyFileName = 'office.key'

/** Returns the key in hexadecimal, or undefined where there is none. Throws on a file that holds something else. */
export function readKeyFile(folder: string): string | undefined {
  const path = join(folder, keyFileName)
  if (!existsSync(path)) return undefined
  // Someone who types the key from the recovery sheet types its groups, too.
  const key = readRecoveryKey(readFileSync(path, 'utf8'))
  if (!isRecoveryKey(key)) throw new Error(`${path} does not hold a key`)
  return key
}

/** Makes a new key and its file; fails if there is one, since overwriting it would lose the office. */
export function makeKeyFile(folder: string): string {
  const key = newKey()
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(join(folder, keyFileName), `${key}\n`, { mode: 0o600, flag: 'wx' })
  return key
}

/** Keeps a key that was tried at the data; a file with another one is set aside, never lost. */
export function replaceKeyFile(folder: string, key: string): void {
  const part = join(folder, `${keyFileName}.part`)
  writeFileSync(part, `${key}\n`, { mode: 0o600 })
  setKeyFileAside(folder)
  renameSync(part, join(folder, keyFileName))
}

/** A key file that did not fit may still fit another copy of the data, so it is kept under another name. */
export function setKeyFileAside(folder: string): void {
  const path = join(folder, keyFileName)
  if (!existsSync(path)) return
  let count = 1
  while (existsSync(`${path}.unfit-${count}`)) count += 1
  renameSync(path, `${path}.unfit-${count}`)
}

export function newKey(): string {
  return randomBytes(32).toString('hex')
}
