/** The contract 合同 as the register holds it: fields of domain §3, its statuses and the moves between them. */
import { z } from 'zod'
import { count, date, id, longText, money, optionalText, text } from '../api/fields.ts'
import { currencies } from '../office/money.ts'
import { isCreditCode } from './credit-code.ts'
import { contractStatuses, contractTypes, directions } from './kinds.ts'

export {
  boundStatuses,
  contractMoves,
  contractStatuses,
  contractTypes,
  directions,
  type ContractStatus,
  type ContractType,
} from './kinds.ts'

/** Exchange rate in millionths of 元 per unit of the contract's currency: 7.1234 -> 7123400. */
export const rate = () => count(1, 1_000_000_000)

export const creditCode = () =>
  z
    .string()
    .max(30, { error: 'invalid.too-long' })
    .transform((value) => value.trim().toUpperCase())
    .refine((value) => value === '' || isCreditCode(value), { error: 'invalid.credit-code' })
    .transform((value) => (value === '' ? undefined : value))
    .optional()

/** What a clerk fills in; amounts in minor units (分). */
export const contractFields = {
  /** Typed by the office, never reused. */
  number: text(60),
  name: text(200),
  type: z.enum(contractTypes),
  direction: z.enum(directions).default('pay'),
  counterparty: text(200),
  creditCode: creditCode(),
  /** 标的: what it is about; contracts with the same counterparty and the same subject are summed. */
  subject: optionalText(500),
  amount: money().optional(),
  currency: z.enum(currencies).default('CNY'),
  rate: rate().optional(),
  /** 敞口: the contract states no ceiling. */
  uncapped: z.boolean().default(false),
  inBudget: z.boolean().default(true),
  ownTemplate: z.boolean().default(true),
  startsOn: date().optional(),
  endsOn: date().optional(),
  autoRenew: z.boolean().default(false),
  /** The last day to give notice where it renews by itself. */
  noticeOn: date().optional(),
  /** The main contract, where this is a supplement 补充协议. */
  parent: id().optional(),
  copies: count(1, 999).default(2),
  department: optionalText(100),
  handler: id().optional(),
  custodian: id().optional(),
  archiveNumber: optionalText(60),
  /** 原编号, where it came from an older register under another number. */
  originalNumber: optionalText(60),
  remarks: longText(2000).optional(),
}
export const contractInput = z.object(contractFields)
export type ContractInput = z.output<typeof contractInput>

/** A person with the name as it stood when it was entered. */
export const personRef = z.object({ id: z.string(), name: z.string() })
export type PersonRef = z.infer<typeof personRef>

/** The record as folded; `signatory`, `signedOn`, `grantedBy` and `check` are there once it is signed. */
export const contractRecord = z.object({
  number: z.string(),
  name: z.string(),
  type: z.enum(contractTypes),
  direction: z.enum(directions),
  counterparty: z.string(),
  creditCode: z.string().optional(),
  subject: z.string().optional(),
  amount: z.int().optional(),
  currency: z.enum(currencies),
  rate: z.int().optional(),
  uncapped: z.boolean(),
  inBudget: z.boolean(),
  ownTemplate: z.boolean(),
  startsOn: z.string().optional(),
  endsOn: z.string().optional(),
  autoRenew: z.boolean(),
  noticeOn: z.string().optional(),
  parent: z.string().optional(),
  copies: z.int(),
  department: z.string().optional(),
  handler: personRef.optional(),
  custodian: personRef.optional(),
  archiveNumber: z.string().optional(),
  originalNumber: z.string().optional(),
  remarks: z.string().optional(),
  status: z.enum(contractStatuses),
  signatory: personRef.optional(),
  jointSignatories: z.array(personRef).optional(),
  signedOn: z.string().optional(),
  /** Ids of the delegations of the chain it was signed under, first delegator first. */
  grantedBy: z.array(z.string()).optional(),
  /** As what it counts against aggregate limits in a third currency, at the rates of the day it was signed. */
  counted: z.array(z.object({ delegation: z.string(), currency: z.string(), amount: z.int() })).optional(),
  /** 授权核验号 */
  check: z.string().optional(),
  /** Why it was signed although the check did not permit it: an exception. */
  outsideReason: z.string().optional(),
  closedReason: z.string().optional(),
})
export const contract = contractRecord.extend({
  id: z.string(),
  /** What contracts like it are found by; made by the fold. */
  likeName: z.string().optional(),
  likeCode: z.string().optional(),
})
export type Contract = z.infer<typeof contract>
