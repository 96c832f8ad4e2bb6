/** Raw SQL with interpolations as parameters, and branded handles so that a reader cannot write. */
import type Database from 'better-sqlite3'

declare const reads: unique symbol
declare const writes: unique symbol

/** A handle that may read. */
export type Read = Database.Database & { readonly [reads]: true }
/** A handle inside a transaction that may write; every writer can read. */
export type Write = Read & { readonly [writes]: true }

/** Only `sql` and `raw` make one: what comes from outside may look like it, but cannot carry the mark. */
const fragment = Symbol('sql')

export type Sql = { readonly [fragment]: true; text: string; values: readonly SqlValue[] }
export type SqlValue = string | number | bigint | null | Uint8Array | undefined

/** `sql\`select … where id = ${id}\`` becomes a statement with `?` and its values; fragments may be nested. */
export const sql = (parts: TemplateStringsArray, ...values: readonly (SqlValue | Sql)[]): Sql => {
  let text = parts[0] ?? ''
  const flat: SqlValue[] = []
  for (const [index, value] of values.entries()) {
    if (typeof value === 'object' && value !== null && fragment in value) {
      text += value.text
      flat.push(...value.values)
    } else {
      text += '?'
      flat.push(value)
    }
    text += parts[index + 1] ?? ''
  }
  return { [fragment]: true, text, values: flat }
}

/** A fragment without values, for fixed words such as a column or a direction; never for anything typed. */
export const raw = (text: string): Sql => ({ [fragment]: true, text, values: [] })

// Preparing costs ten times a small query, so statements are kept per connection by their text.
const prepared = new WeakMap<Database.Database, Map<string, Database.Statement>>()

const statement = (db: Read, text: string): Database.Statement => {
  let known = prepared.get(db)
  if (!known) prepared.set(db, (known = new Map()))
  let found = known.get(text)
  if (!found) known.set(text, (found = db.prepare(text)))
  return found
}

const bind = (values: readonly SqlValue[]): unknown[] => values.map((value) => (value === undefined ? null : value))

/** All rows; the caller names the row's shape beside the query. */
export const all = <Row>(db: Read, query: Sql): Row[] => statement(db, query.text).all(...bind(query.values)) as Row[]

/** The first row, or undefined. */
export const one = <Row>(db: Read, query: Sql): Row | undefined =>
  statement(db, query.text).get(...bind(query.values)) as Row | undefined

export const run = (db: Write, query: Sql): Database.RunResult => statement(db, query.text).run(...bind(query.values))
