/** An open office: its journal, its rooms' handlers, and the acts that run in them. */
import { isRefusal, refuse, type Refusal } from '../../../shared/api/fault.ts'
import { uuidv7 } from '../../../shared/journal/ids.ts'
import { dateAt, yearOf } from '../../../shared/office/dates.ts'
import { deskType, officeType, type Desk, type Office } from '../../../shared/office/subjects.ts'
import type { Act, Reading } from '../act.ts'
import { readDeskKey } from '../journal/desk-key.ts'
import { entriesOf, foldable } from '../journal/entries.ts'
import { createJournal, type Journal } from '../journal/journal.ts'
import type { Kinds } from '../journal/kinds.ts'
import { createNumbering } from '../journal/numbering.ts'
import { pooledRandom } from '../journal/random-pool.ts'
import { rebuild } from '../journal/rebuild.ts'
import { headsOf, inOrder } from '../../../shared/journal/fold.ts'
import { recordOf, recordsOf } from '../store/derived.ts'
import { hasDerived } from '../store/open.ts'
import { one, sql, type Read, type Write } from '../store/sql.ts'
import { forgetAnswers, remember, type Once } from './answers.ts'
import type { Vault } from '../store/vault.ts'

export type Clock = { now: () => number }
export type Random = (bytes: number) => Uint8Array

export type OpenOffice = {
  journal: Journal
  office: () => Office
  desk: () => Desk
  /** The office's calendar date at this moment. */
  today: () => string
  /** This desk's letter, which numbers carry. */
  letter: string
  reading: (caller: Caller) => Reading
  /** Runs a command's handler in one transaction; answered once per command id. */
  act: <T>(caller: Caller, acting: (act: Act) => T, once?: Once) => { answer: T; changed: string[] }
  /** A second connection that sees the file as it is now, whatever is entered meanwhile; for long readings. */
  reader: () => Reader
  /** Where its files lie, encrypted. */
  vault: Vault
  close: () => void
}

export type Reader = { db: Read; close: () => void }

/** What of an act belongs to who asks, not to the office. */
export type Caller = Pick<Reading, 'actor' | 'language' | 'session'>
export type OfficeParts = { db: Write; kinds: Kinds; clock: Clock; reader: () => Reader; vault: Vault; random?: Random }

/** Opens the office that the file holds; undefined where it holds none. */
export const openOffice = ({
  db,
  kinds,
  clock,
  reader,
  vault,
  random = pooledRandom,
}: OfficeParts): OpenOffice | undefined => {
  const deskKey = readDeskKey(db)
  const id = one<{ value: string }>(db, sql`select value from local_setting where name = 'office'`)?.value
  if (!deskKey || id === undefined) return undefined
  // A file whose rows are of another shape, or lost, has them all in its journal.
  if (!hasDerived(db, kinds.tables) || !recordOf(db, officeType, id)) rebuild(db, kinds)
  forgetAnswers(db, clock.now())
  const journal = createJournal({ db, kinds, office: id, deskKey, random })

  const office = (): Office => {
    const record = recordOf(db, officeType, id)
    if (!record) throw new Error('the journal holds no founding entry')
    return record
  }
  const desk = (): Desk => {
    const record = recordsOf(db, deskType, sql`where desk = ${deskKey.desk}`)[0]
    if (!record) throw new Error('this desk was never admitted')
    return record
  }
  const { zone } = office()
  const { letter } = desk()

  const readingAt = (caller: Caller, now: number): Reading => ({ db, now, today: dateAt(now, zone), zone, ...caller })

  return {
    journal,
    office,
    desk,
    today: () => dateAt(clock.now(), zone),
    letter,
    reading: (caller) => readingAt(caller, clock.now()),
    act: (caller, acting, once) => {
      const reading = readingAt(caller, clock.now())
      let changed: string[] = []
      const answer = journal.transact(reading.now, (entering) => {
        const newId = (): string => uuidv7(reading.now, random(10))
        const enter = (draft: Parameters<typeof entering.enter>[1]): void =>
          void entering.enter(caller.actor.person, draft)
        const numbering = createNumbering({ db, desk: deskKey.desk, year: yearOf(reading.today), newId, enter })
        entering.beforeCommit(numbering.check)
        const result = acting({
          ...reading,
          newId,
          headsOf: (subject) => currentHeads(db, subject),
          number: (numberClass, holder = letter) => numbering.next(numberClass, holder),
          enter: (...drafts) => drafts.forEach(enter),
        })
        if (once && !isRefusal(result)) remember(db, once, caller.actor.person, { at: reading.now, answer: result })
        changed = [...entering.changed]
        return result
      })
      return { answer, changed: isRefusal(answer) ? [] : changed }
    },
    reader,
    vault,
    close: () => db.close(),
  }
}

const currentHeads = (db: Write, subject: string): string[] =>
  headsOf(inOrder(entriesOf(db, subject).map(foldable)))
    .map((entry) => entry.hash)
    .toSorted()

/** `stale` where a page decided on an older state than the desk now holds. */
export const refuseStale = (
  act: Act,
  what: string,
  id: string,
  basedOn: readonly string[] | undefined,
): Refusal | undefined =>
  basedOn && basedOn.toSorted().join() !== act.headsOf(id).join() ? refuse({ code: 'stale', what, id }) : undefined
