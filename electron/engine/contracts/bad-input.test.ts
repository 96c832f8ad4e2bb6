/**
 * The list "Bad input" of issue 3, item by item and in its words: each has a fault that names the field and the rule, and nothing is
 * half-entered. Those that are met at the chop stand in `../seals/bad-input.test.ts`.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problemsOfContract } from '../../../shared/contracts/contract-rules.ts'
import { contractInput } from '../../../shared/contracts/contract.ts'
import { delegationInput } from '../../../shared/contracts/delegation.ts'
import { problemsOfDelegation } from '../../../shared/contracts/delegation-problems.ts'
import { enterAbsence } from '../../../shared/seals/requests/absence.ts'
import { addDays } from '../../../shared/office/dates.ts'
import { openTestOffice, type TestDesk, type TestOffice } from '../testing.ts'

let office: TestOffice
let desk: TestDesk & { person: string }
let head: string
let buyer: string
let third: string
let gone: string
let parent: string
const term = { validFrom: '2026-01-01', validTo: '2026-12-31' }

beforeAll(async () => {
  office = await openTestOffice()
  desk = await office.as('administrator')
  const hire = async (staffNo: string, name: string, post: string, employedTo?: string): Promise<string> =>
    (await desk.call('people.add', { staffNo, name, post, employedFrom: '2020-01-01', employedTo })).id
  head = await hire('B1', '顾明远', '测试总经理')
  buyer = await hire('B2', '李娜', '测试采购部经理')
  third = await hire('B3', '周敏', '测试采购员')
  gone = await hire('B4', '已离', '测试采购员', '2026-03-31')
  const { id } = await desk.call('delegations.issue', {
    ...term,
    kind: 'standing',
    delegator: 'office',
    delegate: head,
    actions: ['sign'],
    limit: 50_000_000,
    depth: 2,
  })
  parent = id
})
afterAll(() => office.close())

/** The field and the rule of every problem, and that nothing was entered. */
const faults = async (operation: string, input: object): Promise<string[]> => {
  const before = office.office().journal.head().n
  const reply = await desk.ask(operation, input)
  if (reply.ok) return ['entered']
  expect(office.office().journal.head().n).toBe(before)
  const { fault } = reply
  return fault.code === 'invalid-input' ? fault.problems.map(({ path, reason }) => `${path} ${reason}`) : [fault.code]
}
const passOn = (changes: object) =>
  faults('delegations.issue', {
    ...term,
    kind: 'standing',
    delegator: head,
    parent,
    delegate: buyer,
    actions: ['sign'],
    limit: 1_000_000,
    ...changes,
  })
const contract = (changes: object) =>
  faults('contracts.add', { number: 'B-1', name: '甲', type: 'other', counterparty: '乙公司', ...changes })

