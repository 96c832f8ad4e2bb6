/** Whatever is sent to the seal register, the answer is a value or a named fault, and a refusal leaves no entry. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealOperations } from '../../../shared/seals/operations.ts'
import { openTestOffice, type TestDesk, type TestOffice } from '../testing.ts'

let office: TestOffice
let desk: TestDesk
let known: string[]

beforeAll(async () => {
  office = await openTestOffice({ example: { entries: 300 } })
  desk = await office.as('custodian', 'approver', 'clerk')
  const { rows: seals } = await desk.call('seals.list', {})
  const { rows: requests } = await desk.call('seals.requests', {})
  const { rows: uses } = await desk.call('seals.book', {})
  const { rows: contracts } = await desk.call('contracts.list', {})
  known = [...seals, ...requests, ...uses, ...contracts].map(({ id }) => id)
})
afterAll(() => office.close())

const names = Object.keys(sealOperations) as (keyof typeof sealOperations)[]
const fields = [...new Set(names.flatMap((name) => Object.keys(sealOperations[name].input.shape)))]

const nasty = fc.constantFrom<unknown>(
  '\u0000',
  '\ud800',
  '2026-02-30',
  '-1',
  -1,
  0.5,
  1e300,
  Number.NaN,
  null,
  [],
  {},
  '长'.repeat(100_000),
  "'; drop table seal; --",
  '99999999-9999-7999-8999-999999999999',
)
const leaf = (): fc.Arbitrary<unknown> =>
  fc.oneof(nasty, fc.constantFrom(...known), fc.string({ unit: 'binary', maxLength: 30 }), fc.integer(), fc.boolean())
const value = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 4, arbitrary: leaf() },
    { weight: 1, arbitrary: fc.array(leaf(), { maxLength: 3 }) },
    { weight: 2, arbitrary: fc.array(fc.record({ seal: leaf(), actual: leaf(), spoiled: leaf() }), { maxLength: 3 }) },
    { weight: 1, arbitrary: fc.record({ title: leaf(), id: leaf() }) },
  )

test('any input: a value or a fault with a name, and nothing entered by a refusal', async () => {
  const input = fc.oneof(fc.dictionary(fc.constantFrom(...fields), value(), { maxKeys: 8 }), fc.anything())
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), input, async (name, given) => {
      const before = office.office().journal.head().n
      const reply = await desk.ask(name, given)
      if (reply.ok) return
      expect(reply.fault.code).not.toBe('unexpected')
      expect(office.office().journal.head().n).toBe(before)
    }),
    { numRuns: 1500 },
  )
})

type Sample = readonly [name: keyof typeof sealOperations, input: Readonly<Record<string, unknown>>]

test('a right input with one wrong field: never unexpected, and what is refused enters nothing', async () => {
  const { rows: seals } = await desk.call('seals.list', { status: 'in-use' })
  const { rows: contracts } = await desk.call('contracts.list', {})
  const { rows: requests } = await desk.call('seals.requests', {})
  const { rows: uses } = await desk.call('seals.book', {})
  const { rows: people } = await desk.call('people.list', {})
  const [seal, contract, request, use] = [seals[0]?.id, contracts[0]?.id, requests[0]?.id, uses[0]?.id]
  const samples: Sample[] = [
    [
      'seals.register',
      { code: 'FZ01', name: '测试章', type: 'other', shape: 'round', widthMm: 40, custodian: known[0] },
    ],
    ['seals.change', { id: seal, change: { place: '柜' }, basedOn: [] }],
    ['seals.retire', { seal: seals[1]?.id, reason: '换章', approver: people[0]?.id, on: '2026-11-23' }],
    [
      'seals.takeOut',
      {
        seal: seals[2]?.id,
        taker: people[0]?.id,
        escort: people[1]?.id,
        address: '市政务中心',
        reason: '投标',
        documents: ['投标书'],
        dueBackAt: '2026-12-31 18:00',
      },
    ],
    [
      'seals.handoverOffer',
      { seal: seals[3]?.id, to: people[2]?.id, witness: people[3]?.id, toDesk: 'A', reason: '轮岗', registers: [] },
    ],
    [
      'seals.requestSubmit',
      { lines: [{ seal, perCopy: 1 }], category: 'other', document: { title: '函' }, copies: 2, useBy: '2026-12-01' },
    ],
    ['seals.requestApprove', { id: request, opinion: '同意' }],
    ['seals.verdict', { contract, seals: [seal], joint: [] }],
    ['seals.use', { contract, stamps: [{ seal, actual: 1, spoiled: 0 }], copies: 1, document: { title: '合同' } }],
    ['seals.use', { request }],
    ['seals.useVoid', { id: use, reason: '错', wasStamped: true }],
    ['seals.useCorrect', { id: use, reason: '错', change: { remarks: '更正', actual: 1 } }],
    [
      'seals.book',
      { seal, from: '2026-01-01', to: '2026-12-31', order: 'number', direction: 'forward', after: 'x', limit: 5 },
    ],
  ]
  const spoilt = fc
    .constantFrom(...samples)
    .chain(([name, input]) =>
      fc.tuple(fc.constant(name), fc.constant(input), fc.constantFrom(...Object.keys(input)), value()),
    )
  let made = 0
  await fc.assert(
    fc.asyncProperty(spoilt, fc.boolean(), async ([name, input, field, wrong], isLeftRight) => {
      const before = office.office().journal.head().n
      const reply = await desk.ask(name, isLeftRight ? input : { ...input, [field]: wrong })
      if (reply.ok) made += office.office().journal.head().n - before
      else {
        expect(reply.fault.code).not.toBe('unexpected')
        expect(office.office().journal.head().n).toBe(before)
      }
    }),
    { numRuns: 1500 },
  )
  // Otherwise the samples would not reach what is behind the door.
  expect(made).toBeGreaterThan(20)
})

test('after all of it the journal still verifies, and rows are what a rebuild makes of it', async () => {
  expect(await office.administrator.call('office.verify', {})).toMatchObject({ findings: [] })
})
