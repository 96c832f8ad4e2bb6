/** Two desks, one shelf: concurrent issues both stay, in whatever order they meet; oversold shows until an entry clears it up. */
import { describe, expect, it } from 'vitest'
import { isRefusal } from '../../../../shared/api/fault.ts'
import { stockAccount } from '../../../../shared/supplies/accounts.ts'
import { balanceOf } from '../../store/derived.ts'
import { oversoldExceptions } from './oversold.ts'
import { requestsToday } from './requests-today.ts'
import { itemsPage } from '../store.ts'
import { actAt, done, handlers, openDesk, rowsOf, send, type Desk } from '../two-desk-testing.ts'

const pen = '0190a000-0000-7000-8000-00000000000a'
const li = '0190a000-0000-7000-8000-0000000000f1'
const zhao = '0190a000-0000-7000-8000-0000000000f2'

const receive = (desk: Desk, quantity: number, more = {}) =>
  done(
    actAt(desk, (act) =>
      handlers['supplies.receive'](act, {
        lines: [{ item: pen, quantity, unit: '支', amount: quantity * 150, ...more }],
      }),
    ),
  )

type Issue = Parameters<(typeof handlers)['supplies.issue']>[1]
const issueTo = (desk: Desk, recipient: string, quantity: number, more: Partial<Issue> = {}, line = {}) =>
  actAt(desk, (act) =>
    handlers['supplies.issue'](act, {
      recipient,
      lines: [{ item: pen, quantity, unit: '支', oldReturned: false, ...line }],
      ...more,
    }),
  )

/** Three pens that both desks know of. */
const stocked = (lots = false): [Desk, Desk] => {
  const desks: [Desk, Desk] = [openDesk('A'), openDesk('B')]
  const [a, b] = desks
  const fields = { code: 'P', name: '签字笔', category: 'consumable', unit: '支', packs: [], barcodes: [], lots }
  const body = { ...fields, location: 'A1', exchangeOld: false, active: true }
  actAt(a, (act) => act.enter({ kind: 'item.added', subject: pen, body }))
  receive(a, 3, lots ? { lot: 'L1', expiry: '2027-01-31' } : {})
  send(a, b)
  return desks
}

const orders = [
  ['A hears of B first', (a: Desk, b: Desk) => [send(b, a), send(a, b)]],
  ['B hears of A first', (a: Desk, b: Desk) => [send(a, b), send(b, a)]],
] as const

const told = (desk: Desk) =>
  actAt(desk, (act) => oversoldExceptions(act)).map(({ kind, part, values }) => [kind, part, values?.['quantity']])
const today = (desk: Desk, key: string) =>
  actAt(desk, (act) => requestsToday(act)).find((group) => group.key === key)?.count
const listed = ({ journal }: Desk) => itemsPage(journal.db, { show: 'oversold' }, undefined, 10).map(({ id }) => id)
const stock = ({ journal }: Desk, place = 'A1') => balanceOf(journal.db, stockAccount(pen, place))

describe.each(orders)('two desks issue the same last pieces, and %s', (_, exchange) => {
  const both = (): [Desk, Desk] => {
    const desks = stocked()
    const [a, b] = desks
    done(issueTo(a, li, 3))
    done(issueTo(b, zhao, 2))
    exchange(a, b)
    return desks
  }

  it('keeps both, on item, list, today and in the exceptions, alike at both desks', () => {
    const [a, b] = both()
    expect(rowsOf(a)).toEqual(rowsOf(b))
    for (const desk of [a, b]) {
      expect(stock(desk)).toBe(-2)
      expect(listed(desk)).toEqual([pen])
      expect(today(desk, 'stock-oversold')).toBe(1)
      expect(told(desk)).toEqual([['oversold', 'A1', -2]])
    }
    const refused = issueTo(a, li, 1)
    expect(isRefusal(refused) && refused.refused).toMatchObject({ code: 'stock-short', left: -2 })
  })

  it('is cleared up by goods that come, by a transfer from where some lie, or by reversing one of the slips', () => {
    const ways = [
      (a: Desk) => void receive(a, 2),
      (a: Desk) => {
        receive(a, 5, { location: 'B2' })
        expect(told(a)).toHaveLength(1)
        const lines = [{ item: pen, quantity: 2, unit: '支', location: 'B2', to: 'A1' }]
        done(actAt(a, (act) => handlers['supplies.transfer'](act, { lines })))
      },
      (a: Desk) => {
        const slips = handlers['supplies.slips']
        const [last] = done(actAt(a, (act) => slips(act, { verb: 'issue', limit: 1 }))).rows
        done(actAt(a, (act) => handlers['supplies.reverse'](act, { id: last?.id ?? '' })))
      },
    ]
    for (const clearUp of ways) {
      const [a, b] = both()
      clearUp(a)
      exchange(a, b)
      for (const desk of [a, b]) expect([told(desk), listed(desk), today(desk, 'stock-oversold')]).toEqual([[], [], 0])
      expect(rowsOf(a)).toEqual(rowsOf(b))
    }
  })

  it('shows a lot below zero where both took from it', () => {
    const [a, b] = stocked(true)
    done(issueTo(a, li, 2))
    done(issueTo(b, zhao, 2))
    exchange(a, b)
    for (const desk of [a, b])
      expect(told(desk)).toEqual([
        ['oversold', 'A1', -1],
        ['oversold', 'A1|L1', -1],
      ])
  })

  it('keeps both fillings of one request, and tells how much that was too much', () => {
    const [a, b] = stocked()
    receive(a, 7)
    const asked = done(
      actAt(
        a,
        (act) => handlers['supplies.ask'](act, { lines: [{ item: pen, quantity: 4, unit: '支' }], recipient: li }),
        li,
      ),
    )
    const decide = { id: asked.id, decision: 'approved' as const }
    done(actAt(a, (act) => handlers['supplies.requestDecide'](act, decide), 'chief'))
    exchange(a, b)
    const filling = [{ request: asked.id }, { requestLine: 0 }] as const
    done(issueTo(a, li, 4, ...filling))
    done(issueTo(b, li, 3, ...filling))
    exchange(a, b)
    expect(rowsOf(a)).toEqual(rowsOf(b))
    for (const desk of [a, b])
      expect(actAt(desk, (act) => oversoldExceptions(act))).toMatchObject([
        { kind: 'request-exceeded', values: { number: asked.number, over: 3 } },
      ])
  })

  it('takes two decisions on one request as one: the refusal stands, at both desks', () => {
    const [a, b] = stocked()
    const input = { lines: [{ item: pen, quantity: 1, unit: '支' }], recipient: li }
    const asked = done(actAt(a, (act) => handlers['supplies.ask'](act, input), li))
    exchange(a, b)
    const decide = (desk: Desk, decision: 'approved' | 'rejected', who: string) =>
      done(actAt(desk, (act) => handlers['supplies.requestDecide'](act, { id: asked.id, decision }), who))
    decide(a, 'approved', 'chief')
    decide(b, 'rejected', 'deputy')
    exchange(a, b)
    expect(rowsOf(a)).toEqual(rowsOf(b))
    for (const desk of [a, b])
      expect(done(actAt(desk, (act) => handlers['supplies.request'](act, { id: asked.id })))).toMatchObject({
        request: { status: 'rejected', decisions: [{ decision: 'rejected' }, { decision: 'approved' }] },
      })
  })
})
