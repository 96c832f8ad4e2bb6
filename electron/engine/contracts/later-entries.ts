/**
 * What was entered of authority, read from the journal in portions and on from where it stood: facts by the keys of what
 * they are about. Kept beside the open office, never stored: a restart reads it again.
 */
import {
  effectOf,
  factKinds,
  keysOfFact,
  type FactKind,
  type FactRecord,
} from '../../../shared/contracts/later-keys.ts'
import type { LaterFact } from '../../../shared/contracts/later-knowledge.ts'
import { instantOf } from '../../../shared/journal/clock.ts'
import { idInstant } from '../../../shared/journal/ids.ts'
import { addDays, dateAt } from '../../../shared/office/dates.ts'
import { all, one, sql, type Read } from '../store/sql.ts'
import { delegationOf } from './delegation-store.ts'
import { rateOf } from './rate-store.ts'
import { contractOf, interestOf } from './store.ts'

/** `day` is the office's date of its entry; `since` the first day on which a use may have rested on it. */
export type Fact = LaterFact & { kind: FactKind; at: string; day: string; since: string; keys: string[] }

type Row = { desk: string; n: number; at: string; kind: FactKind; subject: string; body: string | null }

/** Entries looked at in one reading: their headers only, so that even these many are a moment. */
export const portion = 40_000

const objectOf = (body: string | null): Readonly<Record<string, unknown>> => {
  const value: unknown = body === null ? {} : JSON.parse(body)
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

const recordFor = (db: Read, kind: FactKind, subject: string): FactRecord => {
  switch (kind) {
    case 'delegation.revoked':
    case 'delegation.amended':
    case 'delegation.exclusions-lifted':
      return delegationOf(db, subject) ?? {}
    case 'interest.withdrawn':
      return { person: interestOf(db, subject)?.person }
    case 'contract.changed':
      return contractOf(db, subject) ?? {}
    case 'rate.withdrawn':
      return rateOf(db, subject) ?? {}
    case 'delegation.issued':
    case 'person.changed':
    case 'interest.declared':
    case 'contract.moved':
    case 'rate.entered':
      return {}
  }
}

/** Sums are asked of those only that have an aggregate limit; of one that is not here it is not known. */
const asked = (db: Read, keys: string[]): string[] =>
  keys.filter((key) => {
    if (!key.startsWith('aggregate:')) return true
    const found = delegationOf(db, key.slice('aggregate:'.length))
    return !found || [found, ...(found.amendments ?? [])].some(({ aggregateLimit }) => aggregateLimit !== undefined)
  })

/** Nobody relied on a person or a contract before it was registered, and on a sum only after the day it was added to. */
const sinceOf = (
  { kind, subject, from }: Pick<Fact, 'kind' | 'subject' | 'from'>,
  signedOn: string | undefined,
  zone: string,
): string => {
  if (kind === 'contract.moved') return addDays(from, 1)
  const instant = from === '' ? idInstant(subject) : undefined
  if (instant === undefined) return from
  const registered = dateAt(instant, zone)
  return signedOn !== undefined && signedOn < registered ? signedOn : registered
}

/** Facts entered after one place of the journal, up to another. */
export const factsBetween = (db: Read, after: number, until: number, zone: string): Fact[] =>
  all<Row>(
    db,
    sql`select desk_key.desk, n, at, kind, subject, body from entry
      join desk_key on desk_key.id = entry.desk join body on body.seq = entry.seq
      where entry.seq > ${after} and entry.seq <= ${until}
        and +kind in (select value from json_each(${JSON.stringify(factKinds)}))`,
  ).flatMap(({ desk, n, at, kind, subject, body: written }) => {
    const body = objectOf(written)
    const record = recordFor(db, kind, subject)
    const from = effectOf(kind, body, record, at.slice(0, 10))
    if (from === undefined) return []
    const keys = asked(db, keysOfFact(kind, subject, body, record))
    if (keys.length === 0) return []
    const since = sinceOf({ kind, subject, from }, record.signedOn, zone)
    return [{ desk, n, at, kind, subject, label: '', from, since, day: dateAt(instantOf(at), zone), keys }]
  })

/** Judgements entered after one place of the journal, up to another: their subjects. */
export const judgedBetween = (db: Read, after: number, until: number): string[] =>
  all<{ subject: string }>(
    db,
    sql`select subject from entry where seq > ${after} and seq <= ${until}
      and +kind in ('seal.used', 'authority.checked')`,
  ).map(({ subject }) => subject)

export const lastEntry = (db: Read): number =>
  one<{ seq: number | null }>(db, sql`select max(seq) as seq from entry`)?.seq ?? 0

/** Whether entries of one desk only are here: then nothing was judged before it was known from another. */
export const isAlone = (db: Read): boolean =>
  (one<{ desks: number }>(db, sql`select count(*) as desks from desk_key`)?.desks ?? 0) < 2