describe('bad input of issue 3', () => {
  it('cycles of delegation', async () => {
    const { id: below } = await desk.call('delegations.issue', {
      ...term,
      kind: 'standing',
      delegator: head,
      parent,
      delegate: buyer,
      actions: ['sign'],
      limit: 1_000_000,
      depth: 1,
    })
    expect(await passOn({ delegator: buyer, parent: below, delegate: head, limit: 1 })).toEqual([
      'delegate invalid.circular',
    ])
    // Round by a post: the chain began with it, and it would come back to it.
    const { id: root } = await desk.call('delegations.issue', {
      ...term,
      kind: 'post',
      delegator: 'office',
      post: '测试总经理',
      actions: ['sign'],
      depth: 2,
    })
    const once = { ...term, kind: 'standing' as const, actions: ['sign' as const] }
    const { id: link } = await desk.call('delegations.issue', {
      ...once,
      delegator: head,
      parent: root,
      delegate: buyer,
      depth: 1,
    })
    const back = { delegator: buyer, parent: link, kind: 'post', delegate: undefined, post: '测试总经理' }
    expect(await passOn(back)).toEqual(['post invalid.circular'])
    // Round by a post that somebody holds whom the chain names in person.
    const held = { delegator: buyer, parent: below, kind: 'post', delegate: undefined, limit: 1, post: '测试总经理' }
    expect(await passOn(held)).toEqual(['post invalid.circular-post'])
    expect(await passOn({ ...held, post: '测试采购员' })).toEqual(['entered'])
  })

  it('a delegate who is his own delegator', async () => {
    expect(await passOn({ delegate: head })).toEqual(['delegate invalid.self'])
    expect(await passOn({ kind: 'post', delegate: undefined, post: '测试总经理' })).toEqual(['post invalid.self'])
    const own = { delegator: 'office', parent: undefined, delegate: desk.person }
    expect(await passOn(own)).toEqual(['delegate invalid.own-grant'])
  })

  it('limits in an unknown currency', async () => {
    expect(await passOn({ currency: 'XXX' })).toEqual(['currency invalid.value'])
    expect(await passOn({ currency: 'USD' })).toEqual(['currency invalid.rate-unknown'])
    expect(await contract({ currency: 'USD', amount: 100 })).toEqual(['rate invalid.rate-needed'])
  })

  it('dates that end before they begin', async () => {
    expect(await passOn({ validFrom: '2026-06-02', validTo: '2026-06-01' })).toEqual(['validTo invalid.before-start'])
    expect(await contract({ startsOn: '2026-02-01', endsOn: '2026-01-31' })).toEqual(['endsOn invalid.before-start'])
    expect(await contract({ startsOn: '2026-02-01', noticeOn: '2026-01-31' })).toEqual([
      'noticeOn invalid.before-start',
    ])
    expect(await contract({ endsOn: '2026-02-01', noticeOn: '2026-02-02' })).toEqual(['noticeOn invalid.after-end'])
    const [absent, standIn] = [await office.as('approver'), await office.as('approver', 'clerk')]
    const away = { person: absent.person, standIn: standIn.person, from: '2026-12-02', to: '2026-12-01' }
    expect(await faults('seals.absenceEnter', away)).toEqual(['absence-reversed'])
    expect(await faults('delegations.revoke', { id: parent, on: '2027-01-01', reason: '甲' })).toEqual([
      'on invalid.after-end',
    ])
    expect(await faults('delegations.amend', { id: parent, from: '2025-12-31', reason: '甲', limit: 1 })).toEqual([
      'from invalid.before-start',
    ])
  })

  it('dates that overlap, or lie outside what they rest on', async () => {
    expect(await passOn({ validFrom: '2025-12-31' })).toEqual(['validFrom invalid.longer-than-parent'])
    expect(await passOn({ validTo: '2027-01-01' })).toEqual(['validTo invalid.longer-than-parent'])
    const rate = { currency: 'EUR', from: '2026-01-01', rate: 7_000_000, source: '测试' }
    await desk.call('rates.enter', { ...rate, currency: 'EUR' })
    expect(await faults('rates.enter', rate)).toEqual(['rate-taken'])
    expect(await faults('rates.enter', { ...rate, from: '2026-11-24' })).toEqual(['from invalid.future'])
    const main = await desk.call('contracts.add', {
      number: 'B-M',
      name: '主合同',
      type: 'other',
      counterparty: '乙公司',
      startsOn: '2026-03-01',
    })
    expect(await contract({ parent: main.id, startsOn: '2026-02-28' })).toEqual(['startsOn invalid.before-main'])
    const supplement = { number: 'B-S', name: '补充', type: 'other', counterparty: '乙公司', parent: main.id } as const
    const { id } = await desk.call('contracts.add', supplement)
    expect(await contract({ parent: id })).toEqual(['parent invalid.parent-is-supplement'])
    const other = await desk.call('contracts.add', { ...supplement, number: 'B-O', parent: undefined })
    const change = { id: main.id, number: 'B-M', name: '主合同', type: 'other', counterparty: '乙公司' }
    expect(await faults('contracts.change', { ...change, parent: other.id })).toEqual([
      'parent invalid.has-supplements',
    ])
    expect(await faults('contracts.change', { ...change, parent: main.id })).toEqual(['not-found'])
  })

  it('a person who left', async () => {
    expect(await passOn({ delegate: gone })).toEqual(['delegate invalid.person-left'])
    expect(await passOn({ delegate: third, jointNeeded: 1, jointSigners: [gone] })).toEqual([
      'jointSigners invalid.person-left',
    ])
    const { verdict } = await desk.call('authority.check', {
      person: gone,
      contractType: 'other',
      counterparty: '乙公司',
    })
    expect(verdict.result).toBe('outside')
  })
})

describe('whatever the dates are', () => {
  const day = fc.integer({ min: -400, max: 400 }).map((offset) => addDays('2026-06-01', offset))

  it('a delegation has the fault of its end exactly where it ends before it begins', () => {
    fc.assert(
      fc.property(day, day, (validFrom, validTo) => {
        const input = delegationInput.parse({
          kind: 'standing',
          delegator: 'office',
          delegate: '01900000-0000-7000-8000-000000000001',
          actions: ['sign'],
          validFrom,
          validTo,
        })
        const facts = { delegator: undefined, delegate: undefined, parent: undefined, above: [], inChain: [] }
        const problems = problemsOfDelegation(input, {
          ...facts,
          jointSigners: [],
          today: '2026-06-01',
          rates: () => undefined,
        })
        expect(problems.map(({ path, reason }) => `${path} ${reason}`)).toEqual(
          validTo < validFrom ? ['validTo invalid.before-start'] : [],
        )
      }),
    )
  })

  it('a contract keeps its day of notice within its term, and its term in order', () => {
    fc.assert(
      fc.property(day, day, day, (startsOn, endsOn, noticeOn) => {
        const input = contractInput.parse({
          number: '1',
          name: '甲',
          type: 'other',
          counterparty: '乙',
          startsOn,
          endsOn,
          noticeOn,
        })
        const nothing = { numberTakenBy: undefined, parent: undefined, registeredRate: undefined }
        const problems = problemsOfContract(input, { ...nothing, handler: undefined, custodian: undefined })
        expect(problems.length === 0).toBe(startsOn <= noticeOn && noticeOn <= endsOn)
        expect(problems.some(({ path }) => path === 'endsOn')).toBe(endsOn < startsOn)
      }),
    )
  })

  it('two absences of one person are both entered exactly where they share no day', () => {
    const named = (id: string) => ({ id, name: id })
    const absence = (id: string, from: string, to: string) => ({
      id,
      person: named('p'),
      standIn: named('q'),
      from,
      to,
      enteredBy: named('p'),
    })
    fc.assert(
      fc.property(day, fc.nat(30), day, fc.nat(30), (from, length, otherFrom, otherLength) => {
        const other = absence('1', otherFrom, addDays(otherFrom, otherLength))
        const mine = absence('2', from, addDays(from, length))
        const isShared = mine.from <= other.to && other.from <= mine.to
        expect(Array.isArray(enterAbsence(mine, [other], '2020-01-01'))).toBe(!isShared)
      }),
    )
  })
})
