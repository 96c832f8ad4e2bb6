/** Desks of a test that exchange entries by hand: a real journal each, handlers called as a person at one of them. */
import Database from 'better-sqlite3'
import { expect } from 'vitest'
import { dateAt } from '../../../shared/office/dates.ts'
import { permissions } from '../../../shared/api/permission.ts'
import type { Act } from '../act.ts'
import { admit, type Batch } from '../journal/admit.ts'
import { makeDeskKey } from '../journal/desk-key.ts'
import { checkpointsAfter, entriesAfter } from '../journal/entries.ts'
import { createJournal, type Journal } from '../journal/journal.ts'
import { createNumbering } from '../journal/numbering.ts'
import { kinds } from '../rooms.ts'
import { makeDerived } from '../store/open.ts'
import { migrations } from '../store/migrations/index.ts'
import type { Write } from '../store/sql.ts'
import { testRandom } from '../testing.ts'
import type { SealDeps } from './deps.ts'

const office = '0190a000-0000-7000-8000-000000000001'
const start = Date.parse('2026-11-23T01:00:00Z')
const zone = 'Asia/Shanghai'
const people = { keeper: '张敏', next: '李娜', third: '王磊', witness: '赵静' }
export type Who = keyof typeof people

export type Desk = { letter: string; journal: Journal; sent: number }

let ticks = 0
let ids = 0

export const openDesk = (letter: string): Desk => {
  const db = new Database(':memory:') as unknown as Write
  for (const statement of migrations.flat()) db.exec(statement)
  makeDerived(db, kinds.tables)
  const journal = createJournal({ db, kinds, office, deskKey: makeDeskKey(db), random: testRandom(letter) })
  return { letter, journal, sent: 0 }
}

/** Answers a handler's act at a desk as a person; refusals come back as their fault. */
export const actAt = <T>(desk: Desk, who: Who, acting: (act: Act, deps: SealDeps) => T): T => {
  const now = start + (ticks += 1) * 60_000
  const { journal } = desk
  const { db } = journal
  return journal.transact(now, (entering) => {
    const newId = (): string => `0190a000-0000-7000-8000-${`${(ids += 1)}`.padStart(12, '0')}`
    const enter: Act['enter'] = (...drafts) => drafts.forEach((draft) => void entering.enter(who, draft))
    const numbering = createNumbering({ db, desk: journal.deskKey.desk, year: 2026, newId, enter })
    entering.beforeCommit(numbering.check)
    const act: Act = {
      db,
      now,
      today: dateAt(now, zone),
      zone,
      language: 'zh-CN',
      actor: { person: who, name: people[who], permissions: new Set(permissions) },
      session: { open: () => undefined, close: () => undefined, isOpen: () => true },
      newId,
      headsOf: () => [],
      number: (numberClass, holder = desk.letter) => numbering.next(numberClass, holder),
      enter,
    }
    const deps = {
      standing: (_reading: unknown, id: Who) => ({
        id,
        name: people[id],
        isEmployed: true,
        mayApprove: true,
        mayUse: true,
      }),
      desks: () => ['A', 'B', 'C'],
      desk: () => desk.letter,
    } as unknown as SealDeps
    return acting(act, deps)
  })
}

export const send = (from: Desk, to: Desk): void => {
  const { journal } = from
  const checkpoint = checkpointsAfter(journal.db, journal.deskKey.desk, 0).at(-1)
  if (!checkpoint) return
  const batch: Batch = {
    desk: journal.deskKey.desk,
    publicKey: journal.deskKey.publicKey,
    entries: entriesAfter(journal.db, journal.deskKey.desk, 0, 100_000),
    checkpoint,
  }
  const answer = admit(to.journal, batch, start + 86_400_000)
  expect(answer).toHaveProperty('taken')
}

export const exchange = (...desks: Desk[]): void => {
  for (const from of desks) for (const to of desks) if (from !== to) send(from, to)
}

export const seal = '0190a000-0000-7000-8000-00000000aaaa'
export const registerAt = (desk: Desk, more: Record<string, unknown> = {}): void =>
  actAt(desk, 'keeper', (act) =>
    act.enter({
      kind: 'seal.registered',
      subject: seal,
      body: {
        code: 'GZ01',
        name: '公章',
        type: 'company',
        kind: 'physical',
        shape: 'round',
        widthMm: 42,
        heightMm: 42,
        homeDesk: 'A',
        isHighRisk: false,
        custodian: { id: 'keeper', name: people.keeper },
        status: 'in-use',
        ...more,
      },
    }),
  )
