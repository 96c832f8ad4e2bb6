/** `npm run -s office -- …`: the same office on a terminal. Its stdout is the result and nothing else. */
import { join } from 'node:path'
import { checkout } from '../runtime/places.ts'
import { follow } from '../runtime/run.ts'
import { runCommand } from '../runtime/talk.ts'

// npm starts scripts in the package's folder; the person's own folder is where relative paths are meant from.
await runCommand(() =>
  follow(process.execPath, [join(checkout, 'electron', 'engine', 'cli.ts'), ...process.argv.slice(2)], {
    cwd: process.env['INIT_CWD'] ?? process.cwd(),
  }),
)
