/** What the file system and SQLite say, told apart into faults a person can act on. */
import type { OfficeFault } from '../../../shared/api/fault.ts'

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** The fault behind an error of the store, or undefined where it is a bug of ours. */
export const faultOf = (error: unknown, folder: string): OfficeFault | undefined => {
  const code = codeOf(error)
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return { code: 'disk-full' }
  // A full disk shows as a failed write, too, where the file system only learns of it while flushing.
  if (code === 'SQLITE_IOERR_WRITE' || code === 'SQLITE_IOERR_FSYNC') return { code: 'disk-full' }
  if (code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED') return { code: 'folder-in-use', folder }
  if (
    code.startsWith('SQLITE_READONLY') ||
    code === 'SQLITE_CANTOPEN' ||
    ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code)
  )
    return { code: 'folder-read-only', folder }
  // A file that breaks off, or a disk that cannot read it, is no less broken to the person than one with wrong bytes.
  if (/^SQLITE_(CORRUPT(_.*)?|IOERR_(SHORT_READ|READ|DATA|CORRUPTFS))$/.test(code))
    return { code: 'corrupt-file', detail: code }
  if (code === 'SQLITE_NOTADB') return { code: 'wrong-key' }
  return undefined
}
