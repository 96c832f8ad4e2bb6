/** The example office: a believable company with a year of activity, written in transactions of a few thousand entries. */
import { setImmediate } from 'node:timers/promises'
import { instantOf } from '../../../shared/journal/clock.ts'
import type { FillExample } from '../office/folder.ts'
import { personByStaffNo } from '../people/store.ts'
import type { Write } from '../store/sql.ts'
import { createDice } from './dice.ts'
import { keepFiles } from './keep-files.ts'
import { createHistory } from './history.ts'
import { writeYear } from './year.ts'

/** Entries of one transaction: enough that its signature and sync cost little, few enough that progress shows. */
const batch = 2000

export const fill: FillExample = async (office, { entries, seed, progress, handlers, now }) => {
  const { journal } = office
  const { db } = journal
  const founder = personByStaffNo(db, 'A0001')
  if (!founder) throw new Error('the example has no founder')
  const dice = createDice(seed)
  const history = createHistory({ office, handlers, dice })
  const from = instantOf(journal.head().at) + 60_000
  const year = writeYear({ history, dice, administrator: founder, entries, from, to: now })
  const leave = widen(db)
  try {
    for (let isDone = false; !isDone;) {
      isDone = journal.transact(now, (entering) => {
        history.attach(entering)
        const begun = journal.head().n
        while (journal.head().n < begun + batch) if (year.next().done) return true
        return false
      })
      progress(Math.min(journal.head().n, entries), entries)
      await setImmediate()
    }
  } finally {
    leave()
  }
  keepFiles(office, founder, dice, now)
  return journal.head().n
}

/**
 * More room for pages while so many rows are written at once; without it a million entries write each page many times.
 * @returns puts it back
 */
const widen = (db: Write): (() => void) => {
  const before = ['cache_size', 'wal_autocheckpoint'].map((name) => [name, db.pragma(name, { simple: true })] as const)
  db.pragma('cache_size = -131072')
  db.pragma('wal_autocheckpoint = 16000')
  return () => before.forEach(([name, value]) => db.pragma(`${name} = ${Number(value)}`))
}
