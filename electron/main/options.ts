/** Where this run finds its office, its parts and its profile: from the command line, the environment, else the usual places. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

export type Options = {
  /** The data folder of the office. */
  readonly folder: string
  /** Chromium's own files and the shell's settings, one per data folder: the single-instance lock hangs on it. */
  readonly profile: string
  readonly pages: string
  readonly preload: string
  readonly engineScript: string
  readonly resources: string
  readonly engineEnv: Readonly<Record<string, string>>
  readonly language: string | undefined
}

type Env = Readonly<Record<string, string | undefined>>

export function readOptions(args: readonly string[], env: Env, appData: string): Options {
  const home = join(appData, 'Sealbook')
  const given = argument(args, '--data') ?? env['SEALBOOK_DATA']
  const folder = given === undefined || given === '' ? join(home, 'office') : resolve(given)
  const built = import.meta.dirname
  return {
    folder,
    profile: join(home, 'desks', createHash('sha256').update(folder).digest('hex').slice(0, 16)),
    pages: join(built, 'renderer'),
    preload: join(built, 'preload.cjs'),
    engineScript: join(built, 'engine.js'),
    // Worker threads and the font reader see the file system as it is, without Electron's view into its archive.
    resources: join(built.replace(/app\.asar$|app\.asar(?=[\\/])/, 'app.asar.unpacked'), 'resources'),
    engineEnv: engineEnvironment(env),
    language: argument(args, '--language') ?? env['SEALBOOK_LANGUAGE'],
  }
}

/** Accepts `--name value` and `--name=value`. */
function argument(args: readonly string[], name: string): string | undefined {
  const at = args.findIndex((arg) => arg === name || arg.startsWith(`${name}=`))
  if (at < 0) return undefined
  return args[at] === name ? args[at + 1] : args[at]?.slice(name.length + 1)
}

/** The engine gets what it needs to run and find its binding, and nothing of what else the environment may hold. */
function engineEnvironment(env: Env): Record<string, string> {
  const kept = Object.entries(env).filter(
    ([name, value]) =>
      value !== undefined &&
      /^(PATH|HOME|TMPDIR|TEMP|TMP|LANG|LC_.*|TZ|SYSTEMROOT|USERPROFILE|SEALBOOK_.*)$/i.test(name),
  )
  const engineEnv = Object.fromEntries(kept) as Record<string, string>
  const packed = join(process.resourcesPath, 'better_sqlite3.node')
  // A package made around an older runtime (for trial on a build machine) carries the binding that fits it.
  if (
    engineEnv['SEALBOOK_SQLITE_BINDING'] === undefined &&
    Number(process.versions['napi']) < 10 &&
    existsSync(packed)
  ) {
    engineEnv['SEALBOOK_SQLITE_BINDING'] = packed
  }
  return engineEnv
}
