/** Two desks of one office that exchange entries by hand: same rows whatever the order, own numbers, visible conflicts. */
// Long because: every promise of two desks needs the same small office, which is set up here once.
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { findConflicts, inOrder } from '../../../shared/journal/fold.ts'
import { overlay, subjectType } from '../../../shared/journal/subject.ts'
import { bookType } from '../../../shared/office/subjects.ts'
import type { Numbered } from '../../../shared/office/numbers.ts'
import { derivedTable } from '../store/derived.ts'
import { makeDerived } from '../store/open.ts'
import { migrations } from '../store/migrations/index.ts'
import { all, raw, sql, type Write } from '../store/sql.ts'
import { testRandom } from '../testing.ts'
import { admit, type Batch } from './admit.ts'
import { makeDeskKey } from './desk-key.ts'
import { checkpointsAfter, entriesAfter, entriesOf, foldable } from './entries.ts'
import { createJournal, type Journal } from './journal.ts'
import { kindsOf } from './kinds.ts'
import { createNumbering } from './numbering.ts'
import { verifyJournal } from './verify.ts'

type Card = { id: string; colour?: string; size?: number; numbered?: Numbered }
const card = z
  .object({
    colour: z.string(),
    size: z.number(),
    numbered: z.object({ book: z.string(), serial: z.number(), number: z.string() }),
  })
  .partial()
const cardType = subjectType<Card>({
  name: 'card',
  kinds: { 'card.made': card, 'card.changed': card },
  reduce: overlay<Card>,
  contribute: ({ colour, size, numbered }) => [
    ...(colour === undefined ? [] : [{ account: `colour:${colour}`, delta: size ?? 1 }]),
    ...(numbered ? [{ account: `book:${numbered.book}`, delta: 1 }] : []),
  ],
  lines: {
    name: 'card_line',
    columns: { colour: 'TEXT', card: 'TEXT', line: 'INTEGER', size: 'INTEGER' },
    key: ['colour', 'card', 'line'],
    of: ({ id, colour, size }) =>
      colour === undefined
        ? []
        : Array.from({ length: (size ?? 1) % 3 }, (_, line) => [colour, id, line, size ?? null]),
  },
  // Green and red are as good a reason as any: it comes, goes and changes with the fold.
  exceptions: ({ colour, size }) =>
    colour === 'green' || colour === 'red' ? [{ kind: 'spoiled', on: '2026-11-23', values: { size: size ?? 0 } }] : [],
  search: ({ colour }) => ({ title: colour ?? '', detail: '', words: [], class: 'log' }),
})
const kinds = kindsOf([
  derivedTable(cardType, { colour: '$.colour' }),
  derivedTable(bookType, { class: '$.class', holder: '$.holder', year: '$.year', book: '$.book' }),
])
const office = '0190a000-0000-7000-8000-000000000001'

/** A wall clock later than all the entries of these stories. */
const wall = 1_900_000_000_000

const openDesk = (seed: string): Journal => {
  const db = new Database(':memory:') as unknown as Write
  for (const statement of migrations.flat()) db.exec(statement)
  makeDerived(db, kinds.tables)
  return createJournal({ db, kinds, office, deskKey: makeDeskKey(db), random: testRandom(seed) })
}

const enter = (desk: Journal, now: number, kind: string, subject: string, body: Card | Omit<Card, 'id'>) =>
  desk.transact(now, (entering) => entering.enter('p', { kind, subject, body: body }))

/** What a desk would publish after position `n`: its entries up to its last checkpoint. */
const batchAfter = (desk: Journal, n: number): Batch => {
  const checkpoint = checkpointsAfter(desk.db, desk.deskKey.desk, n).at(-1)
  if (!checkpoint) throw new Error('nothing to send')
  return {
    desk: desk.deskKey.desk,
    publicKey: desk.deskKey.publicKey,
    entries: entriesAfter(desk.db, desk.deskKey.desk, n, 100_000),
    checkpoint,
  }
}

const rows = (desk: Journal) => [
  ...['card', 'balance', 'exception', 'book'].map((name) => all(desk.db, sql`select * from ${raw(name)} order by 1`)),
  all(desk.db, sql`select * from card_line order by colour, card, line`),
  // The one box finds the same on every desk, each record once; only the order of arrival differs.
  all(desk.db, sql`select subject, title, detail, words from found order by subject`),
  ...['red', 'blue', 'green'].map((colour) =>
    all(
      desk.db,
      sql`select subject from found_text join found on doc = found_text.rowid where text match ${colour} order by subject`,
    ),
  ),
]

