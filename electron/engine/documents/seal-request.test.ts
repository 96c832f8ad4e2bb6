/** The paper 用印申请单 through the office's door: what an outside reader finds on it, which print it is, and what stays true. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestOffice, type TestDesk, type TestOffice } from '../testing.ts'
import { textOf } from './outside.ts'

type Person = TestDesk & { person: string }
let office: TestOffice
let custodian: Person
let clerk: Person
let approver: Person
let general: Person
let request: { id: string; number: string }

const sha256 = '0123456789abcdef'.repeat(4)

const pagesOf = async (desk: Person, operation: 'documents.issue' | 'documents.render' = 'documents.issue') => {
  const issued = await desk.call(operation, { form: 'seal-request', subject: request.id })
  return { ...issued, text: textOf(Buffer.from(issued.pdf, 'base64')).join('') }
}

beforeAll(async () => {
  office = await openTestOffice()
  custodian = await office.as('custodian')
  clerk = await office.as('clerk')
  approver = await office.as('approver')
  const added = await office.administrator.call('people.add', {
    name: '王总',
    staffNo: 'Z-1',
    post: '总经理',
    employedFrom: '2020-01-01',
    roles: ['approver'],
  })
  general = { ...office.stranger(), person: added.id }
  await general.call('people.signIn', { staffNo: 'Z-1' })
  const contractSeal = await custodian.call('seals.register', { code: 'SQ01', name: '申请合同章', type: 'contract' })
  const legal = await custodian.call('seals.register', { code: 'SQ02', name: '申请法人章', type: 'legal' })
  await custodian.call('seals.routeSet', {
    name: '合同会签',
    seals: [contractSeal.id],
    precedence: 1,
    steps: [
      { mode: 'any-of', approvers: [{ by: 'role', role: 'approver' }] },
      { mode: 'all-of', approvers: [{ by: 'post', post: '总经理' }] },
    ],
  })
  request = await clerk.call('seals.requestSubmit', {
    lines: [
      { seal: contractSeal.id, perCopy: 2, seamPerCopy: 1 },
      { seal: legal.id, perCopy: 1 },
    ],
    category: 'official',
    document: { title: '保密协议', number: 'BM-07', pages: 6, sha256 },
    copies: 3,
    counterparty: '苏州恒源物资有限公司',
    purpose: '双方合作前签订',
  })
  const upload = crypto.randomUUID()
  const bytes = Buffer.from('%PDF-1.7 保密协议').toString('base64')
  await clerk.call('attachments.part', { upload, offset: 0, bytes })
  const of = { type: 'seal_request', subject: request.id }
  await clerk.call('attachments.keep', { upload, name: '保密协议终稿.pdf', kind: 'document', of })
})
afterAll(() => office.close())

test('before it is approved it carries what is asked, the files, and an empty place for each approver', async () => {
  const { text, number, print } = await pagesOf(clerk)
  expect([number, print]).toEqual([request.number, 1])
  for (const part of [
    '用印申请单',
    request.number,
    '保密协议',
    'BM-07',
    '苏州恒源物资有限公司',
    '双方合作前签订',
    '申请合同章（SQ01）',
    '■合同专用章',
    '■法定代表人章',
    '□公章',
    '合计12次，其中骑缝3次',
    sha256,
    `1.保密协议终稿.pdf（文件，1kB，SHA-256${createHash('sha256').update('%PDF-1.7 保密协议').digest('hex').slice(0, 16)}…）`,
    '审批意见（合同会签）',
    '审批人（任一人）：审批人',
    '审批人：总经理',
    '待审批',
  ])
    expect(text).toContain(part)
  expect(text).not.toContain('批准·')
  expect(text.match(/签字：/g)).toHaveLength(5)
})

test('each decision stands in its step; the next print is counted, and sealing leaves the approved paper true', async () => {
  await approver.call('seals.requestApprove', { id: request.id, opinion: '条款已核' })
  await general.call('seals.requestApprove', { id: request.id, opinion: '同意用印' })
  const { text, print, pdf } = await pagesOf(clerk)
  expect(print).toBe(2)
  expect(text).toContain('第2次打印')
  expect(text).toContain('已批准')
  expect(text).toMatch(/审批人（任一人）：审批人.*条款已核.*审批人：总经理.*王总批准.*同意用印/s)
  await custodian.call('seals.use', { request: request.id })
  expect((await clerk.call('seals.requestGet', { id: request.id })).request.status).toBe('done')
  expect(await clerk.call('documents.verify', { file: pdf })).toMatchObject({
    signature: 'valid',
    content: 'unchanged',
    record: 'same',
  })
})

test('a rejected one says so in red words and as void, in the step it was rejected in', async () => {
  const { id } = request
  const again = await clerk.call('seals.requestSubmit', {
    lines: [{ seal: (await clerk.call('seals.requestGet', { id })).request.lines[1]?.seal.id ?? '' }],
    category: 'other',
    document: { title: '退回的说明' },
  })
  await approver.call('seals.requestReject', { id: again.id, opinion: '事由不清' })
  request = again
  const { text } = await pagesOf(clerk, 'documents.render')
  for (const part of ['作废', '已驳回', '驳回·', '事由不清', '未设路线：任一审批人']) expect(text).toContain(part)
})
