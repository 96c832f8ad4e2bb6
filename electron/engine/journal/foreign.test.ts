/** What another desk may send, by mistake, by being newer, or by malice: kept where it is well formed, and never in the way of our own. */
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { canonical } from '../../../shared/journal/canonical.ts'
import { inOrder } from '../../../shared/journal/fold.ts'
import { departmentType, personType } from '../../../shared/people/subjects.ts'
import { derivedTable } from '../store/derived.ts'
import { migrations } from '../store/migrations/index.ts'
import { makeDerived } from '../store/open.ts'
import { all, raw, sql, type Write } from '../store/sql.ts'
import { testRandom } from '../testing.ts'
import { admit, type Batch } from './admit.ts'
import { makeDeskKey } from './desk-key.ts'
import { checkpointsAfter, entriesAfter, entriesOf, foldable, type FullEntry } from './entries.ts'
import { digestOf, entryHash, noHash } from './hash.ts'
import { checkpointBytes, createJournal, type Journal } from './journal.ts'
import { kindsOf, type Kinds } from './kinds.ts'
import { rebuild } from './rebuild.ts'
import { verifyJournal } from './verify.ts'

const office = '0190a000-0000-7000-8000-000000000001'
const wall = 1_900_000_000_000
const tables = [derivedTable(personType, {})]
const known = kindsOf(tables)
/** A newer version, which enters people in a way of its own. */
const newer = kindsOf([
  derivedTable(
    {
      ...personType,
      kinds: { ...personType.kinds, 'person.imported': z.object({ name: z.string(), staffNo: z.string() }) },
    },
    {},
  ),
])

const openDesk = (seed: string, kinds: Kinds = known): Journal => {
  const db = new Database(':memory:') as unknown as Write
  for (const statement of migrations.flat()) db.exec(statement)
  makeDerived(db, kinds.tables)
  return createJournal({ db, kinds, office, deskKey: makeDeskKey(db), random: testRandom(seed) })
}

const batchOf = (desk: Journal): Batch => ({
  desk: desk.deskKey.desk,
  publicKey: desk.deskKey.publicKey,
  entries: entriesAfter(desk.db, desk.deskKey.desk, 0, 100_000),
  checkpoint: checkpointsAfter(desk.db, desk.deskKey.desk, 0).at(-1) as Batch['checkpoint'],
})

type Forged = Pick<FullEntry, 'kind' | 'subject'> & Partial<FullEntry>

/** A chain that is sound in form and signature, with headers as a desk of ours would never write them. */
const forge = (desk: Journal, wanted: readonly Forged[]): Batch => {
  const entries: FullEntry[] = []
  for (const [index, some] of wanted.entries()) {
    const body = some.body ?? canonical({ name: '丙', staffNo: '3', roles: [] })
    const salt = Buffer.alloc(16)
    const digest = digestOf(salt, body)
    const header = {
      desk: desk.deskKey.desk,
      n: index + 1,
      at: `2026-11-23T01:00:00.000Z-000${index}`,
      actor: 'p',
      basedOn: [],
      generation: 1,
      ...some,
    }
    const previous = entries.at(-1)
    const hash = entryHash(office, previous ? Buffer.from(previous.hash, 'hex') : noHash, header, digest)
    entries.push({ ...header, hash: hash.toString('hex'), salt, digest, body })
  }
  const { n, hash } = entries.at(-1) as FullEntry
  const signature = desk.deskKey.sign(checkpointBytes(office, desk.deskKey.desk, n, hash))
  return {
    desk: desk.deskKey.desk,
    publicKey: desk.deskKey.publicKey,
    entries,
    checkpoint: { desk: desk.deskKey.desk, n, hash, signature },
  }
}

