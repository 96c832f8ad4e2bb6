/** What items 物品 and slips 单 hold: their schemas and types, as entries carry them and pages receive them. */
import { z } from 'zod'
import { itemMore, itemMoreChanges, quotaRule } from './items/item-more.ts'
import { differenceCauses, itemCategories, slipVerbs, type SlipVerb } from './verbs.ts'

/** A pack 包装 holds `factor` base units: 盒 = 12 支. */
const pack = z.object({ unit: z.string(), factor: z.int().min(1) })
/** A barcode stands for `amount` of `unit`: a carton's code for 1 箱. */
const barcode = z.object({ code: z.string(), unit: z.string(), amount: z.int().min(1) })

export const itemFields = z.object({
  code: z.string(),
  name: z.string(),
  spec: z.string().optional(),
  category: z.enum(itemCategories),
  /** Base unit 基本单位; all balances count it. */
  unit: z.string(),
  packs: z.array(pack),
  barcodes: z.array(barcode),
  /** Bounds of stock over all locations, in the base unit. */
  min: z.int().optional(),
  max: z.int().optional(),
  /** Default location 库位. */
  location: z.string(),
  supplier: z.string().optional(),
  /** 以旧换新 */
  exchangeOld: z.boolean(),
  /** What one person may draw in a month, in the base unit 定额. */
  quota: z.int().optional(),
  active: z.boolean(),
  ...itemMore,
})

export type Pack = z.infer<typeof pack>
export type Barcode = z.infer<typeof barcode>
export type ItemFields = z.infer<typeof itemFields>
export type Item = ItemFields & { id: string }

// A field that was emptied is `null` in the entry, since canonical JSON drops what is undefined.
export const itemChanges = z.object({
  ...itemFields.partial().shape,
  spec: z.string().nullish(),
  min: z.int().nullish(),
  max: z.int().nullish(),
  supplier: z.string().nullish(),
  quota: z.int().nullish(),
  ...itemMoreChanges,
})
export type ItemChanges = z.infer<typeof itemChanges>

export const personSchema = z.object({ id: z.string(), name: z.string() })

/** The person and department as they were when the slip was written; a later move does not change the slip. */
export const recipientSchema = z.object({
  ...personSchema.shape,
  staffNo: z.string().optional(),
  department: z.object({ id: z.string(), name: z.string() }).optional(),
})
export type Recipient = z.infer<typeof recipientSchema>

const named = z.object({ id: z.string(), code: z.string(), name: z.string(), spec: z.string().optional() })

/** Why a value changes without pieces; `amount` of the line goes to the stock, `used` to what was already used up. */
const difference = z.object({
  cause: z.enum(differenceCauses),
  /** The receipt line whose price was learnt late. */
  of: z.object({ id: z.string(), number: z.string(), line: z.int() }).optional(),
  /** Minor units; with the line's amount the whole difference. */
  used: z.int(),
  /** Which departments it falls on, see attribution.ts; what is left of `used` belongs to none. */
  departments: z.array(z.object({ id: z.string(), name: z.string(), used: z.int() })).optional(),
})
export type Difference = z.infer<typeof difference>

const line = z.object({
  /** The item as it was named when the slip was written. */
  item: named,
  /** Of a transfer that merges 合并: the item it goes on as, with its value. */
  into: named.optional(),
  /** As entered: 2 盒. */
  quantity: z.int(),
  unit: z.string(),
  /** The same in the base unit: 24 支. */
  base: z.int(),
  baseUnit: z.string(),
  /** Where from (issue, scrap, transfer) or where to (receipt, return). */
  location: z.string(),
  /** Where to, of a transfer. */
  to: z.string().optional(),
  /** Minor units for one entered unit, rounded, for print; `amount` is what counts. */
  unitCost: z.int(),
  /** Minor units, exact: what this line takes out of or adds to the value of the stock. */
  amount: z.int(),
  /** The quota at the time and how far this line went over it, in the base unit. */
  quota: z.int().optional(),
  overQuota: z.int().optional(),
  /** The item's quota rules at the time, and how far this line went over each: base units or minor units. */
  quotas: z.array(z.object({ ...quotaRule.shape, over: z.int() })).optional(),
  oldReturned: z.boolean().optional(),
  /** Which line (0, 1, …) of the issue slip a return takes back. */
  of: z.int().optional(),
  /** Which lot 批次 it is, and until which day that is good; of items with lots. */
  lot: z.string().optional(),
  expiry: z.string().optional(),
  /** 申领数 in the entered unit, where another quantity was asked for than was issued. */
  asked: z.int().optional(),
  /** Which line of the slip's request, or of its purchase, this one fills. */
  requestLine: z.int().optional(),
  purchaseLine: z.int().optional(),
  /** 成本差异, of a line that revalues: no pieces move. */
  difference: difference.optional(),
})
export type SlipLine = z.infer<typeof line>

