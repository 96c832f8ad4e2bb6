/**
 * What the runtime from the npm registry starts when it is given a folder: the same contract as Electron's own default
 * app, as far as we use it (`electron [-r module] <folder> [arguments]`).
 *
 * A module with top-level await: Electron holds back `ready` until it has run, so the app can still register its scheme.
 */
import { app } from 'electron'
import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const args = process.argv.slice(1)
const required = []
let folder
for (let at = 0; at < args.length; at += 1) {
  const arg = args[at] ?? ''
  if (arg === '-r' || arg === '--require') required.push(args[++at] ?? '')
  else if (!arg.startsWith('-') && folder === undefined) folder = resolve(arg)
}

if (folder === undefined) {
  console.error(`electron ${process.versions['electron']}: give me the folder of an app`)
  app.exit(1)
} else {
  Object.defineProperty(process, 'defaultApp', { value: true, configurable: false, enumerable: true })
  const require = createRequire(join(folder, 'package.json'))
  for (const name of required) require(name)
  const start = statSync(folder).isDirectory() ? readManifest(folder) : folder
  await import(pathToFileURL(start).href)
}

/** @param {string} place */
function readManifest(place) {
  const manifest = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'))
  if (manifest.productName ?? manifest.name) app.setName(manifest.productName ?? manifest.name)
  // Two functions that Electron has for its own default app and does not describe in its types.
  const own =
    /** @type {import('electron').App & { setVersion(version: string): void, setAppPath(path: string): void }} */ (app)
  if (manifest.version) own.setVersion(manifest.version)
  own.setAppPath(place)
  return join(place, manifest.main ?? 'index.js')
}
