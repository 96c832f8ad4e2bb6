/** Proving the journal: every hash, every signature, and the rows against a fold from nothing. */
import type { FindingKind } from '../../../shared/office/finding-words.ts'
import type { Kinds } from './kinds.ts'
import { all, one, raw, sql, type Read } from '../store/sql.ts'
import { deskOf, isSignedBy } from './desk-key.ts'
import { checkpointsAfter, eachBySubject, entriesAfter, foldable, positions } from './entries.ts'
import { exceptionRowsOf, exceptionText, storedExceptions } from './exceptions.ts'
import { digestOf, entryHash, noHash } from './hash.ts'
import { checkpointBytes } from './journal.ts'
import { countLines, proveLines } from './lines.ts'
import { contributionsOf, foldRow } from './rows.ts'
import { countFound, isFound } from '../search/search-proof.ts'

export type Finding = { what: FindingKind; where: string }

export type Verification = { entries: number; checkpoints: number; rows: number; findings: Finding[] }

/**
 * Checks chain and signatures of every desk, then refolds every subject and compares it with its row and balances.
 * It finds what was done around the triggers; it cannot prove that an act happened which nobody entered.
 * At most 100 findings are listed.
 */
export const verifyJournal = (db: Read, kinds: Kinds, office: string): Verification => {
  const steps = verifySteps(db, kinds, office)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/**
 * The same, resting after every few thousand entries with the number looked at so far, so that a caller can show
 * progress, serve others or stop. The handle must keep one view of the file all the while.
 */
export const verifySteps = function* (db: Read, kinds: Kinds, office: string): Generator<number, Verification> {
  const findings: Finding[] = []
  const found = (what: Finding['what'], where: string): void =>
    void (findings.length < 100 && findings.push({ what, where }))
  let entries = 0
  let checkpoints = 0
  for (const { desk, publicKey } of positions(db)) {
    const chain = yield* verifyChain(db, office, desk, publicKey, found)
    entries += chain.entries
    checkpoints += chain.checkpoints
  }
  const rows = yield* verifyRows(db, kinds, entries, found)
  return { entries, checkpoints, rows, findings }
}

type Found = (what: Finding['what'], where: string) => void

const verifyChain = function* (
  db: Read,
  office: string,
  desk: string,
  publicKey: Buffer,
  found: Found,
): Generator<number, { entries: number; checkpoints: number }> {
  // A desk is named by the hash of its key: another key could sign everything anew under the same name.
  if (deskOf(publicKey) !== desk) found('key', desk.slice(0, 8))
  const marks = checkpointsAfter(db, desk, 0)
  const expected = new Map(marks.map((mark) => [mark.n, mark]))
  let previous: Uint8Array = noHash
  let n = 0
  for (let some = entriesAfter(db, desk, 0, 2000); some.length > 0; some = entriesAfter(db, desk, n, 2000)) {
    for (const entry of some) {
      const where = `${desk.slice(0, 8)} ${entry.n} ${entry.kind}`
      if (entry.n !== n + 1) found('gap', where)
      if (entry.body !== null && !digestOf(entry.salt ?? noHash, entry.body).equals(entry.digest)) found('body', where)
      if (entryHash(office, previous, entry, entry.digest).toString('hex') !== entry.hash) found('hash', where)
      const mark = expected.get(entry.n)
      if (mark && mark.hash !== entry.hash) found('checkpoint', where)
      if (mark && !isSignedBy(publicKey, checkpointBytes(office, desk, mark.n, mark.hash), mark.signature))
        found('checkpoint', where)
      previous = Buffer.from(entry.hash, 'hex')
      n = entry.n
    }
    yield n
  }
  if (n !== (marks.at(-1)?.n ?? 0)) found('unsigned-tail', `${desk.slice(0, 8)} ${n}`)
  return { entries: n, checkpoints: marks.length }
}

const verifyRows = function* (db: Read, kinds: Kinds, before: number, found: Found): Generator<number, number> {
  const sums = new Map<string, number>()
  const counts = new Map<string, number>()
  const exceptions = new Map<string, string>()
  let rows = 0
  let seen = 0
  let searchable = 0
  let lines = 0
  for (const group of eachBySubject(db)) {
    const entries = group.map(foldable)
    const type = kinds.ofSubject(entries)
    seen += group.length
    if (seen % 4000 < group.length) yield before + seen
    const row = type && foldRow(type, entries)
    if (!type || !row) continue
    rows += 1
    counts.set(type.name, (counts.get(type.name) ?? 0) + 1)
    for (const { account, delta } of contributionsOf(type, row.record))
      sums.set(account, (sums.get(account) ?? 0) + delta)
    for (const exception of exceptionRowsOf(type, row.record)) exceptions.set(exception.id, exceptionText(exception))
    const stored = one<{ record: string; heads: string }>(
      db,
      sql`select record, heads from ${raw(type.name)} where subject = ${row.record.id}`,
    )
    if (stored?.record !== JSON.stringify(row.record) || stored.heads !== JSON.stringify(row.heads))
      found('row', `${type.name} ${row.record.id}`)
    if (type.lines) lines += proveLines(db, type, row.record, found)
    if (type.search?.(row.record)) searchable += 1
    if (!isFound(db, type, row.record)) found('search', `${type.name} ${row.record.id}`)
  }
  for (const { type } of kinds.tables) {
    const count = one<{ count: number }>(db, sql`select count(*) as count from ${raw(type.name)}`)?.count ?? 0
    if (count > (counts.get(type.name) ?? 0)) found('row-without-entry', type.name)
  }
  for (const { account, amount } of all<{ account: string; amount: number }>(
    db,
    sql`select account, amount from balance`,
  )) {
    if ((sums.get(account) ?? 0) !== amount) found('balance', account)
    sums.delete(account)
  }
  for (const [account, amount] of sums) if (amount !== 0) found('balance', account)
  if (countLines(db, kinds) > lines) found('row-without-entry', 'lines')
  const index = countFound(db)
  if (index.shown > searchable || index.texts > searchable) found('search', 'row-without-entry')
  verifyExceptions(db, exceptions, found)
  return rows
}

const verifyExceptions = (db: Read, expected: Map<string, string>, found: Found): void => {
  for (const stored of storedExceptions(db)) {
    if (expected.get(stored.id) !== exceptionText(stored)) found('exception', stored.id)
    expected.delete(stored.id)
  }
  for (const id of expected.keys()) found('exception', id)
}
