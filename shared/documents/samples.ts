/** Facts as a day at the desk makes them, for tests and for looking at the forms: names and numbers are invented. */
import type { Verdict } from '../office/verdict.ts'
import type { AuthorityCheckFacts, BookRow, IssueSlipFacts, SealBookFacts, SealUseFacts } from './facts.ts'

const office = '华东某某精密机械股份有限公司'
const seal = { code: 'HT01', name: '合同专用章（1）', type: 'contract', width: 42 }

const verdict: Verdict = {
  result: 'permitted',
  asOf: '2026-11-23',
  person: { id: 'p1', name: '欧阳若曦' },
  reasons: [{ key: 'in-chain', values: { name: '欧阳若曦', number: 'SQ-A-2026-0012' } }],
  chain: [
    { delegation: 'd1', number: 'SQ-A-2026-0001', from: '', to: '王建国', limit: 500_000_000, currency: 'CNY' },
    {
      delegation: 'd2',
      number: 'SQ-A-2026-0012',
      from: '王建国',
      to: '欧阳若曦',
      limit: 50_000_000,
      currency: 'CNY',
      validTo: '2026-12-31',
    },
  ],
  failed: [],
}

export const sampleUse: SealUseFacts = {
  approvedBy: [{ name: '王建国' }, { name: '李明', standsFor: '欧阳若曦' }],
  override: { second: '王建国', reason: '客户当日返程，审批人在飞行途中，电话确认后补批' },
  form: 'seal-use',
  office,
  seal,
  number: 'HT01-2026-0187',
  at: '2026-11-23 13:05',
  title: '数控机床主轴轴承年度采购框架合同（含补充协议一、质量保证协议及附件）',
  documentNumber: 'CG-2026-0311',
  counterparty: '苏州工业园区瑞丰轴承制造有限公司',
  purpose: '签订年度采购框架合同，按季结算',
  copies: 4,
  approved: 12,
  actual: 8,
  spoiled: 1,
  seam: 4,
  handler: '赵敏',
  approver: '王建国',
  witness: '㛃淑兰',
  category: 'contract',
  request: 'YS-A-2026-0044',
  contract: 'HT-2026-0311',
  amount: 48_650_000,
  currency: 'CNY',
  pages: 16,
  department: '采购部',
  applicant: '欧阳若曦',
  sealer: '陈立',
  documentHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  verdict,
}

const rowOf = (index: number): BookRow => ({
  number: `HT01-2026-${String(150 + index).padStart(4, '0')}`,
  at: `2026-11-${String(1 + Math.floor(index / 2)).padStart(2, '0')} 09:${String(10 + index).padStart(2, '0')}`,
  title: index % 5 === 0 ? '数控机床主轴轴承年度采购框架合同（含补充协议一及附件）' : '设备采购合同',
  documentNumber: `CG-2026-${String(300 + index)}`,
  counterparty: index % 3 === 0 ? '苏州工业园区瑞丰轴承制造有限公司' : '上海达安贸易有限公司',
  copies: 2,
  approved: 4,
  actual: 4,
  spoiled: index % 7 === 0 ? 1 : 0,
  seam: 2,
  handler: '赵敏',
  approver: '王建国',
  witness: '陈立',
  ...(index === 4 ? { voided: { at: '2026-11-04 10:00', by: '陈立', reason: '盖错文件', wasStamped: true } } : {}),
  ...(index === 6 ? { corrected: '份数填错' } : {}),
})

/** @param count how many uses the month has */
export const sampleBook = (count: number): SealBookFacts => ({
  form: 'seal-book',
  office,
  seal,
  custodian: '陈立',
  month: '2026-11',
  year: 2026,
  book: 1,
  rows: Array.from({ length: count }, (_, index) => rowOf(index)),
  before: { uses: 149, voided: 3, copies: 310, actual: 640, spoiled: 9 },
})

/** @param count how many lines the slip has */
export const sampleSlip = (count: number): IssueSlipFacts => ({
  form: 'issue-slip',
  office,
  number: 'LY-A-2026-0316',
  at: '2026-11-23 14:20',
  recipient: '欧阳若曦',
  department: '采购部',
  location: '行政仓',
  purpose: '部门日常办公',
  clerk: '赵敏',
  quotaReason: '季度盘点临时加用',
  lines: Array.from({ length: count }, (_, index) => ({
    code: `A00${index}`,
    name: ['复印纸', '中性笔', '硒鼓（适用于打印机）'][index % 3] ?? '',
    spec: ['A4 70g 500张/包', '0.5mm 黑', 'CF-218A 原装 约1400页'][index % 3] ?? '',
    unit: ['包', '盒', '支'][index % 3] ?? '',
    issued: String(index + 2),
    unitCost: 2350,
    amount: 2350 * (index + 2),
    ...(index === 1 ? { overQuota: { count: 3, unit: '支' } } : {}),
  })),
  total: Array.from({ length: count }, (_, index) => 2350 * (index + 2)).reduce((sum, amount) => sum + amount, 0),
})

/** @param failures how many delegations were looked at in vain */
export const sampleCheck = (failures: number): AuthorityCheckFacts => ({
  form: 'authority-check',
  office,
  number: 'HY-A-2026-0093',
  at: '2026-11-23 10:41',
  clerk: '赵敏',
  action: 'sign',
  contractNumber: 'HT-2026-0311',
  contractName: '数控机床主轴轴承年度采购框架合同',
  contractType: 'purchase',
  counterparty: '苏州工业园区瑞丰轴承制造有限公司',
  amount: 80_000_000,
  currency: 'CNY',
  joint: [],
  verdict: {
    ...verdict,
    result: failures > 0 ? 'outside' : 'permitted',
    reasons: failures > 0 ? [{ key: 'none-holds', values: { name: '欧阳若曦', count: failures } }] : verdict.reasons,
    chain: failures > 0 ? [] : verdict.chain,
    failed: Array.from({ length: failures }, (_, index) => ({
      delegation: `d${index}`,
      number: `SQ-A-2026-${String(index + 10).padStart(4, '0')}`,
      reason: {
        key: 'limit',
        values: {
          amount: '¥800,000.00',
          number: `SQ-A-2026-${String(index + 10).padStart(4, '0')}`,
          limit: '¥500,000.00',
        },
      },
    })),
    warnings: [{ key: 'authority.warning.ends-soon', values: { number: 'SQ-A-2026-0012', date: '2026-12-31' } }],
    limit: { amount: 50_000_000, currency: 'CNY' },
    aggregate: { used: 123_000_000, limit: 200_000_000, currency: 'CNY', number: 'SQ-A-2026-0012' },
  },
  instead: ['王建国 总经理 SQ-A-2026-0001', '李慕白 财务总监 SQ-A-2026-0002'],
  freshness: [],
})

/** A closed month with what came to it later. */
export const sampleClosedBook = (later: number): SealBookFacts => ({
  ...sampleBook(20),
  closing: {
    number: 'JZ-A-2026-0011',
    closed: { by: '陈立', at: '2026-12-01 09:10' },
    later: Array.from({ length: later }, (_, index) => ({
      number: `GZ01-2026-${String(index + 1).padStart(4, '0')}`,
      act: (['corrected', 'voided', 'arrived'] as const)[index % 3] ?? 'corrected',
      at: '2026-12-03 15:40',
      by: '陈立',
      reason: '复核时发现骑缝章漏记两次，按存档文件逐页清点后更正',
      ...(index % 3 === 2 ? {} : { was: { actual: 4, spoiled: 0 } }),
      now: { actual: 6, spoiled: index % 3 === 1 ? 4 : 0 },
    })),
  },
})
