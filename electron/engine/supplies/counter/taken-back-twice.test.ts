/** Two desks take back the same pieces of one slip: both stay, both desks tell it, and an entry clears it up. */
import { describe, expect, it } from 'vitest'
import { balanceOf } from '../../store/derived.ts'
import { actAt, done, handlers, openDesk, rowsOf, send, type Desk } from '../two-desk-testing.ts'
import { takenBackTwice } from './taken-back-twice.ts'

const pen = '0190a000-0000-7000-8000-00000000000a'
const li = '0190a000-0000-7000-8000-0000000000f1'
const pieces = (quantity: number) => ({ item: pen, quantity, unit: '支' })

/** Ten pens, of which five went out by one slip, at two desks that know of all this. */
const issued = (): [Desk, Desk, string] => {
  const [a, b] = [openDesk('A'), openDesk('B')]
  const fields = { code: 'P', name: '签字笔', category: 'consumable', unit: '支', packs: [], barcodes: [] }
  const body = { ...fields, location: 'A1', exchangeOld: false, active: true }
  actAt(a, (act) => act.enter({ kind: 'item.added', subject: pen, body }))
  done(actAt(a, (act) => handlers['supplies.receive'](act, { lines: [{ ...pieces(10), amount: 1500 }] })))
  const lines = [{ ...pieces(5), oldReturned: false }]
  const { slip } = done(actAt(a, (act) => handlers['supplies.issue'](act, { recipient: li, lines })))
  send(a, b)
  return [a, b, slip.id]
}
const takeBack = (desk: Desk, original: string, quantity: number) =>
  done(actAt(desk, (act) => handlers['supplies.return'](act, { original, lines: [{ ...pieces(quantity), of: 0 }] })))
    .slip
const reverse = (desk: Desk, id: string) => done(actAt(desk, (act) => handlers['supplies.reverse'](act, { id }))).slip
const told = (desk: Desk) => actAt(desk, (act) => takenBackTwice(act))
const stock = ({ journal }: Desk) => balanceOf(journal.db, `item:${pen}:stock:A1`)

const orders = [
  ['A hears of B first', (a: Desk, b: Desk) => [send(b, a), send(a, b)]],
  ['B hears of A first', (a: Desk, b: Desk) => [send(a, b), send(b, a)]],
] as const

describe.each(orders)('two desks take back the same pieces, and %s', (_, exchange) => {
  it('tells by how much, naming the returns, until one of them is reversed', () => {
    const [a, b, id] = issued()
    const first = takeBack(a, id, 4)
    const second = takeBack(b, id, 3)
    exchange(a, b)
    expect(rowsOf(a)).toEqual(rowsOf(b))
    for (const desk of [a, b]) {
      expect(stock(desk)).toBe(12)
      expect(told(desk)).toMatchObject([
        {
          kind: 'returned-twice',
          subject: id,
          part: '0',
          values: { over: 2, unit: '支', slips: [first.numbered.number, second.numbered.number] },
        },
      ])
    }
    reverse(a, second.id)
    exchange(a, b)
    for (const desk of [a, b]) expect([stock(desk), told(desk)]).toEqual([9, []])
  })

  it('says nothing where two returns together are no more than went out', () => {
    const [a, b, id] = issued()
    takeBack(a, id, 2)
    takeBack(b, id, 3)
    exchange(a, b)
    for (const desk of [a, b]) expect([stock(desk), told(desk)]).toEqual([10, []])
  })

  it('tells what one desk returned and the other reversed', () => {
    const [a, b, id] = issued()
    const back = takeBack(a, id, 2)
    reverse(b, id)
    exchange(a, b)
    for (const desk of [a, b])
      expect(told(desk)).toMatchObject([{ kind: 'returned-twice', values: { over: 2, slips: [back.numbered.number] } }])
    reverse(b, back.id)
    exchange(a, b)
    for (const desk of [a, b]) expect([stock(desk), told(desk)]).toEqual([10, []])
  })

  it('tells a slip that both desks reversed, with both reversing slips', () => {
    const [a, b, id] = issued()
    const [one, other] = [reverse(a, id), reverse(b, id)]
    exchange(a, b)
    expect(rowsOf(a)).toEqual(rowsOf(b))
    for (const desk of [a, b])
      expect(told(desk)).toMatchObject([
        {
          kind: 'reversed-twice',
          subject: id,
          values: { slips: [one.numbered.number, other.numbered.number] },
        },
      ])
  })
})
