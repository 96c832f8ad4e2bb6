/** Proving the search index: what is shown of a record, and that its text is there to be found. */
import type { Identified } from '../../../shared/journal/subject.ts'
import type { AnyType } from '../journal/kinds.ts'
import { one, sql, type Read } from '../store/sql.ts'

type Shown = { type: string; title: string; detail: string; words: string; size: Buffer | null }

/**
 * Whether the index holds of a record what it should: the texts as the record gives them, and tokens to find it by.
 * The tokens themselves lie in a contentless table, which cannot be read back; that there are some is what is looked at.
 */
export const isFound = (db: Read, type: AnyType, record: Identified): boolean => {
  const expected = type.search?.(record)
  if (!type.search) return true
  const stored = one<Shown>(
    db,
    sql`select type, title, detail, words, sz as size from found left join found_text_docsize on id = doc
      where subject = ${record.id}`,
  )
  if (!expected || !stored) return !expected && !stored
  return (
    stored.type === type.name &&
    stored.title === expected.title &&
    stored.detail === expected.detail &&
    stored.words === expected.words.join('\n') &&
    stored.size !== null
  )
}

/** How many records are shown, and how many have text: both as many as there are records to be found. */
export const countFound = (db: Read): { shown: number; texts: number } => ({
  shown: one<{ count: number }>(db, sql`select count(*) as count from found`)?.count ?? 0,
  texts: one<{ count: number }>(db, sql`select count(*) as count from found_text_docsize`)?.count ?? 0,
})
