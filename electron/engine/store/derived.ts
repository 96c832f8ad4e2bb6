/**
 * Derived tables: one per subject type, each row the fold of a subject's entries. The record lies whole as JSON;
 * what is searched or sorted by is a generated column over it, so nothing is typed twice. They can be dropped and
 * rebuilt from the journal at any time, which is why they have no migrations, no UNIQUE and no FOREIGN KEY.
 */
import type { Identified, LineTable, SubjectType } from '../../../shared/journal/subject.ts'
import { all, one, raw, sql, type Read, type Sql } from './sql.ts'

export type DerivedTable = {
  type: SubjectType<never>
  /** Generated columns: name -> JSON path in the record, e.g. `{ number: '$.number' }`. */
  columns: Record<string, string>
  /** Column lists to index, e.g. `['number', 'seal, usedOn, number']`. */
  indexes: string[]
}

/**
 * Declares a subject's table.
 * @param columns generated column -> JSON path in the record
 * @param indexes column lists, as in SQL; `request where request is not null` leaves out rows without one, which a
 *   search by that column never wants and every insert would pay for
 */
export const derivedTable = <R extends Identified>(
  type: SubjectType<R>,
  columns: Record<string, string>,
  indexes: string[] = [],
): DerivedTable => ({ type: type as unknown as SubjectType<never>, columns, indexes })

/** The table's definition; `name` may differ while a rebuild fills a shadow beside the living table. */
export const definitionOf = (table: DerivedTable): string[] => {
  const { name } = table.type
  const generated = Object.entries(table.columns).map(
    ([column, path]) => `  "${column}" AS (record ->> '${path}') VIRTUAL`,
  )
  return [
    `CREATE TABLE ${name} (\n${['  subject TEXT PRIMARY KEY NOT NULL', '  generation INTEGER NOT NULL', '  last TEXT NOT NULL', '  heads TEXT NOT NULL', '  record TEXT NOT NULL', ...generated].join(',\n')}\n) STRICT`.replace(
      / AS \(/g,
      ' ANY AS (',
    ),
    ...(table.type.lines ? [lineDefinition(table.type.lines)] : []),
    ...table.indexes.map((index, place) => `CREATE INDEX ${name}_${place + 1} ON ${name} ${indexed(index)}`),
  ]
}

const lineDefinition = ({ name, columns, key }: LineTable<never>): string => {
  const defined = Object.entries(columns).map(
    ([column, type]) => `  ${column} ${type}${key.includes(column) ? ' NOT NULL' : ''}`,
  )
  return `CREATE TABLE ${name} (\n${defined.join(',\n')},\n  PRIMARY KEY (${key.join(', ')})\n) STRICT, WITHOUT ROWID`
}

/** The tables that a subject's rows lie in: its own, and that of its lines. */
export const tableNames = ({ type }: DerivedTable): string[] => [type.name, ...(type.lines ? [type.lines.name] : [])]

const indexed = (index: string): string => {
  const [columns, only] = index.split(' where ')
  return only === undefined ? `(${columns})` : `(${columns}) WHERE ${only}`
}

/** One record by its subject id. */
export const recordOf = <R extends Identified>(db: Read, type: SubjectType<R>, subject: string): R | undefined => {
  const row = one<{ record: string }>(db, sql`select record from ${raw(type.name)} where subject = ${subject}`)
  return row && (JSON.parse(row.record) as R)
}

/** Records by a condition and order of the caller's: `recordsOf(db, sealUse, sql\`where seal = ${id} order by number desc limit 50\`)`. */
export const recordsOf = <R extends Identified>(db: Read, type: SubjectType<R>, rest: Sql): R[] =>
  all<{ record: string }>(db, sql`select record from ${raw(type.name)} ${rest}`).map(
    (row) => JSON.parse(row.record) as R,
  )

/** A balance or count: the sum of what all records contributed to an account. */
export const balanceOf = (db: Read, account: string): number =>
  one<{ amount: number }>(db, sql`select amount from balance where account = ${account}`)?.amount ?? 0
