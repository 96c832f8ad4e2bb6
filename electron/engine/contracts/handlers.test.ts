/** The contracts register on a real office: checks, delegations, contracts, interests. */
// Long because: one small company serves all of it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ContractInput } from '../../../shared/contracts/contract.ts'
import { openTestOffice, type TestDesk, type TestOffice } from '../testing.ts'

let office: TestOffice
let desk: TestDesk
let head: string
let buyer: string
let root: string

beforeEach(async () => {
  office = await openTestOffice()
  desk = await office.as('administrator')
  head = await hire('X1', '王建国', '测试总经理')
  buyer = await hire('X2', '李娜', '测试采购部经理')
  root = (
    await desk.call('delegations.issue', {
      kind: 'post',
      delegator: 'office',
      post: '测试总经理',
      actions: ['sign', 'seal', 'approve'],
      validFrom: '2026-01-01',
      depth: 2,
    })
  ).id
})
afterEach(() => office.close())

const hire = async (staffNo: string, name: string, post: string, employedTo?: string): Promise<string> =>
  (await desk.call('people.add', { staffNo, name, post, employedFrom: '2020-01-01', employedTo, roles: [] })).id

const passOn = (changes: Record<string, unknown> = {}) =>
  desk.call('delegations.issue', {
    kind: 'standing',
    delegator: head,
    parent: root,
    delegate: buyer,
    actions: ['sign'],
    contractTypes: ['purchase'],
    limit: 50_000_000,
    validFrom: '2026-01-01',
    validTo: '2026-12-31',
    ...changes,
  })

const contract = (number: string, changes: Partial<ContractInput> = {}) =>
  desk.call('contracts.add', {
    number,
    name: '打印设备采购合同',
    type: 'purchase',
    counterparty: '北京晨光文具有限公司',
    amount: 30_000_000,
    ...changes,
  })

const ask = { contractType: 'purchase', counterparty: '北京晨光文具有限公司', amount: 30_000_000 } as const
const bring = async (id: string) => desk.call('contracts.move', { id, to: 'to-sign' })

