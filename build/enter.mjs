/**
 * The door of every npm script: makes sure the packages of the lock file are there, then runs the named command on Node 24.
 *
 * It is the only file that has to run on whatever Node the machine has (20 or newer) and before `node_modules` exists.
 * It writes to stderr alone, since stdout of some commands is their result.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const checkout = dirname(dirname(fileURLToPath(import.meta.url)))

/** Node 24 comes with the packages, for the platforms that have one there; elsewhere the machine's own has to do. */
const node24 = (() => {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const program = process.platform === 'win32' ? 'node.exe' : 'node'
  const packed = join(checkout, 'node_modules', `node-${platform}-${process.arch}`, 'bin', program)
  return !existsSync(packed) && Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : packed
})()

/** @param {string} path @returns {Record<string, {version?: string, integrity?: string, optional?: boolean, devOptional?: boolean}>} */
function readLock(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages
}

/**
 * Whether what is installed is what the lock file names. npm writes its own record of the tree as the last step of an
 * install, so a run that was cut short has none and is done again.
 */
function packagesStand() {
  const record = join(checkout, 'node_modules', '.package-lock.json')
  if (!existsSync(record) || !existsSync(node24)) return false
  const installed = readLock(record)
  return Object.entries(readLock(join(checkout, 'package-lock.json'))).every(([path, wanted]) => {
    if (path === '' || wanted.optional === true || wanted.devOptional === true) return true
    return installed[path]?.version === wanted.version && installed[path]?.integrity === wanted.integrity
  })
}

/** @param {string[]} args */
function npm(args) {
  const viaNode = process.env['npm_execpath']
  const [program, first] = viaNode?.endsWith('.js') ? [process.execPath, [viaNode]] : ['npm', []]
  return spawnSync(program, [...first, ...args], { cwd: checkout, stdio: ['ignore', 2, 2] }).status === 0
}

function installPackages() {
  console.error('· Installing the packages of the lock file (about half a minute the first time) …')
  // The running `node` may be the one in node_modules, which npm is about to remove: that is safe where open files
  // outlive their name, and the next command starts from the new path.
  // No package of ours needs its install script, and npm would start a compiler for one that has its binary with it.
  return npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']) && existsSync(node24)
}

/** Runs `work` while holding a directory as a lock, so that two starts at once do not install into each other's tree. */
function alone(/** @type {() => boolean} */ work) {
  const mark = createHash('sha256').update(checkout).digest('hex').slice(0, 16)
  const lock = join(tmpdir(), `sealbook-install-${userInfo().uid}-${mark}`)
  const holder = join(lock, 'pid')
  for (;;) {
    try {
      mkdirSync(lock)
      break
    } catch {
      if (isAbandoned(lock, holder)) rmSync(lock, { recursive: true, force: true })
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)
    }
  }
  writeFileSync(holder, String(process.pid))
  try {
    return packagesStand() || work()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

/** @param {string} lock @param {string} holder */
function isAbandoned(lock, holder) {
  try {
    process.kill(Number(readFileSync(holder, 'utf8')), 0)
    return false
  } catch {
    // No holder yet is normal for the moment between mkdir and write; after five seconds it is a leftover.
    if (existsSync(holder)) return true
    try {
      return Date.now() - statSync(lock).mtimeMs > 5000
    } catch {
      return false
    }
  }
}

function main() {
  const [command, ...args] = process.argv.slice(2)
  if (Number(process.versions.node.split('.')[0]) < 20)
    return refuse('Sealbook needs Node 20 or newer to set itself up.')
  if (command === undefined) return refuse('Which command? They are listed under "scripts" in package.json.')
  if (!packagesStand() && !alone(installPackages)) {
    return refuse('The packages could not be installed. npm said why above; is the registry reachable?')
  }
  const child = spawn(node24, [join(checkout, 'build', 'commands', `${command}.ts`), ...args], { stdio: 'inherit' })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1))
}

/** @param {string} reason */
function refuse(reason) {
  console.error(reason)
  process.exitCode = 1
}

main()
