/** One stocktake and two desks that exchange entries by hand: shelves counted apart, one line twice, movements that come late. */
// Long because: every story needs the same two desks, which are set up here once.
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRefusal, type Refusal } from '../../../../shared/api/fault.ts'
import { permissions } from '../../../../shared/api/permission.ts'
import { uuidv7 } from '../../../../shared/journal/ids.ts'
import { dateAt } from '../../../../shared/office/dates.ts'
import { stockAccount } from '../../../../shared/supplies/accounts.ts'
import type { Act } from '../../act.ts'
import { admit } from '../../journal/admit.ts'
import { makeDeskKey } from '../../journal/desk-key.ts'
import { checkpointsAfter, entriesAfter } from '../../journal/entries.ts'
import { createJournal, type Journal } from '../../journal/journal.ts'
import { createNumbering } from '../../journal/numbering.ts'
import { kinds } from '../../rooms.ts'
import { balanceOf } from '../../store/derived.ts'
import { makeDerived } from '../../store/open.ts'
import { migrations } from '../../store/migrations/index.ts'
import { all, raw, sql, type Write } from '../../store/sql.ts'
import { testRandom } from '../../testing.ts'
import type { SupplyDeps } from '../deps.ts'
import { supplyHandlers } from '../handlers.ts'
import { lateMovements } from './late.ts'

const office = '0190a000-0000-7000-8000-000000000001'
const zone = 'Asia/Shanghai'
const minute = 60_000
const people = { clerk: '周敏', other: '林秀英', boss: '许国栋' }
type Who = keyof typeof people
type Desk = { letter: string; journal: Journal }

const handlers = supplyHandlers({
  person: (_: unknown, id: string) => (id in people ? { id, name: people[id as Who] } : undefined),
} as unknown as SupplyDeps)

/** Two desks, one clock that goes on a minute with each act, and what the stories do. */
const openOffice = (seed: string) => {
  const start = Date.parse('2026-11-23T01:00:00Z')
  const bytes = testRandom(`ids ${seed}`)
  let ticks = 0
  const open = (letter: string): Desk => {
    const db = new Database(':memory:') as unknown as Write
    for (const statement of migrations.flat()) db.exec(statement)
    makeDerived(db, kinds.tables)
    const random = testRandom(`${seed} ${letter}`)
    return { letter, journal: createJournal({ db, kinds, office, deskKey: makeDeskKey(db), random }) }
  }
  const actAt = <T>(desk: Desk, who: Who, acting: (act: Act) => T): T => {
    const now = start + (ticks += 1) * minute
    const { journal } = desk
    return journal.transact(now, (entering) => {
      const newId = (): string => uuidv7(now, bytes(10))
      const enter: Act['enter'] = (...drafts) => drafts.forEach((draft) => void entering.enter(who, draft))
      const numbering = createNumbering({ db: journal.db, desk: journal.deskKey.desk, year: 2026, newId, enter })
      entering.beforeCommit(numbering.check)
      return acting({
        db: journal.db,
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
      })
    })
  }
  const send = (from: Desk, to: Desk): void => {
    const { journal } = from
    const checkpoint = checkpointsAfter(journal.db, journal.deskKey.desk, 0).at(-1)
    if (!checkpoint) return
    const { desk, publicKey } = journal.deskKey
    const entries = entriesAfter(journal.db, desk, 0, 100_000)
    expect(admit(to.journal, { desk, publicKey, entries, checkpoint }, start + 30 * 86_400_000)).toHaveProperty('taken')
  }
  const [a, b] = [open('A'), open('B')]
  return { a, b, actAt, send, both: () => (send(a, b), send(b, a)) }
}

const done = <T extends object>(answer: T | Refusal): T => {
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer.refused))
  return answer
}

