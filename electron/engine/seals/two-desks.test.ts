/** One seal and two desks that exchange entries by hand: who may use and number it, and what shows when both think so. */
// Long because: every story needs the same two desks, which are set up here once.
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { isRefusal } from '../../../shared/api/fault.ts'
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
import { all, raw, sql, type Write } from '../store/sql.ts'

import { testRandom } from '../testing.ts'
import { custodyHandlers } from './custody.ts'
import type { SealDeps } from './deps.ts'
import { handoverOf } from './life-store.ts'
import { sealOf } from './store.ts'

const office = '0190a000-0000-7000-8000-000000000001'
const start = Date.parse('2026-11-23T01:00:00Z')
const zone = 'Asia/Shanghai'
const people = { keeper: '张敏', next: '李娜', third: '王磊', witness: '赵静' }
type Who = keyof typeof people

type Desk = { letter: string; journal: Journal; sent: number }

let ticks = 0
let ids = 0

const openDesk = (letter: string): Desk => {
  const db = new Database(':memory:') as unknown as Write
  for (const statement of migrations.flat()) db.exec(statement)
  makeDerived(db, kinds.tables)
  const journal = createJournal({ db, kinds, office, deskKey: makeDeskKey(db), random: testRandom(letter) })
  return { letter, journal, sent: 0 }
}

/** Answers a handler's act at a desk as a person; refusals come back as their fault. */
const actAt = <T>(desk: Desk, who: Who, acting: (act: Act, deps: SealDeps) => T): T => {
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

const send = (from: Desk, to: Desk): void => {
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

const exchange = (...desks: Desk[]): void => {
  for (const from of desks) for (const to of desks) if (from !== to) send(from, to)
}

const seal = '0190a000-0000-7000-8000-00000000aaaa'
const registerAt = (desk: Desk): void =>
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
      },
    }),
  )

const offer = (desk: Desk, who: Who, to: Who, toDesk: string): string => {
  const input = { seal, to, toDesk, witness: 'witness', reason: '轮岗', registers: [] }
  const answer = actAt(desk, who, (act, deps) => custodyHandlers(deps)['seals.handoverOffer'](act, input))
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer.refused))
  return answer.id
}
const accept = (desk: Desk, who: Who, id: string) =>
  actAt(desk, who, (act, deps) => custodyHandlers(deps)['seals.handoverAccept'](act, { id }))
const decline = (desk: Desk, who: Who, id: string) =>
  actAt(desk, who, (act, deps) => custodyHandlers(deps)['seals.handoverDecline'](act, { id, reason: '不便' }))
const takeOut = (desk: Desk, who: Who) =>
  actAt(desk, who, (act, deps) =>
    custodyHandlers(deps)['seals.takeOut'](act, {
      seal,
      taker: 'third',
      escort: 'witness',
      address: '银行',
      reason: '开户',
      documents: [],
    }),
  )

/** The next register number of the seal, and an entry that carries it. */
const useAt = (desk: Desk, who: Who): string =>
  actAt(desk, who, (act) => {
    const numbered = act.number('sealUse', 'GZ01')
    const body = {
      numbered,
      number: numbered.number,
      seal: { id: seal, code: 'GZ01', name: '公章' },
      usedAt: '2026-11-23 10:00',
      category: 'official',
      document: { title: '公函' },
      copies: 1,
      approved: 1,
      actual: 1,
      spoiled: 0,
      seam: 0,
      status: 'used',
    }
    act.enter({ kind: 'seal.used', subject: act.newId(), body })
    return numbered.number
  })

const rows = ({ journal }: Desk) =>
  ['seal', 'seal_handover', 'seal_outing', 'balance', 'exception'].map((name) =>
    all(journal.db, sql`select * from ${raw(name)} order by 1`),
  )

describe('a seal between two desks', () => {
  it('is offered, accepted and used at one desk only, and the new desk opens a book of its own', () => {
    const [a, b] = [openDesk('A'), openDesk('B')]
    registerAt(a)
    expect(useAt(a, 'keeper')).toBe('GZ01-2026-0001')
    exchange(a, b)
    expect(takeOut(b, 'keeper')).toMatchObject({ refused: { code: 'seal-elsewhere', homeDesk: 'A', desk: 'B' } })
    const id = offer(a, 'keeper', 'next', 'B')
    expect(accept(a, 'next', id)).toMatchObject({ refused: { code: 'handover-elsewhere', toDesk: 'B', desk: 'A' } })
    exchange(a, b)
    expect(takeOut(a, 'keeper')).toMatchObject({ refused: { code: 'seal-act-not-allowed', status: 'in-handover' } })
    expect(accept(b, 'next', id)).toMatchObject({ id })
    expect(sealOf(b.journal.db, seal)).toMatchObject({ homeDesk: 'B', status: 'in-use', custodian: { id: 'next' } })
    // A has not heard of it yet, and still holds the seal to be in handover.
    expect(takeOut(a, 'keeper')).toMatchObject({ refused: { code: 'seal-act-not-allowed' } })
    exchange(a, b)
    expect(takeOut(a, 'keeper')).toMatchObject({ refused: { code: 'seal-elsewhere', homeDesk: 'B', desk: 'A' } })
    expect(useAt(b, 'next')).toBe('GZ01-2026.2-0001')
    expect(takeOut(b, 'next')).toMatchObject({ number: 'WD-B-2026-0001' })
    exchange(a, b)
    expect(rows(a)).toEqual(rows(b))
    expect(sealOf(a.journal.db, seal)).not.toHaveProperty('otherHolder')
  })

  it('shows two holders where it was accepted at one desk and, unheard, declined and handed on at another', () => {
    const [a, b, c] = [openDesk('A'), openDesk('B'), openDesk('C')]
    registerAt(a)
    const first = offer(a, 'keeper', 'next', 'B')
    exchange(a, b, c)
    accept(b, 'next', first)
    decline(a, 'next', first)
    const second = offer(a, 'keeper', 'third', 'C')
    send(a, c)
    expect(accept(c, 'third', second)).toMatchObject({ id: second })
    exchange(a, b, c)
    const found = sealOf(a.journal.db, seal)
    const holders = [found?.homeDesk, found?.otherHolder?.homeDesk].filter((desk) => desk !== undefined).toSorted()
    expect(holders).toEqual(['B', 'C'])
    expect(
      handoverOf(a.journal.db, first)
        ?.answers?.map(({ status }) => status)
        .toSorted(),
    ).toEqual(['accepted', 'declined'])
    expect(handoverOf(a.journal.db, second)?.status).toBe('accepted')
    for (const desk of [b, c]) expect(rows(desk)).toEqual(rows(a))
    const told = all<{ kind: string }>(a.journal.db, sql`select kind from exception`).map(({ kind }) => kind)
    expect(told.toSorted()).toEqual(['handover-two-answers', 'seal-two-holders'])
  })

  it('keeps both answers of one handover that two desks accepted', () => {
    const [a, b, twin] = [openDesk('A'), openDesk('B'), openDesk('B')]
    registerAt(a)
    const id = offer(a, 'keeper', 'next', 'B')
    exchange(a, b, twin)
    accept(b, 'next', id)
    accept(twin, 'next', id)
    exchange(a, b, twin)
    expect(handoverOf(a.journal.db, id)?.answers).toHaveLength(2)
    const told = all<{ kind: string }>(a.journal.db, sql`select kind from exception`).map(({ kind }) => kind)
    expect(told).toEqual(['handover-two-answers'])
    expect(rows(b)).toEqual(rows(a))
  })
})
