/** The seal register through the office's own door, on a real file, with the authority registry's own verdicts. */
// Long because: one office is staged once, and every test of this door starts from it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestOffice, type TestDesk, type TestOffice } from '../testing.ts'
import { admitDesk } from './use/another-desk.ts'

let office: TestOffice
let custodian: TestDesk & { person: string }
let approver: TestDesk & { person: string }
let clerk: TestDesk & { person: string }
let contract: string
let beyond: string

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 42 42"><circle cx="21" cy="21" r="20"/></svg>'

beforeAll(async () => {
  office = await openTestOffice()
  admitDesk(office, 'B')
  custodian = await office.as('custodian')
  approver = await office.as('approver')
  clerk = await office.as('clerk')
  await office.administrator.call('delegations.issue', {
    kind: 'standing',
    delegator: 'office',
    delegate: clerk.person,
    actions: ['sign', 'seal'],
    limit: 50_000_000,
    validFrom: '2026-01-01',
    validTo: '2027-12-31',
  })
  contract = await newContract('ZT-2026-001', 30_000_000)
  beyond = await newContract('ZT-2026-002', 80_000_000)
})
afterAll(() => office.close())

const newContract = async (number: string, amount: number): Promise<string> => {
  const common = { type: 'purchase', counterparty: '苏州恒源物资有限公司', handler: clerk.person } as const
  return (await clerk.call('contracts.add', { ...common, number, name: `采购合同 ${number}`, amount })).id
}

let seals = 0
const newSeal = async (more: { isHighRisk?: boolean; homeDesk?: string } = {}): Promise<{ id: string; code: string }> =>
  custodian.call('seals.register', {
    code: `ZT${(seals += 1).toString().padStart(2, '0')}`,
    name: `测试章${seals}`,
    type: 'contract',
    ...more,
  })

const entries = (): number => office.office().journal.head().n

const approved = async (seal: string, copies = 2): Promise<string> => {
  const { id } = await clerk.call('seals.requestSubmit', {
    lines: [{ seal }],
    category: 'certificate',
    document: { title: '在职证明' },
    copies,
  })
  await approver.call('seals.requestApprove', { id, opinion: '同意' })
  return id
}

test('a walk-in within authority: the light is green, it is sealed, numbered, and carries the verdict', async () => {
  const seal = await newSeal()
  const light = await custodian.call('seals.verdict', { contract, seals: [seal.id] })
  expect(light).toMatchObject({ verdict: { result: 'permitted', person: { id: clerk.person } }, stops: [], before: [] })
  const { uses } = await custodian.call('seals.use', {
    contract,
    stamps: [{ seal: seal.id, seamPerCopy: 1 }],
    copies: 2,
    recipient: '苏州恒源',
  })
  expect(uses[0]?.number).toBe(`${seal.code}-2026-0001`)
  const { use } = await custodian.call('seals.useGet', { number: `${seal.code}-2026-0001` })
  expect(use).toMatchObject({
    approved: 4,
    actual: 4,
    seam: 2,
    spoiled: 0,
    copies: 2,
    desk: 'A',
    status: 'used',
    usedAt: '2026-11-23 09:00',
    counterparty: '苏州恒源物资有限公司',
    contract: { id: contract, number: 'ZT-2026-001' },
    verdict: { result: 'permitted' },
    sealer: { id: custodian.person },
  })
  expect((await custodian.call('seals.verdict', { contract, seals: [seal.id] })).before).toHaveLength(1)
})

test('outside authority is refused with the verdict, and leaves the journal as it was', async () => {
  const seal = await newSeal()
  const before = entries()
  const fault = await custodian.refused('seals.use', { contract: beyond, stamps: [{ seal: seal.id }] })
  expect(fault).toMatchObject({ code: 'not-authorized', verdict: { result: 'outside' } })
  expect(entries()).toBe(before)
  const light = await custodian.call('seals.verdict', { contract: beyond, seals: [seal.id] })
  expect(light.stops).toMatchObject([{ code: 'not-authorized' }])
})

test('the approval of a contract does not stand in for authority', async () => {
  const seal = await newSeal()
  const { id } = await clerk.call('seals.requestSubmit', {
    lines: [{ seal: seal.id }],
    category: 'contract',
    document: { title: '采购合同' },
    contract: { id: beyond },
  })
  await approver.call('seals.requestApprove', { id })
  expect(await custodian.refused('seals.use', { request: id })).toMatchObject({ code: 'not-authorized' })
})

