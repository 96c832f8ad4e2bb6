#!/usr/bin/env node
/**
 * Builds a .deb with dpkg-deb where electron-builder would call fpm: the same arguments, none of fpm's 80 MB of Ruby,
 * which the registries we can rely on do not carry.
 */
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Options with a value; whatever else starts with a dash is a switch. */
const withValue = new Set(
  (
    '-s -t -d --architecture --after-install --after-remove --description --version --package --name --maintainer --vendor ' +
    '--url --category --license --iteration --deb-priority --deb-recommends --deb-compression --log'
  ).split(' '),
)

/** @param {readonly string[]} args */
function readArguments(args) {
  /** @type {Map<string, string[]>} */
  const options = new Map()
  /** @type {string[]} */
  const mappings = []
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? ''
    if (withValue.has(arg)) options.set(arg, [...(options.get(arg) ?? []), args[++at] ?? ''])
    else if (!arg.startsWith('-')) mappings.push(arg)
  }
  return {
    one: (/** @type {string} */ name) => options.get(name)?.[0] ?? '',
    all: (/** @type {string} */ name) => options.get(name) ?? [],
    mappings,
  }
}

/** @param {ReturnType<typeof readArguments>} given @param {number} kilobytes */
function control({ one, all }, kilobytes) {
  const recommends = all('--deb-recommends')
  const description = one('--description')
    .trim()
    .split('\n')
    .map((line) => line.trim())
  return [
    `Package: ${one('--name')}`,
    `Version: ${one('--version')}`,
    `Architecture: ${one('--architecture')}`,
    `Maintainer: ${one('--maintainer')}`,
    `Installed-Size: ${kilobytes}`,
    `Depends: ${all('-d').join(', ')}`,
    ...(recommends.length === 0 ? [] : [`Recommends: ${recommends.join(', ')}`]),
    'Section: office',
    `Priority: ${one('--deb-priority') || 'optional'}`,
    `Homepage: ${one('--url')}`,
    `Description: ${description[0]}`,
    ...description.slice(1).map((line) => ` ${line || '.'}`),
    '',
  ].join('\n')
}

/** @param {string} path @returns {number} */
function size(path) {
  const found = statSync(path)
  return found.isDirectory() ? readdirSync(path).reduce((sum, name) => sum + size(join(path, name)), 0) : found.size
}

const given = readArguments(process.argv.slice(2))
const root = mkdtempSync(join(tmpdir(), 'sealbook-deb-'))
try {
  for (const mapping of given.mappings) {
    const [source = '', target = ''] = mapping.split('=')
    mkdirSync(dirname(join(root, target)), { recursive: true })
    cpSync(source, join(root, target), { recursive: true, verbatimSymlinks: true })
  }
  const kilobytes = Math.ceil(size(root) / 1024)
  const meta = join(root, 'DEBIAN')
  mkdirSync(meta)
  writeFileSync(join(meta, 'control'), control(given, kilobytes))
  for (const [option, name] of /** @type {const} */ ([
    ['--after-install', 'postinst'],
    ['--after-remove', 'postrm'],
  ])) {
    const script = given.one(option)
    if (script === '') continue
    writeFileSync(join(meta, name), readFileSync(script))
    chmodSync(join(meta, name), 0o755)
  }
  chmodSync(root, 0o755)
  const compression = given.one('--deb-compression').replace(/^gz$/, 'gzip') || 'xz'
  execFileSync('dpkg-deb', [`-Z${compression}`, '--root-owner-group', '--build', root, given.one('--package')], {
    stdio: 'inherit',
  })
} finally {
  rmSync(root, { recursive: true, force: true })
}