describe('the authority check at the desk', () => {
  it('permits along the chain, refuses above the limit and says who could instead', async () => {
    const { number } = await passOn()
    const yes = await desk.call('authority.check', { person: buyer, ...ask })
    expect(yes.verdict.result).toBe('permitted')
    expect(yes.verdict.chain.map((link) => link.number)).toEqual(['SQ-A-2026-0001', number])
    expect(yes.instead).toEqual([])
    const no = await desk.call('authority.check', { person: buyer, ...ask, amount: 50_000_001 })
    expect(no.verdict.result).toBe('outside')
    expect(no.verdict.failed.map((failed) => [failed.number, failed.reason.key])).toEqual([
      [number, 'authority.reason.limit'],
    ])
    expect(no.instead.map(({ person }) => person.name)).toEqual(['王建国'])
  })

  it('denies whoever holds nothing', async () => {
    const stranger = await hire('X9', '赵六', '保安')
    const { verdict } = await desk.call('authority.check', { person: stranger, ...ask })
    expect([verdict.result, verdict.reasons[0]?.key]).toEqual(['outside', 'authority.reason.no-delegation'])
  })

  it('follows the as-of date through validity, revocation and leaving', async () => {
    const { id } = await passOn()
    await desk.call('delegations.revoke', { id, on: '2026-06-01', reason: '换岗' })
    const on = async (asOf: string) =>
      (await desk.call('authority.check', { person: buyer, ...ask, asOf })).verdict.result
    expect([await on('2026-05-31'), await on('2026-06-01')]).toEqual(['permitted', 'outside'])
    expect(await on('2025-12-31')).toBe('outside')
    await passOn()
    expect(await on('2026-11-23')).toBe('permitted')
    await desk.call('people.change', { id: head, changes: { employedTo: '2026-10-31' } })
    const left = await desk.call('authority.check', { person: buyer, ...ask, asOf: '2026-11-23' })
    expect(left.verdict.failed.at(-1)?.reason.key).toBe('authority.reason.delegator-left')
  })

  it('records the answer under gap-free numbers and finds it by number', async () => {
    await passOn()
    const first = await desk.call('authority.record', { person: buyer, ...ask })
    const refused = await desk.ask('authority.record', { person: '00000000-0000-7000-8000-000000000000', ...ask })
    expect(refused).toMatchObject({ ok: false, fault: { code: 'not-found', what: 'person' } })
    const second = await desk.call('authority.record', { person: buyer, ...ask, amount: 90_000_000 })
    expect([first.number, second.number]).toEqual(['HY-A-2026-0001', 'HY-A-2026-0002'])
    const { check } = await desk.call('authority.recorded', { id: second.number })
    expect(check.verdict).toEqual(second.verdict)
    expect(check.instead.map(({ person }) => person.name)).toEqual(['王建国'])
    const list = await desk.call('authority.checks', { limit: 1 })
    const rest = await desk.call('authority.checks', { limit: 1, after: list.next })
    expect([...list.rows, ...rest.rows].map((row) => row.number)).toEqual(['HY-A-2026-0002', 'HY-A-2026-0001'])
  })

  it('answers who may, the nearest limit first', async () => {
    const other = await hire('X3', '陈静', '采购主管')
    await passOn()
    await passOn({ delegate: other, limit: 200_000_000 })
    const { people, isCut } = await desk.call('authority.whoMay', ask)
    expect(people.map(({ person, result }) => [person.name, result])).toEqual([
      ['李娜', 'permitted'],
      ['陈静', 'permitted'],
      ['王建国', 'permitted'],
    ])
    expect(isCut).toBe(false)
    await passOn({ delegate: await hire('X5', '孙倩', '采购员'), limit: 40_000_000, longestMonths: 12 })
    const short = await desk.call('authority.whoMay', ask)
    expect(short.open.map(({ person, reason }) => [person.name, reason.key])).toEqual([
      ['孙倩', 'authority.reason.term-unknown'],
    ])
    const above = await desk.call('authority.whoMay', { ...ask, amount: 60_000_000 })
    expect(above.people.map(({ person }) => person.name)).toEqual(['陈静', '王建国'])
  })

  it('asks for the type where no contract is named, and names fields that are wrong', async () => {
    const missing = await desk.refused('authority.check', { person: buyer, amount: 1 })
    expect(missing).toMatchObject({ code: 'invalid-input', problems: [{ path: 'contractType' }] })
    const wrong = await desk.ask('authority.check', {
      person: buyer,
      contractType: 'purchase',
      amount: -1,
      asOf: '2026-02-30',
    })
    expect(wrong).toMatchObject({ ok: false, fault: { code: 'invalid-input' } })
  })
})

