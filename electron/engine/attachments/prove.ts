/** Proving the files: each that an attachment names is there and as it was written, and what was erased is gone. */
import type { Read } from '../store/sql.ts'
import type { Vault } from '../store/vault.ts'
import { countHeld, erasedFiles, heldAfter } from './store.ts'

export type FileFinding = { what: 'file-missing' | 'file-damaged' | 'file-not-erased'; where: string }

const portion = 20

/** Rests after every few files with the number looked at; their count is `countFiles`. */
export const proveFiles = function* (db: Read, vault: Vault): Generator<number, FileFinding[]> {
  const findings: FileFinding[] = []
  let seen = 0
  let after = ''
  for (let some = heldAfter(db, after, portion); some.length > 0; some = heldAfter(db, after, portion)) {
    for (const { id, file, name } of some) {
      const state = vault.check(file)
      if (state !== 'sound') findings.push({ what: `file-${state}`, where: `${name} ${id}` })
      after = id
    }
    seen += some.length
    yield seen
  }
  for (const file of erasedFiles(db)) if (vault.has(file)) findings.push({ what: 'file-not-erased', where: file })
  return findings
}

export const countFiles = countHeld
