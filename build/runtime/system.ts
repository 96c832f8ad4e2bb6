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

/** Makes sure the named parts are there; nothing is asked of the network when they are. */
export async function ensureSystem(...needs: readonly Need[]): Promise<void> {
  if (process.platform !== 'linux') return
  const missing = [
    ...new Set(
      needs
        .flatMap((need) => parts[need])
        .filter((part) => !part.isThere())
        .map((part) => part.package),
    ),
  ]
  if (missing.length === 0) return
  const install = ['apt-get', 'install', '-y', '--no-install-recommends', ...missing]
  if (!existsSync('/usr/bin/apt-get')) {
    say(`Sealbook could not find: ${missing.join(', ')} (Debian's names). Trying without.`)
    return
  }
  if (!isRoot) {
    throw new SetupProblem(
      `Some system libraries are missing. Run this once, then start again:\n\n  sudo ${install.join(' ')}\n`,
    )
  }
  await step(`Installing system packages: ${missing.join(' ')}`, () => aptInstall(install))
}

async function aptInstall(command: readonly string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // Another apt may be at work (two starts, or the system's own updates): wait for its lock rather than fail.
  const install = [...command.slice(1), '-o', 'DPkg::Lock::Timeout=300']
  if ((await capture('apt-get', install, { env })).code === 0) return
  await must('apt-get', ['update'], { env })
  await must('apt-get', install, { env })
}
