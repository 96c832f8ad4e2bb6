/** Entries as rows: writing one, reading those of a subject or of a whole desk. */
import type { Body, Entry } from '../../../shared/journal/entry.ts'
import { all, one, run, sql, type Read, type Write } from '../store/sql.ts'

/** An entry with the bytes its hash stands on: what another desk needs to check it. */
export type FullEntry = Omit<Entry, 'body'> & {
  salt: Uint8Array | null
  digest: Uint8Array
  /** As received; null once erased. */
  body: string | null
}

type Row = {
  seq: number
  desk: string
  n: number
  at: string
  actor: string
  kind: string
  subject: string
  based_on: string
  generation: number
  hash: Buffer
  salt: Buffer | null
  digest: Buffer
  body: string | null
}

const select = sql`select entry.seq, desk_key.desk, n, at, actor, kind, subject, based_on, generation, hash, salt, digest, body
  from entry join desk_key on desk_key.id = entry.desk join body on body.seq = entry.seq`

const full = (row: Row): FullEntry => ({
  desk: row.desk,
  n: row.n,
  at: row.at,
  actor: row.actor,
  kind: row.kind,
  subject: row.subject,
  basedOn: row.based_on === '' ? [] : row.based_on.split(' '),
  generation: row.generation,
  hash: row.hash.toString('hex'),
  salt: row.salt,
  digest: row.digest,
  body: row.body,
})

/** An entry as folds see it. An erased body is an empty one, which no schema of a first entry accepts. */
export const foldable = ({ salt: _salt, digest: _digest, body, ...header }: FullEntry): Entry => ({
  ...header,
  body: body === null ? {} : (JSON.parse(body) as Body),
})

/** All entries of a subject, in order of arrival. */
export const entriesOf = (db: Read, subject: string): FullEntry[] =>
  all<Row>(db, sql`${select} where entry.subject = ${subject} order by entry.seq`).map(full)

/** A desk's entries after position `n`, at most `limit`. */
export const entriesAfter = (db: Read, desk: string, n: number, limit: number): FullEntry[] =>
  all<Row>(
    db,
    sql`${select} where entry.desk = (select id from desk_key where desk = ${desk}) and n > ${n} order by n limit ${limit}`,
  ).map(full)

/** The hash of a desk's entry at a position, or undefined where that has not come here. */
export const hashAt = (db: Read, desk: string, n: number): string | undefined =>
  one<{ hash: Buffer }>(
    db,
    sql`select hash from entry where desk = (select id from desk_key where desk = ${desk}) and n = ${n}`,
  )?.hash.toString('hex')

/** Rows read at a time: large enough that the query costs nothing beside folding, small enough to stay in memory. */
const chunk = 4000

/** Every entry, subject by subject, in order of arrival within one; for a rebuild, which writes between two chunks. */
export const eachBySubject = function* (db: Read): Generator<FullEntry[]> {
  let after = ''
  for (;;) {
    const rows = all<Row>(
      db,
      sql`${select} where entry.subject > ${after} order by entry.subject, entry.seq limit ${chunk}`,
    )
    const last = rows.at(-1)?.subject
    if (last === undefined) return
    const isAll = rows.length < chunk
    for (const group of groups(rows)) {
      // The last group of a full chunk may be cut off, so it is read whole.
      const isCut = !isAll && group[0]?.subject === last
      yield isCut ? entriesOf(db, last) : group.map(full)
    }
    if (isAll) return
    after = last
  }
}

const groups = function* (rows: readonly Row[]): Generator<Row[]> {
  let group: Row[] = []
  for (const row of rows) {
    if (group[0] && group[0].subject !== row.subject) {
      yield group
      group = []
    }
    group.push(row)
  }
  if (group.length > 0) yield group
}

export const deskIdOf = (db: Write, desk: string, publicKey: Uint8Array): number => {
  const known = one<{ id: number }>(db, sql`select id from desk_key where desk = ${desk}`)
  if (known) return known.id
  return Number(run(db, sql`insert into desk_key (desk, public_key) values (${desk}, ${publicKey})`).lastInsertRowid)
}

export const insertEntry = (db: Write, deskId: number, entry: FullEntry): void => {
  const { lastInsertRowid } = run(
    db,
    sql`insert into entry (desk, n, at, actor, kind, subject, based_on, generation, hash)
      values (${deskId}, ${entry.n}, ${entry.at}, ${entry.actor}, ${entry.kind}, ${entry.subject}, ${entry.basedOn.join(' ')},
        ${entry.generation}, ${Buffer.from(entry.hash, 'hex')})`,
  )
  run(
    db,
    sql`insert into body (seq, salt, digest, body) values (${lastInsertRowid}, ${entry.salt}, ${entry.digest}, ${entry.body})`,
  )
}

export type Checkpoint = { desk: string; n: number; hash: string; signature: Uint8Array }

export const insertCheckpoint = (db: Write, deskId: number, { n, hash, signature }: Checkpoint): void => {
  run(
    db,
    sql`insert into checkpoint (desk, n, hash, signature) values (${deskId}, ${n}, ${Buffer.from(hash, 'hex')}, ${signature})`,
  )
}

/** A desk's checkpoints after position `n`, oldest first. */
export const checkpointsAfter = (db: Read, desk: string, n: number): Checkpoint[] =>
  all<{ n: number; hash: Buffer; signature: Buffer }>(
    db,
    sql`select n, hash, signature from checkpoint where desk = (select id from desk_key where desk = ${desk}) and n > ${n} order by n`,
  ).map((row) => ({ desk, n: row.n, hash: row.hash.toString('hex'), signature: row.signature }))

export type DeskPosition = { desk: string; publicKey: Buffer; n: number; hash: string; at: string }

/** Where each known desk's chain stands here: its last position, hash and time. */
export const positions = (db: Read): DeskPosition[] =>
  all<{ desk: string; public_key: Buffer; n: number | null; hash: Buffer | null; at: string | null }>(
    db,
    sql`select desk_key.desk, public_key, last.n, last.hash, last.at from desk_key left join entry as last
      on last.desk = desk_key.id and last.n = (select max(n) from entry where entry.desk = desk_key.id)`,
  ).map((row) => ({
    desk: row.desk,
    publicKey: row.public_key,
    n: row.n ?? 0,
    hash: row.hash?.toString('hex') ?? '',
    at: row.at ?? '',
  }))
