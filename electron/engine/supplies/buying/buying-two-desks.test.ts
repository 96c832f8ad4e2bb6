/** Two desks that buy, receive and issue at the same time: same rows everywhere, nothing dropped, and the alarm rings at both. */
import { describe, expect, it } from 'vitest'
import { all, sql } from '../../store/sql.ts'
import { verifyJournal } from '../../journal/verify.ts'
import { kinds } from '../../rooms.ts'
import { exchange, handlers, office, openDesks, type MemoryDesk } from '../desks-testing.ts'
import { itemsPage } from '../store.ts'
import { deliveredTwice } from './delivered-twice.ts'
import { suggestionsOf } from './suggestion-store.ts'

const [pen, twin] = ['0190a000-0000-7000-8000-00000000000a', '0190a000-0000-7000-8000-00000000000b'] as const
const person = '0190a000-0000-7000-8000-0000000000ff'

/** Two items with a minimum of ten and thirty pieces each, known at both desks. */
const stocked = (): [MemoryDesk, MemoryDesk] => {
  const [a, b] = openDesks(['A', 'B']) as [MemoryDesk, MemoryDesk]
  for (const id of [pen, twin]) {
    const code = id.slice(-1)
    a.act((act) =>
      act.enter({
        kind: 'item.added',
        subject: id,
        body: {
          code,
          name: code,
          category: 'consumable',
          unit: '支',
          packs: [{ unit: '盒', factor: 12 }],
          barcodes: [],
          location: 'A1',
          exchangeOld: false,
          active: true,
          min: 10,
          max: 60,
        },
      }),
    )
    a.act((act) => handlers['supplies.receive'](act, { lines: [{ item: id, quantity: 30, unit: '支', amount: 3000 }] }))
  }
  exchange(a, b)
  return [a, b]
}

const rows = ({ journal }: MemoryDesk) => [
  all(journal.db, sql`select subject, record from purchase_request order by subject`),
  all(journal.db, sql`select subject, record from supply_slip order by subject`),
  all(journal.db, sql`select * from balance order by account`),
]
const low = (desk: MemoryDesk) => itemsPage(desk.journal.db, { show: 'low' }, undefined, 10).map(({ id }) => id)
const suggested = (desk: MemoryDesk) =>
  suggestionsOf({ db: desk.journal.db, today: '2026-11-23' }).rows.map(({ item, suggestion }) => ({
    item: item.id,
    ...suggestion,
  }))
const issue = (desk: MemoryDesk, item: string, quantity: number) =>
  desk.act((act) =>
    handlers['supplies.issue'](act, {
      recipient: person,
      reason: '会议',
      lines: [{ item, quantity, unit: '支', oldReturned: false }],
    }),
  )
const ask = (desk: MemoryDesk, quantity: number) =>
  desk.act((act) => handlers['supplies.requestPurchase'](act, { lines: [{ item: pen, quantity, unit: '盒' }] }))
const receive = (desk: MemoryDesk, purchase: string, quantity: number) =>
  desk.act((act) =>
    handlers['supplies.receive'](act, { purchase, lines: [{ item: pen, quantity, unit: '盒', price: 1200 }] }),
  )

describe('two desks that buy', () => {
  it('ring at both once their issues meet, though neither fell below alone; asking at one quiets both', () => {
    const [a, b] = stocked()
    issue(a, pen, 15)
    issue(b, pen, 15)
    expect([low(a), low(b)]).toEqual([[], []])
    exchange(a, b)
    expect([low(a), low(b)]).toEqual([[pen], [pen]])
    expect(suggested(a)).toMatchObject([{ item: pen, stock: 0, base: 60 }])
    expect(suggested(b)).toEqual(suggested(a))
    ask(b, 5)
    exchange(a, b)
    expect(suggested(a)).toEqual([])
    // It still lies below its minimum: the alarm tells what is on its way, and does not stop.
    expect(low(a)).toEqual([pen])
  })

  it('keep both receipts of one delivery that both desks entered, and the line shows what came beyond it', () => {
    const [a, b] = stocked()
    const { id } = ask(a, 5)
    a.act((act) => handlers['supplies.decidePurchase'](act, { id, decision: 'approved' }), 'boss')
    exchange(a, b)
    receive(a, id, 5)
    receive(b, id, 5)
    exchange(a, b)
    expect(rows(a)).toEqual(rows(b))
    for (const desk of [a, b]) {
      const { state, lines, slips } = desk.act((act) => handlers['supplies.purchase'](act, { id }))
      expect([state, lines, slips.length]).toEqual([
        'received',
        [{ approved: 60, left: -60, received: 120, paid: 12_000 }],
        2,
      ])
      expect(verifyJournal(desk.journal.db, kinds, office).findings).toEqual([])
      expect(desk.act((act) => deliveredTwice(act))).toMatchObject([
        { kind: 'purchase-exceeded', subject: id, part: '0', values: { over: 60, unit: '支' } },
      ])
    }
    // The second receipt of one delivery is reversed, and nothing is left to tell.
    const { slips } = b.act((act) => handlers['supplies.purchase'](act, { id }))
    b.act((act) => handlers['supplies.reverse'](act, { id: slips[1]?.id ?? '' }))
    exchange(a, b)
    for (const desk of [a, b]) expect(desk.act((act) => deliveredTwice(act))).toEqual([])
  })

  it('do not hear of what one desk alone received beyond the request, which it was told while receiving', () => {
    const [a, b] = stocked()
    const { id } = ask(a, 5)
    a.act((act) => handlers['supplies.decidePurchase'](act, { id, decision: 'approved' }), 'boss')
    receive(a, id, 5)
    receive(a, id, 1)
    exchange(a, b)
    for (const desk of [a, b]) expect(desk.act((act) => deliveredTwice(act))).toEqual([])
  })

  it('let a refusal stand before an approval of the same hour, and an end before a late receipt, whatever came first', () => {
    const [a, b] = stocked()
    const { id } = ask(a, 5)
    exchange(a, b)
    a.act((act) => handlers['supplies.decidePurchase'](act, { id, decision: 'approved' }), 'boss')
    b.act((act) => handlers['supplies.decidePurchase'](act, { id, decision: 'rejected', opinion: '超预算' }), 'chief')
    receive(a, id, 1)
    exchange(b, a)
    expect(rows(a)).toEqual(rows(b))
    const { state, lines } = b.act((act) => handlers['supplies.purchase'](act, { id }))
    expect([state, lines]).toEqual(['rejected', [{ approved: 0, left: 0, received: 12, paid: 1200 }]])
    expect(suggested(a)).toEqual(suggested(b))
  })

  it('count what is on its way for the item that was kept, when another desk merged two', () => {
    const [a, b] = stocked()
    ask(a, 5)
    b.act((act) => handlers['supplies.mergeItems'](act, { duplicate: pen, into: twin }))
    exchange(a, b)
    const { rows: coming } = a.act((act) => handlers['supplies.onOrder'](act, {}))
    expect(coming).toEqual([{ item: twin, requested: 60, ordered: 0 }])
  })
})
