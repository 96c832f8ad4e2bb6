/** Two desks that merge the same items at the same time: same rows, nothing lost, and what was moved twice shows. */
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { permissions } from '../../../shared/api/permission.ts'
import { isRefusal } from '../../../shared/api/fault.ts'
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
import { all, sql, type Write } from '../store/sql.ts'
import { testRandom } from '../testing.ts'
import { mergedExceptions } from './items/merged-exceptions.ts'
import { oversoldExceptions } from './counter/oversold.ts'
import { supplyHandlers } from './handlers.ts'
import { findScanned } from './items/scanned.ts'

const office = '0190a000-0000-7000-8000-000000000001'
const start = Date.parse('2026-11-23T01:00:00Z')
const zone = 'Asia/Shanghai'
const [pen, twin, third] = ['a', 'b', 'c'].map((sign) => `0190a000-0000-7000-8000-00000000000${sign}`) as [
  string,
  string,
  string,
]
const handlers = supplyHandlers({
  person: () => undefined,
  approver: () => undefined,
  confirm: () => Promise.reject(new Error('nobody is asked here')),
  isAttachedTo: () => false,
  departments: () => [{ id: '0190a000-0000-7000-8000-0000000000d1', name: '总务部' }],
})

type Desk = { letter: string; journal: Journal }
let ticks = 0
let ids = 0

const openDesk = (letter: string): Desk => {
  const db = new Database(':memory:') as unknown as Write
  for (const statement of migrations.flat()) db.exec(statement)
  makeDerived(db, kinds.tables)
  return { letter, journal: createJournal({ db, kinds, office, deskKey: makeDeskKey(db), random: testRandom(letter) }) }
}

const actAt = <T>({ journal, letter }: Desk, acting: (act: Act) => T): T => {
  const now = start + (ticks += 1) * 60_000
  const { db } = journal
  return journal.transact(now, (entering) => {
    const newId = (): string => `0190a000-0000-7000-8001-${`${(ids += 1)}`.padStart(12, '0')}`
    const enter: Act['enter'] = (...drafts) => drafts.forEach((draft) => void entering.enter('clerk', draft))
    const numbering = createNumbering({ db, desk: journal.deskKey.desk, year: 2026, newId, enter })
    entering.beforeCommit(numbering.check)
    const answer = acting({
      db,
      now,
      today: dateAt(now, zone),
      zone,
      language: 'zh-CN',
      actor: { person: 'clerk', name: '周敏', permissions: new Set(permissions) },
      session: { open: () => undefined, close: () => undefined, isOpen: () => true },
      newId,
      headsOf: () => [],
      number: (numberClass, holder = letter) => numbering.next(numberClass, holder),
      enter,
    })
    if (isRefusal(answer)) throw new Error(JSON.stringify(answer.refused))
    return answer
  })
}

const exchange = (...desks: Desk[]): void => {
  for (const { journal } of desks)
    for (const to of desks) {
      const checkpoint = checkpointsAfter(journal.db, journal.deskKey.desk, 0).at(-1)
      if (to.journal === journal || !checkpoint) continue
      const { desk, publicKey } = journal.deskKey
      const entries = entriesAfter(journal.db, desk, 0, 100_000)
      expect(admit(to.journal, { desk, publicKey, entries, checkpoint }, start + 86_400_000)).toHaveProperty('taken')
    }
}

/** Ten pieces of each, at one place. */
const stocked = (): [Desk, Desk] => {
  const desks: [Desk, Desk] = [openDesk('A'), openDesk('B')]
  const [a] = desks
  for (const [id, name] of [
    [pen, '签字笔'],
    [twin, '签字笔（重）'],
    [third, '水笔'],
  ] as const) {
    const body = { code: name, name, category: 'consumable', unit: '支', packs: [], location: 'A1', exchangeOld: false }
    const barcodes = [{ code: `69${id.slice(-1)}`, unit: '支', amount: 1 }]
    actAt(a, (act) => act.enter({ kind: 'item.added', subject: id, body: { ...body, barcodes, active: true } }))
    const lines = [{ item: id, quantity: 10, unit: '支', amount: 1000 }]
    actAt(a, (act) => handlers['supplies.receive'](act, { lines }))
  }
  exchange(...desks)
  return desks
}
const merge = (desk: Desk, from: string, into: string) =>
  actAt(desk, (act) => handlers['supplies.mergeItems'](act, { duplicate: from, into }))
