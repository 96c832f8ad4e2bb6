/** Later knowledge of sums, rates and joint signers: what they were by the day of the act, not what they are today. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestOffice, type TestDesk, type TestOffice } from '../testing.ts'

let office: TestOffice
let desk: TestDesk
let custodian: TestDesk
let buyer: string
let seal: string

beforeEach(async () => {
  office = await openTestOffice()
  desk = await office.as('administrator')
  custodian = await office.as('custodian')
  buyer = await hire('X2', '李娜')
  seal = (await custodian.call('seals.register', { code: 'HY01', name: '试验合同章', type: 'contract' })).id
})
afterEach(() => office.close())

const hire = async (staffNo: string, name: string): Promise<string> =>
  (await desk.call('people.add', { staffNo, name, employedFrom: '2020-01-01', roles: [] })).id

const issue = (changes: Record<string, unknown>) =>
  desk.call('delegations.issue', {
    kind: 'standing',
    delegator: 'office',
    delegate: buyer,
    actions: ['sign', 'seal'],
    validFrom: '2026-01-01',
    ...changes,
  })

const register = async (number: string, amount: number, more: Record<string, unknown> = {}): Promise<string> => {
  const about = { name: `${number} 采购合同`, type: 'purchase', counterparty: `${number} 有限公司`, amount } as const
  return (await desk.call('contracts.add', { number, ...about, ...more })).id
}

const signed = async (number: string, amount: number, signedOn: string, reason?: string): Promise<string> => {
  const id = await register(number, amount)
  await desk.call('contracts.move', { id, to: 'to-sign' })
  await desk.call('contracts.move', { id, to: 'signed', signatory: buyer, signedOn, reason })
  return (await desk.call('contracts.get', { id })).contract.check ?? ''
}

const use = async (contract: string, joint: string[] = []): Promise<string> => {
  const stamps = [{ seal, perCopy: 1 }]
  const { uses } = await custodian.call('seals.use', { contract, signatory: buyer, joint, copies: 1, stamps })
  return uses[0]?.number ?? ''
}

const told = async () =>
  (await desk.call('exceptions.list', { kind: 'judged-otherwise' })).rows.map(({ type, values }) => [
    type,
    values['number'],
    ...[values['what']].flat(),
    values['was'],
    values['is'],
  ])

describe('an aggregate limit', () => {
  beforeEach(() => issue({ aggregateLimit: 10_000_000, aggregatePeriod: 'year' }))

  it('that an earlier signature entered late had used up shows on the later signature, and on no earlier one', async () => {
    await signed('CG-1', 6_000_000, '2026-11-10')
    const later = await signed('CG-2', 3_000_000, '2026-11-20')
    expect(await told()).toEqual([])
    // By its own day it was within the limit; what was signed after it is not held against it.
    await signed('CG-0', 3_000_000, '2026-11-15')
    expect(await told()).toEqual([['contract', later, 'CG-0', 'permitted', 'outside']])
  })

  it('is not held against what was signed before it was used up', async () => {
    await signed('CG-1', 6_000_000, '2026-11-10')
    await signed('CG-2', 6_000_000, '2026-11-20', '急用')
    expect(await told()).toEqual([])
  })

  it('shows on a later signature when the amount of an earlier one is corrected', async () => {
    await signed('CG-1', 6_000_000, '2026-11-10')
    const later = await signed('CG-2', 3_000_000, '2026-11-20')
    const { rows } = await desk.call('contracts.list', { counterparty: 'CG-1 有限公司' })
    const about = { name: 'CG-1 采购合同', type: 'purchase', counterparty: 'CG-1 有限公司' } as const
    await desk.call('contracts.change', { id: rows[0]?.id ?? '', number: 'CG-1', ...about, amount: 8_000_000 })
    expect(await told()).toEqual([['contract', later, 'CG-1', 'permitted', 'outside']])
  })
})

describe('a rate', () => {
  const rate = (from: string, value: number) =>
    desk.call('rates.enter', { currency: 'USD', from, rate: value, source: '外汇交易中心' })

  it('entered late for an earlier day shows where the limit is passed by it', async () => {
    await issue({ limit: 10_000_000 })
    await rate('2026-01-01', 7_000_000)
    const number = await use(await register('WB-1', 1_400_000, { currency: 'USD' }))
    await rate('2025-12-01', 9_000_000)
    expect(await told()).toEqual([])
    await rate('2026-11-01', 7_200_000)
    expect(await told()).toEqual([['seal_use', number, 'USD 2026-11-01', 'permitted', 'outside']])
  })

  it('of another currency concerns nobody', async () => {
    await issue({ limit: 10_000_000 })
    await use(await register('CG-1', 1_400_000))
    await rate('2026-11-01', 7_200_000)
    expect(await told()).toEqual([])
  })
})

describe('a joint signer', () => {
  it('who turns out to have left before is missing', async () => {
    const second = await hire('X3', '周敏')
    await issue({ jointNeeded: 1, jointSigners: [second] })
    const number = await use(await register('CG-1', 1_000), [second])
    await desk.call('people.change', { id: second, changes: { employedTo: '2026-11-20' } })
    expect(await told()).toEqual([['seal_use', number, '周敏', 'permitted', 'needs-joint']])
  })

  it('who turns out to have an interest does not count, on the signature either', async () => {
    const second = await hire('X3', '周敏')
    await issue({ jointNeeded: 1 })
    const id = await register('CG-1', 1_000)
    await desk.call('contracts.move', { id, to: 'to-sign' })
    await desk.call('contracts.move', { id, to: 'signed', signatory: buyer, joint: [second] })
    const { check } = (await desk.call('contracts.get', { id })).contract
    const interest = { person: second, counterparty: 'CG-1 有限公司', nature: '持股' }
    await desk.call('interests.declare', { ...interest, declaredOn: '2026-10-01' })
    expect(await told()).toEqual([['contract', check, '周敏 ↔ CG-1 有限公司', 'permitted', 'needs-joint']])
  })
})

describe('a check for a day to come', () => {
  it('shows when a revocation from that day is entered after it', async () => {
    const delegation = await issue({})
    const asked = { person: buyer, contractType: 'purchase', counterparty: '甲', amount: 1 } as const
    const { number } = await desk.call('authority.record', { ...asked, asOf: '2026-12-20' })
    await desk.call('delegations.revoke', { id: delegation.id, on: '2026-12-10', reason: '换岗' })
    expect(await told()).toEqual([['authority_check', number, delegation.number, 'permitted', 'outside']])
  })
})
