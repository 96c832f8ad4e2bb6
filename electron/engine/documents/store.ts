/** Reading the documents: by what they print, by hash, newest first. */
import { documentType, type DocumentRecord } from '../../../shared/documents/subjects.ts'
import { recordOf, recordsOf } from '../store/derived.ts'
import { one, sql, type Read } from '../store/sql.ts'
import type { Wanted } from './deps.ts'

export const documentById = (db: Read, id: string): DocumentRecord | undefined => recordOf(db, documentType, id)

/** The document of a form about a subject (and month); the first where two desks opened one side by side. */
export const documentOf = (db: Read, { form, subject, period }: Wanted): DocumentRecord | undefined =>
  recordsOf(
    db,
    documentType,
    sql`where about = ${subject} and form = ${form} and period is ${period} order by subject limit 1`,
  )[0]

export const documentsByNumber = (db: Read, number: string): DocumentRecord[] =>
  recordsOf(db, documentType, sql`where number = ${number} order by subject limit 20`)

/** Printed last, newest first; of one subject where given. */
export const recentDocuments = (db: Read, limit: number, subject: string | undefined): DocumentRecord[] =>
  recordsOf(
    db,
    documentType,
    subject === undefined
      ? sql`order by printed desc limit ${limit}`
      : sql`where about = ${subject} order by printed desc limit ${limit}`,
  )

/** Hashes of a document's heads, sorted. */
export const headsOfDocument = (db: Read, id: string): string[] => {
  const row = one<{ heads: string }>(db, sql`select heads from document where subject = ${id}`)
  return row ? (JSON.parse(row.heads) as string[]) : []
}