test('asked, approved by someone else, sealed in two goes: numbers follow, the ceiling holds', async () => {
  const seal = await newSeal()
  const request = await approved(seal.id, 4)
  await custodian.call('seals.use', {
    request,
    stamps: [{ seal: seal.id, actual: 1, spoiled: 1, spoiledReason: '盖歪' }],
  })
  expect((await custodian.call('seals.requestGet', { id: request })).left).toEqual([
    { seal: seal.id, approved: 4, actual: 1, spoiled: 1, left: 2 },
  ])
  expect(await custodian.refused('seals.use', { request, stamps: [{ seal: seal.id, actual: 3 }] })).toMatchObject({
    code: 'over-approved',
    left: 2,
  })
  const { uses } = await custodian.call('seals.use', { request })
  expect(uses.map(({ number }) => number)).toEqual([`${seal.code}-2026-0002`])
  expect(await custodian.refused('seals.use', { request })).toMatchObject({ code: 'request-done' })
  expect((await custodian.call('seals.requests', { status: 'done' })).rows[0]?.id).toBe(request)
  expect(await clerk.refused('seals.requestWithdraw', { id: request })).toMatchObject({ code: 'request-not-pending' })
})

test('nobody approves their own request, and nothing is sealed before approval', async () => {
  const seal = await newSeal()
  const both = await office.as('clerk', 'approver')
  const { id } = await both.call('seals.requestSubmit', {
    lines: [{ seal: seal.id }],
    category: 'official',
    document: { title: '公函' },
  })
  expect(await both.refused('seals.requestApprove', { id })).toMatchObject({ code: 'duties-not-separated' })
  expect(await custodian.refused('seals.use', { request: id })).toMatchObject({ code: 'request-not-approved' })
  expect(await clerk.refused('seals.requestApprove', { id })).toMatchObject({ code: 'not-permitted' })
  await approver.call('seals.requestReject', { id, opinion: '内容有误' })
  expect(await approver.refused('seals.requestApprove', { id })).toMatchObject({
    code: 'request-not-pending',
    status: 'rejected',
  })
})

test('void keeps the number and gives back what was never stamped; the months follow', async () => {
  const seal = await newSeal()
  const request = await approved(seal.id)
  const { uses } = await custodian.call('seals.use', { request })
  const id = uses[0]?.id ?? ''
  const { heads } = await custodian.call('seals.useGet', { id })
  await custodian.call('seals.useVoid', { id, basedOn: heads, reason: '登记有误，未盖章', wasStamped: false })
  for (const seen of [{ id }, { id, basedOn: heads }])
    expect(await custodian.refused('seals.useVoid', { ...seen, reason: '再次' })).toMatchObject({ code: 'use-voided' })
  const again = await custodian.call('seals.use', { request })
  expect(again.uses[0]?.number).toBe(`${seal.code}-2026-0002`)
  const { months, year } = await custodian.call('seals.months', { seal: seal.id, year: 2026 })
  expect(months[10]).toEqual({ month: '2026-11', uses: 1, copies: 2, actual: 2, spoiled: 0, voided: 1 })
  expect(year).toEqual({ uses: 1, copies: 2, actual: 2, spoiled: 0, voided: 1 })
})

test('a correction is a new entry that keeps the number and stays under the ceiling', async () => {
  const seal = await newSeal()
  const { uses } = await custodian.call('seals.use', { request: await approved(seal.id) })
  const id = uses[0]?.id ?? ''
  await custodian.call('seals.useCorrect', { id, reason: '一份盖坏', change: { actual: 1, spoiled: 1 } })
  const { use } = await custodian.call('seals.useGet', { id })
  expect(use).toMatchObject({
    number: `${seal.code}-2026-0001`,
    actual: 1,
    spoiled: 1,
    corrected: { reason: '一份盖坏' },
  })
  const seen = async () => ({ id, basedOn: (await custodian.call('seals.useGet', { id })).heads })
  const more = { ...(await seen()), reason: '多写', change: { actual: 3 } }
  expect(await custodian.refused('seals.useCorrect', more)).toMatchObject({ code: 'over-approved' })
  // Blind, or by what was seen before: who changed it is told, and nothing is entered.
  for (const stale of [
    { id },
    { id, basedOn: [(await seen()).basedOn[0]?.replace(/^./, (c) => (c === '0' ? '1' : '0')) ?? ''] },
  ])
    for (const refused of [
      await custodian.refused('seals.useCorrect', { ...stale, reason: '补记', change: { remarks: '盲改' } }),
      await custodian.refused('seals.useVoid', { ...stale, reason: '盲目作废' }),
    ])
      expect(refused).toMatchObject({
        code: 'use-changed',
        why: '一份盖坏',
        changed: ['actual', 'spoiled', 'spoiledReason'],
        ...(await seen().then(({ basedOn }) => ({ heads: basedOn }))),
      })
  await custodian.call('seals.useCorrect', { ...(await seen()), reason: '补记', change: { remarks: '第二页' } })
  await custodian.call('seals.useCorrect', { ...(await seen()), reason: '记错', change: { remarks: '' } })
  expect((await custodian.call('seals.useGet', { id })).use).not.toHaveProperty('remarks')
  for (const change of [{}, { actual: 1 }, { remarks: '' }]) {
    expect(await custodian.refused('seals.useCorrect', { ...(await seen()), reason: '没改', change })).toMatchObject({
      code: 'invalid-input',
    })
  }
})

