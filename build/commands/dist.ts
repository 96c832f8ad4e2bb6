/** `npm run dist [-- win mac appimage …]`: packages to hand out, in `release/`. */
import { existsSync } from 'node:fs'
import { chdir } from 'node:process'
import { join } from 'node:path'
import { build } from 'electron-builder'
import { packageConfiguration } from '../packaging/configuration.ts'
import { buildAnew } from '../runtime/app-build.ts'
import { findElectron } from '../runtime/electron.ts'
import { checkout } from '../runtime/places.ts'
import { runCommand, say } from '../runtime/talk.ts'

await runCommand(async () => {
  const targets = process.argv.slice(2)
  const electron = await findElectron()
  await buildAnew()
  if (electron.sqliteBinding !== undefined) {
    say(
      `Note: packaged around the stand-in runtime (Electron ${electron.version}): good for trying a package, not for handing out.`,
    )
  }
  // fpm comes from GitHub only; on Debian dpkg-deb is always there.
  if (existsSync('/usr/bin/dpkg-deb'))
    process.env['CUSTOM_FPM_PATH'] ??= join(checkout, 'build', 'packaging', 'deb.mjs')
  chdir(checkout)
  const linux = targets.length === 0 ? ['dir', 'deb'] : targets.filter((target) => !['win', 'mac'].includes(target))
  const made = await build({
    projectDir: checkout,
    publish: 'never',
    config: packageConfiguration(electron),
    ...(linux.length === 0 ? {} : { linux }),
    ...(targets.includes('win') ? { win: ['nsis'] } : {}),
    ...(targets.includes('mac') ? { mac: ['dmg'] } : {}),
  })
  for (const path of made) say(`made ${path}`)
  return 0
})
