/** Opening the office's file: key, durability asserted, migrations with a backup before, derived tables of today's shape. */
import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { refuse, type Refusal } from '../../../shared/api/fault.ts'
import { bindingOptions } from './binding.ts'
import { definitionOf, tableNames, type DerivedTable } from './derived.ts'
import { faultOf } from './faults.ts'
import { migrations } from './migrations/index.ts'
import { stockIndex } from '../supplies/stock-accounts.ts'
import type { Read, Write } from './sql.ts'

export const officeFile = (folder: string): string => join(folder, 'office.sqlite')

/** A file of no bytes is no new office: SQLite writes its first page with the first change, so something took what was in it. */
export const isEmptied = (folder: string): boolean =>
  statSync(officeFile(folder), { throwIfNoEntry: false })?.size === 0

export type StoreOptions = {
  folder: string
  /** 32 bytes in hexadecimal. */
  key: string
  /** 'FULL' always, except for the bench row that measures the processor alone. */
  synchronous?: 'FULL' | 'OFF'
  /** Today's, except in a test of what an upgrade does. */
  steps?: readonly (readonly string[])[]
}

/**
 * Opens (or creates) the office's file. The caller holds the folder's lock.
 * @returns the handle, or `wrong-key`, `newer-version`, `corrupt-file`, `folder-read-only`, `disk-full`
 */
export const openStore = (options: StoreOptions): Write | Refusal => {
  const file = officeFile(options.folder)
  const isNew = !existsSync(file)
  let db: Database.Database | undefined
  try {
    db = new Database(file, { ...bindingOptions(), timeout: 2000 })
    prepare(db, options)
    const refusal = migrate(db, options.folder, options.steps ?? migrations)
    if (refusal) {
      db.close()
      return refusal
    }
    return db as Write
  } catch (error) {
    db?.close()
    // Made, but never written to (a full disk): left behind, it would look like an office whose records were lost.
    if (isNew && isEmptied(options.folder)) rmSync(file, { force: true })
    const fault = faultOf(error, options.folder)
    if (!fault) throw error
    return refuse(fault)
  }
}

/** Opens a second, reading connection on one view of the file; the caller closes it, which ends that view. */
export const openReader = (options: StoreOptions): { db: Read; close: () => void } => {
  const db = new Database(officeFile(options.folder), { ...bindingOptions(), readonly: true, timeout: 2000 })
  db.pragma(`cipher = 'chacha20'`)
  db.pragma(`key = 'raw:${options.key}'`)
  db.exec('BEGIN')
  // A deferred transaction takes its view at the first read.
  db.prepare('SELECT count(*) FROM local_setting').get()
  return { db: db as Read, close: () => db.close() }
}

const prepare = (db: Database.Database, { key, synchronous = 'FULL' }: StoreOptions): void => {
  if (!/^[0-9a-f]{64}$/.test(key)) throw new Error('the key must be 64 hexadecimal digits')
  // A raw key opens in milliseconds; a passphrase would be stretched at every open (exchange.md).
  db.pragma(`cipher = 'chacha20'`)
  db.pragma(`key = 'raw:${key}'`)
  db.pragma('journal_mode = WAL')
  db.pragma(`synchronous = ${synchronous}`)
  // The package compiles WAL to NORMAL, which lost acknowledged rows in 12 of 20 power cuts; so it is asserted.
  if (synchronous === 'FULL' && db.pragma('synchronous', { simple: true }) !== 2)
    throw new Error('synchronous is not FULL')
  db.pragma('foreign_keys = ON')
  // 32 MB, filled only as pages are read: of a register of 20,000 delegations and 200,000 contracts 16 MB held too little of
  // what a check comes back to, and a check took half as long again (docs/bench.md, `authority/growth`).
  db.pragma('cache_size = -32000')
  db.pragma('wal_autocheckpoint = 2000')
  db.pragma('temp_store = MEMORY')
}

