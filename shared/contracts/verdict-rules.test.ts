/** The finer rules of the check: rates by date, one matter, posts by date, needs of a whole chain, freshness, sentences. */
import { describe, expect, it } from 'vitest'
import { fill } from '../office/words.ts'
import type { AuthorityQuestion } from '../office/verdict.ts'
import { linkSentence, rateSentences } from '../office/verdict-text.ts'
import { authorityWords } from './authority-words.ts'
import { decideAuthority } from './check.ts'
import type { AuthorityFacts } from './check-facts.ts'
import { factsOf, type World } from './check-worlds.ts'
import type { Delegation } from './delegation.ts'
import { delegationWords } from './delegation-words.ts'
import { contractRecordWords } from './record-words.ts'
import { ruleWords } from './rule-words.ts'

const root: Delegation = {
  id: 'd1',
  number: 'SQ-A-2026-0001',
  numbered: { book: 'b', serial: 1, number: 'SQ-A-2026-0001' },
  kind: 'post',
  delegator: 'office',
  delegatorName: '',
  post: '总经理',
  actions: ['sign'],
  contractTypes: [],
  counterparties: [],
  currency: 'CNY',
  validFrom: '2026-01-01',
  depth: 1,
  jointNeeded: 0,
  jointSigners: [],
  excludedTypes: [],
  excludedCounterparties: [],
  originals: 1,
  issuedOn: '2026-02-01',
}
const leaf: Delegation = {
  ...root,
  id: 'd2',
  number: 'SQ-A-2026-0012',
  kind: 'standing',
  delegator: 'gm',
  parent: 'd1',
  post: undefined,
  delegate: 'buyer',
  delegateName: '李娜',
  contractTypes: ['purchase'],
  limit: 50_000_000,
  validTo: '2026-12-31',
  depth: 0,
}
const world: World = {
  people: [
    { id: 'gm', name: '王建国', post: '总经理' },
    { id: 'buyer', name: '李娜', post: '采购部经理' },
  ],
  delegations: [root, leaf],
  interests: [],
}
const question: AuthorityQuestion = {
  person: 'buyer',
  action: 'sign',
  asOf: '2026-11-23',
  contractType: 'purchase',
  amount: 30_000_000,
  currency: 'CNY',
  counterparty: '乙公司',
  contract: undefined,
  joint: [],
}
const check = (made: World, asked: Partial<AuthorityQuestion> = {}, facts: Partial<AuthorityFacts> = {}) => {
  const whole = { ...question, ...asked }
  return decideAuthority(whole, { ...factsOf(made, whole), ...facts })
}
const withLeaf = (changes: Partial<Delegation>): World => ({ ...world, delegations: [root, { ...leaf, ...changes }] })
const reasons = (...asked: Parameters<typeof check>): string[] =>
  check(...asked).reasons.map(({ key }) => key.slice('authority.reason.'.length))

const table: Record<string, string> = {
  ...authorityWords['zh-CN'],
  ...delegationWords['zh-CN'],
  ...contractRecordWords['zh-CN'],
  ...ruleWords['zh-CN'],
}
const words = (key: string, values?: Record<string, string | number>): string =>
  fill('zh-CN', table[key] ?? key, values)

describe('an amount in another currency', () => {
  it('counts by the contract’s own rate, else by the one registered for the day, and says which', () => {
    // 69,930.07 USD at the registered 7.15 are 500,000.01 元 and 500,000.00 less a cent before that.
    expect(check(world, { currency: 'USD', amount: 6_993_006 }).result).toBe('permitted')
    expect(reasons(world, { currency: 'USD', amount: 6_993_007 })).toEqual(['limit'])
    const registered = check(world, { currency: 'USD', amount: 100 })
    expect(rateSentences(registered, words)).toEqual([
      '按登记汇率折算：1 USD = 7.1500 元（2026-11-01 起，中国外汇交易中心）。',
    ])
    const own = check(world, { currency: 'USD', amount: 7_142_857, rate: 7_000_000 })
    expect([own.result, ...rateSentences(own, words)]).toEqual(['permitted', '按合同所载汇率折算：1 USD = 7.0000 元。'])
  })

  it('also counts against a limit in a third currency, rounded up', () => {
    const inEuro = withLeaf({ currency: 'EUR', limit: 89_375 })
    expect(check(inEuro, { currency: 'USD', amount: 100_000 }).result).toBe('permitted')
    expect(check(inEuro, { currency: 'USD', amount: 100_001 }).result).toBe('outside')
    expect(check(inEuro, { amount: 715_000 }).result).toBe('permitted')
    expect(check(inEuro, { amount: 715_001 }).result).toBe('outside')
  })

  it('is not known where no rate leads to the limit, and then never within it', () => {
    expect(reasons(world, { currency: 'HKD', amount: 1 })).toEqual(['rate-unknown'])
    expect(reasons(withLeaf({ currency: 'GBP', limit: 9_000_000 }), { amount: 1 })).toEqual(['rate-unknown'])
  })
})

