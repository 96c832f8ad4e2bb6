/** Writes `schema.sql` beside this file; `npm run schema` after a migration or a change of derived tables. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { kinds } from '../rooms.ts'
import { schemaOf } from './schema.ts'

writeFileSync(join(import.meta.dirname, 'schema.sql'), schemaOf(kinds.tables))
