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

export type Sql = { readonly [fragment]: true; text: string; values: readonly Exclude<SqlValue, undefined>[] }
export type SqlValue = string | number | bigint | null | Uint8Array | undefined

// The text of each place in the code that nests nothing: one string for all its calls, whose hash the engine keeps, where a
// text put together anew would be walked through for every look-up of its statement.
const plainTexts = new WeakMap<TemplateStringsArray, string>()

const plainText = (parts: TemplateStringsArray): string => {
  const known = plainTexts.get(parts)
  if (known !== undefined) return known
  const text = parts.join('?')
  plainTexts.set(parts, text)
  return text
}

const isFragment = (value: SqlValue | Sql): value is Sql =>
  typeof value === 'object' && value !== null && fragment in value

/** `sql\`select … where id = ${id}\`` becomes a statement with `?` and its values; fragments may be nested. */
export const sql = (parts: TemplateStringsArray, ...values: readonly (SqlValue | Sql)[]): Sql => {
  const flat: Exclude<SqlValue, undefined>[] = []
  let text: string | undefined
  for (let index = 0; index < values.length; index++) {
    const value = values[index]
    if (isFragment(value)) {
      text = `${text ?? parts.slice(0, index + 1).join('?')}${value.text}${parts[index + 1] ?? ''}`
      flat.push(...value.values)
    } else {
      if (text !== undefined) text += `?${parts[index + 1] ?? ''}`
      flat.push(value ?? null)
    }
  }
  return { [fragment]: true, text: text ?? plainText(parts), values: flat }
}

/** A fragment without values, for fixed words such as a column or a direction; never for anything typed. */
export const raw = (text: string): Sql => ({ [fragment]: true, text, values: [] })

/** Fragments in a row, set apart by fixed words. */
export const separated = (parts: readonly Sql[], by: string): Sql => ({
  [fragment]: true,
  text: parts.map(({ text }) => text).join(by),
  values: parts.flatMap(({ values }) => values),
})

// Preparing costs ten times a small query, so statements are kept per connection by their text.
const prepared = new WeakMap<Database.Database, Map<string, Database.Statement>>()

const statement = (db: Read, text: string): Database.Statement => {
  let known = prepared.get(db)
  if (!known) prepared.set(db, (known = new Map()))
  let found = known.get(text)
  if (!found) known.set(text, (found = db.prepare(text)))
  return found
}

/** All rows; the caller names the row's shape beside the query. */
export const all = <Row>(db: Read, query: Sql): Row[] => statement(db, query.text).all(...query.values) as Row[]

/** The first row, or undefined. */
export const one = <Row>(db: Read, query: Sql): Row | undefined =>
  statement(db, query.text).get(...query.values) as Row | undefined

export const run = (db: Write, query: Sql): Database.RunResult => statement(db, query.text).run(...query.values)
