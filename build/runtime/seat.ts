/**
 * Who sits at the desk when root runs the tests or the demonstration: the ordinary user `nobody`.
 *
 * Chromium refuses its sandbox to root, and a test without the sandbox is a test of another app. So the app is put
 * where everyone may read it and is started through `setpriv`, while the test itself stays with root.
 */
import { chmod, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Electron } from './electron.ts'
import { checkout, dist, isRoot, modules } from './places.ts'
import { capture, must } from './run.ts'

/** What a launcher needs: the program, the app's folder, a place for its data, and its environment. */
export type Seat = {
  readonly executable: string
  /** The same program held back until Playwright says go (its loader first), so that no window opens unseen. */
  readonly driven: string
  readonly app: string
  readonly home: string
  readonly sandboxed: boolean
  readonly env: Readonly<Record<string, string>>
  readonly leave: () => Promise<void>
}

export async function takeSeat(electron: Electron): Promise<Seat> {
  const home = await mkdtemp(join(tmpdir(), 'sealbook-seat-'))
  const app = isRoot ? join(home, 'app') : checkout
  const loader = join(home, 'playwright-loader.cjs')
  await cp(join(modules, 'playwright-core', 'lib', 'server', 'electron', 'loader.js'), loader)
  const executable = await writeStarter(join(home, 'electron'), electron.executable, [])
  const driven = await writeStarter(join(home, 'electron-driven'), electron.executable, ['-r', loader])
  if (isRoot) {
    await stage(app)
    await must('chown', ['-R', 'nobody:nogroup', home])
    await chmod(home, 0o755)
  }
  return {
    executable,
    driven,
    app,
    home,
    sandboxed: await sandboxHolds(),
    env: {
      HOME: home,
      XDG_CONFIG_HOME: join(home, '.config'),
      XDG_CACHE_HOME: join(home, '.cache'),
      ...(electron.sqliteBinding === undefined ? {} : { SEALBOOK_SQLITE_BINDING: electron.sqliteBinding }),
    },
    leave: () => rm(home, { recursive: true, force: true }),
  }
}

const asNobody = ['setpriv', '--reuid=nobody', '--regid=nogroup', '--clear-groups', '--no-new-privs']

async function writeStarter(path: string, executable: string, args: readonly string[]): Promise<string> {
  const command = [...(isRoot ? asNobody : []), executable, ...args].map((word) => `'${word.replaceAll("'", "'\\''")}'`)
  await writeFile(path, `#!/bin/sh\nexec ${command.join(' ')} "$@"\n`, { mode: 0o755 })
  return path
}

/** Copies what the app consists of; the checkout itself may lie in a folder that others cannot enter. */
async function stage(app: string): Promise<void> {
  const binding = join('node_modules', 'better-sqlite3')
  await mkdir(join(app, 'node_modules'), { recursive: true })
  await cp(dist, join(app, 'dist'), { recursive: true })
  await cp(join(checkout, 'package.json'), join(app, 'package.json'))
  await cp(join(modules, 'better-sqlite3'), join(app, binding), {
    recursive: true,
    filter: (path) => !path.includes(join(binding, 'deps')) && !path.includes(join(binding, 'src')),
  })
}

/** Some containers forbid user namespaces; then Chromium cannot build its sandbox and says so at once. */
async function sandboxHolds(): Promise<boolean> {
  if (process.platform !== 'linux') return true
  const probe = ['--user', '--map-root-user', 'true']
  const [program, args] = isRoot ? ['setpriv', [...asNobody.slice(1), 'unshare', ...probe]] : ['unshare', probe]
  return (await capture(program, args)).code === 0
}
