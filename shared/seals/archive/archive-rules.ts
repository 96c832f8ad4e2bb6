/** Bringing the paper back: when a use may be archived, under which number, and whether its file is still the approved one. */
import { refuse, type Fault, type Refusal } from '../../api/fault.ts'
import type { Draft } from '../../journal/entry.ts'
import type { Numbered } from '../../office/numbers.ts'
import type { Named, SealUse } from '../records.ts'

/** 待归档 · 已归档; a void entry, and a line of an old ledger without a number of its own, waits for nothing. */
export type ArchiveState = 'waiting' | 'archived' | 'none'

type Paper = Pick<SealUse, 'status' | 'archiveNumber' | 'numbered'>

export const archiveState = ({ status, archiveNumber, numbered }: Paper): ArchiveState => {
  if (archiveNumber !== undefined) return 'archived'
  return status === 'used' && numbered !== undefined ? 'waiting' : 'none'
}

/** Why this use cannot be archived now, if so. */
export const archiveStop = ({ status, number, archiveNumber }: SealUse): Fault | undefined => {
  if (status === 'voided') return { code: 'archive-of-voided', number }
  return archiveNumber === undefined ? undefined : { code: 'archived-already', number, archiveNumber }
}

/** SHA-256 of the file as it should be: as it left the chop, else as it came to it, else as it was approved. */
export const expectedSha = (use: Pick<SealUse, 'documentShaAfter' | 'documentShaBefore' | 'document'>) =>
  use.documentShaAfter ?? use.documentShaBefore ?? use.document.sha256

export type FileMatch = 'same' | 'differs' | 'not-compared'

/** How a file at hand stands to the one that is expected. */
export const fileMatch = (expected: string | undefined, found: string | undefined): FileMatch => {
  if (expected === undefined || found === undefined) return 'not-compared'
  return expected === found ? 'same' : 'differs'
}

export type Archiving = {
  by: Named
  /** Office time `2026-11-23 13:05`. */
  at: string
  /** Plain date. */
  archivedOn: string
  /** Id of the attachment that is the scan. */
  scan?: string | undefined
  /** SHA-256 of the file that goes to the archive. */
  sha256?: string | undefined
  remarks?: string | undefined
}

/**
 * The entry that says where the paper lies. A file that changed since is archived all the same, and shows as an exception.
 * @param number the office's own archive number, or the next of ours, which has no gaps
 */
export const archiveUse = (use: SealUse, archiving: Archiving, number: string | Numbered): Draft[] | Refusal => {
  const stop = archiveStop(use)
  if (stop) return refuse(stop)
  const { archivedOn, ...archived } = archiving
  const numbers =
    typeof number === 'string' ? { archiveNumber: number } : { archiveNumber: number.number, archiveNumbered: number }
  return [{ kind: 'seal.archived', subject: use.id, body: { ...numbers, archivedOn, archived } }]
}
