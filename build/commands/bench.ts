/** `npm run bench [-- --json]`: sets up what the measurements need and hands over to `tests/bench/run.ts`. */
import { join } from 'node:path'
import { ensureBuild } from '../runtime/app-build.ts'
import { virtualDisplay } from '../runtime/display.ts'
import { findElectron } from '../runtime/electron.ts'
import { checkout } from '../runtime/places.ts'
import { follow } from '../runtime/run.ts'
import { takeSeat } from '../runtime/seat.ts'
import { ensureSystem } from '../runtime/system.ts'
import { runCommand } from '../runtime/talk.ts'

await runCommand(async () => {
  await ensureSystem(['window', 'headless'], ['compiler'])
  const electron = await findElectron()
  await ensureBuild()
  const screen = process.platform === 'linux' ? await virtualDisplay() : undefined
  const { leave, ...seat } = await takeSeat(electron)
  try {
    return await follow(process.execPath, [join(checkout, 'tests', 'bench', 'run.ts'), ...process.argv.slice(2)], {
      cwd: checkout,
      env: { ...process.env, ...screen?.env, SEALBOOK_SEAT: JSON.stringify(seat) },
    })
  } finally {
    screen?.close()
    await leave()
  }
})
