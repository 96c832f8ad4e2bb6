/** Builds the app into `dist/`, but only when something it is made of has changed since the last time. */
import { createHash } from 'node:crypto'
import { existsSync, globSync, statSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hold } from './cache.ts'
import { cache, checkout, dist, modules } from './places.ts'
import { must } from './run.ts'
import { step } from './talk.ts'

const sources = ['shared/**/*.*', 'electron/**/*.*', 'renderer/**/*.*', 'vite.config.ts', 'package-lock.json']
const stamp = join(dist, '.made-from')

/** A package gets a `dist/` without anything of earlier builds; a running app may still want those parts. */
export async function buildAnew(): Promise<void> {
  await rm(dist, { recursive: true, force: true })
  await ensureBuild()
}

export async function ensureBuild(): Promise<void> {
  const mark = sourceMark()
  if (await isMadeFrom(mark)) return
  await mkdir(cache, { recursive: true, mode: 0o755 })
  const place = createHash('sha256').update(checkout).digest('hex').slice(0, 16)
  const release = await hold(join(cache, `build-${place}.lock`), 'another start that builds the app')
  try {
    if (!(await isMadeFrom(mark))) await build(mark)
  } finally {
    await release()
  }
}

async function isMadeFrom(mark: string): Promise<boolean> {
  return existsSync(stamp) && (await readFile(stamp, 'utf8')) === mark
}

async function build(mark: string): Promise<void> {
  // Without its stamp a build that is cut short is no build.
  await rm(stamp, { force: true })
  await step('Building the app', () =>
    must(process.execPath, [join(modules, 'vite', 'bin', 'vite.js'), 'build', '--app', '--logLevel', 'warn'], {
      cwd: checkout,
      env: { ...process.env, NO_COLOR: '1' },
    }),
  )
  await writeFile(stamp, mark)
}

/** Names, sizes and times: reading 500 files to find that nothing changed would cost more than the answer is worth. */
function sourceMark(): string {
  const hash = createHash('sha256')
  for (const name of globSync(sources, { cwd: checkout }).sort()) {
    if (name.includes('.test.')) continue
    const { size, mtimeMs } = statSync(join(checkout, name))
    hash.update(`${name}\0${size}\0${mtimeMs}\n`)
  }
  return hash.digest('hex')
}
