/**
 * The SQLite binding for an Electron whose Node-API is older than the prebuilt one needs (10): there the prebuilt file
 * ends the process without a word, so we build the package's own sources once, into the cache.
 *
 * The compiler is called directly. node-gyp would want Python and the headers of that very Node; Node-API headers come
 * from npm and fit any. Flags and defines are those of the package's build file, but for the version: what it uses of
 * version 10 was experimental in version 9, and an addon has to say so to be let near it.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cached } from './cache.ts'
import { checkout, modules } from './places.ts'
import { must } from './run.ts'
import { SetupProblem, step } from './talk.ts'
import { ensureSystem } from './system.ts'

const binding = 'better_sqlite3.node'

/** NAPI_VERSION_EXPERIMENTAL of Node's headers. */
const experimental = 0x7fffffff

const addonFlags = [
  '-DNAPI_EXPERIMENTAL',
  `-DNAPI_VERSION=${experimental}`,
  '-DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
  '-DNAPI_DISABLE_CPP_EXCEPTIONS',
  '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
  '-DBUILDING_NODE_EXTENSION',
]

export async function sqliteFor(executable: string, napi: number): Promise<string> {
  const source = join(modules, 'better-sqlite3')
  const { version } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8')) as { version: string }
  const folder = await cached(`sqlite-${version}-napi${napi}-${process.platform}-${process.arch}-4`, async (draft) => {
    await ensureSystem(['compiler'])
    await step('Building the SQLite binding for this Electron, once (about a minute)', () => build(source, draft))
    await check(executable, join(draft, binding))
  })
  return join(folder, binding)
}

async function build(source: string, folder: string): Promise<void> {
  const cwd = folder
  const sqlite = join(source, 'deps', 'sqlite3')
  const flags = ['-c', '-O2', '-fPIC', '-w', '-DNDEBUG', '-I', sqlite]
  const cplusplus = [...flags, '-std=c++20', '-fvisibility=hidden', '-fno-exceptions', '-fno-rtti', ...addonFlags]
  const headers = ['-I', join(modules, 'node-addon-api'), '-I', join(modules, 'node-api-headers', 'include')]
  const before = ['-include', join(import.meta.dirname, 'node-api-9.h')]
  const defines = await sqliteDefines(source)
  await Promise.all([
    must('gcc', [...flags, '-std=c99', ...defines, join(sqlite, 'sqlite3.c'), '-o', 'sqlite3.o'], { cwd }),
    must('g++', [...cplusplus, ...headers, ...before, join(source, 'src', 'better_sqlite3.cpp'), '-o', 'binding.o'], {
      cwd,
    }),
  ])
  const keepInside = ['-shared', '-s', '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL']
  await must('g++', [...keepInside, 'binding.o', 'sqlite3.o', '-ldl', '-lpthread', '-o', binding], { cwd })
  await must('rm', ['binding.o', 'sqlite3.o'], { cwd })
}

async function check(executable: string, path: string): Promise<void> {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const said = await must(executable, ['--expose-gc', join(import.meta.dirname, 'sqlite-check.mjs'), path, checkout], {
    env,
  })
  if (said !== 'fits') throw new SetupProblem('The SQLite binding was built but does not work in this Electron.')
}

async function sqliteDefines(source: string): Promise<string[]> {
  const list = await readFile(join(source, 'deps', 'defines.gypi'), 'utf8')
  return [...list.matchAll(/^\s*'([A-Z][A-Z0-9_]*(?:=[^']*)?)',?$/gm)].map((found) => `-D${found[1]}`)
}
