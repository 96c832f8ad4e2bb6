/**
 * `npm run dev`: the window on a development server. The page changes in place; a change to shell, preload or engine
 * builds that part anew and starts the app again.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { createServer } from 'vite'
import { ensureBuild } from '../runtime/app-build.ts'
import { hasDisplay } from '../runtime/display.ts'
import { findElectron } from '../runtime/electron.ts'
import { checkout, isRoot } from '../runtime/places.ts'
import { ensureSystem } from '../runtime/system.ts'
import { runCommand, say, SetupProblem } from '../runtime/talk.ts'

await runCommand(async () => {
  if (!hasDisplay()) throw new SetupProblem('Development needs a display; set DISPLAY or use `npm run demo`.')
  await ensureSystem(['window'], ['compiler'])
  const electron = await findElectron()
  const server = await createServer({ configFile: join(checkout, 'vite.config.ts') })
  await server.listen()
  const address = server.resolvedUrls?.local[0]
  if (address === undefined) throw new SetupProblem('The development server has no address.')
  const env = {
    ...process.env,
    SEALBOOK_DEV_SERVER: address.replace(/\/$/, ''),
    ...(electron.sqliteBinding === undefined ? {} : { SEALBOOK_SQLITE_BINDING: electron.sqliteBinding }),
  }
  return new Promise((resolve) => {
    let app: ChildProcess | undefined
    const open = async () => {
      try {
        await ensureBuild()
      } catch (problem) {
        return say(problem instanceof Error ? problem.message : String(problem))
      }
      const opened = spawn(
        electron.executable,
        [checkout, ...(isRoot ? ['--no-sandbox'] : []), ...process.argv.slice(2)],
        { env, stdio: 'inherit' },
      )
      app = opened
      opened.once('exit', (code) => {
        if (app === opened) void server.close().then(() => resolve(code ?? 0))
      })
    }
    let pause: NodeJS.Timeout | undefined
    for (const room of ['electron', 'shared']) {
      watch(join(checkout, room), { recursive: true }, () => {
        clearTimeout(pause)
        pause = setTimeout(() => {
          const old = app
          app = undefined
          old?.kill()
          void open()
        }, 200)
      })
    }
    void open()
  })
})
