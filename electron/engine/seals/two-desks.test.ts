/** One seal and two desks that exchange entries by hand: who may use and number it, and what shows when both think so. */
import { describe, expect, it } from 'vitest'
import { isRefusal } from '../../../shared/api/fault.ts'
import { all, raw, sql } from '../store/sql.ts'
import { confirmingHandlers } from './requests/confirming.ts'
import { custodyHandlers } from './life/custody.ts'
import { actAt, exchange, openDesk, registerAt, seal, send, type Desk, type Who } from './desks-by-hand.ts'
import { handoverOf } from './life/life-store.ts'
import { sealOf } from './store.ts'
import { useHandlers } from './use/uses.ts'

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
const confirmAt = (desk: Desk, id: string) =>
  actAt(desk, 'witness', (act, deps) => confirmingHandlers(deps)['seals.confirm'](act, { type: 'seal_handover', id }))
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

/** The real operation, on a request that is approved. */
const sealAt = (desk: Desk, who: Who, request: string) =>
  actAt(desk, who, (act, deps) => useHandlers(deps)['seals.use'](act, { request, joint: [], isBlank: false }))

const approvedAt = (desk: Desk): string =>
  actAt(desk, 'witness', (act) => {
    const id = act.newId()
    const numbered = act.number('sealRequest')
    const body = {
      numbered,
      number: numbered.number,
      submittedAt: '2026-11-23 09:30',
      applicant: { id: 'witness', name: '赵静' },
      lines: [{ seal: { id: seal, code: 'GZ01', name: '公章' }, perCopy: 1, seamPerCopy: 0, approved: 3 }],
      category: 'certificate',
      mode: 'here',
      document: { title: '在职证明' },
      copies: 3,
      isLegalReviewed: false,
      isUrgent: false,
      useBy: '2026-12-31',
      approvals: [],
      status: 'pending',
    }
    act.enter({ kind: 'seal.requested', subject: id, body })
    const approval = { person: { id: 'boss', name: '王总' }, decision: 'approved', at: '2026-11-23 09:40' }
    act.enter({ kind: 'seal.request-decided', subject: id, body: { approval } })
    return id
  })

describe('a seal between two desks', () => {
  it('is sealed with and numbered at its home desk alone, by the real operation, and nothing is entered elsewhere', () => {
    const [a, b] = [openDesk('A'), openDesk('B')]
    registerAt(a)
    const request = approvedAt(a)
    exchange(a, b)
    const entered = (desk: Desk) => desk.journal.head().n
    const before = entered(b)
    expect(sealAt(b, 'next', request)).toEqual({
      refused: { code: 'seal-elsewhere', seal: '公章', homeDesk: 'A', desk: 'B' },
    })
    expect(entered(b)).toBe(before)
    const made = sealAt(a, 'keeper', request)
    expect(made).toMatchObject({ uses: [{ number: 'GZ01-2026-0001' }] })
    if (isRefusal(made)) return
    const [use] = made.uses
    exchange(a, b)
    const why = { id: use?.id ?? '', reason: '写错', afterClosing: false }
    const elsewhere = { refused: { code: 'seal-elsewhere', homeDesk: 'A' } }
    expect(
      actAt(b, 'next', (act, deps) => useHandlers(deps)['seals.useVoid'](act, { ...why, wasStamped: false })),
    ).toMatchObject(elsewhere)
    expect(
      actAt(b, 'next', (act, deps) =>
        useHandlers(deps)['seals.useCorrect'](act, { ...why, change: { recipient: '局' } }),
      ),
    ).toMatchObject(elsewhere)
    const another = approvedAt(a)
    exchange(a, b)
    const id = offer(a, 'keeper', 'next', 'B')
    exchange(a, b)
    accept(b, 'next', id)
    exchange(a, b)
    expect(sealAt(a, 'keeper', another)).toMatchObject({
      refused: { code: 'seal-elsewhere', homeDesk: 'B', desk: 'A' },
    })
    expect(sealAt(b, 'next', another)).toMatchObject({ uses: [{ number: 'GZ01-2026.2-0001' }] })
    exchange(a, b)
    expect(rows(a)).toEqual(rows(b))
  })

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
    expect(told.toSorted()).toEqual(['handover-two-answers', 'seal-two-holders', 'supervisor-not-confirmed'])
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
    // The supervisor says so at both desks too; it is one word.
    for (const desk of [a, twin]) expect(confirmAt(desk, id)).toMatchObject({ id })
    exchange(a, b, twin)
    expect(handoverOf(b.journal.db, id)?.confirmations?.map(({ person }) => person.id)).toEqual(['witness'])
    const told = all<{ kind: string }>(a.journal.db, sql`select kind from exception`).map(({ kind }) => kind)
    expect(told).toEqual(['handover-two-answers'])
    expect(rows(b)).toEqual(rows(a))
  })
})
