/** Approvals entered at two desks on real journals: whatever was decided where and exchanged when, both hold the same request. */
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '../../../../shared/api/fault.ts'
import { findConflicts, inOrder } from '../../../../shared/journal/fold.ts'
import type { Approver, RouteStep } from '../../../../shared/seals/requests/approval-route.ts'
import { decideRequest } from '../../../../shared/seals/requests/approvals.ts'
import type { SealRequest } from '../../../../shared/seals/records.ts'
import { requestSubject } from '../../../../shared/seals/subjects.ts'
import { admit, type Batch } from '../../journal/admit.ts'
import { makeDeskKey } from '../../journal/desk-key.ts'
import { checkpointsAfter, entriesAfter, entriesOf, foldable } from '../../journal/entries.ts'
import { createJournal, type Journal } from '../../journal/journal.ts'
import { kinds } from '../../rooms.ts'
import { recordOf } from '../../store/derived.ts'
import { migrations } from '../../store/migrations/index.ts'
import { makeDerived } from '../../store/open.ts'
import type { Write } from '../../store/sql.ts'
import { testRandom } from '../../testing.ts'

const office = '0190a000-0000-7000-8000-000000000001'
const id = '0190a000-0000-7000-8000-000000000002'
const start = 1_795_000_000_000

const openDesk = (seed: string): Journal => {
  const db = new Database(':memory:') as unknown as Write
  for (const statement of migrations.flat()) db.exec(statement)
  makeDerived(db, kinds.tables)
  return createJournal({ db, kinds, office, deskKey: makeDeskKey(db), random: testRandom(seed) })
}

const batchAfter = (desk: Journal, n: number): Batch | undefined => {
  const checkpoint = checkpointsAfter(desk.db, desk.deskKey.desk, n).at(-1)
  const { desk: name, publicKey } = desk.deskKey
  return checkpoint && { desk: name, publicKey, entries: entriesAfter(desk.db, name, n, 100_000), checkpoint }
}

const person = (name: string): Approver => ({ by: 'person', person: { id: name, name } })
const steps: RouteStep[] = [
  { mode: 'all-of', approvers: [person('甲'), person('乙'), person('丙')] },
  { mode: 'any-of', approvers: [person('丁'), person('甲')] },
]
const asked: Omit<SealRequest, 'id'> = {
  numbered: { book: 'b', serial: 1, number: 'YS-A-2026-0001' },
  number: 'YS-A-2026-0001',
  submittedAt: '2026-11-20 09:00',
  applicant: { id: '申', name: '申' },
  lines: [],
  category: 'official',
  mode: 'here',
  document: { title: '公函' },
  copies: 1,
  isLegalReviewed: false,
  isUrgent: false,
  useBy: '2026-12-31',
  route: { name: '会签', steps },
  approvals: [],
  status: 'pending',
}

const requestAt = (desk: Journal): SealRequest => {
  const request = recordOf(desk.db, requestSubject, id)
  if (!request) throw new Error('no request here')
  return request
}

test('two desks that approve side by side hold one request, lose no decision, and differ in nothing', () => {
  const act = fc.record({
    desk: fc.integer({ min: 0, max: 1 }),
    who: fc.constantFrom('甲', '乙', '丙', '丁', '申'),
    decision: fc.constantFrom<'approved' | 'rejected'>('approved', 'approved', 'approved', 'approved', 'rejected'),
    exchange: fc.boolean(),
    skew: fc.integer({ min: -100_000, max: 100_000 }),
  })
  fc.assert(
    fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
      const [a, b] = [openDesk('a'), openDesk('b')] as [Journal, Journal]
      const sent = new Map<Journal, number>([
        [a, 0],
        [b, 0],
      ])
      const send = (from: Journal, to: Journal): void => {
        const batch = batchAfter(from, sent.get(from) ?? 0)
        if (batch) expect(admit(to, batch, start * 2)).toHaveProperty('taken')
        sent.set(from, from.head().n)
      }
      a.transact(start, (entering) => entering.enter('申', { kind: 'seal.requested', subject: id, body: asked }))
      send(a, b)
      let entered = 0
      acts.forEach(({ desk, who, decision, exchange, skew }, index) => {
        const here = desk === 0 ? a : b
        const by = { person: { id: who, name: who }, keys: [`person:${who}`], absent: [] }
        const at = `2026-11-20 10:${String(index).padStart(2, '0')}`
        const drafts = decideRequest(requestAt(here), by, { decision, opinion: '见', at, today: '2026-11-20' })
        if (!isRefusal(drafts))
          here.transact(start + index * 1000 + desk * skew, (entering) => {
            for (const draft of drafts) entering.enter(who, draft)
            entered += drafts.length
          })
        if (exchange) send(here, here === a ? b : a)
      })
      send(a, b)
      send(b, a)
      expect(requestAt(a)).toEqual(requestAt(b))
      const { approvals, status } = requestAt(a)
      const decided = entriesOf(a.db, id).filter(({ kind }) => kind === 'seal.request-decided')
      expect(decided).toHaveLength(entered)
      if (approvals.some(({ decision }) => decision === 'rejected')) expect(status).toBe('rejected')
      expect(findConflicts(inOrder(entriesOf(a.db, id).map(foldable)), requestSubject.merged)).toEqual([])
    }),
    { numRuns: 60 },
  )
})
