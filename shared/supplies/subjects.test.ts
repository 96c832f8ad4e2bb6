/** Folding is total: whatever entries of a form that may be read arrive, in whatever order, there is a record or none, and whole sums. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Body, Entry } from '../journal/entry.ts'
import { isFoldable } from '../journal/fold.ts'
import type { Identified, SubjectType } from '../journal/subject.ts'
import { item, slip } from './subjects.ts'
import { slipVerbs } from './verbs.ts'

const entry = (kind: string, body: Body): Entry => ({
  desk: 'b'.repeat(64),
  n: 1,
  at: '2026-11-23T01:00:00.000Z-0000',
  actor: 'someone',
  kind,
  subject: 'subject',
  basedOn: [],
  generation: 1,
  body,
  hash: 'h',
})

const whole = fc.integer({ min: -1e12, max: 1e12 })
const word = fc.string({ maxLength: 12 })
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const reference = fc.record({ id: word, number: word })
const line = fc.record({
  item: fc.record({ id: word, code: word, name: word }),
  quantity: whole,
  unit: word,
  base: whole,
  baseUnit: word,
  location: word,
  to: maybe(word),
  unitCost: whole,
  amount: whole,
  of: maybe(whole),
})
const slipBody = fc.record({
  verb: fc.constantFrom(...slipVerbs),
  numbered: fc.record({ book: word, serial: whole, number: word }),
  date: word,
  month: word,
  clerk: fc.record({ id: word, name: word }),
  recipient: maybe(fc.record({ id: word, name: word })),
  lines: fc.array(line, { maxLength: 5 }),
  amount: whole,
  original: maybe(reference),
  reverses: maybe(fc.record({ id: word, number: word, verb: fc.constantFrom(...slipVerbs) })),
})
const itemBody = fc.record({
  code: word,
  name: word,
  category: fc.constantFrom('consumable', 'durable'),
  unit: word,
  packs: fc.array(fc.record({ unit: word, factor: fc.constantFrom(2, 12) }), { maxLength: 2 }),
  barcodes: fc.array(fc.record({ code: word, unit: word, amount: fc.constantFrom(1, 12) }), { maxLength: 3 }),
  location: word,
  exchangeOld: fc.boolean(),
  active: fc.boolean(),
})
/** As the store sees them: without knowing what their records hold. */
const types = [slip, item] as unknown as SubjectType[]
const anyEntry = fc.oneof(
  itemBody.map((body) => entry('item.added', body as Body)),
  slipBody.map((body) => entry('stock.issued', body as Body)),
  fc.record({ reversedBy: reference }).map((body) => entry('slip.reversed', body)),
  fc.record({ quota: fc.constantFrom(null, 5), name: maybe(word) }).map((body) => entry('item.changed', body as Body)),
)

describe('folding supplies', () => {
  it('never fails, and adds whole numbers only', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 6 }), (entries) => {
        for (const type of types) {
          const readable = entries.filter((each) => isFoldable(type, each))
          const record = readable.reduce<Identified | undefined>(type.reduce, undefined)
          if (record === undefined) continue
          const sums = type.contribute?.(record) ?? []
          expect(sums.every(({ account, delta }) => account.length > 0 && Number.isSafeInteger(delta))).toBe(true)
          expect(type.search?.(record)).toBeDefined()
        }
      }),
    )
  })

  it('takes what was reversed before its slip is known for nothing', () => {
    const reversed = entry('slip.reversed', { reversedBy: { id: 'r', number: 'CX-1' } })
    expect(isFoldable(slip, reversed)).toBe(true)
    expect(slip.reduce(undefined, reversed)).toBeUndefined()
  })

  it('passes a body over that does not meet its schema', () => {
    expect(isFoldable(slip, entry('stock.issued', { verb: 'issue' }))).toBe(false)
    expect(isFoldable(item, entry('item.changed', { quota: 'many' }))).toBe(false)
  })
})
