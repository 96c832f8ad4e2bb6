/** The demonstration: the day (`tests/desk/day.spec.ts`) and the storekeeper's month behind it, in the real app, with pictures in `demo/`. */
import { join } from 'node:path'
import { ensureSystem } from './system.ts'
import { checkout } from './places.ts'
import { runDesk } from './desk-run.ts'
import { say } from './talk.ts'

export async function runDemonstration(): Promise<number> {
  const folder = join(checkout, 'demo')
  await ensureSystem(['window', 'headless', 'tests'], ['compiler'])
  const code = await runDesk(['day.spec.ts', 'storekeeper.spec.ts', '--reporter=list'], { SEALBOOK_DEMO: folder })
  if (code === 0)
    say(`\nThe day is over. Its screenshots and PDFs lie in ${folder}\nStart with ${join(folder, 'index.html')}`)
  else say('\nThe demonstration day did not come to its end; what went wrong stands above.')
  return code
}
