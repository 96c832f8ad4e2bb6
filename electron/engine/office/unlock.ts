/** The recovery key from the sheet: tried at the file that is there, without changing it, and kept only where it fits. */
import Database from 'better-sqlite3'
import { existsSync } from 'node:fs'
import { refuse, type Refusal } from '../../../shared/api/fault.ts'
import { bindingOptions } from '../store/binding.ts'
import { faultOf } from '../store/faults.ts'
import { officeFile } from '../store/open.ts'

/**
 * Keeps a key that fits, where this machine keeps keys; throws what the file system says.
 * Handed in by whoever started the engine: only the shell can reach the system's key ring.
 */
export type KeepKey = (key: string) => Promise<void>

/** Why this key does not open the folder's file, or undefined where it does. */
const misfit = (folder: string, key: string): Refusal | undefined => {
  const file = officeFile(folder)
  if (!existsSync(file)) return refuse({ code: 'no-office' })
  let db: Database.Database | undefined
  try {
    db = new Database(file, { ...bindingOptions(), fileMustExist: true, timeout: 2000 })
    db.pragma(`cipher = 'chacha20'`)
    db.pragma(`key = 'raw:${key}'`)
    db.prepare('SELECT count(*) FROM sqlite_schema').get()
    return undefined
  } catch (error) {
    const fault = faultOf(error, folder)
    if (!fault) throw error
    return refuse(fault.code === 'wrong-key' ? { code: 'recovery-key-unfit' } : fault)
  } finally {
    db?.close()
  }
}

/** Tries a key and keeps it; the caller then opens the folder with it. */
export const tryKey = async (folder: string, key: string, keep: KeepKey | undefined): Promise<Refusal | undefined> => {
  const refused = misfit(folder, key)
  if (refused) return refused
  try {
    await keep?.(key)
    return undefined
  } catch (error) {
    const fault = faultOf(error, folder)
    if (!fault) throw error
    return refuse(fault)
  }
}
