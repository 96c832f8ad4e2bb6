/** Facts of the authority registry's registers, for tests and for looking at the forms: names and numbers are invented. */
import type { ContractRegisterFacts, DelegationRegisterFacts, RevocationFacts } from './register-facts.ts'

const office = '华东某某精密机械股份有限公司'

/** @param count how many people are told */
export const sampleRevocation = (count: number): RevocationFacts => ({
  form: 'revocation',
  office,
  number: 'SQ-A-2026-0012',
  delegator: '梁海生',
  delegate: '欧阳若曦',
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
  revokedOn: '2026-11-20',
  reason: '调离采购部，不再负责采购合同的签署',
  by: '方志远',
  notifiedOn: '2026-11-23',
  told: Array.from({ length: count }, (_, index) => ({
    name: ['欧阳若曦', '㛃淑兰', '赵敏'][index % 3] ?? '',
    as: index === 0 ? ['delegate', 'applicant'] : ['handler', 'custodian'],
    concerns: ['SQ-A-2026-0012 欧阳若曦 ×2', 'CG-2026-0311 数控机床主轴轴承年度采购框架合同'],
    ...(index === 0 ? { acknowledgedOn: '2026-11-23', method: 'self' } : {}),
    ...(index === 1 ? { acknowledgedOn: '2026-11-24', method: 'proxy', proxy: '陈立' } : {}),
  })),
  originals: [
    { number: 'SQ-A-2026-0012', holder: '欧阳若曦', copies: 2, returnedOn: '2026-11-24' },
    { number: 'SQ-A-2026-0019', holder: '夏知秋', copies: 1 },
  ],
})

/** @param count how many contracts the year has */
export const sampleContracts = (count: number): ContractRegisterFacts => ({
  form: 'contract-register',
  office,
  year: 2026,
  rows: Array.from({ length: count }, (_, index) => ({
    number: `CG-2026-${String(index + 1).padStart(4, '0')}`,
    name: index % 5 === 0 ? '数控机床主轴轴承年度采购框架合同（含补充协议一及附件）' : '设备采购合同',
    counterparty: index % 3 === 0 ? '苏州工业园区瑞丰轴承制造有限公司' : '上海达安贸易有限公司',
    department: '采购部',
    amount: 48_650_000 + index * 1_000_000,
    currency: index % 11 === 3 ? 'USD' : 'CNY',
    isUncapped: index === 7,
    signatory: '欧阳若曦',
    signedOn: '2026-03-11',
    check: 'HY-A-2026-0093',
    seals: ['HT01-2026-0187', 'GZ01-2026-0020'].slice(0, (index % 3) + 0),
    ...(index % 4 === 0 ? { archiveNumber: 'DA-2026-0031' } : {}),
    status: index === 4 ? 'terminated' : 'performing',
  })),
})

/** @param count how many delegations are held */
export const sampleDelegations = (count: number): DelegationRegisterFacts => {
  const line = (index: number) => ({
    number: `SQ-A-2026-${String(index + 1).padStart(4, '0')}`,
    from: index % 4 === 0 ? '' : '梁海生',
    to: '欧阳若曦',
    kind: 'standing',
    actions: ['sign', 'seal'],
    types: index % 2 === 0 ? [] : ['purchase', 'service', 'lease', 'technology'],
    limit: 50_000_000,
    currency: 'CNY',
    validFrom: '2026-01-01',
    validTo: '2026-12-31',
    depth: 1,
    state: index % 5 === 0 ? 'revoked' : 'in-force',
    ...(index % 7 === 3 ? { fell: 'SQ-A-2026-0001' } : {}),
  })
  return {
    form: 'delegation-register',
    office,
    of: '欧阳若曦',
    post: '采购部经理',
    isOffice: false,
    asOf: '2026-11-23',
    given: [line(1)],
    held: Array.from({ length: count }, (_, index) => line(index)),
  }
}