test('hard stops: a blank document, a seal of another desk, a seal not in use, an approval of last year', async () => {
  const seal = await newSeal()
  const request = await approved(seal.id)
  expect(await custodian.refused('seals.use', { request, isBlank: true })).toEqual({ code: 'blank-document' })
  const far = await newSeal({ homeDesk: 'B' })
  expect(await custodian.refused('seals.use', { contract, stamps: [{ seal: far.id }] })).toMatchObject({
    code: 'seal-elsewhere',
    homeDesk: 'B',
    desk: 'A',
  })
  await custodian.call('seals.retire', { seal: seal.id, reason: '换章' })
  expect(await custodian.refused('seals.use', { request })).toMatchObject({
    code: 'seal-not-in-use',
    status: 'retired',
  })
})

test('nothing more is sealed on a contract that was terminated', async () => {
  const seal = await newSeal()
  const over = await newContract('ZT-2026-003', 10_000)
  await clerk.call('contracts.move', { id: over, to: 'terminated', reason: '双方协商解除' })
  const asked = { contract: over, stamps: [{ seal: seal.id }] }
  expect(await custodian.refused('seals.use', asked)).toEqual({ code: 'contract-not-open', number: 'ZT-2026-003' })
})

test('high-risk seals: who brings it, who signs for it and who seals it differ', async () => {
  const seal = await newSeal({ isHighRisk: true })
  expect(await custodian.refused('seals.use', { contract, stamps: [{ seal: seal.id }] })).toMatchObject({
    code: 'duties-not-separated',
  })
  await custodian.call('seals.use', { contract, handler: approver.person, stamps: [{ seal: seal.id }] })
})

test('two seals on one document: one act, one number each, both or neither', async () => {
  const [one, other, far] = [await newSeal(), await newSeal(), await newSeal({ homeDesk: 'B' })]
  const before = entries()
  await custodian.refused('seals.use', { contract, stamps: [{ seal: one.id }, { seal: far.id }] })
  expect(entries()).toBe(before)
  const { uses } = await custodian.call('seals.use', { contract, stamps: [{ seal: one.id }, { seal: other.id }] })
  expect(uses.map(({ number }) => number)).toEqual([`${one.code}-2026-0001`, `${other.code}-2026-0001`])
})

test('the same command twice is one use; refused ones leave no gap', async () => {
  const seal = await newSeal()
  const input = { contract, stamps: [{ seal: seal.id }] }
  const first = await custodian.call('seals.use', input, 'same-command')
  expect(await custodian.call('seals.use', input, 'same-command')).toEqual(first)
  await custodian.refused('seals.use', { contract: beyond, stamps: [{ seal: seal.id }] })
  const next = await custodian.call('seals.use', input)
  expect(next.uses[0]?.number).toBe(`${seal.code}-2026-0002`)
})

test('the book pages by number and by date, both ways, without losing or doubling a row', async () => {
  const seal = await newSeal()
  for (let made = 0; made < 7; made++) {
    office.clock.advance(61_000)
    await custodian.call('seals.use', { contract, stamps: [{ seal: seal.id }] })
  }
  const serials = Array.from({ length: 7 }, (_, index) => `${seal.code}-2026-000${index + 1}`)
  for (const order of ['date', 'number'] as const) {
    for (const direction of ['forward', 'backward'] as const) {
      const found: string[] = []
      let after: string | undefined
      do {
        const page = await custodian.call('seals.book', {
          seal: seal.id,
          order,
          direction,
          after,
          limit: 3,
          from: '2026-11-01',
          to: '2026-11-30',
        })
        found.push(...page.rows.map(({ number }) => number))
        after = page.next
      } while (after !== undefined)
      expect(found).toEqual(direction === 'forward' ? serials : serials.toReversed())
    }
  }
  const { rows } = await custodian.call('seals.book', { seal: seal.id, to: '2026-10-31' })
  expect(rows).toEqual([])
})

