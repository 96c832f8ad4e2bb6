/** The delegation 授权: who lets whom do what, within which limits, from when to when, and how far it may be passed on. */
import { z } from 'zod'
import { count, date, id, longText, money, optionalText, text } from '../api/fields.ts'
import { currencies } from '../office/money.ts'
import { amendmentBody } from './amendment.ts'
import { aggregatePeriods, authorityActions, contractTypes, delegationKinds, officeItself } from './kinds.ts'

export {
  aggregatePeriods,
  authorityActions,
  delegationKinds,
  officeItself,
  type AggregatePeriod,
  type AuthorityAction,
  type DelegationKind,
} from './kinds.ts'

const types = () => z.array(z.enum(contractTypes)).max(contractTypes.length)
const counterparties = () => z.array(text(200)).max(100)

/** Everything below a cap is optional; absent means that this delegation itself sets no such limit. */
export const delegationFields = {
  kind: z.enum(delegationKinds),
  delegator: z.union([z.literal(officeItself), id()]),
  /** The delegation the delegator draws on; absent only where the office itself delegates. */
  parent: id().optional(),
  /** A person, or else a post: whoever holds it. */
  delegate: id().optional(),
  post: optionalText(100),
  actions: z.array(z.enum(authorityActions)).min(1, { error: 'invalid.required' }).max(3),
  /** Empty means every type. */
  contractTypes: types().default([]),
  /** Names or credit codes; empty means any counterparty. */
  counterparties: counterparties().default([]),
  /** The one contract of a single-matter delegation. */
  contract: id().optional(),
  /** Or the one matter of it in words, where there is no contract yet; held against the subject 标的 of what is asked. */
  matter: optionalText(500),
  /** Per contract, minor units. */
  limit: money().optional(),
  aggregateLimit: money().optional(),
  aggregatePeriod: z.enum(aggregatePeriods).optional(),
  currency: z.enum(currencies).default('CNY'),
  longestMonths: count(1, 1200).optional(),
  validFrom: date(),
  validTo: date().optional(),
  /** How many further levels it may be passed on; 0 is 无转委托权 (民法典 §169 asks for consent). */
  depth: count(0, 9).default(0),
  /** How many of the joint signers must sign along with the delegate; 0 is none. */
  jointNeeded: count(0, 9).default(0),
  jointSigners: z.array(id()).max(20).default([]),
  excludedTypes: types().default([]),
  excludedCounterparties: counterparties().default([]),
  originals: count(0, 99).default(2),
  issuedOn: date().optional(),
  originalNumber: optionalText(60),
  remarks: longText(2000).optional(),
}
export const delegationInput = z.object(delegationFields)
export type DelegationInput = z.output<typeof delegationInput>

export const delegationRecord = z.object({
  number: z.string(),
  numbered: z.object({ book: z.string(), serial: z.int(), number: z.string() }),
  kind: z.enum(delegationKinds),
  delegator: z.string(),
  /** Empty where the office itself delegates. */
  delegatorName: z.string(),
  parent: z.string().optional(),
  delegate: z.string().optional(),
  delegateName: z.string().optional(),
  post: z.string().optional(),
  actions: z.array(z.enum(authorityActions)),
  contractTypes: z.array(z.string()),
  counterparties: z.array(z.string()),
  contract: z.string().optional(),
  matter: z.string().optional(),
  limit: z.int().optional(),
  aggregateLimit: z.int().optional(),
  aggregatePeriod: z.enum(aggregatePeriods).optional(),
  currency: z.enum(currencies),
  longestMonths: z.int().optional(),
  validFrom: z.string(),
  validTo: z.string().optional(),
  depth: z.int(),
  jointNeeded: z.int(),
  jointSigners: z.array(z.object({ id: z.string(), name: z.string() })),
  excludedTypes: z.array(z.string()),
  excludedCounterparties: z.array(z.string()),
  originals: z.int(),
  issuedOn: z.string(),
  /** Who said with their own password that the paper is what was signed, where it was entered by who may not delegate. */
  confirmedBy: z.object({ id: z.string(), name: z.string() }).optional(),
  originalNumber: z.string().optional(),
  remarks: z.string().optional(),
  revokedOn: z.string().optional(),
  revokedReason: z.string().optional(),
  /** Whether what it excluded is allowed again with its revocation; otherwise that holds until its last day. */
  liftsExclusions: z.boolean().optional(),
  /** 解除排除: from when on its exclusions bind its holder's other delegations no more. */
  exclusionsLiftedOn: z.string().optional(),
  exclusionsLiftedReason: z.string().optional(),
  /** What narrowed it since, each from a day on; see `termsOn`. */
  amendments: z.array(amendmentBody).optional(),
  /** Originals that left the office, in the order of entry; before the first of them all are out with the delegate. */
  handed: z.array(z.object({ on: z.string(), to: z.string(), count: z.int() })).optional(),
  /** Originals that came back; an entry without a count brought back all. */
  returned: z.array(z.object({ on: z.string(), count: z.int().optional() })).optional(),
  returnedOn: z.string().optional(),
})
export const delegation = delegationRecord.extend({ id: z.string() })
export type Delegation = z.infer<typeof delegation>
