/** Whatever is sent to the supplies counter: an answer or a clear fault, never a bug; a refusal leaves the journal as it was. */
import * as fc from 'fast-check'
import type { z } from 'zod'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { supplyOperations } from '../../../shared/supplies/operations.ts'
import { openTestOffice, type TestDesk, type TestOffice } from '../testing.ts'
import { newItem } from './testing.ts'

let office: TestOffice
let clerk: TestDesk & { person: string }
const known = { item: '', slip: '', person: '' }

beforeAll(async () => {
  office = await openTestOffice()
  clerk = await office.as('clerk')
  const { id } = await newItem({ office, clerk }, { quota: 3 })
  const lines = [{ item: id, quantity: 1, unit: '支' }]
  const { slip } = await clerk.call('supplies.issue', { recipient: clerk.person, lines })
  Object.assign(known, { item: id, slip: slip.id, person: clerk.person })
})
afterAll(() => office.close())

const names = Object.keys(supplyOperations)
const strange = fc.constantFrom(
  '',
  ' ',
  '\u0000',
  '\ud800',
  'x'.repeat(100_000),
  '2026-02-30',
  '9999-01-01',
  "';--",
  '支',
  '1e9',
)
const number = fc.constantFrom(-1, 0, 1, 1.5, 2, 1e6, 1e7, 9e15, 1e300, Number.MAX_SAFE_INTEGER)
/** Ids that exist, so that an input gets past the door as often as not. */
const id = fc
  .constantFrom('item', 'slip', 'person', 'nobody')
  .map((name) => () => (name === 'nobody' ? '01900000-0000-7000-8000-000000000000' : known[name]))
const leaf = fc.oneof(strange, number, fc.constant(null), fc.boolean(), id)
const line = fc.record(
  {
    item: fc.oneof({ weight: 5, arbitrary: id }, leaf),
    quantity: fc.oneof(number, leaf),
    unit: fc.constantFrom('支', '盒', '箱', 5),
    location: leaf,
    price: number,
    amount: number,
    to: leaf,
    of: number,
  },
  { requiredKeys: ['item', 'quantity', 'unit'] },
)
/** Close enough to a slip that the rules are asked, with amounts at the edges. */
const nearly = fc.record(
  {
    recipient: fc.constant(() => known.person),
    original: fc.constant(() => known.slip),
    reason: fc.constantFrom('试', '\u0000'),
    supplier: strange,
    lines: fc.array(
      fc.record({
        item: fc.constant(() => known.item),
        quantity: fc.constantFrom(1, 3, 1_000_000),
        unit: fc.constantFrom('支', '盒', '箱'),
        price: fc.constantFrom(0, 150, 9e15),
        to: fc.constantFrom('A1', 'B2'),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  },
  { requiredKeys: ['recipient', 'lines'] },
)
const input = fc.oneof(
  { weight: 2, arbitrary: nearly },
  fc.anything({ maxDepth: 2 }),
  fc.record(
    {
      id,
      item: id,
      recipient: id,
      original: id,
      text: strange,
      date: strange,
      reason: strange,
      code: strange,
      name: strange,
      unit: strange,
      location: strange,
      quota: number,
      min: number,
      packs: fc.array(fc.record({ unit: strange, factor: number }), { maxLength: 3 }),
      barcodes: fc.array(fc.record({ code: strange, unit: strange, amount: number }), { maxLength: 3 }),
      lines: fc.array(line, { maxLength: 3 }),
      after: strange,
      limit: number,
      basedOn: fc.array(strange, { maxLength: 2 }),
    },
    { requiredKeys: [] },
  ),
)

/** Any operation, and as often a slip: what only slips are refused for shall come up whatever the number of operations. */
const name = fc.oneof(
  fc.constantFrom(...names),
  fc.constantFrom('supplies.issue', 'supplies.receive', 'supplies.transfer', 'supplies.scrap'),
)

/** Puts the ids of this office in place of the functions that stand for them. */
const resolve = (value: unknown): unknown => {
  if (typeof value === 'function') return (value as () => string)()
  if (Array.isArray(value)) return value.map(resolve)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, resolve(each)]))
}

/** Without the fields that an input does not name: they are refused at the door, and the rules behind it would not be asked. */
const named = (schema: z.core.$ZodType, value: unknown): unknown => {
  const { def } = (schema as z.core.$ZodTypes)._zod
  if ('innerType' in def) return named(def.innerType, value)
  if (def.type === 'array' && Array.isArray(value)) return value.map((each) => named(def.element, each))
  if (def.type !== 'object' || typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const given = Object.entries(value)
  return Object.fromEntries(
    given.flatMap(([key, each]) => {
      const field = Object.hasOwn(def.shape, key) ? def.shape[key] : undefined
      return field === undefined ? [] : [[key, named(field, each)]]
    }),
  )
}

const inputOf = (operation: string): z.ZodType => supplyOperations[operation as keyof typeof supplyOperations].input

describe('bad input', () => {
  it('is never a bug, and a refused command enters nothing', async () => {
    const answers = new Map<string, number>()
    await fc.assert(
      fc.asyncProperty(name, input, fc.boolean(), async (operation, given, isNamed) => {
        const before = office.office().journal.head().n
        const sent = resolve(given)
        const reply = await clerk.ask(operation, isNamed ? named(inputOf(operation), sent) : sent)
        const code = reply.ok ? 'ok' : reply.fault.code
        answers.set(code, (answers.get(code) ?? 0) + 1)
        expect(code).not.toBe('unexpected')
        if (!reply.ok) expect(office.office().journal.head().n).toBe(before)
      }),
      { numRuns: 1500 },
    )
    // Some get past the door, or this would only test the schemas.
    expect([...answers.keys()]).toEqual(
      expect.arrayContaining(['ok', 'invalid-input', 'not-found', 'stock-short', 'unknown-unit']),
    )
  })
})