test('the cabinet: codes are unique, impressions inert, changes based on what was seen', async () => {
  const seal = await newSeal()
  expect(await custodian.refused('seals.register', { code: seal.code, name: '重复', type: 'other' })).toEqual({
    code: 'seal-code-taken',
    sealCode: seal.code,
  })
  const { heads } = await custodian.call('seals.get', { sealCode: seal.code })
  const script = { mediaType: 'image/svg+xml' as const, data: drawing.replace('<circle', '<script/><circle') }
  expect(await custodian.refused('seals.change', { id: seal.id, change: {}, impression: script })).toEqual({
    code: 'impression-not-inert',
    reason: 'script',
  })
  await custodian.call('seals.change', {
    id: seal.id,
    basedOn: heads,
    change: { place: '三楼保险柜' },
    impression: { mediaType: 'image/svg+xml', data: drawing },
  })
  const changed = (await custodian.call('seals.get', { id: seal.id })).seal
  expect(changed).toMatchObject({ place: '三楼保险柜', kind: 'physical', widthMm: 42 })
  expect(await custodian.call('seals.impression', { id: changed.impression ?? '' })).toMatchObject({
    seal: seal.id,
    data: drawing,
  })
  await custodian.call('seals.change', { id: seal.id, change: { place: '', custodian: approver.person } })
  expect((await custodian.call('seals.get', { id: seal.id })).seal).not.toHaveProperty('place')
  expect(await custodian.refused('seals.change', { id: seal.id, change: { custodian: null } })).toMatchObject({
    code: 'custodian-by-handover',
  })
  await office.administrator.call('seals.change', { id: seal.id, change: { custodian: null } })
  expect((await custodian.call('seals.get', { id: seal.id })).seal).not.toHaveProperty('custodian')
  expect(await custodian.refused('seals.change', { id: seal.id, change: { custodian: null } })).toMatchObject({
    code: 'invalid-input',
  })
  expect(
    await custodian.refused('seals.change', { id: seal.id, basedOn: heads, change: { place: '二楼' } }),
  ).toMatchObject({ code: 'stale' })
  const codes = (await custodian.call('seals.list', { limit: 200 })).rows.map(({ code }) => code)
  expect(codes).toEqual(codes.toSorted())
})

test('who may not use seals is refused, and wrong input names its field', async () => {
  const seal = await newSeal()
  expect(await clerk.refused('seals.use', { contract, stamps: [{ seal: seal.id }] })).toMatchObject({
    code: 'not-permitted',
  })
  expect(await office.stranger().refused('seals.list', {})).toMatchObject({ code: 'not-signed-in' })
  const asked = await custodian.ask('seals.use', { contract, stamps: [{ seal: seal.id, actual: -1 }] })
  expect(asked).toMatchObject({
    ok: false,
    fault: { code: 'invalid-input', problems: [{ path: 'stamps.0.actual', reason: 'invalid.too-small' }] },
  })
  expect(
    await custodian.refused('seals.use', { contract, stamps: [{ seal: seal.id }, { seal: seal.id }] }),
  ).toMatchObject({ code: 'invalid-input' })
  expect(
    await custodian.refused('seals.use', { stamps: [{ seal: seal.id }], document: { title: '空白介绍信' } }),
  ).toMatchObject({ code: 'request-needed' })
})

test('at the turn of the year approvals lapse and every seal opens a new book', async () => {
  const seal = await newSeal()
  const request = await approved(seal.id)
  await custodian.call('seals.use', { contract, stamps: [{ seal: seal.id }] })
  office.clock.set('2026-12-31T16:30:00Z')
  const late = await office.as('custodian')
  const { uses } = await late.call('seals.use', { contract, stamps: [{ seal: seal.id }] })
  expect(uses[0]?.number).toBe(`${seal.code}-2027-0001`)
  expect(await late.refused('seals.use', { request })).toMatchObject({ code: 'approval-lapsed', useBy: '2026-12-31' })
})