/** Two items with ten pieces each on two shelves, known at both desks. */
const begin = (seed: string) => {
  const house = openOffice(seed)
  const { a, actAt, both } = house
  const items = ['甲架/01', '乙架/01'].map((location, index) => {
    const input = { code: `X${index}`, name: `物品${index}`, unit: '支', location, category: 'consumable' as const }
    const fields = { ...input, packs: [], barcodes: [], exchangeOld: false, lots: false }
    const { id } = done(actAt(a, 'clerk', (act) => handlers['supplies.addItem'](act, fields)))
    const lines = [{ item: id, quantity: 10, unit: '支', price: 100 }]
    done(actAt(a, 'clerk', (act) => handlers['supplies.receive'](act, { lines })))
    return { item: id, location }
  })
  both()
  const place = (index: number) => items[index] ?? { item: '', location: '' }
  const plan = (desk: Desk): string =>
    done(
      actAt(desk, 'clerk', (act) =>
        handlers['supplies.planStocktake'](act, { scope: {}, isBlind: false, counters: [], note: undefined }),
      ),
    ).id
  const count = (desk: Desk, who: Who, id: string, index: number, quantity: number) =>
    done(
      actAt(desk, who, (act) =>
        handlers['supplies.count'](act, {
          id,
          source: 'screen',
          counts: [{ ...place(index), quantity, mode: 'set' }],
        }),
      ),
    )
  const issue = (desk: Desk, index: number, quantity: number) =>
    done(
      actAt(desk, 'other', (act) =>
        handlers['supplies.issue'](act, {
          recipient: 'boss',
          lines: [{ ...place(index), quantity, unit: '支', oldReturned: false }],
        }),
      ),
    )
  const submit = (desk: Desk, id: string) =>
    actAt(desk, 'clerk', (act) =>
      handlers['supplies.submitStocktake'](act, { id, leaveUncounted: false, cause: '破损' }),
    )
  const approve = (desk: Desk, id: string) =>
    actAt(desk, 'boss', (act) => handlers['supplies.approveStocktake'](act, { id }))
  const post = (desk: Desk, id: string) =>
    actAt(desk, 'clerk', (act) => handlers['supplies.postStocktake'](act, { id }))
  const lines = (desk: Desk, id: string) =>
    done(actAt(desk, 'clerk', (act) => handlers['supplies.stocktakeLines'](act, { id, view: 'variance' }))).lines
  const told = (desk: Desk) => actAt(desk, 'clerk', (act) => lateMovements(act))
  const lying = (desk: Desk, index: number) =>
    balanceOf(desk.journal.db, stockAccount(place(index).item, place(index).location))
  return { ...house, place, plan, count, issue, submit, approve, post, lines, told, lying }
}

const rows = ({ journal }: Desk) =>
  ['stocktake', 'stocktake_sheet', 'stock_count', 'balance', 'exception'].map((name) =>
    all(journal.db, sql`select * from ${raw(name)} order by 1`),
  )

