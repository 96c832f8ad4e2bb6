/**
 * The journal read once for later knowledge, and on from where it stood: what was entered about whom, and what was judged
 * about whom. Kept beside the open office, never stored: a restart reads it again.
 */
import type { Judgement, LaterFact } from '../../../shared/contracts/later-knowledge.ts'
import { addDays } from '../../../shared/office/dates.ts'
import { all, one, sql, type Read } from '../store/sql.ts'

type Row = { seq: number; desk: string; n: number; at: string; kind: string; subject: string; body: string | null }

/** A judgement with the person and the contract it was about. */
export type Suspect = Judgement & { person: string; contract: string | undefined }

export type LaterEntries = {
  seq: number
  facts: (LaterFact & { body: Readonly<Record<string, unknown>> })[]
  /** By person, and by contract. */
  judged: Map<string, Suspect[]>
  /** How often a use or a contract was entered about again: voided, corrected, signed. */
  touches: Map<string, number>
}

const factKinds = [
  'delegation.issued',
  'delegation.revoked',
  'person.changed',
  'interest.declared',
  'interest.withdrawn',
  'contract.changed',
] as const

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** Fields of a contract that an authority is judged by. */
const judgedFields = [
  'type',
  'counterparty',
  'creditCode',
  'amount',
  'currency',
  'rate',
  'uncapped',
  'startsOn',
  'endsOn',
]

/** From which day on an entry says something of authority; undefined where it says nothing. */
const effectOf = (kind: string, body: Readonly<Record<string, unknown>>, day: string): string | undefined => {
  switch (kind) {
    case 'delegation.issued':
      return text(body['validFrom'])
    case 'delegation.revoked':
      return text(body['revokedOn'])
    case 'interest.declared':
      return text(body['declaredOn'])
    case 'interest.withdrawn':
      return text(body['withdrawnOn'])
    case 'person.changed': {
      // Who came later than was known was not there from the beginning on.
      if (body['employedFrom'] !== undefined) return ''
      const left = text(body['employedTo'])
      const moved = 'post' in body ? (text(body['postSince']) ?? day) : undefined
      return [left && addDays(left, 1), moved].filter((from) => from !== undefined).toSorted()[0]
    }
    case 'contract.changed':
      return judgedFields.some((field) => field in body) ? '' : undefined
    default:
      return undefined
  }
}

const objectOf = (body: string | null): Readonly<Record<string, unknown>> => {
  const value: unknown = body === null ? {} : JSON.parse(body)
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

const readFacts = (db: Read, after: number): LaterEntries['facts'] =>
  all<Row>(
    db,
    sql`select entry.seq, desk_key.desk, n, at, kind, subject, body from entry
      join desk_key on desk_key.id = entry.desk join body on body.seq = entry.seq
      where entry.seq > ${after} and kind in (select value from json_each(${JSON.stringify(factKinds)}))`,
  ).flatMap(({ desk, n, at, kind, subject, body: written }) => {
    const body = objectOf(written)
    const from = effectOf(kind, body, at.slice(0, 10))
    return from === undefined ? [] : [{ desk, n, kind, subject, label: '', from, body }]
  })

type JudgedRow = Omit<Row, 'at' | 'seq' | 'body'> & { about: string }

const readJudged = (db: Read, after: number): Suspect[] =>
  all<JudgedRow>(
    db,
    sql`select desk_key.desk, n, kind, subject,
        -- One call: the body is read once, however many places are asked for.
        json_extract(body, '$.verdict.asOf', '$.verdict.person.id', '$.contract.id', '$.asked.contract') as about
      from entry join desk_key on desk_key.id = entry.desk join body on body.seq = entry.seq
      where entry.seq > ${after} and kind in ('seal.used', 'authority.checked')`,
  ).flatMap(({ desk, n, kind, subject, about }) => {
    const [asOf, person, sealed, asked] = JSON.parse(about) as (string | null)[]
    if (typeof asOf !== 'string' || typeof person !== 'string') return []
    const type = kind === 'seal.used' ? ('seal_use' as const) : ('authority_check' as const)
    return [{ desk, n, id: subject, type, asOf, person, contract: sealed ?? asked ?? undefined }]
  })

const readTouches = (db: Read, after: number): { subject: string; times: number }[] =>
  all(
    db,
    sql`select subject, count(*) as times from entry where seq > ${after}
      and kind in ('seal.use-voided', 'seal.use-corrected', 'contract.moved') group by subject`,
  )

/** Reads on from where it stood; the same object grows. */
export const readOn = (db: Read, entries: LaterEntries): LaterEntries => {
  const { seq } = one<{ seq: number | null }>(db, sql`select max(seq) as seq from entry`) ?? { seq: 0 }
  if (seq === null || seq === entries.seq) return entries
  // Fewer than were read: an act that did not come about was looked into.
  if (seq < entries.seq) Object.assign(entries, noEntries())
  entries.facts.push(...readFacts(db, entries.seq))
  for (const suspect of readJudged(db, entries.seq))
    for (const key of [suspect.person, suspect.contract])
      if (key !== undefined) entries.judged.set(key, [...(entries.judged.get(key) ?? []), suspect])
  for (const { subject, times } of readTouches(db, entries.seq))
    entries.touches.set(subject, (entries.touches.get(subject) ?? 0) + times)
  entries.seq = seq
  return entries
}

export const noEntries = (): LaterEntries => ({ seq: 0, facts: [], judged: new Map(), touches: new Map() })