describe('delegations', () => {
  it('lets nobody pass on more than they hold', async () => {
    const { id: parent } = await passOn({ depth: 1 })
    const third = await hire('X4', '周敏', '采购员')
    const other = await hire('X6', '郑洁', '采购员')
    const below = { delegator: buyer, parent, delegate: third }
    const refused = async (changes: Record<string, unknown>): Promise<unknown> => {
      const reply = await desk.ask('delegations.issue', {
        kind: 'standing',
        actions: ['sign'],
        contractTypes: ['purchase'],
        limit: 10_000_000,
        validFrom: '2026-02-01',
        validTo: '2026-12-31',
        ...below,
        ...changes,
      })
      if (reply.ok) return 'issued'
      return 'problems' in reply.fault ? reply.fault.problems.map(({ path }) => path).join() : reply.fault.code
    }
    expect(await refused({ limit: 50_000_001 })).toBe('limit')
    expect(await refused({ limit: undefined })).toBe('limit')
    expect(await refused({ contractTypes: [] })).toBe('contractTypes')
    expect(await refused({ actions: ['sign', 'seal'] })).toBe('actions')
    expect(await refused({ validTo: '2027-01-01' })).toBe('validTo')
    expect(await refused({ depth: 1 })).toBe('depth')
    expect(await refused({ delegator: third, delegate: other })).toBe('parent')
    expect(await refused({ delegate: undefined })).toBe('delegate')
    expect(await refused({ parent: undefined })).toBe('parent')
    expect(await refused({})).toBe('issued')
    expect((await desk.call('delegations.list', { delegate: third })).rows).toHaveLength(1)
  })

  it('shows what falls before revoking, and it falls', async () => {
    const { id: parent } = await passOn({ depth: 1 })
    const third = await hire('X4', '周敏', '采购员')
    const below = await passOn({ delegator: buyer, parent, delegate: third, limit: 40_000_000 })
    const { id: signed } = await contract('CG-2026-001')
    await bring(signed)
    await desk.call('contracts.move', { id: signed, to: 'signed', signatory: third })
    const falls = await desk.call('delegations.previewRevoke', { id: parent })
    expect(falls.delegations.map(({ number }) => number)).toEqual([below.number])
    expect(falls.contracts.map(({ number }) => number)).toEqual(['CG-2026-001'])
    await desk.call('delegations.revoke', { id: parent, reason: '离职' })
    const { verdict } = await desk.call('authority.check', { person: third, ...ask })
    expect([verdict.result, verdict.reasons[0]?.key]).toEqual(['outside', 'authority.reason.revoked'])
    expect(await desk.refused('delegations.revoke', { id: parent, reason: '再次' })).toMatchObject({
      code: 'delegation-revoked',
    })
  })

  it('names the open seal requests whose authority rests on it alone', async () => {
    const powers = { actions: ['sign', 'seal'], contractTypes: [] }
    const { id } = await passOn(powers)
    const custodian = await office.as('custodian')
    const seal = await custodian.call('seals.register', { code: 'ZZ01', name: '试验章', type: 'contract' })
    const submit = (signatory: string) =>
      custodian.call('seals.requestSubmit', {
        lines: [{ seal: seal.id }],
        category: 'contract',
        document: { title: '试验协议' },
        signatory,
      })
    const ours = await submit(buyer)
    await submit(head)
    const falls = await desk.call('delegations.previewRevoke', { id })
    expect(falls.requests).toEqual([{ id: ours.id, number: ours.number, title: '试验协议', status: 'pending' }])
    expect(falls.told.map(({ as }) => as)).toEqual([['delegate'], ['applicant']])
    // A second delegation to the same person carries the request on.
    const second = await passOn({ ...powers, longestMonths: 12 })
    expect((await desk.call('delegations.previewRevoke', { id })).requests).toEqual([])
    await desk.call('delegations.revoke', { id: second.id, reason: '重复' })
    await custodian.call('seals.requestWithdraw', { id: ours.id })
    expect((await desk.call('delegations.previewRevoke', { id })).requests).toEqual([])
  })

  it('grows the tree level by level and pages the list by key', async () => {
    const { id: parent } = await passOn({ depth: 1 })
    const third = await hire('X4', '周敏', '采购员')
    await passOn({ delegator: buyer, parent, delegate: third, limit: 1 })
    const tree = await desk.call('delegations.tree', { depth: 2 })
    const ours = tree.rows.filter(({ id, parent: above }) => id === root || above === root)
    expect(ours.map(({ level, hasMore }) => [level, hasMore])).toEqual([
      [1, false],
      [2, true],
    ])
    const first = await desk.call('delegations.list', { limit: 2 })
    const second = await desk.call('delegations.list', { limit: 2, after: first.next })
    expect([...first.rows, ...second.rows].map(({ number }) => number)).toEqual([
      'SQ-A-2026-0003',
      'SQ-A-2026-0002',
      'SQ-A-2026-0001',
    ])
  })

  it('refuses an act on an older state', async () => {
    const { id } = await passOn()
    const { heads } = await desk.call('delegations.get', { id })
    await desk.call('delegations.returned', { id, basedOn: heads })
    expect(await desk.refused('delegations.revoke', { id, basedOn: heads, reason: '换岗' })).toMatchObject({
      code: 'stale',
    })
  })
})

