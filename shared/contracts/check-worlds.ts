/** Small made-up registers for property tests: few people, few dates, few limits, so that rules meet often. */
import * as fc from 'fast-check'
import type { AuthorityQuestion } from '../office/verdict.ts'
import type { AuthorityFacts, PersonFacts } from './check-facts.ts'
import { officeItself, type Delegation } from './delegation.ts'
import type { Interest } from './interest.ts'
import { postOn } from '../office/posts.ts'

export type World = {
  people: PersonFacts[]
  delegations: Delegation[]
  interests: Interest[]
  /** Where desks differ: other readings of a delegation. */
  versions?: ReadonlyMap<string, readonly Delegation[]>
}

const dates = ['2026-01-01', '2026-03-01', '2026-06-01', '2026-09-01', '2026-12-31']
const parties = ['甲公司', '乙公司', '丙公司']
const types = ['purchase', 'sales', 'lease']
const ids = ['p0', 'p1', 'p2', 'p3']
const limits = [100, 200, 300]

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 3 })
const rarely = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 1 })
const some = (values: string[]) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant<string[]>([]) }, { weight: 1, arbitrary: fc.subarray(values) })

const person = (id: string): fc.Arbitrary<PersonFacts> =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(`人${id}`),
    post: maybe(fc.constantFrom('经理', '总监')),
    posts: rarely(
      fc.tuple(maybe(fc.constantFrom('经理', '总监')), fc.constantFrom(...dates)).map(([post, from]) => [
        { post, from: '' },
        { post: '总监', from },
      ]),
    ),
    employedFrom: fc.constant('2020-01-01'),
    employedTo: fc.oneof(
      { weight: 6, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constantFrom(...dates) },
    ),
  })

const delegation = (index: number): fc.Arbitrary<Delegation> =>
  fc
    .record({
      isOffice: fc.boolean(),
      delegator: fc.constantFrom(...ids),
      parent: fc.nat(Math.max(0, index - 1)),
      toPost: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
      delegate: fc.constantFrom(...ids),
      post: fc.constantFrom('经理', '总监'),
      actions: fc.constantFrom<Delegation['actions'][]>(['sign'], ['sign', 'seal'], ['seal']),
      contractTypes: some(types),
      counterparties: some(parties),
      limit: maybe(fc.constantFrom(...limits)),
      aggregateLimit: rarely(fc.constantFrom(...limits)),
      longestMonths: rarely(fc.constantFrom(6, 12)),
      validFrom: fc.constantFrom(...dates.slice(0, 3)),
      validTo: maybe(fc.constantFrom(...dates.slice(2))),
      depth: fc.nat(3),
      jointNeeded: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constantFrom(1, 2) }),
      joint: some(ids),
      excludedTypes: some(types).map((all) => all.slice(0, 1)),
      excludedCounterparties: some(parties).map((all) => all.slice(0, 1)),
      revokedOn: rarely(fc.constantFrom(...dates)).map((on) => on),
      liftsExclusions: rarely(fc.constant(true)),
      issuedOn: fc.constantFrom(...dates.slice(0, 2)),
    })
    .map(({ isOffice, parent, toPost, delegate, post, joint, ...rest }): Delegation => {
      const isRoot = isOffice || index === 0
      return {
        ...rest,
        id: `d${index}`,
        number: `SQ-A-2026-${String(index).padStart(4, '0')}`,
        numbered: { book: 'b', serial: index + 1, number: `SQ-A-2026-${String(index).padStart(4, '0')}` },
        kind: 'standing',
        delegator: isRoot ? officeItself : rest.delegator,
        delegatorName: '',
        parent: isRoot ? undefined : `d${parent}`,
        delegate: toPost ? undefined : delegate,
        delegateName: toPost ? undefined : `人${delegate}`,
        post: toPost ? post : undefined,
        currency: 'CNY',
        aggregatePeriod: 'year',
        jointSigners: joint.map((id) => ({ id, name: `人${id}` })),
        originals: 1,
        revokedReason: rest.revokedOn && '换岗',
      }
    })

export const worlds: fc.Arbitrary<World> = fc
  .tuple(
    fc.tuple(...ids.map(person)),
    fc
      .integer({ min: 0, max: 7 })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => delegation(index)))),
    fc.array(
      fc.record({
        id: fc.uuid(),
        person: fc.constantFrom(...ids),
        personName: fc.constant('人'),
        counterparty: fc.constantFrom(...parties),
        nature: fc.constant('亲属任职'),
        declaredOn: fc.constantFrom(...dates),
      }),
      { maxLength: 1 },
    ),
  )
  .map(([people, delegations, interests]) => ({ people, delegations, interests }))

export const questions: fc.Arbitrary<AuthorityQuestion> = fc.record({
  person: fc.constantFrom(...ids),
  action: fc.constantFrom('sign' as const, 'sign' as const, 'seal' as const),
  asOf: fc.constantFrom(...dates.slice(2)),
  contractType: fc.constantFrom(...types),
  amount: fc.option(fc.constantFrom(50, 100, 101, 200, 250), { nil: undefined, freq: 9 }),
  currency: fc.constant('CNY'),
  counterparty: fc.option(fc.constantFrom(...parties), { nil: undefined, freq: 9 }),
  contract: fc.constant(undefined),
  joint: fc.subarray(ids),
  startsOn: fc.constant('2026-06-01'),
  endsOn: fc.option(fc.constantFrom('2026-11-30', '2027-05-31', '2028-05-31'), { nil: undefined, freq: 9 }),
})

/** What the engine would read for a question, from a whole world. */
export const factsOf = (
  { people, delegations, interests, versions }: World,
  question: AuthorityQuestion,
): AuthorityFacts => {
  const person = people.find(({ id }) => id === question.person)
  const post = person && postOn(person, question.asOf)
  return {
    today: '2026-11-23',
    person,
    held: delegations.filter((one) =>
      one.delegate === undefined ? one.post === post && post !== undefined : one.delegate === person?.id,
    ),
    above: (asked) => delegations.find(({ id }) => id === asked),
    people: (asked) => people.find(({ id }) => id === asked),
    interests: (asked) => interests.filter((one) => one.person === asked),
    signed: () => 40,
    versions: ({ id }) => versions?.get(id) ?? [],
    rates: (currency) => rates.find((one) => one.currency === currency),
    related: () => undefined,
    freshness: [],
  }
}

const rates = [
  { id: 'r1', currency: 'USD' as const, from: '2026-11-01', rate: 7_150_000, source: '中国外汇交易中心' },
  { id: 'r2', currency: 'EUR' as const, from: '2026-11-01', rate: 8_000_000, source: '中国外汇交易中心' },
]