const slipReference = z.object({ id: z.string(), number: z.string() })

export const slipApproval = z.object({
  by: personSchema,
  how: z.enum(['counter', 'request']),
  opinion: z.string().optional(),
  /** What asked for it: over quota, a price band. */
  grounds: z.array(z.string()),
})
export type SlipApproval = z.infer<typeof slipApproval>

/** That the recipient signed: on the paper slip, or on the screen, whose picture is an attachment of the slip. */
export const slipSignature = z.object({
  on: z.enum(['screen', 'paper']),
  attachment: z.string().optional(),
  /** Office time `2026-11-23 13:05`. */
  at: z.string(),
  by: personSchema,
})
export type SlipSignature = z.infer<typeof slipSignature>

export const slipFields = z.object({
  verb: z.enum(slipVerbs),
  numbered: z.object({ book: z.string(), serial: z.int(), number: z.string() }),
  /** Business date the goods moved on. */
  date: z.string(),
  /** The month `2026-11` whose quota it counts against; a reversal keeps that of the slip it reverses. */
  month: z.string(),
  clerk: personSchema,
  recipient: recipientSchema.optional(),
  supplier: z.string().optional(),
  /** The other side's paper: delivery note, invoice. */
  reference: z.string().optional(),
  purpose: z.string().optional(),
  reason: z.string().optional(),
  lines: z.array(line),
  /** Minor units, the sum over the lines. */
  amount: z.int(),
  /** The supply request 申领单 that an issue fills. */
  request: slipReference.optional(),
  /** The purchase 采购申请 that a receipt fills. */
  purchase: slipReference.optional(),
  /** When the rest of a partial issue is promised. */
  promised: z.string().optional(),
  /** Who let through what the office's bands ask an approver for: with the own password at the counter, or on the request. */
  approval: slipApproval.optional(),
  /** The issue slip that a return belongs to. */
  original: slipReference.optional(),
  /** The month `2026-11` whose closing found the differences of a revaluing slip. */
  closing: z.string().optional(),
  /** The stocktake 盘点单 that a gain or loss was found by, and its cut-off as milliseconds since 1970, UTC. */
  stocktake: z.object({ ...slipReference.shape, cutoff: z.number().optional() }).optional(),
  /** What a reversing slip undoes; its lines are those of that slip. */
  reverses: z.object({ ...slipReference.shape, verb: z.enum(slipVerbs) }).optional(),
})
export type SlipFields = z.infer<typeof slipFields>

export const slipReversed = z.object({ reversedBy: slipReference })
export const slipSigned = z.object({ signature: slipSignature })

export type Slip = SlipFields & {
  id: string
  /** When it was entered, milliseconds since 1970, UTC. */
  enteredAt: number
  reversedBy?: { id: string; number: string } | undefined
  signature?: SlipSignature | undefined
}

export const itemSchema = z.object({ id: z.string(), ...itemFields.shape })
export const slipSchema = z.object({
  id: z.string(),
  ...slipFields.shape,
  enteredAt: z.number(),
  reversedBy: slipReference.optional(),
  signature: slipSignature.optional(),
})

/** The entry kind that writes a slip of this verb. */
export const kindOf: Record<SlipVerb, string> = {
  receipt: 'stock.received',
  issue: 'stock.issued',
  return: 'stock.returned',
  transfer: 'stock.transferred',
  scrap: 'stock.scrapped',
  gain: 'stock.gained',
  loss: 'stock.lost',
  revalue: 'stock.revalued',
  reverse: 'stock.reversed',
}
