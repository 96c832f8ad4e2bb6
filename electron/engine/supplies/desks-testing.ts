/** Two desks of one office in memory for tests of supplies: they act by the handlers and exchange entries by hand. */
import Database from 'better-sqlite3'
import { isRefusal, type Refusal } from '../../../shared/api/fault.ts'
import { permissions } from '../../../shared/api/permission.ts'
import { dateAt } from '../../../shared/office/dates.ts'
import type { Act } from '../act.ts'
import { admit } from '../journal/admit.ts'
import { makeDeskKey } from '../journal/desk-key.ts'
import { checkpointsAfter, entriesAfter } from '../journal/entries.ts'
import { createJournal, type Journal } from '../journal/journal.ts'
import { createNumbering } from '../journal/numbering.ts'
import { kinds } from '../rooms.ts'
import { makeDerived } from '../store/open.ts'
import { migrations } from '../store/migrations/index.ts'
import type { Write } from '../store/sql.ts'
import { testRandom } from '../testing.ts'
import { supplyHandlers } from './handlers.ts'

export const office = '0190a000-0000-7000-8000-000000000001'
const start = Date.parse('2026-11-23T01:00:00Z')
const zone = 'Asia/Shanghai'

export const handlers = supplyHandlers({
  person: (_, id) => ({ id, name: '郑爽' }),
  approver: () => undefined,
  confirm: () => Promise.reject(new Error('nobody is asked here')),
  isAttachedTo: () => false,
  departments: () => [{ id: '0190a000-0000-7000-8000-0000000000d1', name: '总务部' }],
})

export type MemoryDesk = {
  journal: Journal
  /** Acts as a person; a refusal throws. */
  act: <T>(acting: (act: Act) => T, person?: string) => Exclude<T, Refusal>
}

/** Desks with letters A, B, …; ids and time run on over all of them, a minute per act. */
export const openDesks = (letters: readonly string[]): MemoryDesk[] => {
  let [ticks, ids] = [0, 0]
  return letters.map((letter) => {
    const db = new Database(':memory:') as unknown as Write
    for (const statement of migrations.flat()) db.exec(statement)
    makeDerived(db, kinds.tables)
    const journal = createJournal({ db, kinds, office, deskKey: makeDeskKey(db), random: testRandom(letter) })
    const act: MemoryDesk['act'] = (acting, person = 'clerk') => {
      const now = start + (ticks += 1) * 60_000
      return journal.transact(now, (entering) => {
        const newId = (): string => `0190a000-0000-7000-8001-${`${(ids += 1)}`.padStart(12, '0')}`
        const enter: Act['enter'] = (...drafts) => drafts.forEach((draft) => void entering.enter(person, draft))
        const numbering = createNumbering({ db, desk: journal.deskKey.desk, year: 2026, newId, enter })
        entering.beforeCommit(numbering.check)
        const answer = acting({
          db,
          now,
          today: dateAt(now, zone),
          zone,
          language: 'zh-CN',
          actor: { person, name: person, permissions: new Set(permissions) },
          session: { open: () => undefined, close: () => undefined, isOpen: () => true },
          newId,
          headsOf: () => [],
          number: (numberClass, holder = letter) => numbering.next(numberClass, holder),
          enter,
        })
        if (isRefusal(answer)) throw new Error(JSON.stringify(answer.refused))
        return answer as Exclude<typeof answer, Refusal>
      })
    }
    return { journal, act }
  })
}

/** Each desk learns of everything the others entered. */
export const exchange = (...desks: readonly MemoryDesk[]): void => {
  for (const { journal } of desks)
    for (const to of desks) {
      const checkpoint = checkpointsAfter(journal.db, journal.deskKey.desk, 0).at(-1)
      if (to.journal === journal || !checkpoint) continue
      const { desk, publicKey } = journal.deskKey
      const entries = entriesAfter(journal.db, desk, 0, 100_000)
      const taken = admit(to.journal, { desk, publicKey, entries, checkpoint }, start + 30 * 86_400_000)
      if (!('taken' in taken)) throw new Error(JSON.stringify(taken))
    }
}