describe('contracts', () => {
  it('never gives a number twice and keeps to the statuses', async () => {
    const { id } = await contract('CG-2026-001')
    const taken = await desk.ask('contracts.add', {
      number: 'CG-2026-001',
      name: '另一份',
      type: 'sales',
      counterparty: '甲',
    })
    expect(taken).toMatchObject({ ok: false, fault: { code: 'contract-number-taken' } })
    expect(await desk.refused('contracts.move', { id, to: 'archived' })).toMatchObject({
      code: 'contract-move',
      from: 'draft',
    })
    await desk.call('contracts.move', { id, to: 'terminated', reason: '不再需要' })
    expect(
      (await desk.ask('contracts.add', { number: 'CG-2026-001', name: '另一份', type: 'sales', counterparty: '甲' }))
        .ok,
    ).toBe(false)
  })

  it('enters only what changed, and takes away what was left out', async () => {
    const { id } = await contract('CG-2026-001', { department: '采购部', subject: '打印机' })
    const before = (await desk.call('contracts.get', { id })).contract
    await desk.call('contracts.change', {
      id,
      number: 'CG-2026-001',
      name: before.name,
      type: 'purchase',
      counterparty: '乙公司',
      amount: 1,
    })
    const { contract: after, heads } = await desk.call('contracts.get', { id })
    expect(after).toMatchObject({ counterparty: '乙公司', amount: 1, status: 'draft' })
    expect(after.department).toBeUndefined()
    expect(await desk.refused('contracts.move', { id, to: 'approval', basedOn: ['0'.repeat(64)] })).toMatchObject({
      code: 'stale',
    })
    await desk.call('contracts.move', { id, to: 'approval', basedOn: heads })
  })

  it('checks the signature, records the check, and wants a reason for one outside authority', async () => {
    await passOn()
    const { id } = await contract('CG-2026-001', { amount: 60_000_000 })
    await bring(id)
    const refused = await desk.refused('contracts.move', { id, to: 'signed', signatory: buyer })
    expect(refused).toMatchObject({ code: 'outside-authority', result: 'outside' })
    expect((await desk.call('authority.checks', {})).rows).toEqual([])
    await desk.call('contracts.move', { id, to: 'signed', signatory: buyer, reason: '总经理口头同意' })
    const { contract: record, checks } = await desk.call('contracts.get', { id })
    expect(record).toMatchObject({ status: 'signed', outsideReason: '总经理口头同意', check: 'HY-A-2026-0001' })
    expect(checks.map(({ verdict }) => verdict.result)).toEqual(['outside'])
  })

  it('sums what was signed under an aggregate limit, this contract itself counted once', async () => {
    await passOn({ aggregateLimit: 70_000_000, aggregatePeriod: 'year' })
    const { id: first } = await contract('CG-2026-001')
    await bring(first)
    await desk.call('contracts.move', { id: first, to: 'signed', signatory: buyer })
    const again = await desk.call('authority.check', { person: buyer, contract: first })
    expect([again.verdict.result, again.verdict.aggregate?.used]).toEqual(['permitted', 0])
    const second = await desk.call('authority.check', {
      person: buyer,
      ...ask,
      counterparty: '乙公司',
      amount: 40_000_000,
    })
    expect(second.verdict.aggregate).toMatchObject({ used: 30_000_000, limit: 70_000_000 })
    const third = await desk.call('authority.check', {
      person: buyer,
      ...ask,
      counterparty: '乙公司',
      amount: 40_000_001,
    })
    expect(third.verdict.reasons[0]?.key).toBe('authority.reason.aggregate')
  })

  it('warns of a split: same counterparty, same subject, within the window', async () => {
    await passOn()
    const { id } = await contract('CG-2026-001', { subject: '打印机', amount: 40_000_000 })
    await bring(id)
    await desk.call('contracts.move', { id, to: 'signed', signatory: buyer })
    const { verdict } = await desk.call('authority.check', { person: buyer, ...ask, subject: '打印机' })
    expect(verdict.result).toBe('permitted')
    expect(verdict.warnings?.map(({ key }) => key)).toContain('authority.warning.split')
    const other = await desk.call('authority.check', { person: buyer, ...ask, subject: '复印纸' })
    expect(other.verdict.warnings?.map(({ key }) => key)).not.toContain('authority.warning.split')
  })

  it('refuses a wrong credit code, a term that ends before it starts and a foreign amount without a rate', async () => {
    const problems = async (changes: Record<string, unknown>): Promise<unknown> => {
      const reply = await desk.ask('contracts.add', {
        number: 'X',
        name: 'X',
        type: 'other',
        counterparty: 'X',
        ...changes,
      })
      return reply.ok
        ? 'added'
        : 'problems' in reply.fault
          ? reply.fault.problems.map(({ reason }) => reason)
          : reply.fault
    }
    expect(await problems({ creditCode: '91110000802100433C' })).toEqual(['invalid.credit-code'])
    expect(await problems({ startsOn: '2026-02-01', endsOn: '2026-01-31' })).toEqual(['invalid.before-start'])
    expect(await problems({ currency: 'USD', amount: 100 })).toEqual(['invalid.rate-needed'])
    expect(await problems({ creditCode: '91110000802100433b' })).toBe('added')
  })

  it('points out what ends soon', async () => {
    const { number } = await passOn({ validTo: '2026-12-10' })
    const { id } = await contract('CG-2026-001', { startsOn: '2026-01-01', endsOn: '2026-12-01' })
    await bring(id)
    await desk.call('contracts.move', { id, to: 'signed', signatory: head })
    const ending = await desk.call('contracts.ending', { days: 30 })
    expect(ending.contracts.map((one) => one.number)).toContain('CG-2026-001')
    expect(ending.delegations.map((one) => one.number)).toContain(number)
    expect((await desk.call('contracts.ending', { days: 5 })).contracts).toEqual([])
  })

  it('points out what is past its end and was never ended, until somebody ends it', async () => {
    const { id } = await contract('CG-2026-002', { startsOn: '2025-11-01', endsOn: '2026-11-01' })
    expect((await desk.call('contracts.pastEnd', {})).rows).toEqual([])
    await bring(id)
    await desk.call('contracts.move', { id, to: 'signed', signatory: head })
    await desk.call('contracts.move', { id, to: 'performing' })
    const numbersOf = async () => (await desk.call('contracts.pastEnd', {})).rows.map(({ number }) => number)
    expect(await numbersOf()).toEqual(['CG-2026-002'])
    await desk.call('contracts.move', { id, to: 'expired' })
    expect(await numbersOf()).toEqual([])
  })

  it('tells all that are past their end, page by page, also where several ended on one day', async () => {
    for (const [index, endsOn] of ['2026-10-31', '2026-11-02', '2026-11-02', '2026-11-02', '2026-11-22'].entries()) {
      const { id } = await contract(`PE-${index}`, { startsOn: '2025-11-01', endsOn })
      await bring(id)
      await desk.call('contracts.move', { id, to: 'signed', signatory: head, reason: '补登' })
    }
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await desk.call('contracts.pastEnd', { limit: 2, after })
      expect(page.rows.length).toBeLessThanOrEqual(2)
      seen.push(...page.rows.map(({ number }) => number))
      after = page.next
    } while (after !== undefined)
    expect(seen).toHaveLength(5)
    expect([seen[0], new Set(seen).size, seen[4]]).toEqual(['PE-4', 5, 'PE-0'])
  })

  it('keeps interests, and lets only those with the right enter anything', async () => {
    await passOn()
    const { id } = await desk.call('interests.declare', {
      person: buyer,
      counterparty: ask.counterparty,
      nature: '配偶任职',
    })
    const { verdict } = await desk.call('authority.check', { person: buyer, ...ask })
    expect(verdict.reasons[0]?.key).toBe('authority.reason.interest')
    await desk.call('interests.withdraw', { id })
    expect((await desk.call('authority.check', { person: buyer, ...ask })).verdict.result).toBe('permitted')
    const refused = await office.stranger().ask('contracts.list', {})
    expect(refused).toMatchObject({ ok: false, fault: { code: 'not-signed-in' } })
  })
})

