/** Runs end-to-end tests in the real app: as an ordinary user, sandboxed, on a virtual screen unless a visible one is wanted. */
import { join } from 'node:path'
import { ensureBuild } from './app-build.ts'
import { virtualDisplay } from './display.ts'
import { findElectron } from './electron.ts'
import { checkout, modules } from './places.ts'
import { follow } from './run.ts'
import { takeSeat } from './seat.ts'
import { say } from './talk.ts'

/** `SEALBOOK_VISIBLE=1` shows the windows on this machine's screen instead. */
export async function runDesk(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<number> {
  const electron = await findElectron()
  await ensureBuild()
  const screen =
    process.platform === 'linux' && process.env['SEALBOOK_VISIBLE'] === undefined ? await virtualDisplay() : undefined
  const seat = await takeSeat(electron)
  if (!seat.sandboxed)
    say('Note: this machine forbids user namespaces, so the app runs without Chromium’s sandbox here.')
  const { leave, ...shown } = seat
  try {
    return await follow(process.execPath, [join(modules, '@playwright', 'test', 'cli.js'), 'test', ...args], {
      cwd: checkout,
      env: { ...process.env, ...screen?.env, SEALBOOK_SEAT: JSON.stringify(shown), ...env },
    })
  } finally {
    screen?.close()
    await leave()
  }
}