describe('a delegation for one matter', () => {
  const single = withLeaf({ kind: 'single', matter: '二期厂房 照明改造' })
  it('is for the subject it names, in whatever spacing, and for no other', () => {
    expect(check(single, { subject: '二期厂房照明改造' }).result).toBe('permitted')
    expect(reasons(single, { subject: '复印纸' })).toEqual(['other-matter'])
    expect(reasons(single, { subject: undefined })).toEqual(['matter-unknown'])
  })
})

describe('authority by post', () => {
  const successor = (from: string): World => ({
    ...world,
    people: [
      {
        id: 'gm',
        name: '王建国',
        post: '顾问',
        posts: [
          { post: '总经理', from: '' },
          { post: '顾问', from },
        ],
      },
      {
        id: 'new',
        name: '赵新',
        post: '总经理',
        posts: [
          { post: '副总', from: '' },
          { post: '总经理', from },
        ],
      },
      ...world.people.slice(1),
    ],
  })

  it('is of whoever held the post on the day that is asked about', () => {
    const made = successor('2026-07-01')
    const on = (person: string, asOf: string) => check(made, { person, asOf }).result
    expect([on('gm', '2026-06-30'), on('gm', '2026-07-01')]).toEqual(['permitted', 'outside'])
    expect([on('new', '2026-06-30'), on('new', '2026-07-01')]).toEqual(['outside', 'permitted'])
  })

  it('ends for what was passed on when its giver leaves the post, and names the day', () => {
    const made = successor('2026-07-01')
    expect(check(made, { asOf: '2026-06-30' }).result).toBe('permitted')
    expect(check(made, { asOf: '2026-07-01' }).reasons[0]).toEqual({
      key: 'authority.reason.parent-not-held',
      values: { number: leaf.number, name: '王建国', parent: root.number, date: '2026-07-01' },
    })
    const early = { ...successor('2026-07-01'), delegations: [root, { ...leaf, delegator: 'new' }] }
    expect(reasons(early)).toEqual(['parent-not-held'])
  })
})

it('every need of joint signers along the chain has to be met, and each is named', () => {
  const signers = (...ids: string[]) => ids.map((id) => ({ id, name: id }))
  const made: World = {
    people: [...world.people, ...['a', 'b', 'c'].map((id) => ({ id, name: id }))],
    delegations: [
      { ...root, jointNeeded: 1, jointSigners: signers('a') },
      { ...leaf, jointNeeded: 2, jointSigners: signers('a', 'b', 'c') },
    ],
    interests: [],
  }
  expect(reasons(made)).toEqual(['joint-missing', 'joint-missing', 'in-chain'])
  expect(check(made, { joint: ['b', 'c'] }).reasons[0]?.values).toEqual({ number: root.number, missing: 1 })
  expect(check(made, { joint: ['a', 'c'] }).result).toBe('permitted')
  expect(check(made, { joint: ['a', 'a', 'buyer'] }).result).toBe('needs-joint')
})

it('an exclusion outlives the revocation of its letter until its last day, unless it is lifted', () => {
  const broad = { ...root, id: 'd3', number: 'SQ-A-2026-0013', post: undefined, delegate: 'buyer' }
  const barring = (changes: Partial<Delegation>): World => ({
    ...world,
    delegations: [root, broad, { ...leaf, excludedCounterparties: ['乙公司'], revokedOn: '2026-05-01', ...changes }],
  })
  expect(reasons(barring({}))).toEqual(['excluded-after-revocation'])
  expect(reasons(barring({ liftsExclusions: true }))).toEqual(['in-chain'])
  expect(reasons(barring({ validTo: '2026-11-22' }))).toEqual(['in-chain'])
})

it('says how fresh what is known of other desks is, and warns where it is older than a week, whatever the answer', () => {
  const freshness = [{ desk: 'B', at: '2026-11-16 09:00' }, { desk: 'C', at: '2026-11-15 09:00' }, { desk: 'D' }]
  for (const asked of [{}, { amount: 90_000_000 }]) {
    const verdict = check(world, asked, { freshness })
    expect(verdict.freshness).toEqual(freshness)
    const told = verdict.warnings?.filter(({ key }) => /stale|never-heard/.test(key))
    expect(told).toEqual([
      { key: 'authority.warning.stale', values: { desk: 'C', date: '2026-11-15' } },
      { key: 'authority.warning.never-heard', values: { desk: 'D' } },
    ])
  }
  expect(check(world).freshness).toBeUndefined()
})

it('says each step of the chain in a sentence', () => {
  const { chain } = check(withLeaf({ aggregateLimit: 900_000_000, aggregatePeriod: 'year', jointNeeded: 0 }))
  expect(chain.map((link) => linkSentence(link, words))).toEqual([
    '总经理 依授权 SQ-A-2026-0001（公司授予）：不限金额的各类合同，长期有效，可再转授 1 层。',
    '采购部经理 李娜 依授权 SQ-A-2026-0012（由 王建国 授予）：单笔不超过 ¥500,000.00 的采购合同，有效至 2026-12-31，每年累计不超过 ¥9,000,000.00，无转委托权。',
  ])
})
