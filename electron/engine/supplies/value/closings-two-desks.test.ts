/** Two desks around a closing: what arrives later counts in the next month and shows, a month closed twice has one closing. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { verifyJournal } from '../../journal/verify.ts'
import { kinds } from '../../rooms.ts'
import { all, sql } from '../../store/sql.ts'
import { stockClosingExceptions } from './closing-exceptions.ts'
import { exchange, handlers, office, openDesks, type MemoryDesk } from '../desks-testing.ts'

const pen = '0190a000-0000-7000-8000-00000000000a'
const person = '0190a000-0000-7000-8000-0000000000f1'
const month = '2026-10'

const receive = (desk: MemoryDesk, quantity: number, amount: number, date?: string) =>
  desk.act((act) =>
    handlers['supplies.receive'](act, {
      ...(date ? { date } : {}),
      lines: [{ item: pen, quantity, unit: '支', amount }],
    }),
  )
const issue = (desk: MemoryDesk, quantity: number, date?: string) =>
  desk.act((act) =>
    handlers['supplies.issue'](act, {
      ...(date ? { date } : {}),
      recipient: person,
      reason: '试',
      lines: [{ item: pen, quantity, unit: '支', oldReturned: false }],
    }),
  )
const close = (desk: MemoryDesk) => desk.act((act) => handlers['supplies.closeMonth'](act, { month }))
const told = (desk: MemoryDesk) =>
  desk.act((act) => stockClosingExceptions(act)).map(({ kind, subject }) => [kind, subject])
const november = (desk: MemoryDesk) =>
  desk.act((act) => handlers['supplies.closingPreview'](act, { month: '2026-11' })).content
const rows = ({ journal: { db } }: MemoryDesk) => [
  all(db, sql`select subject, record from supply_slip order by subject`),
  all(db, sql`select * from balance order by account`),
  all(db, sql`select * from stock_movement order by date, slip, line`),
  all(db, sql`select subject, record from stock_closing order by subject`),
]

const stocked = (valuation: 'moving' | 'month-end' = 'moving'): [MemoryDesk, MemoryDesk] => {
  const [a, b] = openDesks(['A', 'B']) as [MemoryDesk, MemoryDesk]
  const fields = { code: 'P', name: '签字笔', category: 'consumable', unit: '支', packs: [], barcodes: [] }
  const body = { ...fields, location: 'A1', exchangeOld: false, active: true }
  a.act((act) => {
    act.enter({ kind: 'item.added', subject: pen, body })
    if (valuation === 'month-end')
      handlers['supplies.chooseMethod'](act, { valuation, from: month, reason: '财务要求' })
    return {}
  })
  receive(a, 10, 1000, '2026-10-05')
  exchange(a, b)
  return [a, b]
}

it('keeps a slip of a closed month that arrives later, counts it in the next month, and tells it', () => {
  const [a, b] = stocked()
  close(a)
  const late = issue(b, 3, '2026-10-20')
  exchange(a, b)
  expect(rows(a)).toEqual(rows(b))
  for (const desk of [a, b]) {
    expect(told(desk)).toEqual([['stock-arrived-after-closing', late.slip.id]])
    // The next month begins with what was signed, and what came late leaves in it.
    expect(november(desk)).toMatchObject({
      totals: { opening: 1000, in: 0, out: 300, closing: 700 },
      late: [{ number: late.slip.numbered.number, date: '2026-10-20', amount: 300 }],
    })
    expect(() => issue(desk, 1, '2026-10-21')).toThrow('stock-month-closed')
  }
})

it('lets the earlier of two closings stand, and reversing the other’s differences clears the stock up', () => {
  const [a, b] = stocked('month-end')
  issue(a, 5, '2026-10-10')
  receive(a, 10, 2000, '2026-10-15')
  exchange(a, b)
  // 3,000 for 20 pieces: the five cost 750 by the average, and 500 by their slip.
  close(a)
  const other = close(b)
  exchange(a, b)
  expect(rows(a)).toEqual(rows(b))
  expect(told(a)).toEqual([
    ['stock-closed-twice', other.id],
    ['stock-arrived-after-closing', expect.any(String)],
  ])
  const doubled = told(a)[1]?.[1] ?? ''
  expect(november(a)?.totals).toMatchObject({ opening: 2250, difference: -250, closing: 2000 })
  a.act((act) => handlers['supplies.reverse'](act, { id: doubled }))
  exchange(a, b)
  expect(november(b)?.totals).toMatchObject({ opening: 2250, difference: 0, closing: 2250 })
})

it('has the same balances, movements and closing figures on both desks, in any order of acts and exchanges', () => {
  const step = fc.record({
    desk: fc.nat({ max: 1 }),
    act: fc.constantFrom('receive', 'issue', 'exchange'),
    quantity: fc.integer({ min: 1, max: 9 }),
    amount: fc.nat({ max: 5000 }),
    day: fc.constantFrom('2026-10-11', '2026-10-30', '2026-11-02'),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 14 }), fc.constantFrom('moving', 'month-end'), (steps, valuation) => {
      const desks = stocked(valuation)
      let came = 1000
      for (const { desk, act, quantity, amount, day } of steps) {
        const here = desks[desk] ?? desks[0]
        if (act === 'exchange') exchange(...desks)
        else if (act === 'receive') {
          receive(here, quantity, amount, day)
          came += amount
        } else {
          const [stock] = all<{ sum: number | null }>(
            here.journal.db,
            sql`select sum(amount) as sum from balance where account glob ${`item:${pen}:stock:*`}`,
          )
          if ((stock?.sum ?? 0) >= quantity) issue(here, quantity, day)
        }
      }
      exchange(...desks)
      close(desks[0])
      exchange(...desks)
      const [a, b] = desks
      expect(rows(a)).toEqual(rows(b))
      expect(november(a)).toEqual(november(b))
      const { in: arrived = 0, opening = 0, out = 0, difference = 0, closing = 0 } = november(a)?.totals ?? {}
      expect(opening + arrived - out + difference).toBe(closing)
      // Every fen that came lies there or was used.
      const [sums] = all<{ amount: number; used: number }>(
        a.journal.db,
        sql`select sum(amount) as amount, sum(used) as used from stock_movement`,
      )
      expect((sums?.amount ?? 0) + (sums?.used ?? 0)).toBe(came)
      expect(verifyJournal(b.journal.db, kinds, office).findings).toEqual([])
    }),
    { numRuns: 25 },
  )
})
