/**
 * The real app in a test: the built product, sandboxed, as an ordinary user, with a data folder of its own.
 *
 * `npm run test:desk` prepares the seat (which Electron, which user, which screen) and names it in SEALBOOK_SEAT.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'

type Seat = {
  readonly executable: string
  readonly driven: string
  readonly app: string
  readonly home: string
  readonly sandboxed: boolean
  readonly env: Readonly<Record<string, string>>
}

export type OpenDesk = {
  readonly app: ElectronApplication
  readonly page: Page
  /** Ends the engine's process as a crash would; returns the id it had. */
  readonly killEngine: () => Promise<number>
  /** The next "save as" answers with this path, as if the person had chosen it. */
  readonly answerSave: (path: string) => Promise<void>
  /** The next "open" answers with this path. */
  readonly answerOpen: (path: string) => Promise<void>
  readonly close: () => Promise<void>
}

export type DeskOptions = {
  /** `kept`: none is given, the app uses what it remembers. */
  readonly language?: 'zh-CN' | 'en' | 'kept'
  readonly args?: readonly string[]
}

export const seat = readSeat()

function readSeat(): Seat {
  const text = process.env['SEALBOOK_SEAT']
  if (text === undefined)
    throw new Error('Run these tests with `npm run test:desk`: it finds Electron and prepares a seat.')
  return JSON.parse(text) as Seat
}

/** A new folder that the app's user may write to. */
export function newFolder(name: string): string {
  const folder = mkdtempSync(join(seat.home, `${name}-`))
  giveToDesk(folder)
  return folder
}

/** Hands files that the test made to the user the app runs as. */
export function giveToDesk(path: string): void {
  if (process.getuid?.() === 0) execFileSync('chown', ['-R', 'nobody:nogroup', path])
}

/** Makes the example office in a new folder, through the terminal, as a visitor would. */
export function exampleOffice(entries: number, seed = 1): string {
  const folder = newFolder('example')
  const cli = join(import.meta.dirname, '..', '..', 'electron', 'engine', 'cli.ts')
  const args = ['--data', folder, 'example', '--entries', String(entries), '--seed', String(seed)]
  execFileSync(process.execPath, [cli, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
  giveToDesk(folder)
  return folder
}

export async function openDesk(folder: string, options: DeskOptions = {}): Promise<OpenDesk> {
  const files = join(seat.home, 'files')
  mkdirSync(files, { recursive: true })
  giveToDesk(files)
  const app = await _electron.launch({
    executablePath: seat.driven,
    args: [seat.app, '--data', folder, ...(options.args ?? [])],
    cwd: seat.home,
    chromiumSandbox: seat.sandboxed,
    env: deskEnv(options.language ?? 'zh-CN'),
  })
  app.process().stderr?.on('data', (part: Buffer) => tellUnusual(part.toString()))
  const page = await app.firstWindow()
  return {
    app,
    page,
    killEngine: () => killEngine(app),
    answerSave: (path) =>
      app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
      }, path),
    answerOpen: (path) =>
      app.evaluate(({ dialog }, filePath) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
      }, path),
    close: () => app.close(),
  }
}

/** The environment the app gets: a home of its own, the screen, and nothing else of the person who runs the tests. */
export function deskEnv(language: 'zh-CN' | 'en' | 'kept'): Record<string, string> {
  const wanted = ['PATH', 'DISPLAY', 'XAUTHORITY', 'TZ']
  const inherited = Object.fromEntries(
    wanted.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  )
  return { ...inherited, ...seat.env, ...(language === 'kept' ? {} : { SEALBOOK_LANGUAGE: language }) }
}

/** Chromium without a session bus or a graphics card says so many times; that is normal here. */
function tellUnusual(text: string): void {
  const usual =
    /dbus|bus\.cc|gpu|vaapi|viz_main|gl_|angle|DevTools listening|Debugger (listening|attached|ending)|For help, see|inspector|SharedImage|command_buffer/i
  for (const line of text.split('\n'))
    if (line.trim() !== '' && !usual.test(line)) process.stderr.write(`  [app] ${line}\n`)
}

/** The office's date, as the desk shows it: around midnight another than this machine's. */
export async function officeDate(page: Page): Promise<string> {
  const date = /\d{4}-\d{2}-\d{2}/.exec((await page.locator('.statusbar').textContent()) ?? '')?.[0]
  if (date === undefined) throw new Error('the desk shows no date')
  return date
}

async function killEngine(app: ElectronApplication): Promise<number> {
  const pid = await app.evaluate(({ app: shell }) => {
    const engine = shell
      .getAppMetrics()
      .find((metric) => metric.name === 'Sealbook engine' || metric.serviceName === 'Sealbook engine')
    return engine?.pid
  })
  if (pid === undefined) throw new Error('The engine is not running.')
  process.kill(pid, 'SIGKILL')
  return pid
}
