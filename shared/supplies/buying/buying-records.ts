/** Purchase requests 采购申请: what is to be bought, from whom and for how much, who approved it, and when it was ordered. */
import { z } from 'zod'
import { personSchema } from '../records.ts'

const line = z.object({
  item: z.object({ id: z.string(), code: z.string(), name: z.string(), spec: z.string().optional() }),
  /** As asked for: 8 盒. */
  quantity: z.int(),
  unit: z.string(),
  /** The same in the base unit: 96 支. */
  base: z.int(),
  baseUnit: z.string(),
  /** Expected price of one entered unit, minor units; absent where nobody knows it yet. */
  price: z.int().optional(),
  /** Quantity times price; 0 without one. */
  amount: z.int(),
  supplier: z.string().optional(),
})
export type PurchaseLine = z.infer<typeof line>

export const purchaseFields = z.object({
  numbered: z.object({ book: z.string(), serial: z.int(), number: z.string() }),
  date: z.string(),
  requester: personSchema,
  purpose: z.string().optional(),
  /** 期望到货日期 */
  wanted: z.string().optional(),
  lines: z.array(line),
  /** Sum over the lines, minor units. */
  amount: z.int(),
})
export type PurchaseFields = z.infer<typeof purchaseFields>

export const purchaseDecision = z.object({
  by: personSchema,
  decision: z.enum(['approved', 'rejected']),
  opinion: z.string().optional(),
  /** Per line, base unit: less than asked, or 0 where it was struck; all of it where left out. */
  approved: z.array(z.int()).optional(),
  /** Office time `2026-11-23 13:05`. */
  at: z.string(),
})
export type PurchaseDecision = z.infer<typeof purchaseDecision>

/** 已下单: the supplier's order number, and the day he promised. */
export const purchaseOrder = z.object({
  by: personSchema,
  at: z.string(),
  reference: z.string().optional(),
  expected: z.string().optional(),
})
export type PurchaseOrder = z.infer<typeof purchaseOrder>

/** 撤回 by who asked, before it was ordered; 结清 of a rest that will not come. */
export const purchaseEnd = z.object({
  how: z.enum(['withdrawn', 'closed']),
  by: personSchema,
  at: z.string(),
  reason: z.string().optional(),
})
export type PurchaseEnd = z.infer<typeof purchaseEnd>

/** What the entries say: 待审批 · 已批准 · 已驳回 · 已下单 · 已撤回 · 已结清. */
export const purchaseStatuses = ['pending', 'approved', 'rejected', 'ordered', 'withdrawn', 'closed'] as const
export type PurchaseStatus = (typeof purchaseStatuses)[number]

/** What it is called with what came of it, which the balances know: also 部分到货 · 已到齐. */
export const purchaseStates = [...purchaseStatuses, 'partly', 'received'] as const
export type PurchaseState = (typeof purchaseStates)[number]

export type Purchase = PurchaseFields & {
  id: string
  enteredAt: number
  status: PurchaseStatus
  decisions: PurchaseDecision[]
  ordered?: PurchaseOrder | undefined
  ended?: PurchaseEnd | undefined
}

export const purchaseSchema = z.object({
  id: z.string(),
  ...purchaseFields.shape,
  enteredAt: z.number(),
  status: z.enum(purchaseStatuses),
  decisions: z.array(purchaseDecision),
  ordered: purchaseOrder.optional(),
  ended: purchaseEnd.optional(),
})
