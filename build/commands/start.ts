/** `npm start`: the window; without a display the demonstration day, since something real should be seen either way. */
import { ensureBuild } from '../runtime/app-build.ts'
import { hasDisplay } from '../runtime/display.ts'
import { findElectron } from '../runtime/electron.ts'
import { checkout, isRoot } from '../runtime/places.ts'
import { follow } from '../runtime/run.ts'
import { ensureSystem } from '../runtime/system.ts'
import { runCommand, say } from '../runtime/talk.ts'
import { runDemonstration } from '../runtime/demonstration.ts'

await runCommand(async () => {
  if (!hasDisplay()) {
    say('There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set).')
    say('Sealbook runs its demonstration day in the same app on a virtual screen instead.')
    return runDemonstration()
  }
  await ensureSystem(['window'], ['compiler'])
  const electron = await findElectron()
  await ensureBuild()
  if (isRoot)
    say(
      'Note: Chromium refuses its sandbox to root, so this window runs without it. Start as an ordinary user to have it.',
    )
  const env = {
    ...process.env,
    ...(electron.sqliteBinding === undefined ? {} : { SEALBOOK_SQLITE_BINDING: electron.sqliteBinding }),
  }
  return follow(electron.executable, [checkout, ...(isRoot ? ['--no-sandbox'] : []), ...process.argv.slice(2)], { env })
})
