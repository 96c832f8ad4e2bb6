/** Desks that exchange entries by hand, for tests of what two of them do at the same time with one shelf. */
import Database from 'better-sqlite3'
import { isRefusal } from '../../../shared/api/fault.ts'
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
import { all, raw, sql, type Write } from '../store/sql.ts'
import { testRandom } from '../testing.ts'
import { supplyHandlers } from './handlers.ts'

const office = '0190a000-0000-7000-8000-000000000001'
const zone = 'Asia/Shanghai'
const start = Date.parse('2026-11-23T01:00:00Z')

export type Desk = { letter: string; journal: Journal }

/** The counter's handlers; everybody is known by an id that is also the name. */
export const handlers = supplyHandlers({
  person: (_reading, id) => ({ id, name: `人${id.slice(-1)}` }),
  approver: (_reading, id) => ({ id, name: id, mayApprove: true }),
  confirm: () => Promise.reject(new Error('nobody is asked here')),
  isAttachedTo: () => false,
  departments: () => [{ id: '0190a000-0000-7000-8000-0000000000d1', name: '总务部' }],
})

let ticks = 0
let ids = 0

export const openDesk = (letter: string): Desk => {
  const db = new Database(':memory:') as unknown as Write
  for (const statement of migrations.flat()) db.exec(statement)
  makeDerived(db, kinds.tables)
  return { letter, journal: createJournal({ db, kinds, office, deskKey: makeDeskKey(db), random: testRandom(letter) }) }
}

/** One act at a desk; a minute passes with each. A refusal comes back as its fault. */
export const actAt = <T>({ journal, letter }: Desk, acting: (act: Act) => T, who = 'clerk'): T => {
  const now = start + (ticks += 1) * 60_000
  const { db } = journal
  return journal.transact(now, (entering) => {
    const newId = (): string => `0190a000-0000-7000-8001-${`${(ids += 1)}`.padStart(12, '0')}`
    const enter: Act['enter'] = (...drafts) => drafts.forEach((draft) => void entering.enter(who, draft))
    const numbering = createNumbering({ db, desk: journal.deskKey.desk, year: 2026, newId, enter })
    entering.beforeCommit(numbering.check)
    return acting({
      db,
      now,
      today: dateAt(now, zone),
      zone,
      language: 'zh-CN',
      actor: { person: who, name: who, permissions: new Set(permissions) },
      session: { open: () => undefined, close: () => undefined, isOpen: () => true },
      newId,
      headsOf: () => [],
      number: (numberClass, holder = letter) => numbering.next(numberClass, holder),
      enter,
    })
  })
}

/** What an act answered; a refusal fails the test. */
export const done = <T>(answer: T): Exclude<T, { refused: unknown }> => {
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer.refused))
  return answer as Exclude<T, { refused: unknown }>
}

/** Hands all of one desk's entries to another, as the share would; answers whether they were taken. */
export const send = ({ journal }: Desk, to: Desk): void => {
  const checkpoint = checkpointsAfter(journal.db, journal.deskKey.desk, 0).at(-1)
  if (!checkpoint) return
  const { desk, publicKey } = journal.deskKey
  const entries = entriesAfter(journal.db, desk, 0, 100_000)
  const answer = admit(to.journal, { desk, publicKey, entries, checkpoint }, start + 86_400_000)
  if (!('taken' in answer)) throw new Error(JSON.stringify(answer))
}

/** All rows of the supplies register, for holding one desk against another. */
export const rowsOf = ({ journal }: Desk): unknown[] =>
  ['supply_item', 'supply_slip', 'supply_request', 'balance', 'exception'].map((name) =>
    all(journal.db, sql`select * from ${raw(name)} order by 1`),
  )
