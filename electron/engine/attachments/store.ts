/** Reading attachments: one, those of a record, those with one content, the tray of unmatched scans. */
import { attachmentSubject, type Attachment } from '../../../shared/attachments/attachment.ts'
import { recordOf, recordsOf } from '../store/derived.ts'
import { all, one, sql, type Read } from '../store/sql.ts'

export const attachmentOf = (db: Read, id: string): Attachment | undefined => recordOf(db, attachmentSubject, id)

/** As it is told outside: the keyed hashes stay inside. */
export const shownAttachment = ({ file: _file, stamped, ...row }: Attachment) => ({
  ...row,
  stamped: stamped && { ...stamped, original: { attachment: stamped.original.attachment } },
})

/** Oldest first; ids rise with time. */
export const attachmentsOf = (db: Read, subject: string): Attachment[] =>
  recordsOf(db, attachmentSubject, sql`where owner = ${subject} order by subject`)

export const trayAfter = (db: Read, after: string | undefined, limit: number): Attachment[] =>
  recordsOf(
    db,
    attachmentSubject,
    sql`where owner is null and erased is null and aside is null and subject > ${after ?? ''} order by subject limit ${limit}`,
  )

/** Attachments whose content is this file and was not erased. */
export const withFile = (db: Read, file: string): Attachment[] =>
  recordsOf(db, attachmentSubject, sql`where file = ${file} and erased is null order by subject`)

/** Files that were stamped from an original, by the first digits of its keyed hash, under a record's number. */
export const stampedFrom = (db: Read, hash: string, number: string): Attachment[] =>
  recordsOf(db, attachmentSubject, sql`where stamped >= ${hash} and stamped < ${`${hash}g`} order by subject`).filter(
    ({ stamped }) => stamped?.number === number,
  )

/** Files that no attachment holds any more. */
export const erasedFiles = (db: Read): string[] =>
  all<{ file: string }>(
    db,
    sql`select distinct file from attachment where erased is not null
      and file not in (select file from attachment where erased is null)`,
  ).map(({ file }) => file)

/** Every attachment with its content, in portions, for proving. */
export const heldAfter = (db: Read, after: string, limit: number): Attachment[] =>
  recordsOf(db, attachmentSubject, sql`where erased is null and subject > ${after} order by subject limit ${limit}`)

export const countHeld = (db: Read): number =>
  one<{ count: number }>(db, sql`select count(*) as count from attachment where erased is null`)?.count ?? 0

export const headsOfAttachment = (db: Read, id: string): string[] => {
  const row = one<{ heads: string }>(db, sql`select heads from attachment where subject = ${id}`)
  return row ? (JSON.parse(row.heads) as string[]) : []
}
