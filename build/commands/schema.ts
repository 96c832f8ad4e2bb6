/** `npm run schema`: writes the committed schema.sql anew from migrations and derived tables. */
import { join } from 'node:path'
import { checkout } from '../runtime/places.ts'
import { follow } from '../runtime/run.ts'
import { runCommand } from '../runtime/talk.ts'

await runCommand(() =>
  follow(process.execPath, [join(checkout, 'electron', 'engine', 'store', 'write-schema.ts')], { cwd: checkout }),
)
