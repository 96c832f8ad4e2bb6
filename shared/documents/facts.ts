/**
 * What a form prints, apart from how: plain facts without language, so that one canonical spelling has one hash.
 * Made from the registers' records by `electron/engine/documents/sources.ts`; attached to every PDF as JSON.
 */
import { z } from 'zod'
import { laterLine } from '../seals/closing/closing.ts'
import { sealClosingFacts, signed } from './closing-facts.ts'
import { itemLedgerFacts, stockClosingFacts } from './stock-facts.ts'
import { supplyReportFacts } from './report-facts.ts'
import { lifeFacts } from './life-facts.ts'
import { verdict } from '../office/verdict.ts'
import { letterFacts } from './letter-facts.ts'
import { sealRequestFacts } from './seal-request-facts.ts'
import { purchaseRequestFacts } from './purchase-facts.ts'
import { stocktakeSheetFacts } from './stocktake-facts.ts'
import { stockFacts } from './slip-facts.ts'
import { contractRegisterFacts, delegationRegisterFacts, revocationFacts } from './register-facts.ts'

/** `type` and other codes are worded by the register they come from. */
const sealFacts = z.object({
  code: z.string(),
  name: z.string(),
  type: z.string(),
  /** SHA-256 of the impression image, where one is kept; the image itself is handed in beside the facts. */
  impression: z.string().optional(),
  /** Width of the impression in mm at true size. */
  width: z.number().optional(),
})

/** `wasStamped`: the paper bore the impressions, which then count as spoiled. */
const voided = z.object({ at: z.string(), by: z.string(), reason: z.string(), wasStamped: z.boolean() })

const useFacts = {
  number: z.string(),
  /** Local time `2026-11-23 13:05`. */
  at: z.string(),
  title: z.string(),
  documentNumber: z.string().optional(),
  counterparty: z.string().optional(),
  purpose: z.string().optional(),
  copies: z.int(),
  approved: z.int().optional(),
  actual: z.int(),
  spoiled: z.int(),
  seam: z.int(),
  handler: z.string(),
  approver: z.string().optional(),
  witness: z.string().optional(),
  remark: z.string().optional(),
  voided: voided.optional(),
  /** Why it was corrected last; the fields are as they stand now. */
  corrected: z.string().optional(),
}

/** One use of a seal, whole. Amounts in minor units. */
export const sealUseFacts = z.object({
  form: z.literal('seal-use'),
  office: z.string(),
  seal: sealFacts,
  ...useFacts,
  category: z.string().optional(),
  mode: z.string().optional(),
  request: z.string().optional(),
  contract: z.string().optional(),
  amount: z.number().optional(),
  currency: z.string().optional(),
  pages: z.int().optional(),
  department: z.string().optional(),
  applicant: z.string().optional(),
  sealer: z.string(),
  place: z.string().optional(),
  documentHash: z.string().optional(),
  /** Everyone who approved, where the last approver alone does not say all. */
  approvedBy: z.array(z.object({ name: z.string(), standsFor: z.string().optional() })).optional(),
  /** 紧急用印: who confirmed it, and why. */
  override: z.object({ second: z.string(), reason: z.string() }).optional(),
  exception: z.string().optional(),
  verdict: verdict.optional(),
})
export type SealUseFacts = z.infer<typeof sealUseFacts>

/** As the register counts them: void entries are no uses, and their impressions are spoiled where the paper bore them. */
const totals = z.object({ uses: z.int(), voided: z.int(), copies: z.int(), actual: z.int(), spoiled: z.int() })
export type BookTotals = z.infer<typeof totals>

/** A month of one seal's book, rows in the order of their numbers. */
export const sealBookFacts = z.object({
  form: z.literal('seal-book'),
  office: z.string(),
  seal: sealFacts,
  custodian: z.string().optional(),
  /** `2026-11` */
  month: z.string(),
  year: z.int(),
  /** 册号: 1, 2 … within the year. */
  book: z.int(),
  rows: z.array(z.object(useFacts)),
  /** What the year held before this month. */
  before: totals,
  /** Where the month is closed: rows and totals are those of the closing, and what came later stands apart. */
  closing: z.object({ number: z.string(), closed: signed, later: z.array(laterLine) }).optional(),
})
export type SealBookFacts = z.infer<typeof sealBookFacts>
export type BookRow = SealBookFacts['rows'][number]

/** One slip of issued supplies. Quantities as they are printed; money in minor units of CNY. */
export const issueSlipFacts = z.object({
  form: z.literal('issue-slip'),
  office: z.string(),
  number: z.string(),
  at: z.string(),
  recipient: z.string(),
  department: z.string().optional(),
  location: z.string().optional(),
  purpose: z.string().optional(),
  request: z.string().optional(),
  clerk: z.string(),
  approver: z.string().optional(),
  quotaReason: z.string().optional(),
  lines: z.array(
    z.object({
      code: z.string().optional(),
      name: z.string(),
      spec: z.string().optional(),
      unit: z.string(),
      requested: z.string().optional(),
      issued: z.string(),
      unitCost: z.number().optional(),
      amount: z.number().optional(),
      /** How far the line went over the month's quota, in the base unit. */
      overQuota: z.object({ count: z.int(), unit: z.string() }).optional(),
      isOldReturned: z.boolean().optional(),
      lot: z.string().optional(),
    }),
  ),
  total: z.number(),
  reversedBy: z.string().optional(),
  /** When the rest of a partial issue comes. */
  promised: z.string().optional(),
  /** SHA-256 of the picture of the signature, where it was given on the screen. */
  signature: z.string().optional(),
})
export type IssueSlipFacts = z.infer<typeof issueSlipFacts>

/** One answered question of authority. */
export const authorityCheckFacts = z.object({
  form: z.literal('authority-check'),
  office: z.string(),
  number: z.string(),
  /** Local time at which it was asked. */
  at: z.string(),
  clerk: z.string(),
  action: z.string(),
  contractNumber: z.string().optional(),
  contractName: z.string().optional(),
  contractType: z.string().optional(),
  counterparty: z.string().optional(),
  amount: z.number().optional(),
  currency: z.string(),
  joint: z.array(z.string()),
  verdict,
  /** Who could instead, by name. */
  instead: z.array(z.string()),
  /** Other desks with the local time of the last exchange. */
  freshness: z.array(z.object({ desk: z.string(), at: z.string().optional() })),
  /** The seal, where the check was made at the chop and is kept with that use, under its register number. */
  use: z.string().optional(),
})
export type AuthorityCheckFacts = z.infer<typeof authorityCheckFacts>

export const facts = z.discriminatedUnion('form', [
  sealUseFacts,
  sealRequestFacts,
  sealBookFacts,
  issueSlipFacts,
  authorityCheckFacts,
  revocationFacts,
  letterFacts,
  contractRegisterFacts,
  delegationRegisterFacts,
  sealClosingFacts,
  stocktakeSheetFacts,
  purchaseRequestFacts,
  stockClosingFacts,
  itemLedgerFacts,
  supplyReportFacts,
  ...lifeFacts,
  ...stockFacts,
])
export type Facts = z.infer<typeof facts>
export type FactsOf<F extends Facts['form']> = Extract<Facts, { form: F }>
