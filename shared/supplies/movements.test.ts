/** Any run of slips: stock is the sum of movements, value is neither made nor lost, a reversal leaves no trace in balances. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRefusal } from '../api/fault.ts'
import { drawnAccount, stockAccount, valueAccount } from './accounts.ts'
import type { Item, Slip } from './records.ts'
import { decideIssue } from './counter/issue-rules.ts'
import { decideReceipt, decideScrap, decideTransfer, type SlipPlan } from './rules.ts'
import { createMemoryShelf, type MemoryShelf } from './items/shelf-in-memory.ts'
import { decideReturn, decideReverse } from './counter/undo-rules.ts'

const itemOf = (id: string, factor: number): Item => ({
  id,
  code: id,
  name: id,
  category: 'consumable',
  unit: '个',
  packs: [{ unit: '箱', factor }],
  barcodes: [],
  location: 'A',
  exchangeOld: false,
  quota: 10,
  active: true,
})
const items = [itemOf('x', 7), itemOf('y', 24)]
const locations = ['A', 'B']
const people = ['p', 'q'].map((id) => ({ id, name: id }))

const line = fc.record({
  item: fc.constantFrom('x', 'y'),
  quantity: fc.integer({ min: 1, max: 9 }),
  unit: fc.constantFrom('个', '箱'),
  location: fc.constantFrom('A', 'B', undefined),
  amount: fc.nat({ max: 100_000 }),
  to: fc.constantFrom('A', 'B'),
})
const act = fc.record({
  verb: fc.constantFrom('receipt', 'issue', 'return', 'return-of', 'transfer', 'scrap', 'reverse'),
  lines: fc.array(line, { minLength: 1, maxLength: 4 }),
  person: fc.constantFrom(...people),
  month: fc.constantFrom('2026-10', '2026-11'),
  /** Which earlier slip is meant, where one is. */
  pick: fc.nat(),
})
type AnyAct = typeof act extends fc.Arbitrary<infer A> ? A : never