const migrate = (db: Database.Database, folder: string, steps: readonly (readonly string[])[]): Refusal | undefined => {
  const found = db.pragma('user_version', { simple: true }) as number
  if (found > steps.length) return refuse({ code: 'newer-version', found, known: steps.length })
  if (found > 0 && found < steps.length) backUpBefore(db, folder, found)
  for (let version = found; version < steps.length; version++) {
    // The version commits with its step: a failing step leaves the file at the version before, and nothing opens it half.
    db.transaction(() => {
      for (const statement of steps[version] ?? []) db.exec(statement)
      db.pragma(`user_version = ${version + 1}`)
    }).immediate()
  }
  return undefined
}

const backUpBefore = (db: Database.Database, folder: string, version: number): void => {
  const target = join(folder, `before-version-${version + 1}.sqlite`)
  // An earlier attempt's backup may be half a one, or older than what was entered since; a whole new one replaces it.
  const part = `${target}.part`
  rmSync(part, { force: true })
  // VACUUM INTO stays encrypted, where db.backup() throws on an encrypted file.
  db.prepare('VACUUM INTO ?').run(part)
  renameSync(part, target)
}

/** Tables that every room's rows need beside their own. */
const sharedDerived = [
  `CREATE TABLE balance (
  account TEXT PRIMARY KEY NOT NULL,
  amount INTEGER NOT NULL
) STRICT, WITHOUT ROWID`,
  stockIndex,
  `CREATE TABLE exception (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  type TEXT NOT NULL,
  on_date TEXT NOT NULL,
  person TEXT,
  values_json TEXT NOT NULL
) STRICT, WITHOUT ROWID`,
  // What is told of several is kept as a list since 2026-11-28; a file from before is derived anew.
  '-- lists',
  'CREATE INDEX exception_date ON exception (on_date, id)',
  `CREATE TABLE found (
  doc INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,
  type TEXT NOT NULL,
  title TEXT NOT NULL,
  detail TEXT NOT NULL,
  words TEXT NOT NULL
) STRICT`,
  'CREATE INDEX found_subject ON found (subject)',
  // Contentless: the shown texts lie in `found`; every Han character is a token of its own (facts-toolchain).
  `CREATE VIRTUAL TABLE found_text USING fts5 (text, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2", prefix = '2')`,
]

export const derivedDefinitions = (tables: readonly DerivedTable[]): string[] => [
  ...sharedDerived,
  ...tables.flatMap((table) => definitionOf(table)),
]

/** Whether the file's derived tables have today's shape; where not, they are rebuilt from the journal. */
export const hasDerived = (db: Write, tables: readonly DerivedTable[]): boolean =>
  shapeOf(db) === fingerprint(derivedDefinitions(tables))

const isIndex = (definition: string): boolean => definition.startsWith('CREATE INDEX')

/** Drops what derived tables there are and makes today's, empty. Runs inside the caller's transaction. */
export const makeDerived = (db: Write, tables: readonly DerivedTable[]): void => makeDerivedToFill(db, tables)()

/**
 * The same without the indexes, for whoever fills the tables at once: sorting a million keys afterwards is far quicker
 * than finding the place of each.
 * @returns makes the indexes; to be called in the same transaction
 */
export const makeDerivedToFill = (db: Write, tables: readonly DerivedTable[]): (() => void) => {
  const known = shapeTables(db)
  for (const name of known) db.exec(`DROP TABLE IF EXISTS "${name}"`)
  const definitions = derivedDefinitions(tables)
  for (const definition of definitions) if (!isIndex(definition)) db.exec(definition)
  const names = ['balance', 'exception', 'found', 'found_text', ...tables.flatMap(tableNames)]
  const setting = db.prepare('INSERT OR REPLACE INTO local_setting (name, value) VALUES (?, ?)')
  setting.run('derived-shape', fingerprint(derivedDefinitions(tables)))
  setting.run('derived-tables', JSON.stringify(names))
  return () => {
    for (const definition of definitions) if (isIndex(definition)) db.exec(definition)
  }
}

const fingerprint = (definitions: readonly string[]): string =>
  createHash('sha256').update(definitions.join(';\n')).digest('hex')

const settingOf = (db: Write, name: string): string | undefined =>
  (db.prepare('SELECT value FROM local_setting WHERE name = ?').get(name) as { value: string } | undefined)?.value

const shapeOf = (db: Write): string | undefined => settingOf(db, 'derived-shape')

const shapeTables = (db: Write): string[] => JSON.parse(settingOf(db, 'derived-tables') ?? '[]') as string[]
