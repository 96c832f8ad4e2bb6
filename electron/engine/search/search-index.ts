/** One FTS5 index over all registers: kept with the rows, asked by the one box. */
import type { Identified, SearchEntry } from '../../../shared/journal/subject.ts'
import { isSameText, phraseOf, queryOf, tokensOf } from '../../../shared/office/search-text.ts'
import type { AnyType } from '../journal/kinds.ts'
import { all, one, run, sql, type Read, type Write } from '../store/sql.ts'

/** Master data stand before records in the answer, newest first: their row numbers start here. */
const masterBase = 2 ** 40

export type SearchIndex = {
  update: (
    db: Write,
    type: AnyType,
    subject: string,
    before: Identified | undefined,
    after: Identified | undefined,
  ) => void
  /** Forgets the row numbers it remembers; after a rollback or a rebuild. */
  forget: () => void
}

export const createSearchIndex = (): SearchIndex => {
  const last: Partial<Record<SearchEntry['class'], number>> = {}

  const nextDoc = (db: Read, kind: SearchEntry['class']): number => {
    const known = last[kind] ?? lastDoc(db, kind)
    return (last[kind] = known + 1)
  }

  return {
    forget: () => {
      delete last.master
      delete last.log
    },
    update: (db, type, subject, before, after) => {
      if (!type.search) return
      const old = before && type.search(before)
      const now = after && type.search(after)
      if (old && now && isSame(old, now)) return
      const known = old && one<{ doc: number }>(db, sql`select doc from found where subject = ${subject}`)
      if (known) {
        run(db, sql`delete from found_text where rowid = ${known.doc}`)
        if (!now) run(db, sql`delete from found where doc = ${known.doc}`)
      }
      if (now) write(db, known?.doc ?? nextDoc(db, now.class), type.name, subject, now)
    },
  }
}

const isSame = (a: SearchEntry, b: SearchEntry): boolean =>
  a.title === b.title &&
  a.detail === b.detail &&
  a.words.length === b.words.length &&
  a.words.every((word, index) => word === b.words[index])

const lastDoc = (db: Read, kind: SearchEntry['class']): number => {
  const found =
    kind === 'master'
      ? sql`select max(doc) as doc from found`
      : sql`select max(doc) as doc from found where doc < ${masterBase}`
  const doc = one<{ doc: number | null }>(db, found)?.doc ?? 0
  return kind === 'master' ? Math.max(doc, masterBase) : doc
}

const write = (db: Write, doc: number, type: string, subject: string, entry: SearchEntry): void => {
  run(
    db,
    sql`insert into found (doc, subject, type, title, detail, words) values (${doc}, ${subject}, ${type}, ${entry.title}, ${entry.detail}, ${entry.words.join('\n')})
      on conflict (doc) do update set title = excluded.title, detail = excluded.detail, words = excluded.words`,
  )
  run(
    db,
    sql`insert into found_text (rowid, text) values (${doc}, ${tokensOf([entry.title, ...entry.words], [entry.detail], entry.class === 'master' ? 'anywhere' : 'from-start')})`,
  )
}

export type Hit = { subject: string; type: string; title: string; detail: string; words: string }

const matching = (db: Read, query: string, limit: number, types: readonly string[]): Hit[] => {
  if (query === '') return []
  const only = types.length === 0 ? sql`` : sql`and type in (select value from json_each(${JSON.stringify(types)}))`
  return all<Hit>(
    db,
    sql`select subject, type, title, detail, words from found_text join found on found.doc = found_text.rowid
      where found_text.text match ${query} ${only} order by found_text.rowid desc limit ${limit}`,
  )
}

/** Whether a hit's number, code or barcode is what was typed, whole. */
export const isCodeOf = ({ title, words }: Hit, typed: string): boolean =>
  isSameText(title, typed) || words.split('\n').some((one) => isSameText(one, typed))

/** Among how many that hold the typed text one behind the other its owner is looked for. */
const phraseMost = 50

/**
 * What a typed text hits: master data first, then records, newest first. What is called exactly so is always among them.
 * @param types only these subject types, where given
 */
export const search = (db: Read, typed: string, limit: number, types: readonly string[] = []): Hit[] => {
  const hits = matching(db, queryOf(typed), limit, types)
  if (hits.length < limit || hits.some((hit) => isCodeOf(hit, typed))) return hits
  const exact = matching(db, phraseOf(typed), phraseMost, types).filter((hit) => isCodeOf(hit, typed))
  return [...exact, ...hits].slice(0, limit)
}