const plan = (
  shelf: MemoryShelf,
  { verb, lines, person, month, pick }: AnyAct,
): ReturnType<typeof decideIssue> | undefined => {
  const today = `${month}-20`
  if (verb === 'receipt') return decideReceipt(shelf, { lines }, today)
  if (verb === 'issue') return decideIssue(shelf, { lines, recipient: person, reason: '试' }, today)
  if (verb === 'return') return decideReturn(shelf, { lines, recipient: person }, today)
  if (verb === 'transfer') return decideTransfer(shelf, { lines }, today)
  if (verb === 'scrap') return decideScrap(shelf, { lines, reason: '坏' }, today)
  const earlier = one(shelf.slips, pick)
  if (verb === 'reverse') return earlier && decideReverse(shelf, earlier, {}, today)
  const original = one(
    shelf.slips.filter((slip) => slip.verb === 'issue' && !slip.reversedBy),
    pick,
  )
  const back = lines.map((each) => ({
    ...each,
    item: one(original?.lines ?? [], each.quantity)?.item.id ?? each.item,
    unit: '个',
  }))
  return original && decideReturn(shelf, { original, lines: back }, today)
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

/** Slips that still stand: neither reversed nor reversing. */
const standing = (shelf: MemoryShelf): Slip[] =>
  shelf.slips.filter((slip) => slip.verb !== 'reverse' && !slip.reversedBy)

/** What lies at a place, counted by hand from the slips that stand. */
const countByHand = (slips: readonly Slip[], item: string, location: string): number =>
  sum(
    slips.flatMap((slip) =>
      slip.lines
        .filter((each) => each.item.id === item)
        .map((each) => {
          if (slip.verb === 'transfer')
            return (each.to === location ? each.base : 0) - (each.location === location ? each.base : 0)
          if (each.location !== location) return 0
          return slip.verb === 'receipt' || slip.verb === 'return' ? each.base : -each.base
        }),
    ),
  )

const valueByHand = (slips: readonly Slip[], item: string): number =>
  sum(
    slips.flatMap((slip) =>
      slip.lines
        .filter((each) => each.item.id === item && slip.verb !== 'transfer')
        .map((each) => (slip.verb === 'receipt' || slip.verb === 'return' ? each.amount : -each.amount)),
    ),
  )

const one = <Each>(list: readonly Each[], pick: number): Each | undefined => list[pick % Math.max(1, list.length)]

/** Enough at the start that most acts go through. */
const opening = items.flatMap(({ id }) =>
  locations.map((location) => ({ item: id, quantity: 500, unit: '个', location, amount: 9999 })),
)

/** Runs acts and looks at the shelf after each one that was entered. */
const run = (acts: readonly AnyAct[], look: (shelf: MemoryShelf, slip: SlipPlan) => void): MemoryShelf => {
  const shelf = createMemoryShelf(items)
  shelf.enter(decideReceipt(shelf, { lines: opening }, '2026-10-01'))
  for (const each of acts) {
    const decided = plan(shelf, each)
    if (!decided) continue
    const before = new Map(shelf.accounts)
    const entered = shelf.enter(decided)
    if (isRefusal(entered)) expect(new Map(shelf.accounts)).toEqual(before)
    else look(shelf, entered)
  }
  return shelf
}

describe('any run of slips', () => {
  it('keeps stock at what the standing slips moved, and never below zero at one desk', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        run(acts, (shelf) => {
          for (const { id } of items)
            for (const location of locations) {
              const stock = shelf.balance(stockAccount(id, location))
              expect(stock).toBe(countByHand(standing(shelf), id, location))
              expect(stock).toBeGreaterThanOrEqual(0)
            }
        })
      }),
    )
  })

  it('makes and loses no value: what came in is what lies there plus what went out', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        run(acts, (shelf) => {
          for (const { id } of items) expect(shelf.balance(valueAccount(id))).toBe(valueByHand(standing(shelf), id))
        })
      }),
    )
  })

  it('holds amounts of a slip equal to the sum of its lines, and pieces to units times factor', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        run(acts, (_, slip) => {
          expect(slip.amount).toBe(sum(slip.lines.map(({ amount }) => amount)))
          for (const each of slip.lines) {
            const factor = items.find(({ id }) => id === each.item.id)?.packs[0]?.factor ?? 0
            expect(each.base).toBe(each.quantity * (each.unit === '箱' ? factor : 1))
          }
        })
      }),
    )
  })

  it('undoes the last slip without a trace in stock, value, quota and returns', () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 25 }), act, (acts, last) => {
        const shelf = run(acts, () => undefined)
        const before = balances(shelf)
        const decided = plan(shelf, last)
        const slip = decided && shelf.enter(decided)
        fc.pre(slip !== undefined && !isRefusal(slip) && slip.verb !== 'reverse')
        const reversal = shelf.enter(decideReverse(shelf, slip, {}, '2026-11-30'))
        expect(isRefusal(reversal)).toBe(false)
        expect(balances(shelf)).toEqual(before)
      }),
    )
  })

  it('never lets a person’s month fall out of step with the slips that stand', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const shelf = run(acts, () => undefined)
        for (const person of people)
          for (const month of ['2026-10', '2026-11'])
            for (const { id } of items) {
              const drawn = standing(shelf)
                .filter((slip) => slip.recipient?.id === person.id && slip.month === month)
                .flatMap((slip) =>
                  slip.lines
                    .filter((each) => each.item.id === id)
                    .map((each) => (slip.verb === 'return' ? -each.base : each.base)),
                )
              expect(shelf.balance(drawnAccount(person.id, id, month))).toBe(sum(drawn))
            }
      }),
    )
  })
})

/** Balances apart from the counts of books and the index of movements, which grow with every slip. */
const balances = (shelf: MemoryShelf): Record<string, number> =>
  Object.fromEntries([...shelf.accounts].filter(([account, amount]) => amount !== 0 && !/^book:|:moved:/.test(account)))
