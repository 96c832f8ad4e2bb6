/** `npm run test:desk [-- file or option]`: the end-to-end tests in real Electron. */
import { runDesk } from '../runtime/desk-run.ts'
import { ensureSystem } from '../runtime/system.ts'
import { runCommand } from '../runtime/talk.ts'

await runCommand(async () => {
  await ensureSystem(['window', 'headless', 'tests'], ['compiler'])
  return runDesk(process.argv.slice(2))
})