it('the desk shows the next day that matters, the nearest first, and no notice date that has passed', async () => {
  const dates = [
    ['D-2', { endsOn: '2026-12-10', noticeOn: '2026-11-10' }],
    ['D-1', { endsOn: '2026-12-15', noticeOn: '2026-11-30' }],
  ] as const
  for (const [number, days] of dates) {
    const { id } = await contract(number, { startsOn: '2026-01-01', ...days })
    await bring(id)
    await desk.call('contracts.move', { id, to: 'signed', signatory: head })
  }
  const { groups } = await desk.call('desk.today', {})
  const rows = groups.find(({ key }) => key === 'contracts-ending')?.rows ?? []
  expect(rows.map(({ detail }) => detail)).toEqual(['D-1 · 2026-11-30', 'D-2 · 2026-12-10'])
})

it('who keeps contracts does not also say who may sign them', async () => {
  const clerk = await office.as('clerk')
  const input = {
    kind: 'standing' as const,
    delegator: 'office',
    delegate: clerk.person,
    actions: ['sign' as const],
    validFrom: '2026-01-01',
  }
  expect(await clerk.refused('delegations.issue', input)).toEqual({
    code: 'not-permitted',
    permission: 'contracts.delegate',
  })
  expect(await clerk.refused('delegations.revoke', { id: root, reason: '无' })).toMatchObject({ code: 'not-permitted' })
})