describe('two desks', () => {
  it('have the same rows once they have the same entries, whatever was entered where and in which order it came', () => {
    const act = fc.record({
      desk: fc.integer({ min: 0, max: 1 }),
      subject: fc.integer({ min: 0, max: 3 }),
      colour: fc.constantFrom('red', 'blue', 'green'),
      size: fc.integer({ min: 1, max: 9 }),
      exchange: fc.boolean(),
      skew: fc.integer({ min: -1_000_000, max: 1_000_000 }),
    })
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        const desks = [openDesk('a'), openDesk('b')]
        const [a, b] = desks as [Journal, Journal]
        const sent = new Map<Journal, number>(desks.map((desk) => [desk, 0]))
        const send = (from: Journal, to: Journal): void => {
          if (from.head().n === sent.get(from)) return
          expect(admit(to, batchAfter(from, sent.get(from) ?? 0), wall)).toMatchObject({
            taken: from.head().n - (sent.get(from) ?? 0),
          })
          sent.set(from, from.head().n)
        }
        acts.forEach(({ desk, subject, colour, size, exchange, skew }, index) => {
          const here = desks[desk] ?? a
          enter(here, 1_800_000_000_000 + index * 1000 + desk * skew, 'card.made', `card-${subject}`, { colour, size })
          if (exchange) send(here, here === a ? b : a)
        })
        send(a, b)
        send(b, a)
        expect(rows(a)).toEqual(rows(b))
        for (const desk of desks) expect(verifyJournal(desk.db, kinds, office).findings).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('show both values where they changed one field side by side, until somebody settles it', () => {
    const [a, b] = [openDesk('a'), openDesk('b')]
    enter(a, 1000, 'card.made', 'c', { colour: 'red', size: 1 })
    admit(b, batchAfter(a, 0), wall)
    enter(a, 2000, 'card.changed', 'c', { colour: 'blue' })
    enter(b, 3000, 'card.changed', 'c', { colour: 'green', size: 5 })
    admit(a, batchAfter(b, 0), wall)
    const conflicts = () => findConflicts(inOrder(entriesOf(a.db, 'c').map(foldable)))
    expect(conflicts().map(({ field, values }) => [field, values.map(({ value }) => value)])).toEqual([
      ['colour', ['blue', 'green']],
    ])
    expect(all(a.db, sql`select colour, heads from card`)[0]).toMatchObject({ colour: 'green' })
    enter(a, 4000, 'card.changed', 'c', { colour: 'blue' })
    expect(conflicts()).toEqual([])
    expect(all(a.db, sql`select colour from card`)).toEqual([{ colour: 'blue' }])
  })

  it('never give one number twice: each opens a book of its own', () => {
    const [a, b] = [openDesk('a'), openDesk('b')]
    const give = (desk: Journal, count: number): string[] =>
      desk.transact(1_800_000_000_000, (entering) => {
        let made = 0
        const newId = (): string => `${desk.deskKey.desk.slice(0, 8)}-${desk.head().n}-${(made += 1)}`
        const numbering = createNumbering({
          db: desk.db,
          desk: desk.deskKey.desk,
          year: 2026,
          newId,
          enter: (draft) => void entering.enter('p', draft),
        })
        entering.beforeCommit(numbering.check)
        return Array.from({ length: count }, () => {
          const numbered = numbering.next('sealUse', 'GZ01')
          entering.enter('p', { kind: 'card.made', subject: newId(), body: { numbered } })
          return numbered.number
        })
      })
    expect(give(a, 2)).toEqual(['GZ01-2026-0001', 'GZ01-2026-0002'])
    admit(b, batchAfter(a, 0), wall)
    expect(give(b, 2)).toEqual(['GZ01-2026.2-0001', 'GZ01-2026.2-0002'])
    expect(give(a, 1)).toEqual(['GZ01-2026-0003'])
  })

  it('leave no gap behind a refused act, and refuse to commit a number that no entry carries', () => {
    const a = openDesk('a')
    const numbered = (keep: boolean): unknown =>
      a.transact(1_800_000_000_000, (entering) => {
        let made = 0
        const newId = (): string => `${a.head().n}-${(made += 1)}`
        const numbering = createNumbering({
          db: a.db,
          desk: a.deskKey.desk,
          year: 2026,
          newId,
          enter: (draft) => void entering.enter('p', draft),
        })
        entering.beforeCommit(numbering.check)
        const next = numbering.next('issue', 'A')
        if (keep) entering.enter('p', { kind: 'card.made', subject: newId(), body: { numbered: next } })
        return keep ? next.number : { refused: { code: 'cancelled' } }
      })
    expect(numbered(true)).toBe('LY-A-2026-0001')
    const { n } = a.head()
    numbered(false)
    expect(a.head().n).toBe(n)
    expect(numbered(true)).toBe('LY-A-2026-0002')
    expect(() =>
      a.transact(1_800_000_000_000, (entering) => {
        const numbering = createNumbering({
          db: a.db,
          desk: a.deskKey.desk,
          year: 2026,
          newId: () => 'x',
          enter: (draft) => void entering.enter('p', draft),
        })
        entering.beforeCommit(numbering.check)
        numbering.next('issue', 'A')
      }),
    ).toThrow(/given but not entered/)
    expect(numbered(true)).toBe('LY-A-2026-0003')
  })

  it('refuse what was changed, reordered, left out or signed by somebody else, and take nothing of it', () => {
    const a = openDesk('a')
    for (let n = 0; n < 4; n++) enter(a, 1000 + n, 'card.made', `c${n}`, { colour: 'red' })
    const good = batchAfter(a, 0)
    const [first, second, third, fourth] = good.entries as [
      Batch['entries'][0],
      Batch['entries'][0],
      Batch['entries'][0],
      Batch['entries'][0],
    ]
    const stranger = openDesk('s')
    const bad: Record<string, [Batch, string]> = {
      'changed body': [{ ...good, entries: [first, { ...second, body: '{"colour":"blue"}' }, third, fourth] }, 'body'],
      'changed header': [{ ...good, entries: [first, { ...second, actor: 'q' }, third, fourth] }, 'chain'],
      'left out': [{ ...good, entries: [first, third, fourth] }, 'gap'],
      'late start': [{ ...good, entries: [second, third, fourth] }, 'gap'],
      'cut off': [{ ...good, entries: [first, second] }, 'signature'],
      'no checkpoint of its own': [
        { ...good, checkpoint: { ...good.checkpoint, signature: stranger.deskKey.sign(Buffer.from('x')) } },
        'signature',
      ],
      'foreign key': [{ ...good, publicKey: stranger.deskKey.publicKey }, 'key'],
      'not an object': [{ ...good, entries: [first, second, third, { ...fourth, at: 'yesterday' }] }, 'form'],
    }
    for (const [name, [batch, reason]] of Object.entries(bad)) {
      const b = openDesk('b')
      expect(admit(b, batch, wall), name).toMatchObject({ code: 'batch-refused', reason })
      expect(all(b.db, sql`select count(*) as count from entry`), name).toEqual([{ count: 0 }])
      expect(admit(b, good, wall), name).toEqual({ taken: 4 })
      expect(admit(b, good, wall), name).toEqual({ taken: 0 })
    }
  })

  it('keep an entry of an unknown kind and of another shape, and fold on without it', () => {
    const [a, b] = [openDesk('a'), openDesk('b')]
    enter(a, 1000, 'card.made', 'c', { colour: 'red' })
    const db = a.db
    // A newer desk: it knows a kind that b does not.
    const newer = kindsOf([
      derivedTable(
        {
          ...cardType,
          kinds: { ...cardType.kinds, 'card.folded': z.object({ folds: z.number() }) },
        },
        {},
      ),
    ])
    const later = createJournal({ db, kinds: newer, office, deskKey: a.deskKey, random: testRandom('n') })
    later.transact(2000, (entering) => entering.enter('p', { kind: 'card.folded', subject: 'c', body: { folds: 2 } }))
    expect(admit(b, batchAfter(a, 0), wall)).toEqual({ taken: 2 })
    expect(all(b.db, sql`select colour from card`)).toEqual([{ colour: 'red' }])
    expect(entriesOf(b.db, 'c').map((entry) => entry.kind)).toEqual(['card.made', 'card.folded'])
  })

  it('follow a clock that runs ahead a little, and not one that runs ahead by years', () => {
    const [a, b] = [openDesk('a'), openDesk('b')]
    const noon = Date.parse('2026-11-23T04:00:00Z')
    enter(a, noon + 60_000, 'card.made', 'c', { colour: 'red' })
    admit(b, batchAfter(a, 0), noon)
    expect(enter(b, noon, 'card.made', 'd', { colour: 'red' }).at).toBe('2026-11-23T04:01:00.000Z-0001')
    enter(a, Date.parse('2099-01-01T00:00:00Z'), 'card.changed', 'c', { colour: 'blue' })
    admit(b, batchAfter(a, 1), noon)
    expect(enter(b, noon + 1000, 'card.changed', 'c', { colour: 'green' }).at).toBe('2026-11-23T04:01:00.000Z-0002')
    // Generation comes before the clock: the later act stands, though its stamp is seventy years smaller.
    expect(all(b.db, sql`select colour from card where subject = 'c'`)).toEqual([{ colour: 'green' }])
  })
})
