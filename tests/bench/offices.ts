/** The example offices that the bench measures on: each size is made once per run, in a folder of its own. */
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEngine } from '../../electron/engine/engine.ts'
import { readKeyFile } from '../../electron/key-file.ts'
import type { FolderKeeper } from '../../electron/engine/office/folder.ts'
import type { OpenOffice } from '../../electron/engine/office/office.ts'
import { connect, type Connection } from '../../electron/engine/serve.ts'
import { say } from './say.ts'

export type BenchOffice = {
  folder: string
  key: string
  keeper: FolderKeeper
  office: () => OpenOffice
  /** Signed in under a staff number of the example. */
  as: (staffNo: string) => Promise<Desk>
  close: () => void
}

export type Desk = {
  connection: Connection
  /** The answer; throws where it was refused. */
  call: <T>(operation: string, input: unknown) => Promise<T>
}

const checkout = join(import.meta.dirname, '..', '..')
const resources = join(checkout, 'node_modules/@expo-google-fonts/noto-sans-sc/400Regular')

/** Where offices lie; one that is named by `--offices` is kept for the next run, else all go at the end. */
export type Shelf = {
  folder: (entries: number, seed?: number) => string
  /** An empty office that `fill` fills before it is kept under a name. */
  filled: (name: string, fill: (office: OpenOffice) => void) => string
  clear: () => void
}

export const openShelf = (kept: string | undefined): Shelf => {
  const home = kept ?? mkdtempSync(join(tmpdir(), 'sealbook-bench-'))
  mkdirSync(home, { recursive: true })
  // The app runs as an ordinary person and must be able to go through here.
  chmodSync(home, 0o755)
  return {
    folder: (entries, seed = 1) => {
      const folder = join(home, `${entries}-${seed}`)
      if (!existsSync(join(folder, 'made'))) make(folder, entries, seed)
      return folder
    },
    filled: (name, fill) => {
      const folder = join(home, name)
      if (!existsSync(join(folder, 'made'))) makeFilled(folder, fill)
      return folder
    },
    clear: () => {
      if (kept === undefined) rmSync(home, { recursive: true, force: true })
    },
  }
}

const make = (folder: string, entries: number, seed: number): void => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const begun = performance.now()
  say(`making an example office of ${entries.toLocaleString('en')} entries …`)
  const cli = join(checkout, 'electron/engine/cli.ts')
  const args = ['--data', folder, 'example', '--entries', String(entries), '--seed', String(seed)]
  execFileSync(process.execPath, [cli, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
  execFileSync('touch', [join(folder, 'made')])
  const seconds = (performance.now() - begun) / 1000
  say(`  made in ${seconds.toFixed(0)} s, ${Math.round(entries / seconds).toLocaleString('en')} entries a second`)
}

const makeFilled = (folder: string, fill: (office: OpenOffice) => void): void => {
  make(folder, 0, 1)
  rmSync(join(folder, 'made'))
  const office = openBenchOffice(folder, 'OFF')
  office.office().journal.db.pragma('cache_size = -131072')
  const begun = performance.now()
  fill(office.office())
  const count = office.office().journal.count()
  office.close()
  say(`  filled with ${count.toLocaleString('en')} entries in ${((performance.now() - begun) / 1000).toFixed(0)} s`)
  execFileSync('touch', [join(folder, 'made')])
}

let commands = 0

/** Opens an office as the engine does; `now` stands at the time it was made up to. */
export const openBenchOffice = (folder: string, synchronous: 'FULL' | 'OFF' = 'FULL'): BenchOffice => {
  const key = readKeyFile(folder)
  if (key === undefined) throw new Error(`no key in ${folder}`)
  const keeper = openEngine({ folder, key, resources, clock: { now: Date.now }, synchronous })
  const office = (): OpenOffice => {
    const open = keeper.office()
    if ('refused' in open) throw new Error(`no office in ${folder}: ${JSON.stringify(open.refused)}`)
    return open
  }
  return {
    folder,
    key,
    keeper,
    office,
    as: async (staffNo) => {
      const connection = connect({ folder: keeper, language: 'zh-CN', log: (message) => say(message) })
      const call: Desk['call'] = async <T>(operation: string, input: unknown) => {
        const reply = await connection.call({ operation, input, command: `bench-${process.pid}-${(commands += 1)}` })
        if (!reply.ok) throw new Error(`${operation} was refused: ${JSON.stringify(reply.fault)}`)
        return reply.value as T
      }
      await call('people.signIn', { staffNo })
      return { connection, call }
    },
    close: () => keeper.close(),
  }
}

/** Size of a file in the office's folder, bytes; 0 where it is not there. */
export const bytesOf = (folder: string, name: string): Buffer =>
  existsSync(join(folder, name)) ? readFileSync(join(folder, name)) : Buffer.alloc(0)
