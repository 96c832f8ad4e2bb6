/**
 * The office's key: sealed by the operating system's key ring where it has a real one, else a file beside the data.
 *
 * On Linux without a key ring Chromium "encrypts" with a password that is the same everywhere (`basic_text`); we do not
 * count that as protection and say so instead.
 */
import { safeStorage } from 'electron'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ShellState } from '../../shared/api/bridge.ts'
import { makeKeyFile, newKey, readKeyFile, replaceKeyFile, setKeyFileAside } from '../key-file.ts'

export type FoundKey = { readonly key: string | undefined; readonly protection: ShellState['keyProtection'] }

const sealedName = 'office.key.sealed'

/** Finds the key of the office in `folder`, or makes one for a folder that holds no office yet. */
export function findKey(folder: string): FoundKey {
  try {
    const open = readKeyFile(folder)
    if (open !== undefined) return { key: open, protection: 'file' }
    const sealed = join(folder, sealedName)
    if (existsSync(sealed)) return { key: safeStorage.decryptString(readFileSync(sealed)), protection: 'key-ring' }
    // A new key cannot open what an older one closed: an office without its key stays as it is, and the engine says so.
    if (holdsOffice(folder)) return { key: undefined, protection: 'unavailable' }
    return hasKeyRing() ? sealKey(folder, newKey()) : { key: makeKeyFile(folder), protection: 'file' }
  } catch (problem) {
    // An unreadable key or folder is the engine's to report, in the person's language, on every call.
    console.error('No key for the office:', problem)
    return { key: undefined, protection: 'unavailable' }
  }
}

/** Keeps the recovery key that opened the office: in the key ring where there is one, else in the file. */
export function keepKey(folder: string, key: string): FoundKey {
  if (!hasKeyRing()) {
    replaceKeyFile(folder, key)
    return { key, protection: 'file' }
  }
  const kept = sealKey(folder, key)
  // A key file is read before the ring is asked, and this one did not fit.
  setKeyFileAside(folder)
  return kept
}

function holdsOffice(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).some((name) => /\.(db|sqlite3?)$/.test(name))
}

function hasKeyRing(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false
  if (process.platform !== 'linux') return true
  return !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())
}

/** Seals a key under another name first: a write that breaks off leaves what was there. */
function sealKey(folder: string, key: string): FoundKey {
  const path = join(folder, sealedName)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(`${path}.part`, safeStorage.encryptString(key), { mode: 0o600 })
  renameSync(`${path}.part`, path)
  return { key, protection: 'key-ring' }
}
