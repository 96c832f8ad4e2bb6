/** Authority on a real office: posts and rates by date, what was split, desks that differ, originals, and what is refused at issuing. */
// Long because: one small office serves all of it.
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { admit, type Batch } from '../journal/admit.ts'
import { makeDeskKey } from '../journal/desk-key.ts'
import { checkpointsAfter, entriesAfter } from '../journal/entries.ts'
import { createJournal, type Journal } from '../journal/journal.ts'
import { kinds } from '../rooms.ts'
import { migrations } from '../store/migrations/index.ts'
import { makeDerived } from '../store/open.ts'
import type { Write } from '../store/sql.ts'
import { openTestOffice, testRandom, type TestDesk, type TestOffice } from '../testing.ts'

let office: TestOffice
let desk: TestDesk
let head: string
let buyer: string
let root: string

const hire = async (staffNo: string, name: string, post: string, employedTo?: string): Promise<string> =>
  (await desk.call('people.add', { staffNo, name, post, employedFrom: '2020-01-01', employedTo, roles: [] })).id

const plain = {
  kind: 'standing' as const,
  actions: ['sign' as const],
  contractTypes: ['purchase' as const],
  limit: 50_000_000,
}
const term = { validFrom: '2026-01-01', validTo: '2026-12-31' }
const issue = (changes: Record<string, unknown> = {}) =>
  desk.call('delegations.issue', { ...plain, ...term, delegator: head, parent: root, delegate: buyer, ...changes })
const refusedFor = async (changes: Record<string, unknown>): Promise<string[]> => {
  const before = office.office().journal.count()
  const input = { ...plain, ...term, delegator: head, parent: root, delegate: buyer, ...changes }
  const reply = await desk.ask('delegations.issue', input)
  // Nothing half-entered: not even the number was drawn.
  if (!reply.ok) expect(office.office().journal.count()).toBe(before)
  if (reply.ok) return ['issued']
  return 'problems' in reply.fault
    ? reply.fault.problems.map(({ path, reason }) => `${path} ${reason.slice('invalid.'.length)}`)
    : [reply.fault.code]
}

const ask = { contractType: 'purchase', counterparty: '北京晨光文具有限公司', amount: 30_000_000 } as const
const resultOf = async (changes: Record<string, unknown> = {}): Promise<string> => {
  const { verdict } = await desk.call('authority.check', { person: buyer, ...ask, ...changes })
  return verdict.result === 'permitted' ? 'permitted' : (verdict.reasons[0]?.key.split('.').at(-1) ?? '')
}

beforeEach(async () => {
  office = await openTestOffice()
  desk = await office.as('administrator')
  head = await hire('X1', '王建国', '测试总经理')
  buyer = await hire('X2', '李娜', '测试采购部经理')
  const post = { kind: 'post', delegator: 'office', post: '测试总经理', depth: 2, validFrom: '2026-01-01' } as const
  root = (await desk.call('delegations.issue', { ...post, actions: ['sign', 'seal', 'approve'] })).id
})
afterEach(() => office.close())

describe('authority by post', () => {
  it('is of whoever held the post on the as-of date, also among those who may', async () => {
    const next = await hire('X3', '赵新', '测试副总')
    await desk.call('people.change', { id: head, changes: { post: '测试顾问', postSince: '2026-07-01' } })
    await desk.call('people.change', { id: next, changes: { post: '测试总经理', postSince: '2026-07-01' } })
    expect(await resultOf({ person: head, asOf: '2026-06-30' })).toBe('permitted')
    expect(await resultOf({ person: head, asOf: '2026-07-01' })).toBe('no-delegation')
    expect(await resultOf({ person: next, asOf: '2026-06-30' })).toBe('no-delegation')
    expect(await resultOf({ person: next })).toBe('permitted')
    const may = async (asOf: string) =>
      (await desk.call('authority.whoMay', { ...ask, asOf })).people.map(({ person }) => person.name)
    expect([await may('2026-06-30'), await may('2026-07-01')]).toEqual([['王建国'], ['赵新']])
  })
})

