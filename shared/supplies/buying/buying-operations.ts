/** The operations of buying in time: suggestions, purchase requests and their course, and what items cost before. */
import { z } from 'zod'
import { basedOn, count, date, id, money, optionalText, page, paging, text } from '../../api/fields.ts'
import { command, query, type Operations } from '../../api/operation.ts'
import { purchaseSchema, purchaseStates } from './buying-records.ts'

const named = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  spec: z.string().optional(),
  /** Base unit. */
  unit: z.string(),
})

/** Base units, except `quantity` of `unit`; prices in minor units. See suggestion-rules.ts. */
const suggestion = z.object({
  item: named,
  cause: z.enum(['below', 'falling']),
  stock: z.int(),
  min: z.int(),
  max: z.int().optional(),
  requested: z.int(),
  ordered: z.int(),
  used: z.int(),
  days: z.int(),
  monthly: z.int(),
  leadDays: z.int(),
  fallsIn: z.int().optional(),
  quantity: z.int(),
  unit: z.string(),
  factor: z.int(),
  base: z.int(),
  supplier: z.string().optional(),
  price: z.int().optional(),
  amount: z.int(),
})
export type SuggestionRow = z.infer<typeof suggestion>

const purchaseRow = z.object({
  id: z.string(),
  number: z.string(),
  date: z.string(),
  requester: z.string(),
  suppliers: z.array(z.string()),
  /** `中性笔 8 盒、复印纸 3 箱`, as asked for. */
  content: z.string(),
  lines: z.int(),
  /** Lines of which something is still to come. */
  open: z.int(),
  amount: z.int(),
  state: z.enum(purchaseStates),
  wanted: z.string().optional(),
  /** The supplier's promise. */
  expected: z.string().optional(),
  /** Wanted or promised before today, and not all here. */
  isLate: z.boolean(),
})
export type PurchaseRow = z.infer<typeof purchaseRow>

/** A line with what came: base units and minor units; `left` is below zero where more came than was asked for. */
const lineState = z.object({
  /** What of it may be bought: less than was asked for, or nothing, where the approver said so. */
  approved: z.int(),
  left: z.int(),
  received: z.int(),
  paid: z.int(),
  /** What was paid above (below, where negative) the expected price of what came; absent without an expected price. */
  difference: z.int().optional(),
})

/** 待审批 · 未到齐 (approved or ordered, something is to come) · 已到齐 · ended ones · all of them. */
export const purchaseLists = ['pending', 'open', 'received', 'ended', 'all'] as const
export type PurchaseList = (typeof purchaseLists)[number]

const answer = z.object({ id: z.string(), number: z.string() })

const pricePoint = z.object({
  slip: z.string(),
  number: z.string(),
  date: z.string(),
  supplier: z.string().optional(),
  quantity: z.int(),
  unit: z.string(),
  amount: z.int(),
  base: z.int(),
  /** Thousandths of a minor unit for one base unit. */
  milli: z.int(),
  /** Against the receipt before, in thousandths. */
  change: z.int().optional(),
})
export type PriceRow = z.infer<typeof pricePoint>

export const buyingOperations = {
  'supplies.suggestions': query({
    summary:
      'What to buy 补货建议, by supplier: below the minimum or falling below it before goods could come, less what is on its way.',
    permission: 'supplies.read',
    input: z.object({}),
    output: z.object({
      /** How far back consumption was looked at. */
      days: z.int(),
      count: z.int(),
      groups: z.array(
        z.object({
          /** Absent where nobody knows one. */
          supplier: z.string().optional(),
          /** Expected, of what has a price. */
          amount: z.int(),
          rows: z.array(suggestion),
        }),
      ),
    }),
  }),
  'supplies.onOrder': query({
    summary: 'What is asked for (`requested`) or ordered of items and has not come, base units.',
    permission: 'supplies.read',
    input: z.object({}),
    output: z.object({ rows: z.array(z.object({ item: z.string(), requested: z.int(), ordered: z.int() })) }),
  }),
  'supplies.purchases': query({
    summary: 'Purchase requests 采购申请, newest first: waiting for approval, to come, all here, ended, or all.',
    permission: 'supplies.read',
    input: z.object({ ...paging, show: z.enum(purchaseLists).default('all') }),
    output: page(purchaseRow),
  }),
  'supplies.purchase': query({
    summary: 'One purchase request with what came of each line and at what price, and the receipts that brought it.',
    permission: 'supplies.read',
    input: z.object({ id: id() }),
    output: z.object({
      purchase: purchaseSchema,
      state: z.enum(purchaseStates),
      lines: z.array(lineState),
      slips: z.array(
        z.object({
          id: z.string(),
          number: z.string(),
          date: z.string(),
          amount: z.int(),
          isReversed: z.boolean(),
        }),
      ),
      heads: z.array(z.string()),
    }),
  }),
  'supplies.requestPurchase': command({
    summary: 'Ask for a purchase 采购申请; another person approves it.',
    permission: 'supplies.manage',
    input: z.object({
      purpose: optionalText(200),
      wanted: date().optional(),
      lines: z
        .array(
          z.object({
            item: id(),
            quantity: count(1),
            unit: text(20),
            price: money().optional(),
            supplier: optionalText(120),
          }),
        )
        .min(1, { error: 'invalid.required' })
        .max(200)
        .describe('price: expected, minor units for one entered unit'),
    }),
    output: answer,
  }),
  'supplies.decidePurchase': command({
    summary:
      'Approve a purchase request as a whole or with less of some lines (0 strikes one), or refuse it with the reason; not for who asked.',
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
        .describe('per line in the unit it was asked for in; all of it where left out'),
    }),
    output: answer,
  }),
  'supplies.orderPurchase': command({
    summary: 'Enter that an approved purchase was ordered, with the order number and the promised day.',
    permission: 'supplies.manage',
    input: z.object({ id: id(), basedOn: basedOn(), reference: optionalText(120), expected: date().optional() }),
    output: answer,
  }),
  'supplies.endPurchase': command({
    summary: 'Withdraw one’s own purchase request before it is ordered, or close one whose rest will not come.',
    permission: 'supplies.manage',
    input: z.object({ id: id(), basedOn: basedOn(), reason: optionalText(400) }),
    output: answer,
  }),
  'supplies.prices': query({
    summary: 'What an item cost with each receipt 价格记录, oldest first, and how the price changed.',
    permission: 'supplies.read',
    input: z.object({ item: id() }),
    output: z.object({ item: named, rows: z.array(pricePoint) }),
  }),
} as const satisfies Operations
