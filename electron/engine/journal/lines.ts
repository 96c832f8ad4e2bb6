/** Keeping the lines of records in tables of their own: new minus old, as balances are kept, and proved the same way. */
import type { Identified, LineTable, LineValue } from '../../../shared/journal/subject.ts'
import { one, raw, run, separated, sql, type Read, type Sql, type Write } from '../store/sql.ts'
import type { AnyType, Kinds } from './kinds.ts'

type Lines = LineTable<Identified>

const keyOf = ({ columns, key }: Lines, line: readonly LineValue[]): Sql => {
  const names = Object.keys(columns)
  return separated(
    key.map((column) => sql`${raw(column)} = ${line[names.indexOf(column)]}`),
    ' and ',
  )
}

const sameText = (line: readonly LineValue[]): string => JSON.stringify(line)

/** What a record says no more goes, what it says anew or otherwise is written. */
export const keepLines = (
  db: Write,
  table: Lines,
  before: Identified | undefined,
  after: Identified | undefined,
): void => {
  const next = after ? table.of(after) : []
  if (before) {
    const old = new Map(table.of(before).map((line) => [sameText(line), line]))
    const kept = next.filter((line) => !old.delete(sameText(line)))
    for (const line of old.values()) run(db, sql`delete from ${raw(table.name)} where ${keyOf(table, line)}`)
    for (const line of kept) insert(db, table, line)
  } else for (const line of next) insert(db, table, line)
}

const insert = (db: Write, { name }: Lines, line: readonly LineValue[]): void => {
  // Two lines of one key cannot come from one record; from a file that was tampered with, the later stands.
  run(
    db,
    sql`insert or replace into ${raw(name)} values (${separated(
      line.map((value) => sql`${value}`),
      ', ',
    )})`,
  )
}

/** Whether each line of a record lies there as it says, found by `found`; answers how many it has. */
export const proveLines = (
  db: Read,
  { lines: table, name }: AnyType,
  record: Identified,
  found: (what: 'row', where: string) => void,
): number => {
  if (!table) return 0
  const lines = table.of(record)
  for (const line of lines) {
    const stored = one<Record<string, LineValue>>(db, sql`select * from ${raw(table.name)} where ${keyOf(table, line)}`)
    if (!stored || sameText(Object.values(stored)) !== sameText(line)) found('row', `${name} ${record.id}`)
  }
  return lines.length
}

export const countLines = (db: Read, { tables }: Kinds): number =>
  tables.reduce(
    (sum, { type }) =>
      sum +
      (type.lines
        ? (one<{ count: number }>(db, sql`select count(*) as count from ${raw(type.lines.name)}`)?.count ?? 0)
        : 0),
    0,
  )