describe('rates', () => {
  it('of the as-of date hold amounts against limits; one that was wrong is withdrawn and entered anew', async () => {
    await issue()
    const dollars = { currency: 'USD', amount: 7_000_000 } as const
    expect(await resultOf(dollars)).toBe('rate-unknown')
    const enter = (from: string, rate: number) =>
      desk.call('rates.enter', { currency: 'USD', from, rate, source: '中国外汇交易中心' })
    await enter('2026-06-01', 7_000_000)
    const { id: wrong } = await enter('2026-11-01', 71_500_000)
    expect([await resultOf({ ...dollars, asOf: '2026-10-31' }), await resultOf(dollars)]).toEqual([
      'permitted',
      'limit',
    ])
    const again = { currency: 'USD', from: '2026-11-01', rate: 7_100_000, source: '中国外汇交易中心' } as const
    expect(await desk.refused('rates.enter', again)).toMatchObject({ code: 'rate-taken', on: '2026-11-01' })
    await desk.call('rates.withdraw', { id: wrong, reason: '多打一位' })
    await desk.call('rates.enter', again)
    const { verdict } = await desk.call('authority.check', { person: buyer, ...ask, ...dollars })
    expect([verdict.result, verdict.rates?.[0]?.rate]).toEqual(['permitted', 7_100_000])
    expect((await desk.call('rates.list', { limit: 2 })).rows.map(({ from }) => from)).toEqual([
      '2026-11-01',
      '2026-11-01',
    ])
  })

  it('fix what a signature counts as, on the day it was made', async () => {
    await issue({ aggregateLimit: 60_000_000, aggregatePeriod: 'year' })
    await desk.call('rates.enter', { currency: 'USD', from: '2026-01-01', rate: 7_000_000, source: '测试' })
    const { id } = await desk.call('contracts.add', {
      number: 'US-1',
      name: '进口备件',
      type: 'purchase',
      counterparty: 'Example Parts Inc.',
      amount: 4_000_000,
      currency: 'USD',
    })
    await desk.call('contracts.move', { id, to: 'to-sign' })
    await desk.call('contracts.move', { id, to: 'signed', signatory: buyer })
    expect((await desk.call('contracts.get', { id })).contract.rate).toBe(7_000_000)
    await desk.call('rates.enter', { currency: 'USD', from: '2026-11-23', rate: 8_000_000, source: '测试' })
    const { verdict } = await desk.call('authority.check', { person: buyer, ...ask })
    expect(verdict.aggregate).toMatchObject({ used: 28_000_000, currency: 'CNY' })
  })

  it('are refused for 元, for a day to come, and withdrawn once', async () => {
    const rate = { rate: 7_000_000, source: '测试' }
    const refused = async (input: Record<string, unknown>) => {
      const reply = await desk.ask('rates.enter', { ...rate, ...input })
      return reply.ok || !('problems' in reply.fault) ? reply : reply.fault.problems.map(({ reason }) => reason)
    }
    expect(await refused({ currency: 'CNY', from: '2026-01-01' })).toEqual(['invalid.rate-of-yuan'])
    expect(await refused({ currency: 'USD', from: '2026-11-24' })).toEqual(['invalid.future'])
    const { id } = await desk.call('rates.enter', { ...rate, currency: 'EUR', from: '2026-01-01' })
    await desk.call('rates.withdraw', { id, reason: '重复' })
    expect(await desk.refused('rates.withdraw', { id, reason: '重复' })).toMatchObject({ code: 'rate-withdrawn' })
  })
})

describe('what was split', () => {
  const sign = async (number: string, changes: Record<string, unknown>): Promise<string> => {
    const base = { name: '采购', type: 'purchase' as const, counterparty: '北京晨光文具有限公司', amount: 30_000_000 }
    const { id } = await desk.call('contracts.add', { number, subject: '打印 机', ...base, ...changes })
    await desk.call('contracts.move', { id, to: 'to-sign' })
    await desk.call('contracts.move', { id, to: 'signed', signatory: head })
    return id
  }
  const splits = async (changes: Record<string, unknown>): Promise<unknown> => {
    const { verdict } = await desk.call('authority.check', { person: buyer, ...ask, ...changes })
    return verdict.warnings?.find(({ key }) => key.endsWith('.split'))?.values['sum']
  }

  it('is summed by name in whatever width, by credit code under another name, and with its supplements', async () => {
    await issue()
    const code = '91110000802100433B'
    const parent = await sign('A-1', { creditCode: code })
    expect(await splits({ subject: '打印机', counterparty: '北京　晨光文具有限公司' })).toBe('¥600,000.00')
    expect(await splits({ subject: '打印机', counterparty: '晨光', creditCode: code })).toBe('¥600,000.00')
    expect(await splits({ subject: '打印机', counterparty: '另一家' })).toBeUndefined()
    expect(await splits({ subject: '复印纸' })).toBeUndefined()
    await sign('A-1-补1', { subject: '运费', parent, amount: 5_000_000 })
    expect(await splits({ subject: '打印机' })).toBe('¥650,000.00')
    // Ninety days later it is another purchase.
    expect(await splits({ subject: '打印机', asOf: '2027-02-22' })).toBeUndefined()
  })
})