const answered = <T>(answer: T) => answer as Exclude<T, { refused: unknown }>
const stockOf = ({ journal }: Desk) =>
  Object.fromEntries(
    all<{ account: string; amount: number }>(
      journal.db,
      sql`select account, amount from balance where account glob 'item:*' and not account glob '*:moved:*' and amount <> 0 order by account`,
    ).map(({ account, amount }) => [account.replace('0190a000-0000-7000-8000-00000000000', ''), amount]),
  )
const rows = ({ journal }: Desk) => [
  all(journal.db, sql`select subject, record from supply_item order by subject`),
  all(journal.db, sql`select * from balance order by account`),
]
const told = (desk: Desk) => actAt(desk, (act) => mergedExceptions(act)).map(({ kind, subject }) => [kind, subject])

it('keeps both merges of the same items; what moved twice shows, and one reversing slip clears it up', () => {
  const [a, b] = stocked()
  merge(a, pen, twin)
  const { slip = '' } = answered(merge(b, pen, twin))
  exchange(a, b)
  expect(rows(a)).toEqual(rows(b))
  expect(stockOf(a)).toMatchObject({ 'item:a:stock:A1': -10, 'item:b:stock:A1': 30, 'item:a:value': -1000 })
  for (const desk of [a, b]) {
    expect(actAt(desk, (act) => mergedExceptions(act))).toMatchObject([
      {
        kind: 'merged-twice',
        subject: pen,
        values: { into: '签字笔（重）', over: 10, slips: expect.arrayContaining([slip]) },
      },
    ])
    // The same pieces are not told a second time as oversold.
    expect(actAt(desk, (act) => oversoldExceptions(act))).toEqual([])
  }
  const id = all<{ subject: string }>(b.journal.db, sql`select subject from supply_slip where number = ${slip}`)[0]
  actAt(b, (act) => handlers['supplies.reverse'](act, { id: id?.subject ?? '' }))
  exchange(a, b)
  expect(stockOf(a)).toEqual({
    'item:b:value': 2000,
    'item:c:value': 1000,
    'item:b:stock:A1': 20,
    'item:c:stock:A1': 10,
  })
  expect(told(a)).toEqual([])
})

it('lets what another desk moved meanwhile follow by merging once more', () => {
  const [a, b] = stocked()
  merge(a, pen, twin)
  actAt(b, (act) => handlers['supplies.receive'](act, { lines: [{ item: pen, quantity: 5, unit: '支', amount: 600 }] }))
  exchange(a, b)
  expect(told(a)).toEqual([['merged-stock', pen]])
  merge(a, pen, twin)
  expect(stockOf(a)).toMatchObject({ 'item:b:stock:A1': 25, 'item:b:value': 2600 })
  expect(stockOf(a)).not.toHaveProperty('item:a:stock:A1')
  expect(told(a)).toEqual([])
})

it('stands the later where two desks kept different items, and loses no piece', () => {
  const [a, b] = stocked()
  merge(a, pen, twin)
  merge(b, pen, third)
  exchange(a, b)
  expect(rows(a)).toEqual(rows(b))
  expect(
    Object.entries(stockOf(a)).reduce((sum, [name, amount]) => (name.includes(':stock:') ? sum + amount : sum), 0),
  ).toBe(30)
  expect(told(a)).toEqual([['merged-twice', pen]])
  expect(findScanned(a.journal.db, '69a', undefined)).toMatchObject({ item: { id: third } })
})

it('tells two that were merged into each other, and finds a barcode all the same', () => {
  const [a, b] = stocked()
  merge(a, pen, twin)
  merge(b, twin, pen)
  exchange(a, b)
  expect(rows(a)).toEqual(rows(b))
  expect(told(a)).toContainEqual(['merged-circle', pen])
  expect(findScanned(a.journal.db, '69b', undefined)).toEqual(findScanned(b.journal.db, '69b', undefined))
  actAt(a, (act) => handlers['supplies.changeItem'](act, { id: pen, active: true }))
  expect(findScanned(a.journal.db, '69b', undefined)).toMatchObject({ item: { id: pen } })
})
