/** Supply requests 申领单: what somebody asks for, what was approved of it, and when the rest is promised. */
import { z } from 'zod'
import { personSchema, recipientSchema } from '../records.ts'

const line = z.object({
  item: z.object({ id: z.string(), code: z.string(), name: z.string(), spec: z.string().optional() }),
  /** As asked for: 2 盒. */
  quantity: z.int(),
  unit: z.string(),
  base: z.int(),
  baseUnit: z.string(),
  /** What the asked quantity was worth that day at the average of the stock, minor units. */
  amount: z.int(),
  /** How far it goes over the quota of the recipient's month, base unit, as it stood that day. */
  overQuota: z.int().optional(),
})
export type RequestLine = z.infer<typeof line>

/** 待审批 needs an approver; 无需审批 goes to the counter as it is. */
export const requestFields = z.object({
  numbered: z.object({ book: z.string(), serial: z.int(), number: z.string() }),
  date: z.string(),
  requester: personSchema,
  /** For whom, with department, as of that day. */
  recipient: recipientSchema,
  purpose: z.string().optional(),
  /** Why more than the quota. */
  reason: z.string().optional(),
  /** When it is wanted. */
  neededBy: z.string().optional(),
  lines: z.array(line),
  amount: z.int(),
  needsApproval: z.boolean(),
})
export type RequestFields = z.infer<typeof requestFields>

export const requestDecision = z.object({
  by: personSchema,
  decision: z.enum(['approved', 'rejected']),
  opinion: z.string().optional(),
  /** Per line, base unit; all of it where left out. */
  approved: z.array(z.int()).optional(),
  at: z.string(),
})
export type RequestDecision = z.infer<typeof requestDecision>

/** When the rest comes, and who said so. */
export const promise = z.object({ date: z.string(), note: z.string().optional(), by: personSchema, at: z.string() })
export type Promised = z.infer<typeof promise>

/** 撤回 by who asked, or 结清 of a rest that is no longer wanted or will not come. */
export const requestEnd = z.object({
  how: z.enum(['withdrawn', 'closed']),
  reason: z.string().optional(),
  by: personSchema,
  at: z.string(),
})
export type RequestEnd = z.infer<typeof requestEnd>

/** 待审批 · 已批准 · 已驳回 · 已撤回 · 已结清; whether all was issued is told by the balances. */
export const requestStatuses = ['pending', 'approved', 'rejected', 'withdrawn', 'closed'] as const
export type RequestStatus = (typeof requestStatuses)[number]

export type SupplyRequest = RequestFields & {
  id: string
  enteredAt: number
  status: RequestStatus
  decisions: RequestDecision[]
  promised?: Promised | undefined
  ended?: RequestEnd | undefined
}

export const supplyRequestSchema = z.object({
  id: z.string(),
  ...requestFields.shape,
  enteredAt: z.number(),
  status: z.enum(requestStatuses),
  decisions: z.array(requestDecision),
  promised: promise.optional(),
  ended: requestEnd.optional(),
})
