/** The subject types of the contracts register: contract, delegation, authority check, declared interest, exchange rate. */
import { z } from 'zod'
import { monthOf } from '../office/dates.ts'
import { instantOf } from '../journal/clock.ts'
import type { Entry } from '../journal/entry.ts'
import { overlay, subjectType, type Contribution, type Identified } from '../journal/subject.ts'
import { amendmentBody } from './amendment.ts'
import { inYuan } from './amounts.ts'
import { authorityCheckRecord, type AuthorityCheck } from './authority-check.ts'
import { contractRecord, type Contract } from './contract.ts'
import { delegationRecord, type Delegation } from './delegation.ts'
import { rateRecord, type ExchangeRate } from './exchange-rate.ts'
import { interestRecord, type Interest } from './interest.ts'
import { revocationNoticeType } from './revocation.ts'
import { reduceDelegation } from './originals.ts'
import { withKeys } from './splitting.ts'

/** A later entry may change any field; `null` takes one away. */
const changesOf = (record: z.ZodObject) =>
  z.object(
    Object.fromEntries(Object.entries(record.shape).map(([name, field]) => [name, z.optional(z.nullable(field))])),
  )

const overlayAndClear = <R extends Identified>(record: R | undefined, entry: Entry): R => {
  const next = overlay(record, entry)
  return Object.fromEntries(Object.entries(next).filter(([, value]) => value !== null)) as R
}

/** Later entries without the first one make no record: what they are about is not known. */
const foldFrom =
  (first: string) =>
  <R extends Identified>(record: R | undefined, entry: Entry): R | undefined =>
    record === undefined && entry.kind !== first ? undefined : overlayAndClear(record, entry)

/** The account of what was signed under a delegation in a month, in minor units of a currency. */
export const signedAccount = (delegation: string, currency: string, month: string): string =>
  `signed:${delegation}:${currency}:${month}`

// A limit in 元 also counts what was signed in another currency, at the contract's own rate.
const contributeContract = (record: Contract): Contribution[] => {
  const { signedOn, amount, grantedBy = [], currency, counted = [] } = record
  if (!signedOn || !amount) return []
  const month = monthOf(signedOn)
  const yuan = currency === 'CNY' || record.rate === undefined ? undefined : inYuan(amount, record.rate)
  const own = grantedBy.flatMap((id) => [
    { account: signedAccount(id, currency, month), delta: amount },
    ...(yuan === undefined ? [] : [{ account: signedAccount(id, 'CNY', month), delta: yuan }]),
  ])
  const others = counted.map(({ delegation, ...as }) => ({
    account: signedAccount(delegation, as.currency, month),
    delta: as.amount,
  }))
  return [...own, ...others]
}

export const contractType = subjectType<Contract>({
  name: 'contract',
  kinds: {
    'contract.entered': contractRecord,
    'contract.changed': changesOf(contractRecord),
    'contract.moved': changesOf(contractRecord),
  },
  reduce: (record, entry) => withKeys(foldFrom('contract.entered')(record, entry)),
  contribute: contributeContract,
  search: (record) => ({
    title: record.name,
    detail: `${record.number} · ${record.counterparty}`,
    words: [
      record.number,
      record.counterparty,
      record.creditCode ?? '',
      record.originalNumber ?? '',
      record.subject ?? '',
    ],
    class: 'master',
  }),
})

export const delegationType = subjectType<Delegation>({
  name: 'delegation',
  kinds: {
    'delegation.issued': delegationRecord,
    'delegation.revoked': z.object({
      revokedOn: z.string(),
      revokedReason: z.string(),
      liftsExclusions: z.boolean().optional(),
    }),
    'delegation.amended': amendmentBody,
    'delegation.exclusions-lifted': z.object({ exclusionsLiftedOn: z.string(), exclusionsLiftedReason: z.string() }),
    'delegation.handed': z.object({ on: z.string(), to: z.string(), count: z.int() }),
    'delegation.returned': z.object({ returnedOn: z.string(), count: z.int().optional() }),
  },
  reduce: (record, entry) => reduceDelegation(record, entry, foldFrom('delegation.issued')),
  contribute: (record) => [{ account: `book:${record.numbered.book}`, delta: 1 }],
  search: (record) => ({
    title: record.delegateName ?? record.post ?? record.number,
    detail: [record.number, record.delegatorName, record.post].filter(Boolean).join(' · '),
    words: [
      record.number,
      record.delegateName ?? '',
      record.delegatorName,
      record.post ?? '',
      record.originalNumber ?? '',
    ],
    class: 'master',
  }),
})

export const authorityCheckType = subjectType<AuthorityCheck>({
  name: 'authority_check',
  kinds: { 'authority.checked': authorityCheckRecord },
  reduce: (record, entry) => record ?? { ...overlay<AuthorityCheck>(record, entry), askedAt: instantOf(entry.at) },
  contribute: (record) => [{ account: `book:${record.numbered.book}`, delta: 1 }],
  search: (record) => ({
    title: `${record.number} ${record.person.name}`,
    detail: [record.asked.name, record.asked.counterparty, record.askedOn].filter(Boolean).join(' · '),
    words: [record.number, record.person.name, record.asked.number ?? '', record.asked.name ?? ''],
    class: 'log',
  }),
})

export const interestType = subjectType<Interest>({
  name: 'interest',
  kinds: { 'interest.declared': interestRecord, 'interest.withdrawn': z.object({ withdrawnOn: z.string() }) },
  reduce: foldFrom('interest.declared'),
  search: (record) => ({
    title: `${record.personName} ↔ ${record.counterparty}`,
    detail: [record.nature, record.declaredOn].join(' · '),
    words: [record.personName, record.counterparty, record.creditCode ?? ''],
    class: 'log',
  }),
})

export const exchangeRateType = subjectType<ExchangeRate>({
  name: 'exchange_rate',
  kinds: {
    'rate.entered': rateRecord,
    'rate.withdrawn': z.object({ withdrawnOn: z.string(), withdrawnReason: z.string() }),
  },
  reduce: foldFrom('rate.entered'),
})

export const contractSubjects = [
  contractType,
  delegationType,
  authorityCheckType,
  interestType,
  revocationNoticeType,
  exchangeRateType,
] as const
