/** Folding entries into derived rows: the record, its heads, what it adds to balances, and how it is found. */
import type { Entry } from '../../../shared/journal/entry.ts'
import { foldEntries, headsOf, inOrder } from '../../../shared/journal/fold.ts'
import type { Contribution, Identified } from '../../../shared/journal/subject.ts'
import type { SearchIndex } from '../search/search-index.ts'
import { all, one, raw, run, separated, sql, type Read, type Write } from '../store/sql.ts'
import { entriesOf, foldable } from './entries.ts'
import { keepExceptions } from './exceptions.ts'
import type { AnyType, Kinds } from './kinds.ts'
import { keepLines } from './lines.ts'

export type Row = { generation: number; last: string; heads: string[]; record: Identified }

/** Place of an entry in its subject's fold order, as a text that sorts like it. */
const orderOf = (entry: Entry): string =>
  `${entry.generation.toString().padStart(8, '0')} ${entry.at} ${entry.desk} ${entry.n.toString().padStart(12, '0')}`

export const rowOf = (db: Read, type: AnyType, subject: string): Row | undefined => {
  const row = one<{ generation: number; last: string; heads: string; record: string }>(
    db,
    sql`select generation, last, heads, record from ${raw(type.name)} where subject = ${subject}`,
  )
  return row && { ...row, heads: JSON.parse(row.heads) as string[], record: JSON.parse(row.record) as Identified }
}

/** Folds one more entry of this desk, whose body was checked, into its subject's row; from the start where it is not simply the next one. */
export const foldIn = (db: Write, index: SearchIndex, type: AnyType, entry: Entry, before: Row | undefined): void => {
  const isNext = entry.basedOn.join(' ') === (before?.heads ?? []).toSorted().join(' ')
  replace(db, index, type, entry.subject, before, isNext ? next(type, before, entry) : refold(db, type, entry.subject))
}

/** Folds a subject anew after entries of another desk came, whatever they are and in whatever order. */
export const refoldSubject = (db: Write, index: SearchIndex, kinds: Kinds, subject: string): void => {
  const entries = entriesOf(db, subject).map(foldable)
  const standing = kinds.ofSubject(entries)
  const types = new Set(entries.flatMap(({ kind }) => kinds.of(kind) ?? []))
  // First what stands no more, so that the index still finds it under this subject.
  for (const type of types)
    if (type !== standing) replace(db, index, type, subject, rowOf(db, type, subject), undefined)
  if (standing) replace(db, index, standing, subject, rowOf(db, standing, subject), foldRow(standing, entries))
}

const replace = (
  db: Write,
  index: SearchIndex,
  type: AnyType,
  subject: string,
  before: Row | undefined,
  after: Row | undefined,
): void => {
  if (after) writeRow(db, type, after)
  else if (before) run(db, sql`delete from ${raw(type.name)} where subject = ${subject}`)
  addToBalances(db, differences(contributionsOf(type, before?.record), contributionsOf(type, after?.record)))
  if (type.lines) keepLines(db, type.lines, before?.record, after?.record)
  if (type.exceptions) keepExceptions(db, type, subject, before?.record, after?.record)
  index.update(db, type, subject, before?.record, after?.record)
}

const next = (type: AnyType, before: Row | undefined, entry: Entry): Row | undefined => {
  const record = type.reduce(before?.record, entry)
  return record && { generation: entry.generation, last: orderOf(entry), heads: [entry.hash], record }
}

const refold = (db: Read, type: AnyType, subject: string): Row | undefined =>
  foldRow(type, entriesOf(db, subject).map(foldable))

/** The row that a subject's entries, in any order, fold into; pure. */
export const foldRow = (type: AnyType, entries: readonly Entry[]): Row | undefined => {
  const ordered = inOrder(entries)
  const last = ordered.at(-1)
  const record = foldEntries(type, ordered)
  if (!record || !last) return undefined
  const heads = headsOf(ordered)
    .map((entry) => entry.hash)
    .toSorted()
  return { generation: last.generation, last: orderOf(last), heads, record }
}

export const writeRow = (db: Write, type: AnyType, row: Row): void => {
  run(
    db,
    sql`insert into ${raw(type.name)} (subject, generation, last, heads, record)
      values (${row.record.id}, ${row.generation}, ${row.last}, ${JSON.stringify(row.heads)}, ${JSON.stringify(row.record)})
      on conflict (subject) do update set generation = excluded.generation, last = excluded.last, heads = excluded.heads, record = excluded.record`,
  )
}

export const contributionsOf = (type: AnyType, record: Identified | undefined): Contribution[] =>
  (record && type.contribute?.(record)) ?? []

/** New minus old, account by account; accounts that did not change are left out. */
export const differences = (before: readonly Contribution[], after: readonly Contribution[]): Map<string, number> => {
  const sums = new Map<string, number>()
  for (const { account, delta } of after) sums.set(account, (sums.get(account) ?? 0) + delta)
  for (const { account, delta } of before) sums.set(account, (sums.get(account) ?? 0) - delta)
  for (const [account, delta] of sums) if (delta === 0) sums.delete(account)
  return sums
}

/** Accounts that one statement changes; what is left over goes one by one, so that there are two statements to keep. */
const together = 8

/** In the order of the accounts, so that neighbours are found where the one before was. */
export const addToBalances = (db: Write, deltas: ReadonlyMap<string, number>): void => {
  const sorted = [...deltas].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  for (let at = 0; at < sorted.length;) {
    const some = sorted.length - at < together ? sorted.slice(at, at + 1) : sorted.slice(at, at + together)
    at += some.length
    const after = all<{ account: string; amount: number }>(
      db,
      sql`insert into balance (account, amount) values ${separated(
        some.map(([account, delta]) => sql`(${account}, ${delta})`),
        ', ',
      )} on conflict (account) do update set amount = amount + excluded.amount returning account, amount`,
    )
    // An account that is even again has no row, so that a rebuild, which never saw it uneven, gives the same rows.
    for (const { account, amount } of after)
      if (amount === 0) run(db, sql`delete from balance where account = ${account}`)
  }
}
