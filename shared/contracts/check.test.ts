/** Properties of the authority check over small made-up registers. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AuthorityQuestion } from '../office/verdict.ts'
import { decideAuthority } from './check.ts'
import { factsOf, questions, worlds, type World } from './check-worlds.ts'
import type { Delegation } from './delegation.ts'

const runs = { numRuns: 3000 }
const check = (world: World, question: AuthorityQuestion) => decideAuthority(question, factsOf(world, question))
const isYes = (result: string): boolean => result === 'permitted'

/** The rules once more, as plainly as they can be said, without regard to reasons: may the person, all being known? */
const mayPlainly = ({ people, delegations, interests }: World, question: AuthorityQuestion): boolean => {
  const { asOf, amount, counterparty, contractType } = question
  const who = (id: string) => people.find((one) => one.id === id)
  const works = (id: string): boolean => {
    const one = who(id)
    return one !== undefined && (one.employedTo === undefined || one.employedTo >= asOf)
  }
  const postAt = (id: string, on: string): string | undefined => {
    const { post, posts = [] } = who(id) ?? {}
    return posts.length === 0 ? post : posts.findLast(({ from }) => from <= on)?.post
  }
  const holds = (one: Delegation, id: string, on = asOf): boolean =>
    one.delegate === undefined ? one.post === postAt(id, on) : one.delegate === id
  const isTied = (id: string): boolean =>
    interests.some(
      (tie) => tie.person === id && tie.declaredOn <= asOf && (!counterparty || tie.counterparty === counterparty),
    )
  const lives = (one: Delegation): boolean =>
    one.validFrom <= asOf && (!one.validTo || asOf <= one.validTo) && !(one.revokedOn && one.revokedOn <= asOf)
  const excludes = (one: Delegation): boolean =>
    one.excludedTypes.includes(contractType) ||
    (one.excludedCounterparties.length > 0 && (!counterparty || one.excludedCounterparties.includes(counterparty)))
  const months = { '2026-11-30': 6, '2027-05-31': 12, '2028-05-31': 24 }[question.endsOn ?? ''] ?? Infinity
  const covers = (one: Delegation): boolean =>
    lives(one) &&
    !excludes(one) &&
    one.actions.includes(question.action) &&
    (one.contractTypes.length === 0 || one.contractTypes.includes(contractType)) &&
    (one.counterparties.length === 0 || (!!counterparty && one.counterparties.includes(counterparty))) &&
    (one.limit === undefined || (amount ?? Infinity) <= one.limit) &&
    (one.aggregateLimit === undefined || 40 + (amount ?? Infinity) <= one.aggregateLimit) &&
    (one.longestMonths === undefined || months <= one.longestMonths) &&
    question.joint.filter(
      (id) =>
        id !== question.person &&
        works(id) &&
        !isTied(id) &&
        (one.jointSigners.length === 0 || one.jointSigners.some((signer) => signer.id === id)),
    ).length >= one.jointNeeded
  const grants = (one: Delegation, below: number): boolean => {
    if (!covers(one) || one.depth < below) return false
    if (one.delegator === 'office') return true
    const parent = delegations.find(({ id }) => id === one.parent)
    return (
      parent !== undefined &&
      below < 8 &&
      works(one.delegator) &&
      holds(parent, one.delegator) &&
      holds(parent, one.delegator, one.issuedOn) &&
      grants(parent, below + 1)
    )
  }
  const mine = delegations.filter((one) => holds(one, question.person))
  const forbids = (one: Delegation): boolean =>
    one.validFrom <= asOf && (!one.validTo || asOf <= one.validTo) && (lives(one) || one.liftsExclusions !== true)
  const isBarred = mine.some(
    (one) =>
      forbids(one) &&
      one.actions.includes(question.action) &&
      (one.excludedTypes.includes(contractType) ||
        (excludes(one) && (one.contractTypes.length === 0 || one.contractTypes.includes(contractType)))),
  )
  return works(question.person) && !isTied(question.person) && !isBarred && mine.some((one) => grants(one, 0))
}

