/** Later knowledge as a rule: what counts as later, what as otherwise, whatever the order of arrival. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Verdict, VerdictResult } from '../office/verdict.ts'
import { isOtherwise, judgedOtherwise, laterThan, type Judgement, type LaterFact } from './later-knowledge.ts'

const verdictOf = (result: VerdictResult, more: Partial<Verdict> = {}): Verdict => ({
  result,
  asOf: '2026-06-01',
  person: { id: 'p', name: '李娜' },
  reasons: [],
  chain: [],
  failed: [],
  ...more,
})

const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-06-${String(number).padStart(2, '0')}`)
const fact: fc.Arbitrary<LaterFact> = fc.record({
  desk: fc.constantFrom('a', 'b'),
  n: fc.integer({ min: 1, max: 20 }),
  subject: fc.constantFrom('d1', 'd2'),
  label: fc.constantFrom('SQ-1', 'SQ-2', '李娜'),
  kind: fc.constantFrom('delegation.revoked', 'person.changed'),
  from: day,
})
const judgement: fc.Arbitrary<Judgement> = fc.record({
  id: fc.constant('u'),
  type: fc.constant('seal_use' as const),
  desk: fc.constantFrom('a', 'b'),
  n: fc.integer({ min: 1, max: 20 }),
  asOf: day,
})

describe('what is later', () => {
  it('is never what the same desk had entered before, nor what begins after the day judged for', () => {
    fc.assert(
      fc.property(judgement, fc.array(fact), (one, facts) => {
        for (const later of laterThan(one, facts)) {
          expect(later.from <= one.asOf).toBe(true)
          expect(later.desk !== one.desk || later.n > one.n).toBe(true)
        }
      }),
    )
  })

  it('gives the same exception in whatever order the facts came', () => {
    const shuffled = fc
      .array(fact, { minLength: 1, maxLength: 6 })
      .chain((facts) => fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length })))
    const told = { subject: 'u', type: 'seal_use', number: 'HT01-1', person: undefined, before: verdictOf('permitted') }
    fc.assert(
      fc.property(judgement, shuffled, (one, [facts, mixed]) => {
        const now = verdictOf('outside')
        expect(judgedOtherwise(told, now, laterThan(one, mixed))).toEqual(
          judgedOtherwise(told, now, laterThan(one, facts)),
        )
      }),
    )
  })
})

describe('what is otherwise', () => {
  it('is another result, either way', () => {
    expect(isOtherwise(verdictOf('permitted'), verdictOf('permitted'))).toBe(false)
    expect(isOtherwise(verdictOf('permitted'), verdictOf('outside'))).toBe(true)
    expect(isOtherwise(verdictOf('outside'), verdictOf('permitted'))).toBe(true)
  })

  it('is an aggregate that was full by then, and not one that only looks emptier without what came after', () => {
    const full = verdictOf('outside', { reasons: [{ key: 'authority.reason.aggregate', values: {} }] })
    expect(isOtherwise(verdictOf('permitted'), full)).toBe(true)
    expect(isOtherwise(full, verdictOf('permitted'))).toBe(false)
  })

  it('is no missing joint signer where nobody recorded who stood by', () => {
    expect(isOtherwise(verdictOf('permitted'), verdictOf('needs-joint'))).toBe(false)
    expect(isOtherwise(verdictOf('permitted', { present: ['q'] }), verdictOf('needs-joint'))).toBe(true)
  })
})
