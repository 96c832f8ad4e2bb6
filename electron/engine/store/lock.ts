/** One engine per data folder, held by a lock of the operating system that falls with the process. */
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { refuse, type Refusal } from '../../../shared/api/fault.ts'
import { bindingOptions } from './binding.ts'
import { faultOf } from './faults.ts'

const lockName = 'office.lock'

// Kept in sight until released: a handle that nothing refers to any more is closed by the garbage collection, and the lock with it.
const holding = new Set<Database.Database>()

export type FolderLock = { release: () => void }

/**
 * Takes the folder, or says who has to let go of it first. SQLite's own file lock is used, since it is an OS lock on
 * every platform and vanishes when its process dies, which a lock *file* does not.
 * @returns `folder-in-use` where another engine runs on it, `folder-read-only` where nothing can be written
 */
export const lockFolder = (folder: string): FolderLock | Refusal => {
  let db: Database.Database | undefined
  try {
    db = new Database(join(folder, lockName), { ...bindingOptions(), timeout: 0 })
    db.pragma('journal_mode = DELETE')
    db.exec('CREATE TABLE IF NOT EXISTS held (by INTEGER)')
    db.exec('BEGIN EXCLUSIVE')
    const held = db
    holding.add(held)
    return {
      release: () => {
        holding.delete(held)
        held.close()
      },
    }
  } catch (error) {
    db?.close()
    const fault = faultOf(error, folder)
    if (!fault) throw error
    // The lock has no key, so "wrong key" would send the person after the wrong thing; removing that file is safe.
    if (fault.code === 'wrong-key') return refuse({ code: 'corrupt-file', detail: lockName })
    return refuse(fault.code === 'corrupt-file' ? { code: 'folder-in-use', folder } : fault)
  }
}
