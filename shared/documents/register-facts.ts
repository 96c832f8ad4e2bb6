/** What the authority registry's printed registers say: a revocation with its notices, contracts of a year, delegations. */
import { z } from 'zod'

/** 授权撤销通知及收回清单: who is to sign for it, and which originals come back. */
export const revocationFacts = z.object({
  form: z.literal('revocation'),
  office: z.string(),
  number: z.string(),
  /** Empty where the office itself delegated. */
  delegator: z.string(),
  delegate: z.string(),
  validFrom: z.string(),
  validTo: z.string().optional(),
  revokedOn: z.string(),
  reason: z.string(),
  by: z.string().optional(),
  notifiedOn: z.string().optional(),
  told: z.array(
    z.object({
      name: z.string(),
      as: z.array(z.string()),
      concerns: z.array(z.string()),
      acknowledgedOn: z.string().optional(),
      method: z.string().optional(),
      proxy: z.string().optional(),
    }),
  ),
  originals: z.array(
    z.object({ number: z.string(), holder: z.string(), copies: z.int(), returnedOn: z.string().optional() }),
  ),
})
export type RevocationFacts = z.infer<typeof revocationFacts>

/** One line of the contract register; amount in minor units. */
const contractRow = z.object({
  number: z.string(),
  name: z.string(),
  counterparty: z.string(),
  department: z.string().optional(),
  amount: z.number().optional(),
  currency: z.string(),
  isUncapped: z.boolean(),
  signatory: z.string().optional(),
  signedOn: z.string().optional(),
  check: z.string().optional(),
  /** Register numbers of its seal uses. */
  seals: z.array(z.string()),
  archiveNumber: z.string().optional(),
  status: z.string(),
})

/** 合同登记簿 of a year. */
export const contractRegisterFacts = z.object({
  form: z.literal('contract-register'),
  office: z.string(),
  year: z.int(),
  rows: z.array(contractRow),
})
export type ContractRegisterFacts = z.infer<typeof contractRegisterFacts>

const delegationRow = z.object({
  number: z.string(),
  /** Empty where the office itself delegated. */
  from: z.string(),
  to: z.string(),
  kind: z.string(),
  actions: z.array(z.string()),
  /** Empty means every type. */
  types: z.array(z.string()),
  limit: z.number().optional(),
  currency: z.string(),
  validFrom: z.string(),
  validTo: z.string().optional(),
  depth: z.int(),
  state: z.string(),
  /** The delegation above it with which it fell. */
  fell: z.string().optional(),
})
export type DelegationLine = z.infer<typeof delegationRow>

/** 授权登记表 of one person, or of the office itself: what was given and what is held, as of a day. */
export const delegationRegisterFacts = z.object({
  form: z.literal('delegation-register'),
  office: z.string(),
  of: z.string(),
  post: z.string().optional(),
  isOffice: z.boolean(),
  asOf: z.string(),
  given: z.array(delegationRow),
  held: z.array(delegationRow),
  /** Of the office itself: what was passed on below. Sheets from before it was printed have none. */
  below: z.array(delegationRow).optional(),
})
export type DelegationRegisterFacts = z.infer<typeof delegationRegisterFacts>
