/** Reading exceptions: those that records tell, from their table; those that sources tell, beside them in one order. */
import {
  exceptionAnswerSubject,
  type AnsweredException,
  type ExceptionAnswer,
} from '../../../shared/exceptions/answer.ts'
import { canonical } from '../../../shared/journal/canonical.ts'
import {
  exceptionId,
  exceptionKinds,
  stateOf,
  type ExceptionRegister,
  type ExceptionState,
  type SubjectException,
} from '../../../shared/office/exceptions.ts'
import type { ExceptionRow } from '../journal/exceptions.ts'
import { recordsOf } from '../store/derived.ts'
import { all, one, raw, sql, type Read, type Sql } from '../store/sql.ts'

export type Found = ExceptionRow & { state: ExceptionState; isPast?: boolean | undefined }

export type Filter = {
  kind?: string | undefined
  register?: ExceptionRegister | undefined
  person?: string | undefined
  about?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

// The furthest answer counts, as `stateOf` says; a test holds the two against each other.
const state = raw(
  `case when exists (select 1 from exception_answer where exception = exception.id and act = 'settled') then 'settled'
    when exists (select 1 from exception_answer where exception = exception.id) then 'explained' else 'open' end`,
)

const conditionsOf = ({ kind, register, person, about, from, to }: Filter): Sql => {
  const conditions: Sql[] = [sql`on_date >= ${from ?? ''}`, sql`on_date <= ${to ?? '9'}`]
  if (kind !== undefined) conditions.push(sql`kind = ${kind}`)
  if (register !== undefined)
    conditions.push(sql`kind in (select value from json_each(${JSON.stringify(exceptionKinds[register])}))`)
  if (person !== undefined) conditions.push(sql`person = ${person}`)
  if (about !== undefined) conditions.push(sql`subject = ${about}`)
  return conditions.reduce((joined, condition) => sql`${joined} and ${condition}`)
}

const isWanted = (row: ExceptionRow, { kind, register, person, about, from, to }: Filter): boolean =>
  row.on_date >= (from ?? '') &&
  row.on_date <= (to ?? '9') &&
  (kind === undefined || row.kind === kind) &&
  (register === undefined || (exceptionKinds[register] as readonly string[]).includes(row.kind)) &&
  (person === undefined || row.person === person) &&
  (about === undefined || row.subject === about)

/** What was answered and is told neither by a record nor by a source any more, as it stood when it was answered. */
const pastRows = (db: Read, told: ReadonlySet<string>): Found[] => {
  const answers = recordsOf(
    db,
    exceptionAnswerSubject,
    sql`where not exists (select 1 from exception where id = exception_answer.exception) order by last`,
  )
  const past = new Map<string, ExceptionAnswer[]>()
  for (const answer of answers)
    if (!told.has(answer.exception)) past.set(answer.exception, [...(past.get(answer.exception) ?? []), answer])
  return [...past].flatMap(([id, given]) => {
    const about = given.findLast((answer) => answer.about !== undefined)?.about ?? aboutById(db, id, given)
    if (!about) return []
    const { kind, subject, type, on, person, values } = about
    const row = { id, kind, subject, type, on_date: on, person: person ?? null, values_json: canonical(values) }
    return [{ ...row, state: stateOf(given), isPast: true }]
  })
}

/** Answers from before it was kept what they answered: what their exception's name still says, and the day of the answer. */
const aboutById = (db: Read, id: string, [first]: readonly ExceptionAnswer[]): AnsweredException | undefined => {
  const [kind = '', subject = ''] = id.split('|')
  const record = one<{ type: string }>(db, sql`select type from found where subject = ${subject}`)
  const isKind = Object.values(exceptionKinds).some((kinds) => (kinds as readonly string[]).includes(kind))
  if (!first || !isKind) return undefined
  return { kind, subject, type: record?.type ?? '', on: first.at.slice(0, 10), values: {} }
}

/** What sources tell as rows, and what was answered before; what a record tells under the same id stands instead. */
export const sourcedRows = (db: Read, told: readonly SubjectException[]): Found[] => {
  const rows = told.map((exception): ExceptionRow => ({
    id: exceptionId(exception),
    kind: exception.kind,
    subject: exception.subject,
    type: exception.type,
    on_date: exception.on,
    person: exception.person ?? null,
    values_json: canonical(exception.values ?? {}),
  }))
  const now = [...new Map(rows.map((row) => [row.id, row])).values()]
    .filter(({ id }) => !one(db, sql`select 1 from exception where id = ${id}`))
    .map((row) => ({ ...row, state: stateOf(answersOf(db, row.id)) }))
  return [...now, ...pastRows(db, new Set(now.map(({ id }) => id)))]
}

export const keyOf = ({ on_date, id }: ExceptionRow): string => `${on_date}|${id}`

const newestFirst = (a: ExceptionRow, b: ExceptionRow): number =>
  keyOf(a) < keyOf(b) ? 1 : keyOf(a) > keyOf(b) ? -1 : 0

/** A page by date, newest first. `after` is the key of the last row of the page before. */
export const exceptionsPage = (
  db: Read,
  sourced: readonly Found[],
  filter: Filter & { state?: ExceptionState | undefined; after?: string | undefined },
  limit: number,
): Found[] => {
  const { after } = filter
  const [date, id] = after === undefined ? ['9', ''] : [after.slice(0, 10), after.slice(11)]
  const only = filter.state === undefined ? sql`` : sql`and ${state} = ${filter.state}`
  const kept = all<Found>(
    db,
    sql`select exception.*, ${state} as state from exception
      where (on_date, id) < (${date}, ${id}) and ${conditionsOf(filter)} ${only}
      order by on_date desc, id desc limit ${limit}`,
  )
  const beside = sourced.filter(
    (row) =>
      isWanted(row, filter) &&
      (filter.state === undefined || row.state === filter.state) &&
      (after === undefined || keyOf(row) < after),
  )
  return [...kept, ...beside].toSorted(newestFirst).slice(0, limit)
}

export const countsOf = (db: Read, sourced: readonly Found[], filter: Filter): Record<ExceptionState, number> => {
  const counts = { open: 0, explained: 0, settled: 0 }
  for (const row of all<{ state: ExceptionState; count: number }>(
    db,
    sql`select ${state} as state, count(*) as count from exception where ${conditionsOf(filter)} group by 1`,
  ))
    counts[row.state] = row.count
  for (const row of sourced) if (isWanted(row, filter)) counts[row.state] += 1
  return counts
}

export const exceptionOf = (db: Read, sourced: readonly Found[], id: string): Found | undefined =>
  one<Found>(db, sql`select exception.*, ${state} as state from exception where id = ${id}`) ??
  sourced.find((row) => row.id === id)

export const answersOf = (db: Read, exception: string): ExceptionAnswer[] =>
  recordsOf(db, exceptionAnswerSubject, sql`where exception = ${exception} order by last`)
