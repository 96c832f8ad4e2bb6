/** What the authority check says in single cases. */
import { describe, expect, it } from 'vitest'
import type { AuthorityQuestion } from '../office/verdict.ts'
import { decideAuthority } from './check.ts'
import { factsOf, type World } from './check-worlds.ts'
import type { Delegation } from './delegation.ts'

const check = (world: World, question: AuthorityQuestion) => decideAuthority(question, factsOf(world, question))

describe('what the check says', () => {
  const office: Delegation = {
    id: 'd1',
    number: 'SQ-A-2026-0001',
    numbered: { book: 'b', serial: 1, number: 'SQ-A-2026-0001' },
    kind: 'post',
    delegator: 'office',
    delegatorName: '',
    post: '总经理',
    actions: ['sign', 'seal', 'approve'],
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
    issuedOn: '2026-01-01',
  }
  const passedOn: Delegation = {
    ...office,
    id: 'd2',
    number: 'SQ-A-2026-0012',
    numbered: { book: 'b', serial: 12, number: 'SQ-A-2026-0012' },
    kind: 'standing',
    delegator: 'gm',
    delegatorName: '王建国',
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
    delegations: [office, passedOn],
    interests: [],
  }
  const question: AuthorityQuestion = {
    person: 'buyer',
    action: 'sign',
    asOf: '2026-11-23',
    contractType: 'purchase',
    amount: 30_000_000,
    currency: 'CNY',
    counterparty: '北京晨光文具有限公司',
    contract: undefined,
    joint: [],
  }
  const keys = (changed: Partial<AuthorityQuestion>, made: World = world) =>
    check(made, { ...question, ...changed }).reasons.map(({ key }) => key.slice('authority.reason.'.length))
  const widened = (changes: Partial<Delegation>): World => ({
    ...world,
    delegations: [office, { ...passedOn, ...changes }],
  })

  it('names the chain from the office down, in words', () => {
    const verdict = check(world, question)
    expect(verdict.result).toBe('permitted')
    expect(verdict.chain.map(({ from, to, number }) => [from, to, number])).toEqual([
      ['', '总经理', 'SQ-A-2026-0001'],
      ['王建国', '李娜', 'SQ-A-2026-0012'],
    ])
  })

  it('tells the amount and the limit it is above, one fen apart', () => {
    expect(keys({ amount: 50_000_000 })).toEqual(['in-chain'])
    const { result, reasons } = check(world, { ...question, amount: 50_000_001 })
    expect(result).toBe('outside')
    expect(reasons[0]).toEqual({
      key: 'authority.reason.limit',
      values: { number: 'SQ-A-2026-0012', limit: '¥500,000.00', amount: '¥500,000.01' },
    })
  })

  it('says which rule refuses', () => {
    expect(keys({ contractType: 'lease' })).toEqual(['type'])
    expect(keys({ asOf: '2027-01-01' })).toEqual(['ended'])
    expect(keys({ asOf: '2025-12-31' })).toEqual(['not-yet-valid'])
    expect(keys({ uncapped: true })).toEqual(['uncapped'])
    expect(keys({ counterparty: '李娜' })).toEqual(['self-dealing'])
    expect(keys({ person: 'nobody' })).toEqual(['person-unknown'])
    expect(keys({}, widened({ revokedOn: '2026-11-23', revokedReason: '换岗' }))).toEqual(['revoked'])
    expect(keys({}, widened({ revokedOn: '2026-11-24', revokedReason: '换岗' }))).toEqual(['in-chain'])
    expect(keys({}, { ...world, delegations: [{ ...office, depth: 0 }, passedOn] })).toEqual(['depth'])
    expect(keys({}, { ...world, delegations: [passedOn] })).toEqual(['parent-missing'])
  })

  it('does not know where the amount, the counterparty or the rate is missing, and then never permits', () => {
    expect(check(world, { ...question, amount: undefined }).result).toBe('unknown')
    expect(
      check(widened({ excludedCounterparties: ['乙公司'] }), { ...question, counterparty: undefined }).result,
    ).toBe('unknown')
    expect(keys({ contractType: '' })).toEqual(['type-unknown'])
    expect(
      check(widened({ contractTypes: [], excludedTypes: ['loan'] }), { ...question, contractType: '' }).result,
    ).toBe('unknown')
    expect(check(world, { ...question, currency: 'GBP' }).result).toBe('unknown')
    expect(check(world, { ...question, currency: 'USD', amount: 7_000_000, rate: 7_150_000 }).result).toBe('outside')
    expect(check(world, { ...question, currency: 'USD', amount: 6_000_000, rate: 7_150_000 }).result).toBe('permitted')
  })

  it('lets an exclusion win over every other delegation of the person (Cedar: forbid overrides permit)', () => {
    const broad: Delegation = {
      ...office,
      id: 'd3',
      number: 'SQ-A-2026-0013',
      post: undefined,
      delegate: 'buyer',
      delegateName: '李娜',
    }
    const barred = { ...passedOn, excludedCounterparties: ['北京 晨光文具有限公司'] }
    expect(keys({}, { ...world, delegations: [office, barred, broad] })).toEqual(['excluded-counterparty'])
    expect(keys({}, { ...world, delegations: [office, passedOn, broad] })).toEqual(['in-chain'])
  })

  it('refuses a signer with a declared interest, and does not count one among joint signers', () => {
    const interest = {
      id: 'i',
      person: 'buyer',
      personName: '李娜',
      counterparty: '北京晨光文具有限公司',
      nature: '配偶任职',
      declaredOn: '2026-01-05',
    }
    expect(keys({}, { ...world, interests: [interest] })).toEqual(['interest'])
    expect(keys({}, { ...world, interests: [{ ...interest, withdrawnOn: '2026-06-01' }] })).toEqual(['in-chain'])
    const joint = widened({ jointNeeded: 1, jointSigners: [{ id: 'gm', name: '王建国' }] })
    expect(check(joint, question).result).toBe('needs-joint')
    expect(check(joint, { ...question, joint: ['gm'] }).result).toBe('permitted')
    const tied = { ...joint, interests: [{ ...interest, person: 'gm' }] }
    expect(check(tied, { ...question, joint: ['gm'] }).result).toBe('needs-joint')
  })

  it('does not climb for ever where delegations rest on each other', () => {
    const circle = [
      { ...passedOn, id: 'a', parent: 'b', delegator: 'buyer' },
      { ...passedOn, id: 'b', parent: 'a', delegator: 'buyer' },
    ]
    expect(check({ ...world, delegations: circle }, question).result).toBe('outside')
  })

  it('warns where contracts were split, without refusing', () => {
    const facts = {
      ...factsOf(world, question),
      related: () => ({ count: 2, sum: 60_000_000, currency: 'CNY', days: 90 }),
    }
    const verdict = decideAuthority(question, facts)
    expect(verdict.result).toBe('permitted')
    expect(verdict.warnings?.map(({ key }) => key)).toContain('authority.warning.split')
  })
})
