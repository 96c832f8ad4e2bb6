/** Where the SQLite binding lies when the runtime needs its own build (development Electron); elsewhere the package finds it. */
import type Database from 'better-sqlite3'

export const bindingOptions = (): Database.Options => {
  const nativeBinding = process.env['SEALBOOK_SQLITE_BINDING']
  // Only Electron's older runtime needs it; Node 24 in the same environment would crash on that build.
  return nativeBinding && process.versions['electron'] ? { nativeBinding } : {}
}