/** A second desk of the same office, with an empty file that first takes in what is here. */
const secondDesk = (): Journal => {
  const db = new Database(':memory:') as unknown as Write
  for (const statement of migrations.flat()) db.exec(statement)
  makeDerived(db, kinds.tables)
  const { office: id } = office.office().journal
  return createJournal({ db, kinds, office: id, deskKey: makeDeskKey(db), random: testRandom('second') })
}

const batchOf = (from: Journal): Batch => ({
  desk: from.deskKey.desk,
  publicKey: from.deskKey.publicKey,
  entries: entriesAfter(from.db, from.deskKey.desk, 0, 100_000),
  checkpoint: checkpointsAfter(from.db, from.deskKey.desk, 0).at(-1) as Batch['checkpoint'],
})

describe('two desks', () => {
  it('that differ about a delegation leave only what both let through, and the check says how fresh each is', async () => {
    const { id } = await issue()
    const [ours, theirs] = [office.office().journal, secondDesk()]
    const now = office.clock.now()
    admit(theirs, batchOf(ours), now)
    const revoke = (revokedOn: string) => ({
      kind: 'delegation.revoked',
      subject: id,
      body: { revokedOn, revokedReason: '换岗' },
    })
    theirs.transact(now, ({ enter }) => enter(head, revoke('2026-06-01')))
    office.clock.advance(60_000)
    await desk.call('delegations.revoke', { id, on: '2026-12-01', reason: '年底' })
    expect(await resultOf({ asOf: '2026-07-01' })).toBe('permitted')
    const letter = { desk: theirs.deskKey.desk, letter: 'B', name: '二号', publicKey: 'eA==' }
    ours.transact(office.clock.now(), ({ enter }) =>
      enter(head, { kind: 'desk.admitted', subject: '01900000-0000-7000-8000-00000000000b', body: letter }),
    )
    admit(ours, batchOf(theirs), office.clock.now())
    expect(await resultOf({ asOf: '2026-07-01' })).toBe('revoked')
    const before = await desk.call('authority.check', { person: buyer, ...ask, asOf: '2026-05-01' })
    expect(before.verdict.result).toBe('permitted')
    expect(before.verdict.warnings?.map(({ key }) => key)).toContain('authority.warning.disputed')
    expect(before.verdict.freshness).toEqual([{ desk: 'B', at: '2026-11-23 09:00' }])
    office.clock.advance(9 * 86_400_000)
    // The session has ended meanwhile.
    desk = await office.as('administrator')
    const later = await desk.call('authority.check', { person: buyer, ...ask, asOf: '2026-05-01' })
    expect(later.verdict.warnings?.map(({ key }) => key)).toContain('authority.warning.stale')
  })

  it('that each passed on what rests on the other’s make a circle, which the check names and does not walk for ever', async () => {
    const journal = office.office().journal
    const [a, b] = ['01900000-0000-7000-8000-0000000000aa', '01900000-0000-7000-8000-0000000000bb']
    const circle = (subject: string, parent: string, number: string) => ({
      kind: 'delegation.issued',
      subject,
      body: {
        ...plain,
        ...term,
        number,
        numbered: { book: 'x', serial: 1, number },
        delegator: buyer,
        delegatorName: '李娜',
        parent,
        delegate: buyer,
        delegateName: '李娜',
        counterparties: [],
        currency: 'CNY' as const,
        depth: 9,
        jointNeeded: 0,
        jointSigners: [],
        excludedTypes: [],
        excludedCounterparties: [],
        originals: 0,
        issuedOn: '2026-01-01',
        actions: ['sign'],
        contractTypes: ['purchase'],
      },
    })
    journal.transact(office.clock.now(), ({ enter }) => {
      enter(head, circle(a, b, 'SQ-B-2026-0001'))
      enter(head, circle(b, a, 'SQ-C-2026-0001'))
    })
    expect(await resultOf()).toBe('circular')
  })
})

