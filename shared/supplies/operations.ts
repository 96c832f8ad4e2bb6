/** The operations of the supplies register: items, scanning at the counter, and the slips that move stock. */
import { z } from 'zod'
import { basedOn, count, date, id, longText, money, optionalText, page, paging, text } from '../api/fields.ts'
import { command, query, type Operations } from '../api/operation.ts'
import { budgetOperations } from './budget/budget-operations.ts'
import { itemOperations } from './items/item-operations.ts'
import { buyingOperations } from './buying/buying-operations.ts'
import { itemMoreInput, itemMorePatch } from './items/item-more.ts'
import { issueInput, lineInput, linesOf, lotInput, slipInput } from './counter/issue-input.ts'
import { itemSchema, slipSchema } from './records.ts'
import { stockClosingOperations } from './value/closing-operations.ts'
import { movementOperations } from './movement-operations.ts'
import { valueOperations } from './value/value-operations.ts'
import { stocktakeOperations } from './stocktake/operations.ts'
import { reportOperations } from './reports/operations.ts'
import { offerMore } from './counter/offer-more.ts'
import { requestOperations } from './counter/request-operations.ts'
import { itemCategories, slipVerbs } from './verbs.ts'

const pack = z.object({ unit: text(20), factor: count(2) })
const barcode = z.object({ code: text(64), unit: text(20), amount: count(1, 10_000).default(1) })

const itemInput = {
  code: text(40),
  name: text(120),
  spec: optionalText(120),
  category: z.enum(itemCategories).default('consumable'),
  unit: text(20),
  packs: z.array(pack).max(20).default([]),
  barcodes: z.array(barcode).max(50).default([]),
  min: count().optional(),
  max: count().optional(),
  location: text(40),
  supplier: optionalText(120),
  exchangeOld: z.boolean().default(false),
  quota: count(0).optional(),
  ...itemMoreInput,
}

/** Fields left out stay; `null` empties one that may be empty. */
const itemPatch = {
  code: text(40).optional(),
  name: text(120).optional(),
  spec: optionalText(120).nullable(),
  category: z.enum(itemCategories).optional(),
  unit: text(20).optional(),
  packs: z.array(pack).max(20).optional(),
  barcodes: z.array(barcode).max(50).optional(),
  min: count().nullish(),
  max: count().nullish(),
  location: text(40).optional(),
  supplier: optionalText(120).nullable(),
  exchangeOld: z.boolean().optional(),
  quota: count(0).nullish(),
  active: z.boolean().optional(),
  ...itemMorePatch,
}

/** Quantities in the base unit, `value` in minor units; `stock` is over all locations and below zero where oversold. */
const itemRow = z.object({ ...itemSchema.shape, stock: z.int(), value: z.int() })
export type ItemRow = z.infer<typeof itemRow>

const itemName = z.object({ id: z.string(), code: z.string(), name: z.string() })

const slipAnswer = z.object({ slip: slipSchema })

/** What lies there of an item, and what this person may still draw of it this month. */
const offer = z.object({
  item: itemRow,
  stockAt: z.array(z.object({ location: z.string(), quantity: z.int() })),
  /** What was scanned: `amount` of `unit`, `base` in the base unit. */
  unit: z.string(),
  amount: z.int(),
  base: z.int(),
  /** Present where the item has a quota and a recipient was named; base unit, `left` never below zero. */
  quota: z.object({ quota: z.int(), drawn: z.int(), left: z.int() }).optional(),
  ...offerMore,
})
export type Offer = z.infer<typeof offer>

const slipRow = z.object({
  id: z.string(),
  number: z.string(),
  verb: z.enum(slipVerbs),
  date: z.string(),
  enteredAt: z.number(),
  clerk: z.string(),
  /** Recipient or supplier. */
  party: z.string().optional(),
  department: z.string().optional(),
  /** `中性笔 24 支、A4 纸 2 包`, as entered. */
  content: z.string(),
  lines: z.int(),
  amount: z.int(),
  reason: z.string().optional(),
  isOverQuota: z.boolean(),
  reversedBy: z.string().optional(),
  reverses: z.string().optional(),
})
export type SlipRow = z.infer<typeof slipRow>

