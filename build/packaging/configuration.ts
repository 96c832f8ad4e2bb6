/** What a package consists of, for electron-builder. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Configuration } from 'electron-builder'
import type { Electron } from '../runtime/electron.ts'

export function packageConfiguration(electron: Electron): Configuration {
  return {
    appId: 'cn.sealbook.desk',
    productName: 'Sealbook',
    copyright: 'Sealbook maintainers',
    directories: { output: 'release', buildResources: 'build/packaging' },
    electronVersion: electron.version,
    electronDist: electron.folder,
    npmRebuild: false,
    asar: true,
    // The binding is loaded by the system's loader, and the font is read by worker threads: neither looks into an archive.
    asarUnpack: ['**/*.node', 'dist/resources/**'],
    files: [
      'dist/**',
      '!dist/**/*.map',
      '!dist/.made-from',
      'package.json',
      '!node_modules/better-sqlite3/{deps,src}/**',
      '!node_modules/better-sqlite3/prebuilds/*',
      'node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node',
      '!node_modules/node-addon-api/**',
      '!node_modules/node-{linux,win}-*/**',
    ],
    extraResources:
      electron.sqliteBinding === undefined ? [] : [{ from: electron.sqliteBinding, to: 'better_sqlite3.node' }],
    electronFuses: {
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableCookieEncryption: true,
      onlyLoadAppFromAsar: true,
    },
    afterPack: async ({ appOutDir }) => {
      // The default apps of the runtimes: an office's desk starts nothing but itself.
      for (const name of ['default_app.asar', 'app'])
        await rm(join(appOutDir, 'resources', name), { recursive: true, force: true })
    },
    linux: {
      target: ['dir', 'deb'],
      category: 'Office',
      icon: 'build/packaging/icon.png',
      executableName: 'sealbook',
      syncDesktopName: true,
      synopsis: 'The admin office’s record desk 印簿',
      desktop: { entry: { Name: 'Sealbook', 'Name[zh_CN]': '印簿', 'Comment[zh_CN]': '用印登记、物资与合同授权' } },
    },
    deb: {
      // fpm compresses with xz; a package for one office's share is fetched once, and gzip is made eight times faster.
      compression: 'gz',
      depends: [
        'libgtk-3-0 | libgtk-3-0t64',
        'libnss3',
        'libasound2 | libasound2t64',
        'libgbm1',
        'libxss1',
        'libnotify4',
        'xdg-utils',
      ],
      recommends: ['fonts-noto-cjk'],
    },
    win: { target: ['nsis'] },
    mac: { target: ['dmg'], category: 'public.app-category.business' },
  }
}
