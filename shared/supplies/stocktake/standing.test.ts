/** How counts stand: the same acts give the same, in whatever order they came; nobody’s count overwrites another’s. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StockCount } from './records.ts'
import { standingsOf } from './standing.ts'

let made = 0
const stampAt = (minute: number): string => `2026-11-23T01:${minute.toString().padStart(2, '0')}:00.000Z-0000`

const act = (minute: number, more: Partial<StockCount>): StockCount => ({
  id: `act-${(made += 1)}`,
  act: 'count',
  stamp: stampAt(minute),
  stocktake: 's',
  item: 'x',
  location: 'A',
  ...more,
})
const count = (minute: number, who: string, quantity: number, more: Partial<StockCount> = {}): StockCount =>
  act(minute, { counter: { id: who, name: who }, quantity, mode: 'set', round: 1, ...more })
const recount = (minute: number, round: number): StockCount => {
  const { item: _item, location: _location, ...rest } = act(minute, { act: 'recount', round })
  return { ...rest, places: [{ item: 'x', location: 'A' }] }
}
const line = (...acts: StockCount[]) => standingsOf(acts).get('x|A|')

describe('the counts of a line', () => {
  it('let a person’s later figure replace the earlier, and a scan add to it', () => {
    expect(line(count(1, 'p', 5), count(2, 'p', 7))).toMatchObject({ state: 'counted', counted: 7 })
    expect(line(count(1, 'p', 5), count(2, 'p', 1, { mode: 'add' }))).toMatchObject({ counted: 6 })
    expect(line(count(2, 'p', 5), count(1, 'p', 1, { mode: 'add' }))).toMatchObject({ counted: 5 })
  })

  it('agree where two people say the same, and conflict where they do not', () => {
    expect(line(count(1, 'p', 5), count(2, 'q', 5))).toMatchObject({ state: 'counted', counted: 5 })
    const differing = line(count(1, 'p', 5), count(2, 'q', 6))
    expect(differing).toMatchObject({ state: 'conflict', tallied: [{ quantity: 5 }, { quantity: 6 }] })
    expect(differing).not.toHaveProperty('counted')
  })

  it('wait for the recount that was ordered, and keep the first count beside it', () => {
    const first = [count(1, 'p', 5), recount(2, 2)]
    expect(line(...first)).toMatchObject({ state: 'recount', round: 2, first: 5 })
    const again = line(...first, count(3, 'q', 6, { round: 2 }))
    expect(again).toMatchObject({ state: 'counted', counted: 6, first: 5 })
    // A count of the first round that comes late does not stand against the recount.
    expect(line(...first, count(3, 'q', 6, { round: 2 }), count(4, 'r', 9))).toMatchObject({ counted: 6 })
  })

  it('leave out what was withdrawn, and take the last word on the cause', () => {
    const by = { id: 'p', name: 'p' }
    expect(line(count(1, 'p', 5, { withdrawn: { by, at: 1 } }))).toBeUndefined()
    const said = line(
      count(1, 'p', 5),
      act(2, { act: 'explain', cause: '破损', price: 100 }),
      act(3, { act: 'explain', cause: '丢失' }),
    )
    expect(said).toMatchObject({ cause: '丢失', price: 100 })
  })

  it('stand the same in whatever order they came', () => {
    const any = fc.record({
      who: fc.constantFrom('p', 'q'),
      quantity: fc.nat({ max: 9 }),
      mode: fc.constantFrom<'set' | 'add'>('set', 'add'),
      round: fc.integer({ min: 1, max: 2 }),
      recounts: fc.boolean(),
    })
    fc.assert(
      fc.property(
        fc.array(any, { maxLength: 8 }),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (acts, dice) => {
          const made = acts.map(({ who, quantity, mode, round, recounts }, minute) =>
            recounts ? recount(minute, 2) : count(minute, who, quantity, { mode, round }),
          )
          const shuffled = made
            .map((each) => ({ each, place: dice.next().value as number }))
            .toSorted((a, b) => a.place - b.place)
            .map(({ each }) => each)
          const told = (some: StockCount[]) =>
            [...standingsOf(some)].map(([key, { tallied, ...rest }]) => [key, rest, tallied])
          expect(told(shuffled)).toEqual(told(made))
        },
      ),
    )
  })
})
