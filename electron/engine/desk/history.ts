/** A record's history: every entry about it, who, when, at which desk, and where desks differ. */
import { instantOf } from '../../../shared/journal/clock.ts'
import type { Body } from '../../../shared/journal/entry.ts'
import { findConflicts, inOrder, type Conflict } from '../../../shared/journal/fold.ts'
import { localTime } from '../../../shared/office/dates.ts'
import type { deskOperations } from '../../../shared/desk/operations.ts'
import type { OutputOf } from '../../../shared/api/operation.ts'
import type { Reading } from '../act.ts'
import { entriesOf, foldable } from '../journal/entries.ts'
import { all, sql, type Read } from '../store/sql.ts'

type History = OutputOf<(typeof deskOperations)['desk.history']>

export type HistoryDeps = {
  /** Name of a person by subject id. */
  nameOf: (db: Read, person: string) => string | undefined
  isKnownKind: (kind: string) => boolean
  /** Fields in which entries of this kind never differ, since they are taken in beside each other. */
  mergedIn: (kind: string) => readonly string[]
  /** Fields that are not shown, by the kinds of all entries of the subject: what a person had erased. */
  withheld: (kinds: readonly string[]) => readonly string[]
}

/**
 * All entries of a subject in fold order; those whose parents have not come yet are left for later.
 * @param also other records, such as the slips that filled a request, told among its own by time
 */
export const historyOf = (
  reading: Reading,
  subject: string,
  deps: HistoryDeps,
  also: readonly string[] = [],
): History => {
  const own = historyOfOne(reading, subject, deps)
  if (also.length === 0) return own
  const others = [...new Set(also)].flatMap((of) =>
    historyOfOne(reading, of, deps).entries.map((entry) => ({ ...entry, of })),
  )
  const entries = [...own.entries, ...others].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  return { ...own, entries }
}

const historyOfOne = (
  { db, zone }: Reading,
  subject: string,
  { nameOf, isKnownKind, mergedIn, withheld }: HistoryDeps,
): History => {
  const letters = deskLetters(db)
  const entries = inOrder(entriesOf(db, subject).map(foldable))
  const hidden = new Set(withheld(entries.map(({ kind }) => kind)))
  const shown = (body: Body): Body =>
    hidden.size === 0 ? body : Object.fromEntries(Object.entries(body).filter(([field]) => !hidden.has(field)))
  return {
    entries: entries.map(({ hash, at, kind, actor, desk, n, body }) => ({
      hash,
      at,
      time: localTime(instantOf(at), zone),
      kind,
      actor: { id: actor, name: nameOf(db, actor) ?? '' },
      desk: letters.get(desk) ?? desk.slice(0, 8),
      n,
      body: shown(body),
      known: isKnownKind(kind),
    })),
    conflicts: findConflicts(entries, mergedIn(entries[0]?.kind ?? '')).map(({ field, values }: Conflict) => ({
      field,
      values: values.map(({ desk, at, value }) => ({ desk: letters.get(desk) ?? desk.slice(0, 8), at, value })),
    })),
  }
}

const deskLetters = (db: Read): Map<string, string> =>
  new Map(
    all<{ desk: string; letter: string }>(db, sql`select desk, letter from desk`).map(({ desk, letter }) => [
      desk,
      letter,
    ]),
  )
