/** Where things lie: the checkout, what it builds, and the cache outside it that survives a fresh clone. */
import { homedir } from 'node:os'
import { join } from 'node:path'

export const checkout = join(import.meta.dirname, '..', '..')
export const modules = join(checkout, 'node_modules')
export const dist = join(checkout, 'dist')

export const isRoot = process.getuid?.() === 0

/** Root's own home is closed to others, but the ordinary user whom root lets run the tests must read the runtime. */
export const cache =
  process.env['SEALBOOK_CACHE'] ??
  (isRoot ? '/var/cache/sealbook' : join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'sealbook'))
