/** A closed month as its closing saw it, and what came to it afterwards: a printed book and its closing sheet say the same. */
import { foldEntries, inOrder } from '../../../../shared/journal/fold.ts'
import type { Entry } from '../../../../shared/journal/entry.ts'
import { deskType } from '../../../../shared/office/subjects.ts'
import { countedImpressions } from '../../../../shared/seals/accounts.ts'
import { closingSubject, type LaterLine, type SealClosing } from '../../../../shared/seals/closing/closing.ts'
import type { Named, SealUse } from '../../../../shared/seals/records.ts'
import { useSubject, type StoredUse } from '../../../../shared/seals/subjects.ts'
import { entriesOf, foldable } from '../../journal/entries.ts'
import { recordsOf } from '../../store/derived.ts'
import { sql, type Read } from '../../store/sql.ts'
import { useShown } from '../store.ts'

/** The closing of exactly this month; where two desks closed it side by side, the first. */
export const closingOfMonth = (db: Read, seal: string, month: string): SealClosing | undefined =>
  recordsOf(db, closingSubject, sql`where seal = ${seal} and period = ${month} order by subject limit 1`)[0]

/** Whether an entry stood when the period was closed: it lies at or before the head of its desk. */
export const wasKnownAt = (db: Read, { heads }: Pick<SealClosing, 'heads'>) => {
  const letters = new Map(recordsOf(db, deskType, sql`order by subject`).map(({ desk, letter }) => [desk, letter]))
  const known = new Map(heads.map(({ desk, n }) => [desk, n]))
  return ({ desk, n }: Pick<Entry, 'desk' | 'n'>): boolean =>
    n <= (known.get(letters.get(desk) ?? desk.slice(0, 8)) ?? 0)
}

/** Uses of a seal in a month, in the order of their numbers. */
export const usesOfMonth = (db: Read, seal: string, month: string): StoredUse[] =>
  recordsOf(
    db,
    useSubject,
    sql`where seal = ${seal} and date_key >= ${month} and date_key < ${`${month}~`} order by number_key`,
  )

type Told = { reason?: string; by?: Named; at?: string }

/** What an entry after the closing says; bringing the paper back corrects nothing. */
const laterLine = (entry: Entry, before: SealUse | undefined, after: SealUse): LaterLine | undefined => {
  const act = !before ? 'arrived' : entry.kind === 'seal.use-voided' ? 'voided' : 'corrected'
  if (before && entry.kind !== 'seal.use-voided' && entry.kind !== 'seal.use-corrected') return undefined
  const told = (entry.body[act] ?? {}) as Told
  return {
    number: after.number,
    act,
    at: told.at ?? after.usedAt,
    by: told.by?.name ?? after.sealer?.name ?? '',
    reason: told.reason ?? '',
    ...(before ? { was: countedImpressions(before) } : {}),
    now: countedImpressions(after),
  }
}

type Seen = { row: SealUse | undefined; later: LaterLine[] }

const seenAt = (ordered: readonly Entry[], isKnown: (entry: Entry) => boolean): Seen => {
  const standing = ordered.filter(isKnown)
  const then = foldEntries(useSubject, standing)
  const later: LaterLine[] = []
  let before = then
  for (const entry of ordered.filter((one) => !isKnown(one))) {
    standing.push(entry)
    const after = foldEntries(useSubject, standing)
    const line = after && laterLine(entry, before, after)
    if (line) later.push(line)
    before = after ?? before
  }
  return { row: then && useShown(then), later }
}

/** The rows as they stood, and every void, correction and arrival since, in order. */
export const monthAtClosing = (db: Read, closing: SealClosing): { rows: SealUse[]; later: LaterLine[] } => {
  const isKnown = wasKnownAt(db, closing)
  const rows: SealUse[] = []
  const later: LaterLine[] = []
  for (const use of usesOfMonth(db, closing.seal.id, closing.period)) {
    const seen = seenAt(inOrder(entriesOf(db, use.id).map(foldable)), isKnown)
    if (seen.row) rows.push(seen.row)
    later.push(...seen.later)
  }
  return { rows, later: later.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)) }
}
