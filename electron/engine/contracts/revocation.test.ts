/** Revoking on a real office: what falls, one step that tells everyone, notices signed for, originals back, and by date. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestOffice, type TestDesk, type TestOffice } from '../testing.ts'

let office: TestOffice
let desk: TestDesk
let chief: string
let buyer: string
let junior: string
let root: string
let parent: { id: string; number: string }
let below: { id: string; number: string }

beforeEach(async () => {
  office = await openTestOffice()
  desk = await office.as('administrator')
  chief = await hire('X1', '王建国', '测试总经理')
  buyer = await hire('X2', '李娜', '测试采购经理')
  junior = await hire('X3', '周敏', '测试采购员')
  root = (await issue({ kind: 'post', post: '测试总经理', depth: 2, originals: 0 })).id
  parent = await issue({ delegator: chief, parent: root, delegate: buyer, depth: 1, limit: 50_000_000 })
  below = await issue({ delegator: buyer, parent: parent.id, delegate: junior, limit: 10_000_000, originals: 1 })
})
afterEach(() => office.close())

const hire = async (staffNo: string, name: string, post: string): Promise<string> =>
  (await desk.call('people.add', { staffNo, name, post, employedFrom: '2020-01-01', roles: [] })).id

const issue = (changes: Record<string, unknown>) =>
  desk.call('delegations.issue', {
    kind: 'standing',
    delegator: 'office',
    actions: ['sign', 'seal'],
    validFrom: '2026-01-01',
    ...changes,
  })

const signed = async (number: string, signatory: string, signedOn: string, names: Record<string, string> = {}) => {
  const { id } = await desk.call('contracts.add', {
    number,
    name: '打印设备采购合同',
    type: 'purchase',
    counterparty: '北京晨光文具有限公司',
    amount: 5_000_000,
    ...names,
  })
  await desk.call('contracts.move', { id, to: 'to-sign' })
  await desk.call('contracts.move', { id, to: 'signed', signatory, signedOn })
  return id
}

describe('a revocation', () => {
  it('tells everyone whom it concerns once, in the same act', async () => {
    await signed('CG-1', junior, '2026-05-10', { handler: junior, custodian: buyer })
    const falls = await desk.call('delegations.previewRevoke', { id: parent.id })
    expect(falls.delegations.map(({ number }) => number)).toEqual([below.number])
    expect(falls.originals.map(({ number }) => number)).toEqual([parent.number, below.number])
    expect(falls.told.map(({ person, as }) => [person.name, as])).toEqual([
      ['李娜', ['delegate', 'custodian']],
      ['周敏', ['sub-delegate', 'handler']],
    ])
    const done = await desk.call('delegations.revoke', { id: parent.id, reason: '换岗' })
    expect(done).toMatchObject({ told: 2, originals: 3 })
    const { notices, originals } = await desk.call('revocations.get', { delegation: parent.id })
    expect(
      notices.map(({ person, state, concerns }) => [person.name, state, concerns.map(({ number }) => number)]),
    ).toEqual([
      ['李娜', 'sent', [parent.number, 'CG-1']],
      ['周敏', 'sent', [below.number, 'CG-1']],
    ])
    expect(originals).toHaveLength(2)
  })

  it('revokes one delegation only; what was passed on falls by the chain, and a new delegation does not revive it', async () => {
    await desk.call('delegations.revoke', { id: parent.id, reason: '换岗' })
    const { delegation } = await desk.call('delegations.get', { id: below.id })
    expect(delegation).toMatchObject({ state: 'in-force', fell: { number: parent.number, on: '2026-11-23' } })
    expect(delegation.revokedOn).toBeUndefined()
    await issue({ delegator: chief, parent: root, delegate: buyer, depth: 1 })
    const asked = { person: junior, contractType: 'purchase', amount: 1, counterparty: '甲' } as const
    expect((await desk.call('authority.check', asked)).verdict.result).toBe('outside')
  })

  it('is told by date: what ended before it does not fall, what was signed since shows', async () => {
    await signed('CG-1', junior, '2026-05-10')
    await signed('CG-2', junior, '2026-08-10')
    const early = await desk.call('delegations.previewRevoke', { id: parent.id, on: '2026-06-01' })
    expect(early.contracts.filter(({ id }) => early.signedSince.includes(id)).map(({ number }) => number)).toEqual([
      'CG-2',
    ])
    const future = await issue({
      delegator: buyer,
      parent: parent.id,
      delegate: junior,
      validTo: '2026-12-31',
      limit: 1,
    })
    const late = await desk.call('delegations.previewRevoke', { id: parent.id, on: '2027-01-01' })
    expect(late.delegations.map(({ id }) => id)).not.toContain(future.id)
    expect(late.delegations.map(({ id }) => id)).toContain(below.id)
  })

  it('may take effect earlier, and not after the delegation ends', async () => {
    const short = await issue({ delegate: buyer, validTo: '2026-12-31' })
    const wrong = await desk.refused('delegations.revoke', { id: short.id, on: '2027-01-01', reason: '换岗' })
    expect(wrong).toMatchObject({ code: 'invalid-input', problems: [{ path: 'on', reason: 'invalid.after-end' }] })
    await desk.call('delegations.revoke', { id: short.id, on: '2026-10-01', reason: '补登' })
    const { rows } = await desk.call('delegations.list', { delegate: buyer, on: '2026-09-30', state: 'in-force' })
    expect(rows.map(({ id }) => id)).toContain(short.id)
    const after = await desk.call('delegations.list', { delegate: buyer, on: '2026-10-01', state: 'in-force' })
    expect(after.rows.map(({ id }) => id)).not.toContain(short.id)
  })
})

describe('a notice', () => {
  it('stands on the addressee’s desk until signed for, once', async () => {
    const clerk = await office.as('clerk')
    const { id } = await issue({ delegate: clerk.person })
    await desk.call('delegations.revoke', { id, reason: '换岗' })
    const groups = async (who: TestDesk) => (await who.call('desk.today', {})).groups.map(({ key }) => key)
    expect(await groups(clerk)).toContain('revocation-notices')
    expect(await groups(desk)).not.toContain('revocation-notices')
    const { rows } = await clerk.call('revocations.mine', {})
    const notice = rows[0]?.id ?? ''
    await clerk.call('revocations.deliver', { id: notice })
    await clerk.call('revocations.deliver', { id: notice })
    expect((await clerk.call('desk.history', { subject: notice })).entries).toHaveLength(2)
    await clerk.call('revocations.acknowledge', { id: notice })
    expect(await groups(clerk)).not.toContain('revocation-notices')
    expect(await clerk.refused('revocations.acknowledge', { id: notice })).toMatchObject({
      code: 'notice-acknowledged',
    })
    const { notices } = await desk.call('revocations.get', { delegation: id })
    expect(notices[0]).toMatchObject({ state: 'acknowledged', method: 'self' })
  })

  it('is signed for on paper or by a proxy only where somebody who may delegate enters it', async () => {
    await desk.call('delegations.revoke', { id: parent.id, reason: '换岗' })
    const { notices } = await desk.call('revocations.get', { delegation: parent.id })
    const [first = '', second = ''] = notices.map(({ id }) => id)
    const clerk = await office.as('clerk')
    expect(await clerk.refused('revocations.acknowledge', { id: first })).toMatchObject({ code: 'not-permitted' })
    await desk.call('revocations.acknowledge', { id: first })
    await desk.call('revocations.acknowledge', { id: second, proxy: chief })
    const after = await desk.call('revocations.get', { delegation: parent.id })
    expect(after.notices.map(({ method, proxy }) => [method, proxy?.name])).toEqual([
      ['paper', undefined],
      ['proxy', '王建国'],
    ])
  })

  it('counts in the list, with the originals that are still out', async () => {
    await desk.call('delegations.revoke', { id: parent.id, reason: '换岗' })
    const toFetch = async () =>
      ((await desk.call('desk.today', {})).groups.find(({ key }) => key === 'originals-out')?.rows ?? [])
        .map(({ subject }) => subject)
        .filter((one) => one === parent.id || one === below.id)
    const out = async () =>
      (await desk.call('revocations.list', {})).rows.find(({ id }) => id === parent.id)?.originalsOut
    // What was passed on fell with it, and its original is to be fetched back as well.
    expect(await toFetch()).toEqual([parent.id, below.id])
    expect(await out()).toBe(3)
    await desk.call('delegations.returned', { id: below.id })
    await desk.call('delegations.returned', { id: parent.id, count: 1 })
    expect(await toFetch()).toEqual([parent.id])
    expect(await out()).toBe(1)
    await desk.call('delegations.returned', { id: parent.id })
    expect(await toFetch()).toEqual([])
    const { rows } = await desk.call('revocations.list', {})
    expect(rows.find(({ id }) => id === parent.id)).toMatchObject({ told: 2, acknowledged: 0, originalsOut: 0 })
  })
})