describe('a stocktake at two desks', () => {
  it('is counted shelf by shelf, and is whole at both once they exchanged', () => {
    const { a, b, both, plan, count, lines } = begin('shelves')
    const id = plan(a)
    both()
    count(a, 'clerk', id, 0, 10)
    count(b, 'other', id, 1, 9)
    both()
    for (const desk of [a, b])
      expect(lines(desk, id).map(({ location, counted, state }) => [location, counted, state])).toEqual([
        ['乙架/01', 9, 'counted'],
        ['甲架/01', 10, 'counted'],
      ])
    expect(rows(a)).toEqual(rows(b))
  })

  it('keeps both counts of one line, and shows that they differ until it is recounted', () => {
    const { a, b, both, plan, count, lines, place, actAt } = begin('same line')
    const id = plan(a)
    both()
    count(a, 'clerk', id, 0, 10)
    count(b, 'other', id, 0, 8)
    expect(lines(a, id)[1]).toMatchObject({ state: 'counted', counted: 10 })
    both()
    for (const desk of [a, b]) {
      const line = lines(desk, id)[1]
      expect(line).toMatchObject({ state: 'conflict' })
      expect(line?.tallied.map(({ counter, quantity }) => [counter.name, quantity])).toEqual([
        ['周敏', 10],
        ['林秀英', 8],
      ])
    }
    done(actAt(b, 'clerk', (act) => handlers['supplies.recount'](act, { id, places: [place(0)], reason: undefined })))
    both()
    count(a, 'clerk', id, 0, 8)
    both()
    expect(lines(b, id)[1]).toMatchObject({ state: 'counted', counted: 8, round: 2 })
    expect(rows(a)).toEqual(rows(b))
  })

  it('recomputes the book when another desk’s earlier movement arrives, and asks to submit anew what it changes', () => {
    const { a, b, both, send, plan, count, issue, submit, approve, lines, actAt } = begin('late before')
    issue(b, 0, 3)
    const id = plan(a)
    issue(b, 1, 1)
    count(a, 'clerk', id, 0, 7)
    count(a, 'clerk', id, 1, 10)
    expect(lines(a, id)[1]).toMatchObject({ book: 10, difference: -3 })
    done(submit(a, id))
    send(b, a)
    const answer = approve(a, id)
    expect(isRefusal(answer) && answer.refused.code).toBe('stocktake-moved')
    done(actAt(a, 'boss', (act) => handlers['supplies.returnStocktake'](act, { id, reason: '账存变了' })))
    both()
    // What was issued after the cut-off does not touch the book of the cut-off.
    for (const desk of [a, b])
      expect(lines(desk, id).map(({ book, since, difference }) => [book, since, difference])).toEqual([
        [10, -1, 0],
        [7, 0, 0],
      ])
  })

  it('tells what arrives after the posting as an exception at every desk, until slips settle it', () => {
    const { a, b, both, plan, count, issue, submit, approve, post, told, lying, actAt, place } = begin('late after')
    issue(b, 0, 3)
    const id = plan(a)
    count(a, 'clerk', id, 0, 7)
    count(a, 'clerk', id, 1, 10)
    done(submit(a, id))
    done(approve(a, id))
    done(post(a, id))
    expect(lying(a, 0)).toBe(7)
    expect(told(a)).toEqual([])
    both()
    // The loss was posted and the issue came as well: the book now is short by what was found.
    expect([lying(a, 0), lying(b, 0)]).toEqual([4, 4])
    expect(told(a)).toMatchObject([
      { kind: 'late-before-cutoff', subject: id, part: `${place(0).item}|甲架/01|`, values: { late: '-3' } },
    ])
    expect(told(b)).toEqual(told(a))
    done(actAt(b, 'clerk', (act) => handlers['supplies.reconcileStocktake'](act, { id })))
    both()
    expect([lying(a, 0), lying(b, 0), told(a), told(b)]).toEqual([7, 7, [], []])
    expect(rows(a)).toEqual(rows(b))
  })

  it('shows a posting at both desks as an exception, with the slips to reverse', () => {
    const { a, b, both, plan, count, submit, approve, post } = begin('twice')
    const id = plan(a)
    count(a, 'clerk', id, 0, 9)
    count(a, 'clerk', id, 1, 10)
    done(submit(a, id))
    done(approve(a, id))
    both()
    done(post(a, id))
    done(post(b, id))
    both()
    const kept = ({ journal }: Desk) => all(journal.db, sql`select kind, subject from exception`)
    expect(kept(a)).toEqual([{ kind: 'posted-twice', subject: id }])
    expect(rows(a)).toEqual(rows(b))
  })

  it('has the same lines everywhere, whatever was counted where and in which order it came', () => {
    const act = fc.record({
      desk: fc.boolean(),
      who: fc.constantFrom<Who>('clerk', 'other'),
      index: fc.integer({ min: 0, max: 1 }),
      quantity: fc.integer({ min: 0, max: 12 }),
      does: fc.constantFrom('count', 'count', 'count', 'issue', 'recount', 'send'),
    })
    fc.assert(
      fc.property(fc.array(act, { maxLength: 14 }), (acts) => {
        const { a, b, both, send, plan, count, place, lines, actAt } = begin('property')
        const id = plan(a)
        both()
        for (const { desk, who, index, quantity, does } of acts) {
          const [here, there] = desk ? [a, b] : [b, a]
          if (does === 'send') send(here, there)
          else if (does === 'count') count(here, who, id, index, quantity)
          else if (does === 'recount')
            actAt(here, who, (each) =>
              handlers['supplies.recount'](each, { id, places: [place(index)], reason: undefined }),
            )
          else
            actAt(here, who, (each) =>
              handlers['supplies.issue'](each, {
                recipient: 'boss',
                lines: [{ ...place(index), quantity: 1, unit: '支', oldReturned: false }],
              }),
            )
        }
        both()
        expect(lines(a, id)).toEqual(lines(b, id))
        expect(rows(a)).toEqual(rows(b))
        // Nothing that was issued after the cut-off moved its book.
        expect(lines(a, id).map(({ book }) => book)).toEqual([10, 10])
      }),
      { numRuns: 15 },
    )
  })
})
