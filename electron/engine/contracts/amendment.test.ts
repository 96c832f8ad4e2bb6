/** Amending on a real office: the check reads the terms of its day, later knowledge sees it, lifted exclusions bind no more. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestOffice, type TestDesk, type TestOffice } from '../testing.ts'

let office: TestOffice
let desk: TestDesk
let buyer: string
let delegation: { id: string; number: string }

const ask = { contractType: 'purchase', counterparty: '北京晨光文具有限公司', amount: 5_000_000 } as const

beforeEach(async () => {
  office = await openTestOffice()
  desk = await office.as('administrator')
  buyer = (await desk.call('people.add', { staffNo: 'X2', name: '李娜', employedFrom: '2020-01-01', roles: [] })).id
  delegation = await issue({ limit: 10_000_000 })
})
afterEach(() => office.close())

const issue = (changes: Record<string, unknown>) =>
  desk.call('delegations.issue', {
    kind: 'standing',
    delegator: 'office',
    delegate: buyer,
    actions: ['sign', 'seal'],
    validFrom: '2026-01-01',
    ...changes,
  })

const resultOn = async (asOf?: string): Promise<string> =>
  (await desk.call('authority.check', { person: buyer, ...ask, asOf })).verdict.result

it('the check holds against the terms of the day it asks for, and so do the lists', async () => {
  await desk.call('delegations.amend', { id: delegation.id, from: '2026-11-10', reason: '收紧', limit: 1_000_000 })
  expect([await resultOn('2026-11-09'), await resultOn()]).toEqual(['permitted', 'outside'])
  const { delegation: now } = await desk.call('delegations.get', { id: delegation.id })
  expect(now).toMatchObject({ limit: 1_000_000, amendments: [{ amendedFrom: '2026-11-10' }] })
  const { rows } = await desk.call('delegations.list', { delegate: buyer, on: '2026-11-09' })
  expect(rows.find(({ id }) => id === delegation.id)?.limit).toBe(10_000_000)
})

it('an earlier end holds in lists and checks alike, and what is wider is refused with nothing entered', async () => {
  await desk.call('delegations.amend', { id: delegation.id, reason: '换岗', validTo: '2026-11-25' })
  expect(await resultOn('2026-11-26')).toBe('outside')
  const ended = await desk.call('delegations.list', { delegate: buyer, on: '2026-11-26', state: 'ended' })
  expect(ended.rows.map(({ id }) => id)).toEqual([delegation.id])
  const before = await desk.call('desk.history', { subject: delegation.id })
  expect(
    await desk.refused('delegations.amend', { id: delegation.id, reason: '放宽', validTo: '2026-12-31' }),
  ).toMatchObject({ code: 'invalid-input', problems: [{ path: 'validTo', reason: 'invalid.wider' }] })
  expect(await desk.call('desk.history', { subject: delegation.id })).toEqual(before)
})

it('nothing wider than the amended terms is passed on', async () => {
  const root = await issue({ delegate: buyer, depth: 1, limit: 10_000_000 })
  const junior = await desk.call('people.add', { staffNo: 'X3', name: '周敏', employedFrom: '2020-01-01', roles: [] })
  await desk.call('delegations.amend', { id: root.id, reason: '收紧', limit: 1_000_000 })
  const passing = {
    kind: 'standing',
    delegator: buyer,
    parent: root.id,
    delegate: junior.id,
    actions: ['sign'],
  } as const
  expect(
    await desk.refused('delegations.issue', {
      ...passing,
      actions: ['sign'],
      validFrom: '2026-11-23',
      limit: 2_000_000,
    }),
  ).toMatchObject({ problems: [{ path: 'limit', reason: 'invalid.above-parent' }] })
})

it('an amendment from an earlier day shows on what was recorded meanwhile', async () => {
  const { number } = await desk.call('authority.record', { person: buyer, ...ask })
  await desk.call('delegations.amend', { id: delegation.id, from: '2026-11-10', reason: '补登', limit: 1_000_000 })
  const { rows } = await desk.call('exceptions.list', { kind: 'judged-otherwise' })
  expect(rows.map(({ values }) => values)).toMatchObject([
    { number, what: [delegation.number], was: 'permitted', is: 'outside' },
  ])
})

it('what one delegation excludes is granted by another again once it is lifted, and not by itself', async () => {
  const other = await issue({ excludedCounterparties: [ask.counterparty], limit: undefined })
  expect(await resultOn()).toBe('outside')
  await desk.call('delegations.liftExclusions', { id: other.id, reason: '误列' })
  expect(await resultOn()).toBe('permitted')
  await desk.call('delegations.revoke', { id: delegation.id, reason: '换岗' })
  expect(await resultOn()).toBe('outside')
})

it('and of a revoked one as well, from the day it is lifted on', async () => {
  const other = await issue({ excludedCounterparties: [ask.counterparty] })
  await desk.call('delegations.revoke', { id: other.id, reason: '换岗' })
  expect(await resultOn()).toBe('outside')
  await desk.call('delegations.liftExclusions', { id: other.id, reason: '误列' })
  expect(await resultOn()).toBe('permitted')
  expect(await resultOn('2026-11-22')).toBe('outside')
})

it('whoever holds it, or had it passed on, is told with the originals to hand in, and signs for it; nobody is told of a revocation', async () => {
  const root = await issue({ depth: 1, limit: 20_000_000, originals: 2 })
  const junior = await desk.call('people.add', { staffNo: 'X3', name: '周敏', employedFrom: '2020-01-01', roles: [] })
  await desk.call('delegations.issue', {
    kind: 'standing',
    delegator: buyer,
    parent: root.id,
    delegate: junior.id,
    actions: ['sign'],
    limit: 1_000_000,
    validFrom: '2026-01-01',
    originals: 1,
  })
  const before = office.office().journal.head().n
  const refused = await desk.refused('delegations.amend', { id: root.id, reason: '放宽', limit: 30_000_000 })
  expect([refused.code, office.office().journal.head().n]).toEqual(['invalid-input', before])
  await desk.call('delegations.amend', { id: root.id, from: '2026-11-20', reason: '收紧', limit: 2_000_000 })
  const { amendmentNotices } = await desk.call('delegations.get', { id: root.id })
  const told = amendmentNotices.map(({ person, as, revokedOn, concerns }) => [
    person.name,
    as[0],
    revokedOn,
    concerns.map(({ originals }) => originals),
  ])
  expect(told.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))).toEqual([
    ['周敏', 'sub-delegate', '2026-11-20', [1]],
    ['李娜', 'delegate', '2026-11-20', [2]],
  ])
  const [notice] = amendmentNotices
  await desk.call('revocations.acknowledge', { id: notice?.id ?? '' })
  const after = (await desk.call('delegations.get', { id: root.id })).amendmentNotices
  expect(after.map(({ state }) => state).toSorted()).toEqual(['acknowledged', 'sent'])
  // Its revocation later tells of its own, and lists no notice of the amendment.
  await desk.call('delegations.revoke', { id: root.id, reason: '离岗' })
  const { notices } = await desk.call('revocations.get', { delegation: root.id })
  expect(notices.map(({ isAmendment, reason }) => [isAmendment, reason])).toEqual(
    notices.map(() => [undefined, '离岗']),
  )
})