describe('originals', () => {
  it('are handed out and brought back by the piece, and never more than there are', async () => {
    const { id } = await issue({ originals: 3 })
    const wrong = async (operation: string, input: object) => {
      const reply = await desk.ask(operation, { id, ...input })
      return reply.ok || !('problems' in reply.fault) ? reply : reply.fault.problems[0]
    }
    await desk.call('delegations.handed', { id, to: '李娜', count: 1 })
    await desk.call('delegations.handed', { id, to: '北京晨光文具有限公司', count: 1 })
    expect(await wrong('delegations.handed', { to: '银行', count: 2 })).toMatchObject({
      path: 'count',
      reason: 'invalid.originals-left',
      detail: '1',
    })
    await desk.call('delegations.returned', { id, count: 1 })
    expect(await wrong('delegations.returned', { count: 2 })).toMatchObject({
      reason: 'invalid.originals-out',
      detail: '1',
    })
    const { delegation } = await desk.call('delegations.get', { id })
    expect([delegation.handed?.length, delegation.returned?.length, delegation.returnedOn]).toEqual([2, 1, undefined])
    await desk.call('delegations.returned', { id })
    expect((await desk.call('delegations.get', { id })).delegation.returnedOn).toBe('2026-11-23')
    expect(await desk.refused('delegations.returned', { id })).toMatchObject({ code: 'delegation-returned' })
  })
})

describe('what is refused at issuing', () => {
  it('goes round: back to oneself, up one’s own chain, or to the post one holds', async () => {
    const { id: parent } = await issue({ depth: 1 })
    const below = { delegator: buyer, parent, limit: 1 }
    expect(await refusedFor({ ...below, delegate: buyer })).toEqual(['delegate self'])
    expect(await refusedFor({ ...below, delegate: head })).toEqual(['delegate circular'])
    const post = { kind: 'post', delegate: undefined }
    expect(await refusedFor({ ...below, ...post, post: '测试总经理' })).toEqual(['post circular'])
    expect(await refusedFor({ ...below, ...post, post: '测试采购部经理' })).toEqual(['post self'])
  })

  it('is of another kind than it says', async () => {
    expect(await refusedFor({ kind: 'post' })).toEqual(['post post-needed'])
    expect(await refusedFor({ post: '仓库主管', delegate: undefined })).toEqual(['kind post-kind'])
    expect(await refusedFor({ kind: 'single' })).toEqual(['contract matter-needed'])
    expect(await refusedFor({ kind: 'single', matter: '厂房', validTo: undefined })).toEqual(['validTo end-needed'])
    expect(await refusedFor({ matter: '厂房' })).toEqual(['matter only-single'])
    const contract = '01900000-0000-7000-8000-00000000dead'
    expect(await refusedFor({ kind: 'single', contract })).toEqual(['not-found'])
    expect(await refusedFor({ kind: 'single', matter: '厂房' })).toEqual(['issued'])
  })

  it('names people who have left, or joint signers who are too few or the delegate', async () => {
    const gone = await hire('X8', '已离', '采购员', '2026-03-31')
    expect(await refusedFor({ delegate: gone })).toEqual(['delegate person-left'])
    expect(await refusedFor({ jointNeeded: 1, jointSigners: [gone] })).toEqual(['jointSigners person-left'])
    expect(await refusedFor({ jointNeeded: 2, jointSigners: [head] })).toEqual(['jointSigners joint-too-few'])
    expect(await refusedFor({ jointNeeded: 1, jointSigners: [buyer] })).toEqual(['jointSigners joint-is-delegate'])
    expect(await refusedFor({ jointSigners: [head] })).toEqual(['jointNeeded joint-needed'])
  })

  it('is wider or longer than its parent, also in another currency, and the parent’s limit is told', async () => {
    const { id: parent, number } = await issue({ depth: 1 })
    const third = await hire('X4', '周敏', '采购员')
    const below = { delegator: buyer, parent, delegate: third, limit: 1_000_000 }
    expect(await refusedFor({ ...below, validFrom: '2027-02-01', validTo: '2027-01-01' })).toEqual([
      'validTo before-start',
      'validTo longer-than-parent',
    ])
    expect(await refusedFor({ ...below, validFrom: '2025-12-31' })).toEqual(['validFrom longer-than-parent'])
    expect(await refusedFor({ ...below, depth: 1 })).toEqual(['depth no-subdelegation'])
    expect(await refusedFor({ ...below, currency: 'XXX' })).toHaveLength(1)
    expect(await refusedFor({ ...below, currency: 'USD' })).toEqual(['currency rate-unknown'])
    await desk.call('rates.enter', { currency: 'USD', from: '2026-01-01', rate: 7_000_000, source: '测试' })
    expect(await refusedFor({ ...below, currency: 'USD', limit: 7_142_858 })).toEqual(['limit above-parent'])
    const input = { ...plain, ...term, ...below, limit: 50_000_001 }
    expect(await desk.refused('delegations.issue', input)).toMatchObject({
      problems: [{ path: 'limit', detail: `${number}: ¥500,000.00` }],
    })
    expect(await refusedFor({ ...below, currency: 'USD', limit: 7_142_857 })).toEqual(['issued'])
  })
})