describe('what another desk sends', () => {
  it('is taken whole although a record began in a way that only a newer version knows', () => {
    const [a, b] = [openDesk('a', newer), openDesk('b')]
    const enter = (kind: string, body: Record<string, string>) =>
      a.transact(wall, (entering) => entering.enter('p', { kind, subject: 'c', body }))
    enter('person.imported', { name: '丙', staffNo: '3' })
    enter('person.changed', { post: '会计' })
    expect(admit(b, batchOf(a), wall)).toEqual({ taken: 2 })
    expect(all(b.db, sql`select subject from person`)).toEqual([])
    expect(verifyJournal(b.db, known, office).findings).toEqual([])
    expect(rebuild(b.db, known)).toBe(2)
  })

  it('does not stand for ever by claiming a generation it has not', () => {
    const [a, b] = [openDesk('a'), openDesk('b')]
    const batch = forge(a, [
      { kind: 'person.added', subject: 'c' },
      { kind: 'person.added', subject: 'd', generation: 2 ** 53 - 2 },
    ])
    expect(admit(b, batch, wall)).toEqual({ taken: 2 })
    expect(inOrder(entriesOf(b.db, 'd').map(foldable))).toEqual([])
    expect(all(b.db, sql`select subject from person`)).toEqual([{ subject: 'c' }])
  })

  it('makes the same rows in whatever order it came, even where two desks take one id for different things', () => {
    const both = kindsOf([derivedTable(personType, {}), derivedTable(departmentType, {})])
    const [a, b] = [openDesk('a'), openDesk('b')]
    const batches = [
      forge(a, [{ kind: 'person.added', subject: 'c' }]),
      forge(b, [{ kind: 'department.added', subject: 'c', body: '{"name":"法务部"}' }]),
    ]
    const seen = [batches, batches.toReversed()].map((order) => {
      const { db, ...desk } = openDesk('c', both)
      const rows = () =>
        ['person', 'department', 'found'].map((name) => all(db, sql`select subject from ${raw(name)} order by subject`))
      for (const batch of order) expect(admit({ ...desk, db }, batch, wall)).toEqual({ taken: 1 })
      expect(verifyJournal(db, both, office).findings).toEqual([])
      const before = rows()
      rebuild(db, both)
      expect(rows()).toEqual(before)
      return before
    })
    expect(seen[0]).toEqual(seen[1])
  })

  it('is refused where its body is nested without end', () => {
    const [a, b] = [openDesk('a'), openDesk('b')]
    const deep = `{"name":"丙","staffNo":"3","roles":[],"later":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
    const batch = forge(a, [{ kind: 'person.added', subject: 'c', body: deep }])
    expect(admit(b, batch, wall)).toMatchObject({ code: 'batch-refused', reason: 'form', n: 1 })
  })

  it('is refused where its time is no time', () => {
    const [a, b] = [openDesk('a'), openDesk('b')]
    const batch = forge(a, [{ kind: 'person.added', subject: 'c', at: '2026-99-99T01:00:00.000Z-0000' }])
    expect(admit(b, batch, wall)).toMatchObject({ code: 'batch-refused', reason: 'form' })
  })

  it('is refused where it tells a past of that desk otherwise than what is here', () => {
    const [a, b] = [openDesk('a'), openDesk('b')]
    const people = (...subjects: string[]) => subjects.map((subject) => ({ kind: 'person.added', subject }))
    expect(admit(b, forge(a, people('c', 'd', 'e')), wall)).toEqual({ taken: 3 })
    expect(admit(b, forge(a, people('c', 'd', 'e')), wall)).toEqual({ taken: 0 })
    expect(admit(b, forge(a, people('c', 'x')), wall)).toMatchObject({ reason: 'chain', n: 2 })
  })
})

describe('verification', () => {
  it('finds a desk whose key was exchanged for another that signed everything anew', () => {
    const [a, stranger] = [openDesk('a'), openDesk('s')]
    a.transact(wall, (entering) =>
      entering.enter('p', { kind: 'person.added', subject: 'c', body: { name: '丙', staffNo: '3', roles: [] } }),
    )
    const { n, hash } = a.head()
    const signature = stranger.deskKey.sign(checkpointBytes(office, a.deskKey.desk, n, hash))
    a.db.exec('DROP TRIGGER desk_key_no_update; DROP TRIGGER checkpoint_no_update')
    a.db.prepare('UPDATE desk_key SET public_key = ?').run(stranger.deskKey.publicKey)
    a.db.prepare('UPDATE checkpoint SET signature = ?').run(signature)
    expect(verifyJournal(a.db, known, office).findings.map(({ what }) => what)).toEqual(['key'])
  })
})
