/** Amendments as rules: they only narrow, in whatever order, from their day on; what is wider is refused by its field. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRefusal } from '../api/fault.ts'
import { termsOn, withAmendment, type Amendment, type Terms } from './amendment.ts'
import { decideAmendment, decideLifting } from './amendment-rules.ts'
import type { Delegation } from './delegation.ts'

const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-06-${String(number).padStart(2, '0')}`)
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined })
const types = fc.uniqueArray(fc.constantFrom('purchase', 'sales', 'lease'), { minLength: 1 })

const amendment: fc.Arbitrary<Amendment> = fc.record({
  amendedFrom: day,
  amendedOn: day,
  amendedReason: fc.constant('收紧'),
  limit: maybe(fc.integer({ min: 0, max: 100 })),
  longestMonths: maybe(fc.integer({ min: 1, max: 36 })),
  validTo: maybe(day),
  contractTypes: maybe(types),
  excludedTypes: maybe(types),
  jointNeeded: maybe(fc.integer({ min: 0, max: 3 })),
})

const issued: Terms = {
  actions: ['sign'],
  limit: 50,
  validTo: '2026-12-31',
  contractTypes: [],
  excludedTypes: [],
  excludedCounterparties: [],
  jointNeeded: 0,
}

/** What of a purchase, a sale and a lease the terms let through at all. */
const letsThrough = ({ actions, contractTypes, excludedTypes }: Terms): string[] =>
  ['purchase', 'sales', 'lease'].filter(
    (type) =>
      actions.length > 0 &&
      (contractTypes.length === 0 || contractTypes.includes(type)) &&
      !excludedTypes.includes(type),
  )

describe('terms', () => {
  it('are the same whichever desk entered its amendment first', () => {
    const shuffled = fc
      .array(amendment, { minLength: 1, maxLength: 5 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })))
    fc.assert(
      fc.property(shuffled, day, ([all, mixed], on) => {
        const [one, other] = [all, mixed].map((list) => termsOn(list.reduce(withAmendment, issued), on))
        expect([one?.limit, one?.validTo, one?.jointNeeded, one?.longestMonths]).toEqual([
          other?.limit,
          other?.validTo,
          other?.jointNeeded,
          other?.longestMonths,
        ])
        expect(one && letsThrough(one)).toEqual(other && letsThrough(other))
      }),
    )
  })

  it('never let more through than before', () => {
    fc.assert(
      fc.property(fc.array(amendment, { maxLength: 4 }), amendment, day, (all, next, on) => {
        const before = all.reduce(withAmendment, issued)
        const [was, is] = [termsOn(before, on), termsOn(withAmendment(before, next), on)]
        expect(is.limit ?? Infinity).toBeLessThanOrEqual(was.limit ?? Infinity)
        expect((is.validTo ?? '9') <= (was.validTo ?? '9')).toBe(true)
        expect(is.jointNeeded).toBeGreaterThanOrEqual(was.jointNeeded)
        expect(letsThrough(was)).toEqual(expect.arrayContaining(letsThrough(is)))
      }),
    )
  })

  it('stand as they were until the day from which they are amended', () => {
    const amended = withAmendment(issued, {
      amendedFrom: '2026-06-10',
      amendedOn: '2026-06-12',
      amendedReason: '收紧',
      limit: 20,
    })
    expect([termsOn(amended, '2026-06-09').limit, termsOn(amended, '2026-06-10').limit]).toEqual([50, 20])
  })
})

const delegation = {
  ...issued,
  id: 'd',
  number: 'SQ-A-2026-0001',
  currency: 'CNY',
  validFrom: '2026-01-01',
  contractTypes: ['purchase', 'lease'],
  aggregateLimit: 500,
  aggregatePeriod: 'year',
  jointNeeded: 1,
  jointSigners: [{ id: 'j', name: '周敏' }],
} as unknown as Delegation

const amend = (terms: object, from = '2026-06-10', record = delegation) => {
  const drafts = decideAmendment(record, { from, today: '2026-06-12', reason: '收紧', terms })
  if (!isRefusal(drafts)) return drafts[0]?.body
  const { refused } = drafts
  return refused.code === 'invalid-input'
    ? refused.problems.map(({ path, reason }) => `${path} ${reason}`)
    : refused.code
}

describe('an amendment', () => {
  it('says only what it narrows', () => {
    expect(amend({ limit: 50, jointNeeded: 1, longestMonths: 12, contractTypes: ['lease'] })).toEqual({
      amendedFrom: '2026-06-10',
      amendedOn: '2026-06-12',
      amendedReason: '收紧',
      longestMonths: 12,
      contractTypes: ['lease'],
    })
  })

  it.each([
    [{ limit: 51 }, 'limit invalid.wider'],
    [{ aggregateLimit: 501 }, 'aggregateLimit invalid.wider'],
    [{ aggregateLimit: 400, aggregatePeriod: 'month' }, 'aggregatePeriod invalid.period-fixed'],
    [{ validTo: '2027-01-01' }, 'validTo invalid.wider'],
    [{ validTo: '2026-06-09' }, 'validTo invalid.before-start'],
    [{ contractTypes: ['sales'] }, 'contractTypes invalid.wider-types'],
    [{ jointNeeded: 0 }, 'jointNeeded invalid.wider'],
    [{ jointNeeded: 2 }, 'jointNeeded invalid.joint-too-few'],
    [{ limit: 50 }, 'limit invalid.nothing-narrower'],
  ])('%j is refused as %s', (terms, problem) => {
    expect(amend(terms)).toEqual([problem])
  })

  it('begins within the delegation and not after its revocation', () => {
    expect(amend({ limit: 1 }, '2025-12-31')).toEqual(['from invalid.before-start'])
    expect(amend({ limit: 1 }, '2027-01-01')).toEqual(['from invalid.after-end'])
    expect(amend({ limit: 1 }, '2026-06-10', { ...delegation, revokedOn: '2026-06-11' })).toBe('delegation-revoked')
  })
})

describe('lifting exclusions', () => {
  const excluding = { ...delegation, excludedTypes: ['loan'] }
  const lift = (record: Delegation) => {
    const drafts = decideLifting(record, '2026-06-10', '误列')
    return isRefusal(drafts) ? drafts.refused.code : drafts[0]?.kind
  }

  it('is entered once, for what excludes something, revoked or not', () => {
    expect(lift(excluding)).toBe('delegation.exclusions-lifted')
    expect(lift({ ...excluding, revokedOn: '2026-06-01' })).toBe('delegation.exclusions-lifted')
    expect(lift(delegation)).toBe('no-exclusions')
    expect(lift({ ...excluding, exclusionsLiftedOn: '2026-06-01' })).toBe('exclusions-lifted')
    expect(lift({ ...excluding, revokedOn: '2026-06-01', liftsExclusions: true })).toBe('exclusions-lifted')
  })
})
