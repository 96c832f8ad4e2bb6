/**
 * Finds the Electron to run: an override, else the official download, else the runtime from the npm registry; and the
 * SQLite binding that fits it.
 */
import { existsSync } from 'node:fs'
import { copyFile, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { cached } from './cache.ts'
import { cache, modules } from './places.ts'
import { electronFromNpm } from './npm-electron.ts'
import { must } from './run.ts'
import { say, SetupProblem, step } from './talk.ts'
import { sqliteFor } from './sqlite.ts'

export type Electron = {
  readonly folder: string
  readonly executable: string
  readonly version: string
  /** The binding to hand to the engine, where the prebuilt one of the package would not load. */
  readonly sqliteBinding: string | undefined
}

export async function findElectron(): Promise<Electron> {
  const executable = await locate()
  const versions = await ask(executable)
  const napi = Number(versions.napi)
  return {
    folder: dirname(executable),
    executable,
    version: versions.electron,
    sqliteBinding: napi >= 10 ? undefined : await sqliteFor(executable, napi),
  }
}

async function locate(): Promise<string> {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override !== undefined && override !== '') return join(override, 'electron')
  return (await official()) ?? join(await electronFromNpm(), 'electron')
}

/** The download lands in node_modules and is moved to the cache: a fresh clone, or another user, finds it there. */
async function official(): Promise<string | undefined> {
  const home = join(modules, 'electron')
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string }
  const name = `electron-${version}-${process.platform}-${process.arch}`
  // Once it was out of reach here, the next start does not ask the network again; removing the note asks anew.
  const note = join(cache, `electron-${version}-unreachable`)
  if (existsSync(note)) return undefined
  try {
    const folder = await cached(name, (draft) =>
      step(`Downloading Electron ${version}, once`, async () => {
        await must(process.execPath, [join(home, 'install.js')], { timeout: 15 * 60_000 })
        await cp(join(home, 'dist'), draft, { recursive: true, verbatimSymlinks: true })
        await copyFile(join(home, 'path.txt'), join(draft, 'path.txt'))
        await rm(join(home, 'dist'), { recursive: true })
        await rm(join(home, 'path.txt'))
      }),
    )
    return join(folder, await readFile(join(folder, 'path.txt'), 'utf8'))
  } catch (problem) {
    if (!(problem instanceof SetupProblem)) throw problem
    say('  the official download cannot be reached from here')
    await writeFile(note, 'Remove this file to try the official download again.\n')
    return undefined
  }
}

type Versions = { readonly electron: string; readonly napi: string }

/** What the runtime says of itself. Asking takes a moment, so the answer is kept beside its path and time. */
async function ask(executable: string): Promise<Versions> {
  const mark = createHash('sha256').update(executable).digest('hex').slice(0, 16)
  const memo = join(cache, `versions-${mark}.json`)
  const kept = await readFile(memo, 'utf8').then(
    (text) => JSON.parse(text) as Versions,
    () => undefined,
  )
  if (kept !== undefined && process.env['ELECTRON_OVERRIDE_DIST_PATH'] === undefined) return kept
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const code = 'const {electron,napi}=process.versions;process.stdout.write(JSON.stringify({electron,napi}))'
  const versions = JSON.parse(await must(executable, ['-e', code], { env })) as Versions
  await mkdir(cache, { recursive: true, mode: 0o755 })
  await writeFile(memo, JSON.stringify(versions))
  return versions
}
