/** Operations of supply requests, of approval at the counter, of the recipient's signature and of the office's bands. */
import { z } from 'zod'
import { basedOn, count, date, id, money, optionalText, page, paging, text } from '../../api/fields.ts'
import { command, query, task, type Operations } from '../../api/operation.ts'
import { issueInput, linesOf } from './issue-input.ts'
import { bandMeasures, policyFields } from '../items/policy.ts'
import { slipSchema } from '../records.ts'
import { requestStatuses, supplyRequestSchema } from './request-records.ts'

const answer = z.object({ id: z.string(), number: z.string() })
const slipAnswer = z.object({ slip: slipSchema })

/** 待审批 · 待发放 (something is left of it) · all of them. */
export const requestLists = ['pending', 'open', 'mine', 'all'] as const

const requestRow = z.object({
  id: z.string(),
  number: z.string(),
  date: z.string(),
  requester: z.string(),
  recipient: z.string(),
  department: z.string().optional(),
  /** `中性笔 24 支、A4 纸 2 包`, as asked for. */
  content: z.string(),
  amount: z.int(),
  status: z.enum(requestStatuses),
  /** Approved, and nothing left of it. */
  isDone: z.boolean(),
  neededBy: z.string().optional(),
  promised: z.string().optional(),
  /** The promised day is past, and something is still to come. */
  isLate: z.boolean(),
})
export type RequestRow = z.infer<typeof requestRow>

/** 申领 · 批准 · 实发 of a line, base units; `left` is below zero where two desks issued it. `item` is the one it goes out as. */
const lineState = z.object({ item: z.string(), approved: z.int(), issued: z.int(), left: z.int(), stock: z.int() })

export const requestOperations = {
  'supplies.requests': query({
    summary: 'Supply requests, newest first: those that wait for approval, those to be issued, mine, or all.',
    permission: 'supplies.request',
    input: z.object({ ...paging, show: z.enum(requestLists).default('all') }),
    output: page(requestRow),
  }),
  'supplies.request': query({
    summary: 'One supply request with what was approved and issued of each line, and the slips that filled it.',
    permission: 'supplies.request',
    input: z.object({ id: id() }),
    output: z.object({
      request: supplyRequestSchema,
      lines: z.array(lineState),
      slips: z.array(z.object({ id: z.string(), number: z.string(), date: z.string(), isReversed: z.boolean() })),
      heads: z.array(z.string()),
    }),
  }),
  'supplies.ask': command({
    summary: 'Ask for supplies 申领, for oneself or for another person.',
    permission: 'supplies.request',
    input: z.object({
      recipient: id().optional(),
      purpose: optionalText(200),
      reason: optionalText(400),
      neededBy: date().optional(),
      lines: linesOf(z.object({ item: id(), quantity: count(1), unit: text(20) })),
    }),
    output: answer,
  }),
  'supplies.requestDecide': command({
    summary: 'Approve a supply request, whole or in part, or reject it.',
    permission: 'supplies.approve',
    input: z.object({
      id: id(),
      basedOn: basedOn(),
      decision: z.enum(['approved', 'rejected']),
      opinion: optionalText(400),
      approved: z
        .array(count(0))
        .max(200)
        .optional()
        .describe('per line, in the unit it was asked for in; all of it where left out'),
    }),
    output: answer,
  }),
  'supplies.requestPromise': command({
    summary: 'Promise when the rest of a supply request comes.',
    permission: 'supplies.issue',
    input: z.object({ id: id(), basedOn: basedOn(), date: date(), note: optionalText(200) }),
    output: answer,
  }),
  'supplies.requestEnd': command({
    summary: 'Withdraw one’s own supply request, or close one whose rest is not wanted or will not come.',
    permission: 'supplies.request',
    input: z.object({ id: id(), basedOn: basedOn(), reason: optionalText(400) }),
    output: answer,
  }),
  'supplies.issueApproved': task({
    summary:
      'Issue what the office’s bands ask an approver for, confirmed at the counter with the approver’s password.',
    permission: 'supplies.issue',
    input: issueInput.extend({
      approver: z.object({
        staffNo: text(30),
        password: z.string().max(200, { error: 'invalid.too-long' }).default(''),
      }),
      opinion: optionalText(200),
    }),
    output: slipAnswer,
  }),
  'supplies.sign': command({
    summary:
      'Enter that the recipient signed the slip: on paper, or on the screen with the picture as an attachment of the slip.',
    permission: 'supplies.issue',
    input: z.object({ id: id(), on: z.enum(['screen', 'paper']), attachment: id().optional() }),
    output: slipAnswer,
  }),
  'supplies.policy': query({
    summary: 'From where on an approver is asked at the counter and for requests.',
    permission: 'supplies.read',
    input: z.object({}),
    output: z.object({ policy: policyFields, heads: z.array(z.string()) }),
  }),
  'supplies.policySet': command({
    summary: 'Set from where on an approver is asked.',
    permission: 'office.manage',
    input: z.object({
      basedOn: basedOn(),
      overQuotaPercent: count(0, 10_000).nullable().default(null),
      bands: z
        .array(z.object({ measure: z.enum(bandMeasures), from: money(), post: optionalText(60) }))
        .max(12)
        .default([]),
      requests: z.enum(['all', 'bands']).default('all'),
    }),
    output: z.object({ id: z.string() }),
  }),
} as const satisfies Operations
