/** A bare SQLite file beside an office: same cipher, same settings, and nothing of ours. */
import Database from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type BareFile = { db: Database.Database; close: () => void }

export const openBare = (key: string, synchronous: 'FULL' | 'OFF', beside?: string): BareFile => {
  const folder = mkdtempSync(join(beside ?? tmpdir(), 'bare-'))
  const db = new Database(join(folder, 'bare.sqlite'))
  db.pragma(`cipher = 'chacha20'`)
  db.pragma(`key = 'raw:${key}'`)
  db.pragma('journal_mode = WAL')
  db.pragma(`synchronous = ${synchronous}`)
  db.pragma('cache_size = -32000')
  db.pragma('wal_autocheckpoint = 2000')
  return {
    db,
    close: () => {
      db.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