export const supplyOperations = {
  ...itemOperations,
  ...valueOperations,
  ...movementOperations,
  ...requestOperations,
  ...stockClosingOperations,
  ...buyingOperations,
  ...reportOperations,
  ...budgetOperations,
  'supplies.items': query({
    summary: 'Items by code with stock and value; all, low (below their minimum), oversold or retired ones.',
    permission: 'supplies.read',
    input: z.object({
      ...paging,
      show: z.enum(['active', 'low', 'oversold', 'retired']).default('active'),
      group: text(40).optional(),
    }),
    output: page(itemRow),
  }),
  'supplies.item': query({
    summary: 'One item with its stock by location.',
    permission: 'supplies.read',
    input: z.object({ id: id() }),
    output: z.object({
      item: itemRow,
      stockAt: z.array(z.object({ location: z.string(), quantity: z.int() })),
      heads: z.array(z.string()),
      /** The item it was merged into in the end, and those that were merged into it. */
      mergedInto: itemName.optional(),
      merged: z.array(itemName),
    }),
  }),
  'supplies.addItem': command({
    summary: 'Enter a new item.',
    permission: 'supplies.manage',
    input: z.object(itemInput),
    output: z.object({ id: z.string() }),
  }),
  'supplies.changeItem': command({
    summary: 'Change an item, retire it or take it back; only the fields given.',
    permission: 'supplies.manage',
    input: z.object({ id: id(), basedOn: basedOn(), ...itemPatch }),
    output: z.object({ id: z.string() }),
  }),
  'supplies.scan': query({
    summary: 'What a barcode or item code stands for, with stock and the quota left of a recipient.',
    permission: 'supplies.read',
    input: z.object({ text: text(128), recipient: id().optional(), item: id().optional() }),
    output: offer,
  }),
  'supplies.offer': query({
    summary: 'The same for an item that was found by its name.',
    permission: 'supplies.read',
    input: z.object({ item: id(), recipient: id().optional() }),
    output: offer,
  }),
  'supplies.receive': command({
    summary: 'Receive goods 入库, free or against a purchase: adds to stock and value.',
    permission: 'supplies.issue',
    input: z.object({
      ...slipInput,
      supplier: optionalText(120),
      /** The purchase request 采购申请 that is filled; without `purchaseLine` the first line of the same item. */
      purchase: id().optional(),
      lines: linesOf(
        z
          .object({
            ...lineInput,
            ...lotInput,
            expiry: date().optional(),
            purchaseLine: count(0, 199).optional(),
            price: money().optional(),
            amount: money().optional(),
          })
          .refine((each) => each.price !== undefined || each.amount !== undefined, {
            path: ['price'],
            error: 'invalid.required',
          }),
      ).describe('price: minor units for one entered unit; amount: of the whole line, which wins where both stand'),
    }),
    output: slipAnswer,
  }),
  'supplies.issue': command({
    summary: 'Issue goods to a person 领用: refused beyond the stock, over quota only with a reason.',
    permission: 'supplies.issue',
    input: issueInput,
    output: slipAnswer,
  }),
  'supplies.return': command({
    summary:
      'Take goods back into stock 退库; `original` and `of` name the issue slip and its line, whose cost then counts.',
    permission: 'supplies.issue',
    input: z.object({
      ...slipInput,
      recipient: id().optional(),
      original: id().optional(),
      lines: linesOf(z.object({ ...lineInput, of: count(0, 199).optional() })),
    }),
    output: slipAnswer,
  }),
  'supplies.transfer': command({
    summary: 'Move goods to another location 调拨; their value stays.',
    permission: 'supplies.issue',
    input: z.object({ ...slipInput, lines: linesOf(z.object({ ...lineInput, ...lotInput, to: text(40) })) }),
    output: slipAnswer,
  }),
  'supplies.scrap': command({
    summary: 'Write goods off 报损, with a reason.',
    permission: 'supplies.manage',
    input: z.object({ ...slipInput, reason: text(400), lines: linesOf(z.object({ ...lineInput, ...lotInput })) }),
    output: slipAnswer,
  }),
  'supplies.reverse': command({
    summary: 'Undo a slip by a reversing slip 冲销 with the exact opposite quantities, values and quota.',
    permission: 'supplies.issue',
    input: z.object({ id: id(), reason: longText(400).optional(), basedOn: basedOn() }),
    output: slipAnswer,
  }),
  'supplies.slips': query({
    summary: 'Slips, newest first; by verb, recipient or item.',
    permission: 'supplies.read',
    input: z.object({
      ...paging,
      verb: z.enum(slipVerbs).optional(),
      recipient: id().optional(),
      item: id().optional(),
    }),
    output: page(slipRow),
  }),
  'supplies.slip': query({
    summary: 'One slip with all its lines; of an issue also what came back.',
    permission: 'supplies.read',
    input: z.object({ id: id() }),
    output: z.object({
      slip: slipSchema,
      /** Per line, base unit. */
      returned: z.array(z.int()),
      heads: z.array(z.string()),
    }),
  }),
  ...stocktakeOperations,
} as const satisfies Operations
