/** The file's whole schema as readable SQL: what a fresh data folder holds after all migrations and derived tables. */
import Database from 'better-sqlite3'
import { bindingOptions } from './binding.ts'
import type { DerivedTable } from './derived.ts'
import { migrations } from './migrations/index.ts'
import { derivedDefinitions } from './open.ts'

/** Made from the migrations themselves, so that the committed `schema.sql` can be held against it. */
export const schemaOf = (tables: readonly DerivedTable[]): string => {
  const db = new Database(':memory:', bindingOptions())
  for (const statement of [...migrations.flat(), ...derivedDefinitions(tables)]) db.exec(statement)
  const parts = db
    .prepare(`select sql from sqlite_schema where sql is not null and name not like 'found_text_%' order by rowid`)
    .all() as { sql: string }[]
  db.close()
  return `-- Made by \`npm run schema\`; a test holds it against a fresh database. user_version ${migrations.length}\n\n${parts.map((part) => `${part.sql};`).join('\n\n')}\n`
}
