/**
 * The system's part: libraries Electron links to, a compiler, tools and fonts the tests look with.
 *
 * As root on Debian they are installed; anyone else is told the one command that does it.
 */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { isRoot } from './places.ts'
import { capture, must } from './run.ts'
import { say, step, SetupProblem } from './talk.ts'

type Need = 'window' | 'headless' | 'compiler' | 'tests'
type Part = { readonly package: string; readonly isThere: () => boolean }

const libraryFolders = [
  '/usr/lib/x86_64-linux-gnu',
  '/usr/lib/aarch64-linux-gnu',
  '/usr/lib64',
  '/usr/lib',
  '/lib/x86_64-linux-gnu',
]
const library = (name: string) => () => libraryFolders.some((folder) => existsSync(join(folder, name)))
const program = (name: string) => () =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .concat('/usr/bin')
    .some((folder) => existsSync(join(folder, name)))
const file = (path: string) => () => existsSync(path)

const parts: Record<Need, readonly Part[]> = {
  window: [
    { package: 'libgtk-3-0', isThere: library('libgtk-3.so.0') },
    { package: 'libnss3', isThere: library('libnss3.so') },
    { package: 'libasound2', isThere: library('libasound.so.2') },
    { package: 'libgbm1', isThere: library('libgbm.so.1') },
    // Without a Chinese font the screen shows boxes; a desktop in China has one, a build machine has not.
    { package: 'fonts-noto-cjk', isThere: hasChineseFont },
  ],
  headless: [{ package: 'xvfb', isThere: program('Xvfb') }],
  compiler: [
    { package: 'g++', isThere: program('g++') },
    { package: 'gcc', isThere: program('gcc') },
  ],
  tests: [
    { package: 'poppler-utils', isThere: program('pdftotext') },
    { package: 'qpdf', isThere: program('qpdf') },
    { package: 'zbar-tools', isThere: program('zbarimg') },
  ],
}

function hasChineseFont(): boolean {
  return (
    file('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')() ||
    ['/usr/share/fonts/truetype/wqy', '/usr/share/fonts/truetype/arphic', '/usr/share/fonts/google-noto-cjk'].some(
      existsSync,
    )
  )
}

/** Debian's names of what is missing for these needs, each once. */
const missingFor = (needs: readonly Need[]): string[] => [
  ...new Set(
    needs
      .flatMap((need) => parts[need])
      .filter((part) => !part.isThere())
      .map((part) => part.package),
  ),
]

/**
 * The one command that installs packages, for a person who is not root. A fresh machine has no package lists yet, and a
 * minimal one has no sudo.
 */
export const commandFor = (packages: readonly string[], hasSudo: boolean): string => {
  const install = `apt-get install -y --no-install-recommends ${packages.join(' ')}`
  return hasSudo ? `sudo apt-get update && sudo ${install}` : `su -c 'apt-get update && ${install}'`
}

/**
 * Makes sure the named parts are there; nothing is asked of the network when they are.
 * @param likely what a later step will need on most machines: somebody who has to ask an administrator asks once
 */
export async function ensureSystem(needs: readonly Need[], likely: readonly Need[] = []): Promise<void> {
  if (process.platform !== 'linux') return
  const missing = missingFor(needs)
  if (missing.length === 0) return
  if (!existsSync('/usr/bin/apt-get')) {
    say(`Sealbook could not find: ${missing.join(', ')} (Debian's names). Trying without.`)
    return
  }
  if (!isRoot) {
    const command = commandFor(missingFor([...needs, ...likely]), program('sudo')())
    throw new SetupProblem(`Some system packages are missing. Run this once, then start again:\n\n  ${command}\n`)
  }
  await step(`Installing system packages: ${missing.join(' ')}`, () => aptInstall(missing))
}

async function aptInstall(packages: readonly string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // Another apt may be at work (two starts, or the system's own updates): wait for its lock rather than fail.
  const install = ['install', '-y', '--no-install-recommends', ...packages, '-o', 'DPkg::Lock::Timeout=300']
  if ((await capture('apt-get', install, { env })).code === 0) return
  await must('apt-get', ['update'], { env })
  await must('apt-get', install, { env })
}
