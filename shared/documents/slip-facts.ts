/** What the slips of the supplies print: receipts, returns, transfers and scrap, and supply requests. Money in minor units. */
import { z } from 'zod'

const stockLine = z.object({
  code: z.string(),
  name: z.string(),
  spec: z.string().optional(),
  unit: z.string(),
  quantity: z.string(),
  location: z.string(),
  to: z.string().optional(),
  lot: z.string().optional(),
  expiry: z.string().optional(),
  unitCost: z.number(),
  amount: z.number(),
})
export type StockLineFacts = z.infer<typeof stockLine>

const head = {
  office: z.string(),
  number: z.string(),
  at: z.string(),
  clerk: z.string(),
  reason: z.string().optional(),
  lines: z.array(stockLine),
  total: z.number(),
  reversedBy: z.string().optional(),
  /** SHA-256 of the picture of the signature, where it was given on the screen. */
  signature: z.string().optional(),
}

export const receiptSlipFacts = z.object({
  form: z.literal('receipt-slip'),
  ...head,
  supplier: z.string().optional(),
  reference: z.string().optional(),
  purchase: z.string().optional(),
})
export type ReceiptSlipFacts = z.infer<typeof receiptSlipFacts>

export const returnSlipFacts = z.object({
  form: z.literal('return-slip'),
  ...head,
  returner: z.string().optional(),
  department: z.string().optional(),
  original: z.string().optional(),
})
export type ReturnSlipFacts = z.infer<typeof returnSlipFacts>

/** Of a reversing slip `reverses` names what it undoes. */
export const moveSlipFacts = z.object({
  form: z.literal('move-slip'),
  ...head,
  verb: z.string(),
  party: z.string().optional(),
  reverses: z.string().optional(),
})
export type MoveSlipFacts = z.infer<typeof moveSlipFacts>

export const supplyRequestFacts = z.object({
  form: z.literal('supply-request'),
  office: z.string(),
  number: z.string(),
  at: z.string(),
  requester: z.string(),
  recipient: z.string(),
  department: z.string().optional(),
  purpose: z.string().optional(),
  reason: z.string().optional(),
  neededBy: z.string().optional(),
  promised: z.string().optional(),
  status: z.string(),
  lines: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      spec: z.string().optional(),
      /** 申领 in the unit it was asked for in; 批准 and 实发 in base units, as `12 支`. */
      asked: z.string(),
      approved: z.string(),
      issued: z.string(),
      overQuota: z.object({ count: z.int(), unit: z.string() }).optional(),
    }),
  ),
  decisions: z.array(
    z.object({ by: z.string(), decision: z.string(), opinion: z.string().optional(), at: z.string() }),
  ),
  slips: z.array(z.string()),
})
export type SupplyRequestFacts = z.infer<typeof supplyRequestFacts>

export const stockFacts = [receiptSlipFacts, returnSlipFacts, moveSlipFacts, supplyRequestFacts] as const
