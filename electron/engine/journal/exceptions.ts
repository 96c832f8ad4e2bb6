/** Keeping what records tell of exceptions in one table, so that a page of them is one query over all rooms. */
import { canonical } from '../../../shared/journal/canonical.ts'
import type { Identified } from '../../../shared/journal/subject.ts'
import { exceptionId } from '../../../shared/office/exceptions.ts'
import { all, run, sql, type Read, type Write } from '../store/sql.ts'
import type { AnyType } from './kinds.ts'

export type ExceptionRow = {
  id: string
  kind: string
  subject: string
  type: string
  on_date: string
  person: string | null
  values_json: string
}

/** The rows that a record's exceptions are kept as; where one id is told twice, the later stands. */
export const exceptionRowsOf = (type: AnyType, record: Identified | undefined): ExceptionRow[] => {
  const told = (record && type.exceptions?.(record)) ?? []
  if (!record || told.length === 0) return []
  const rows = told.map((exception): ExceptionRow => ({
    id: exceptionId({ ...exception, subject: record.id }),
    kind: exception.kind,
    subject: record.id,
    type: type.name,
    on_date: exception.on,
    person: exception.person ?? null,
    values_json: canonical(exception.values ?? {}),
  }))
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}

/** One spelling of a row, to compare by. */
export const exceptionText = (row: ExceptionRow): string => Object.values(row).join('\n')

/** New minus old: what a record tells no more goes, what it tells otherwise or anew is written. */
export const keepExceptions = (
  db: Write,
  type: AnyType,
  subject: string,
  before: Identified | undefined,
  after: Identified | undefined,
): void => {
  const old = new Map(exceptionRowsOf(type, before).map((row) => [row.id, exceptionText(row)]))
  for (const row of exceptionRowsOf(type, after)) {
    if (old.get(row.id) !== exceptionText(row)) write(db, row)
    old.delete(row.id)
  }
  for (const id of old.keys()) run(db, sql`delete from exception where id = ${id} and subject = ${subject}`)
}

const write = (db: Write, row: ExceptionRow): void => {
  run(
    db,
    sql`insert or replace into exception (id, kind, subject, type, on_date, person, values_json)
      values (${row.id}, ${row.kind}, ${row.subject}, ${row.type}, ${row.on_date}, ${row.person}, ${row.values_json})`,
  )
}

export const storedExceptions = (db: Read): ExceptionRow[] =>
  all<ExceptionRow>(db, sql`select id, kind, subject, type, on_date, person, values_json from exception`)
