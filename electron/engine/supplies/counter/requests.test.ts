/** Supply requests through the one door: asked, approved in part, issued, promised, ended; and what the bands ask for. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestOffice, type TestDesk, type TestOffice } from '../../testing.ts'
import { issueTo, newItem as itemAt } from '../testing.ts'

type Person = TestDesk & { person: string }
let office: TestOffice
let clerk: Person
let approver: Person
let asker: Person

beforeAll(async () => {
  office = await openTestOffice()
  clerk = await office.as('clerk')
  approver = await office.as('approver')
  asker = await office.as('auditor')
})
afterAll(() => office.close())
beforeEach(() => office.administrator.call('supplies.policySet', {}))

const newItem = (more: Parameters<typeof itemAt>[1] = {}) => itemAt({ office, clerk }, more)
const ask = (item: string, quantity: number, unit = '支') =>
  asker.call('supplies.ask', { purpose: '培训', lines: [{ item, quantity, unit }] })
const fill = (request: string, item: string, quantity: number, more = {}) => ({
  recipient: asker.person,
  request,
  lines: [{ item, quantity, unit: '支', requestLine: 0 }],
  ...more,
})
const openOnes = async () => (await clerk.call('supplies.requests', { show: 'open' })).rows.map(({ id }) => id)

describe('a supply request', () => {
  it('goes from asking over a partial approval and two issues to done', async () => {
    const item = await newItem()
    const { id, number } = await ask(item.id, 2, '盒')
    expect(number).toMatch(/^SL-A-2026-\d{4}$/)
    expect(await clerk.refused('supplies.issue', fill(id, item.id, 1))).toMatchObject({
      code: 'request-not-open',
      status: 'pending',
    })
    expect((await approver.call('supplies.requests', { show: 'pending' })).rows.map((row) => row.id)).toContain(id)
    await approver.call('supplies.requestDecide', { id, decision: 'approved', approved: [1], opinion: '先发一盒' })
    const first = await clerk.call('supplies.issue', fill(id, item.id, 5, { promised: '2026-11-30' }))
    expect(first.slip).toMatchObject({ request: { id, number }, approval: { how: 'request' }, promised: '2026-11-30' })
    expect(await clerk.call('supplies.request', { id })).toMatchObject({
      request: { status: 'approved', promised: { date: '2026-11-30' } },
      lines: [{ approved: 12, issued: 5, left: 7 }],
      slips: [{ id: first.slip.id, isReversed: false }],
    })
    expect(await openOnes()).toContain(id)
    expect(await clerk.refused('supplies.issue', fill(id, item.id, 8))).toMatchObject({
      code: 'request-exceeded',
      left: 7,
    })
    const second = await clerk.call('supplies.issue', fill(id, item.id, 7))
    expect(await openOnes()).not.toContain(id)
    await clerk.call('supplies.reverse', { id: second.slip.id })
    expect(await openOnes()).toContain(id)
    expect((await clerk.call('supplies.request', { id })).lines).toMatchObject([{ issued: 5, left: 7 }])
  })

  it('is approved by somebody else, once, and not beyond what was asked for', async () => {
    const item = await newItem()
    const { id } = await approver.call('supplies.ask', { lines: [{ item: item.id, quantity: 3, unit: '支' }] })
    const decide = { id, decision: 'approved' as const }
    expect(await approver.refused('supplies.requestDecide', decide)).toMatchObject({ code: 'approver-is-involved' })
    expect(await clerk.refused('supplies.requestDecide', decide)).toMatchObject({ code: 'not-permitted' })
    const other = await ask(item.id, 3)
    const to = { id: other.id, decision: 'approved' as const }
    expect(await approver.refused('supplies.requestDecide', { ...to, approved: [4] })).toMatchObject({
      code: 'approved-beyond-asked',
    })
    expect(await approver.refused('supplies.requestDecide', { ...to, approved: [0] })).toMatchObject({
      code: 'approved-nothing',
    })
    await approver.call('supplies.requestDecide', { id: other.id, decision: 'rejected', opinion: '库存留用' })
    expect(await approver.refused('supplies.requestDecide', to)).toMatchObject({ code: 'supply-request-decided' })
  })

  it('is withdrawn by who asked, or closed by the counter with a reason', async () => {
    const item = await newItem()
    const { id } = await ask(item.id, 3)
    expect(await approver.refused('supplies.requestEnd', { id })).toMatchObject({ code: 'not-permitted' })
    await asker.call('supplies.requestEnd', { id })
    expect((await clerk.call('supplies.request', { id })).request.status).toBe('withdrawn')
    const other = await ask(item.id, 3)
    await approver.call('supplies.requestDecide', { id: other.id, decision: 'approved' })
    await clerk.call('supplies.issue', fill(other.id, item.id, 1))
    expect(await asker.refused('supplies.requestEnd', { id: other.id })).toMatchObject({ code: 'request-has-issues' })
    expect(await clerk.refused('supplies.requestEnd', { id: other.id })).toMatchObject({ code: 'invalid-input' })
    await clerk.call('supplies.requestEnd', { id: other.id, reason: '停产' })
    expect(await clerk.call('supplies.request', { id: other.id })).toMatchObject({
      request: { status: 'closed' },
      lines: [{ issued: 1, left: 0 }],
    })
    expect(await openOnes()).not.toContain(other.id)
  })
})

describe('a request for an item that was merged meanwhile', () => {
  it('goes out as the item that was kept', async () => {
    const [kept, old] = [await newItem(), await newItem()]
    const { id } = await ask(old.id, 3)
    await approver.call('supplies.requestDecide', { id, decision: 'approved' })
    await clerk.call('supplies.mergeItems', { duplicate: old.id, into: kept.id })
    const { lines } = await clerk.call('supplies.request', { id })
    expect(lines).toMatchObject([{ item: kept.id, left: 3, stock: 48 }])
    await clerk.call('supplies.issue', fill(id, kept.id, 3))
    expect(await openOnes()).not.toContain(id)
  })
})

describe('a partial issue with a promise', () => {
  it('leaves a request for the rest, which is issued against it', async () => {
    const item = await newItem({ stock: 4 })
    const lines = [{ item: item.id, quantity: 4, unit: '支', asked: 10 }]
    const input = { recipient: asker.person, promised: '2026-11-27', lines }
    expect(await clerk.refused('supplies.issue', { ...input, promised: '2026-11-22' })).toMatchObject({
      code: 'promise-in-past',
    })
    const { slip } = await clerk.call('supplies.issue', input)
    expect(slip.lines).toMatchObject([{ quantity: 4, asked: 10, requestLine: 0 }])
    const request = slip.request?.id ?? ''
    expect(await clerk.call('supplies.request', { id: request })).toMatchObject({
      request: { needsApproval: false, promised: { date: '2026-11-27' } },
      lines: [{ approved: 10, issued: 4, left: 6 }],
    })
    await clerk.call('supplies.receive', { lines: [{ item: item.id, quantity: 6, unit: '支', price: 150 }] })
    await clerk.call('supplies.issue', fill(request, item.id, 6))
    expect(await openOnes()).not.toContain(request)
  })

  it('enters neither slip nor request where the stock is short', async () => {
    const item = await newItem({ stock: 1 })
    const before = office.office().journal.head().n
    const lines = [{ item: item.id, quantity: 2, unit: '支', asked: 5 }]
    const refused = await clerk.refused('supplies.issue', { recipient: asker.person, promised: '2026-12-01', lines })
    expect(refused).toMatchObject({ code: 'stock-short' })
    expect(office.office().journal.head().n).toBe(before)
  })
})

describe('the bands', () => {
  const band = (bands: { measure: 'slip' | 'piece'; from: number; post?: string }[], overQuotaPercent?: number) =>
    office.administrator.call('supplies.policySet', { bands, overQuotaPercent, requests: 'bands' })
  const credentials = async (person: Person) => ({
    staffNo: (await clerk.call('people.get', { id: person.person })).person.staffNo,
    password: '',
  })

  it('ask for an approver from a slip’s amount on, who confirms at the counter', async () => {
    const item = await newItem()
    await band([{ measure: 'slip', from: 1500 }])
    await clerk.call('supplies.issue', issueTo(asker.person, item.id, 9))
    const input = issueTo(asker.person, item.id, 10)
    expect(await clerk.refused('supplies.issue', input)).toMatchObject({
      code: 'approval-needed',
      grounds: [{ why: 'slip', from: 1500, amount: 1500 }],
    })
    const by = (who: Person) => credentials(who).then((approved) => ({ ...input, approver: approved }))
    expect(await clerk.refused('supplies.issueApproved', await by(asker))).toMatchObject({
      code: 'supplies-approver-unfit',
    })
    const toApprover = { ...issueTo(approver.person, item.id, 10), approver: await credentials(approver) }
    expect(await clerk.refused('supplies.issueApproved', toApprover)).toMatchObject({ code: 'approver-is-involved' })
    const { slip } = await clerk.call('supplies.issueApproved', { ...(await by(approver)), opinion: '同意' })
    expect(slip.approval).toMatchObject({ how: 'counter', opinion: '同意', grounds: ['slip'] })
    expect(slip.approval?.by.id).toBe(approver.person)
  })

  it('ask for one in a post, of a piece’s price, and of a quota far exceeded even with a reason', async () => {
    const item = await newItem({ quota: 2 })
    await band([{ measure: 'piece', from: 100, post: '总经理' }])
    expect(await clerk.refused('supplies.issue', issueTo(asker.person, item.id, 1))).toMatchObject({
      code: 'approval-needed',
      posts: ['总经理'],
    })
    const input = { ...issueTo(asker.person, item.id, 1), approver: await credentials(approver) }
    expect(await clerk.refused('supplies.issueApproved', input)).toMatchObject({ code: 'supplies-approver-unfit' })
    await band([], 100)
    await clerk.call('supplies.issue', issueTo(asker.person, item.id, 4, { reason: '接待' }))
    expect(await clerk.refused('supplies.issue', issueTo(asker.person, item.id, 3, { reason: '接待' }))).toMatchObject({
      code: 'approval-needed',
      grounds: [{ why: 'over-quota', over: 3, quota: 2 }],
    })
  })

  it('are met by an approved request, and then the counter asks nobody', async () => {
    const item = await newItem()
    await band([{ measure: 'slip', from: 300 }])
    const small = await ask(item.id, 1)
    expect((await clerk.call('supplies.request', { id: small.id })).request.status).toBe('approved')
    const { id } = await ask(item.id, 2)
    expect((await clerk.call('supplies.request', { id })).request.status).toBe('pending')
    await approver.call('supplies.requestDecide', { id, decision: 'approved' })
    const { slip } = await clerk.call('supplies.issue', fill(id, item.id, 2))
    expect(slip.approval).toMatchObject({ how: 'request', by: { id: approver.person } })
  })
})

describe('quotas per department and in amount', () => {
  it('are counted from the slips, need a reason beyond, and are given back by a return', async () => {
    const item = await newItem()
    await clerk.call('supplies.changeItem', {
      id: item.id,
      quotaRules: [{ per: 'person', measure: 'amount', limit: 450 }],
    })
    const { slip } = await clerk.call('supplies.issue', issueTo(asker.person, item.id, 2))
    expect(slip.lines).toMatchObject([{ quotas: [{ per: 'person', measure: 'amount', limit: 450, over: 0 }] }])
    expect(await clerk.refused('supplies.issue', issueTo(asker.person, item.id, 2))).toMatchObject({
      code: 'quota-exceeded',
    })
    await clerk.call('supplies.return', { original: slip.id, lines: [{ item: item.id, quantity: 2, unit: '支' }] })
    await clerk.call('supplies.issue', issueTo(asker.person, item.id, 3))
  })
})

describe('a signature', () => {
  it('is entered once, on paper, or on the screen with its picture', async () => {
    const item = await newItem()
    const { slip } = await clerk.call('supplies.issue', issueTo(asker.person, item.id, 1))
    expect(await clerk.refused('supplies.sign', { id: slip.id, on: 'screen' })).toMatchObject({ code: 'not-found' })
    const upload = '5e41b00c-0001'
    const bytes = Buffer.from('89504e470d0a1a0a0000', 'hex').toString('base64')
    await clerk.call('attachments.part', { upload, offset: 0, bytes })
    const kept = await clerk.call('attachments.keep', {
      upload,
      name: '签字.png',
      kind: 'other',
      of: { type: 'supply_slip', subject: slip.id },
    })
    const signed = await clerk.call('supplies.sign', { id: slip.id, on: 'screen', attachment: kept.id })
    expect(signed.slip.signature).toMatchObject({ on: 'screen', attachment: kept.id })
    expect(await clerk.refused('supplies.sign', { id: slip.id, on: 'paper' })).toMatchObject({ code: 'slip-signed' })
  })
})