describe('the authority check', () => {
  it('permits exactly what the plain rules permit', () => {
    let permitted = 0
    fc.assert(
      fc.property(worlds, questions, (world, question) => {
        const may = mayPlainly(world, question)
        if (may) permitted++
        expect(isYes(check(world, question).result)).toBe(may)
      }),
      { numRuns: 20_000 },
    )
    // The property says something only where both answers occur.
    expect(permitted).toBeGreaterThan(200)
  })

  it('denies by default: without a delegation nobody may', () => {
    fc.assert(
      fc.property(worlds, questions, (world, question) => {
        expect(check({ ...world, delegations: [] }, question).result).not.toMatch(/permitted|joint/)
      }),
    )
  })

  it('gives the same verdict in whatever order the facts come', () => {
    fc.assert(
      fc.property(worlds, questions, (world, question) => {
        const turned = { ...world, delegations: world.delegations.toReversed() }
        expect(check(turned, question)).toEqual(check(world, question))
      }),
      runs,
    )
  })

  it('never permits more by a revocation, an exclusion, a lower limit or an earlier end', () => {
    const narrower: ((one: Delegation, question: AuthorityQuestion) => Delegation)[] = [
      (one, { asOf }) => ({ ...one, revokedOn: asOf, revokedReason: '离职', liftsExclusions: undefined }),
      (one, { contractType }) => ({ ...one, excludedTypes: [...one.excludedTypes, contractType] }),
      (one, { counterparty }) => ({
        ...one,
        excludedCounterparties: [...one.excludedCounterparties, counterparty ?? '丁公司'],
      }),
      (one) => ({ ...one, limit: Math.min(one.limit ?? 99, 99) }),
      (one) => ({ ...one, depth: 0 }),
      // A letter that has ended forbids no more, so the one that is shortened must not itself be the one that forbids.
      (one) => ({
        ...one,
        validTo: one.excludedTypes.length + one.excludedCounterparties.length > 0 ? one.validTo : '2026-05-31',
      }),
      (one) => ({ ...one, jointNeeded: one.jointNeeded + 1 }),
    ]
    fc.assert(
      fc.property(worlds, questions, fc.nat(6), fc.constantFrom(...narrower), (world, question, index, narrow) => {
        const delegations = world.delegations.map((one, at) => (at === index ? narrow(one, question) : one))
        if (isYes(check({ ...world, delegations }, question).result))
          expect(check(world, question).result).toBe('permitted')
      }),
      runs,
    )
  })

  it('permits under a disputed delegation only what every desk’s reading of it permits', () => {
    const others = fc.record({
      limit: fc.constantFrom(undefined, 99, 200),
      revokedOn: fc.constantFrom(undefined, '2026-06-01', '2026-11-01'),
      excludedTypes: fc.constantFrom<string[][]>([], ['purchase']),
      jointNeeded: fc.constantFrom(0, 1),
      depth: fc.nat(3),
    })
    let [narrowed, both] = [0, 0]
    fc.assert(
      fc.property(worlds, questions, fc.nat(6), others, (world, question, index, change) => {
        const chosen = world.delegations[index]
        fc.pre(chosen !== undefined)
        const other: Delegation = { ...chosen, ...change }
        const versions = new Map([[chosen.id, [chosen, other]]])
        const disputed = check({ ...world, versions }, question).result
        const withOther = world.delegations.map((one) => (one === chosen ? other : one))
        const alone = [check(world, question).result, check({ ...world, delegations: withOther }, question).result]
        if (alone.some((result) => result !== 'permitted')) {
          if (alone.includes('permitted')) narrowed++
          expect(disputed).not.toBe('permitted')
        } else if (disputed === 'permitted') both++
      }),
      runs,
    )
    expect(narrowed).toBeGreaterThan(10)
    expect(both).toBeGreaterThan(10)
  })

  it('shows a chain that starts at the office, ends at the person, and whose lowest limit is the limit', () => {
    fc.assert(
      fc.property(worlds, questions, (world, question) => {
        const verdict = check(world, question)
        const { chain, limit } = verdict
        if (verdict.result !== 'permitted' && verdict.result !== 'needs-joint') {
          expect(chain).toEqual([])
          return
        }
        expect(chain[0]?.from).toBe('')
        const links = chain.map(({ delegation }) => world.delegations.find(({ id }) => id === delegation))
        const caps = links.flatMap((link) => link?.limit ?? [])
        expect(limit?.amount).toBe(caps.length > 0 ? Math.min(...caps) : undefined)
        if (limit && question.amount !== undefined) expect(question.amount).toBeLessThanOrEqual(limit.amount)
        expect(links.at(-1)?.delegate ?? question.person).toBe(question.person)
      }),
      runs,
    )
  })

  it('accounts for every delegation the person holds: it grants, or it failed with a reason', () => {
    fc.assert(
      fc.property(worlds, questions, (world, question) => {
        const facts = factsOf(world, question)
        const { chain, failed, result, reasons } = decideAuthority(question, facts)
        expect(reasons.length).toBeGreaterThan(0)
        const told = new Set(failed.map(({ delegation }) => delegation))
        if (result === 'permitted' || result === 'needs-joint')
          expect(told.has(chain.at(-1)?.delegation ?? '')).toBe(false)
        else if (reasons[0]?.key.endsWith('no-delegation')) expect(facts.held).toEqual([])
        if (result === 'outside' && reasons.some(({ key }) => key.endsWith('none-holds')))
          expect(told).toEqual(new Set(facts.held.map(({ id }) => id)))
      }),
      runs,
    )
  })

  it('needs the joint signers, and no more than them', () => {
    fc.assert(
      fc.property(worlds, questions, (world, question) => {
        const verdict = check(world, question)
        fc.pre(verdict.result === 'needs-joint' && verdict.joint !== undefined)
        const everyone = world.people.map(({ id }) => id)
        const together = check(world, { ...question, joint: everyone }).result
        expect(['permitted', 'needs-joint']).toContain(together)
        const free = { ...world, delegations: world.delegations.map((one) => ({ ...one, jointNeeded: 0 })) }
        expect(check(free, question).result).toBe('permitted')
      }),
      { numRuns: 100 },
    )
  })
})
