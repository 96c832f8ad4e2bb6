/** Reading acts of life, outings and handovers: by id or number, by seal, and pages newest first. */
import type {
  Handover,
  HandoverStatus,
  LifeAct,
  Outing,
  OutingStatus,
} from '../../../../shared/seals/life/life-records.ts'
import { handoverSubject, lifeActSubject, outingSubject } from '../../../../shared/seals/life/life-subjects.ts'
import { recordOf, recordsOf } from '../../store/derived.ts'
import { one, raw, sql, type Read, type Sql } from '../../store/sql.ts'

export const lifeActOf = (db: Read, id: string): LifeAct | undefined => recordOf(db, lifeActSubject, id)

export const outingOf = (db: Read, id: string): Outing | undefined => recordOf(db, outingSubject, id)

export const outingByNumber = (db: Read, number: string): Outing | undefined =>
  recordsOf(db, outingSubject, sql`where number = ${number} order by subject limit 1`)[0]

export const handoverOf = (db: Read, id: string): Handover | undefined => recordOf(db, handoverSubject, id)

export const handoverByNumber = (db: Read, number: string): Handover | undefined =>
  recordsOf(db, handoverSubject, sql`where number = ${number} order by subject limit 1`)[0]

/** More of them happen to no seal in its life. */
const most = 200

export const lifeActsOf = (db: Read, seal: string): LifeAct[] =>
  recordsOf(db, lifeActSubject, sql`where seal = ${seal} order by entered desc, number desc limit ${most}`)

export type Page<S> = { status?: S | undefined; seal?: string | undefined; after?: string | undefined; limit: number }

/** Newest first; the key is the time of entering with the id behind it. */
const before = (after: string | undefined, conditions: (Sql | undefined)[], limit: number): Sql => {
  const [entered = '9', id = ''] = after?.split('|') ?? []
  const where = conditions
    .filter((condition) => condition !== undefined)
    .reduce((joined, condition) => sql`${joined} and ${condition}`, sql`(entered, subject) < (${entered}, ${id})`)
  return sql`where ${where} order by entered desc, subject desc limit ${limit}`
}

export const outingsBefore = (
  db: Read,
  { status, seal, isOpen, after, limit }: Page<OutingStatus> & { isOpen?: boolean | undefined },
): Outing[] =>
  recordsOf(
    db,
    outingSubject,
    before(
      after,
      [
        status && sql`status = ${status}`,
        isOpen === true ? sql`status in ('planned', 'out')` : undefined,
        seal === undefined ? undefined : sql`seal = ${seal}`,
      ],
      limit,
    ),
  )

export const handoversBefore = (db: Read, { status, seal, after, limit }: Page<HandoverStatus>): Handover[] =>
  recordsOf(
    db,
    handoverSubject,
    before(after, [status && sql`status = ${status}`, seal === undefined ? undefined : sql`seal = ${seal}`], limit),
  )

/** Everything that is out, due first. */
export const outingsOut = (db: Read, limit: number): Outing[] =>
  recordsOf(db, outingSubject, sql`where status = 'out' order by due, subject limit ${limit}`)

/** Of a seal, those that had left by a moment and came back after it or not yet; one that ended in a loss is told by the loss. */
export const outingsOutAt = (db: Read, seal: string, moment: string, limit: number): Outing[] =>
  recordsOf(
    db,
    outingSubject,
    sql`where seal = ${seal} and record ->> '$.outAt' <= ${moment}
      and (status = 'out' or status = 'returned' and record ->> '$.backAt' > ${moment})
      order by entered, subject limit ${limit}`,
  )

/** Taken out by now and not back when due. @param now office time */
export const outingsOverdue = (db: Read, now: string, limit: number): Outing[] =>
  recordsOf(db, outingSubject, sql`where status = 'out' and due < ${now} order by due, subject limit ${limit}`)

/**
 * Accepted for a time that is over, while the seal still is where that handover brought it.
 * @param today a plain date
 */
export const custodyOver = (db: Read, today: string, limit: number): Handover[] =>
  recordsOf(
    db,
    handoverSubject,
    sql`where status = 'accepted' and record ->> '$.temporaryUntil' < ${today}
      and number = (select seal.record ->> '$.custodyBy' from seal where seal.subject = seal_handover.seal)
      order by entered, subject limit ${limit}`,
  )

export const headsOfAct = (
  db: Read,
  table: 'seal_life_act' | 'seal_outing' | 'seal_handover',
  id: string,
): string[] => {
  const row = one<{ heads: string }>(db, sql`select heads from ${raw(table)} where subject = ${id}`)
  return row ? (JSON.parse(row.heads) as string[]) : []
}
