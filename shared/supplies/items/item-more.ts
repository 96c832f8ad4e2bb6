/** What an item may say beyond its name and units: group, lots, suppliers, quota rules, picture, and what it was merged into. */
import { z } from 'zod'
import { count, id, money, optionalText, text } from '../../api/fields.ts'

export const quotaHolders = ['person', 'department'] as const
export const quotaMeasures = ['quantity', 'amount'] as const

/** An offer 报价 of a supplier: minor units for one `unit`, days from order to delivery, the supplier's own code. */
const supplierOffer = z.object({
  name: z.string(),
  unit: z.string(),
  price: z.int(),
  leadDays: z.int().optional(),
  code: z.string().optional(),
})
export type SupplierOffer = z.infer<typeof supplierOffer>

/** What a person, or a department as a whole, may draw in a month: base units, or minor units. */
export const quotaRule = z.object({
  per: z.enum(quotaHolders),
  measure: z.enum(quotaMeasures),
  limit: z.int(),
})
export type QuotaRule = z.infer<typeof quotaRule>

export const itemMore = {
  /** 物品分类, one of a kept list. */
  group: z.string().optional(),
  /** 批次/有效期: whether receipts ask for them. */
  lots: z.boolean().optional(),
  suppliers: z.array(supplierOffer).optional(),
  /** Days from order to delivery, where no supplier says otherwise. */
  leadDays: z.int().optional(),
  /** Beside the old `quota`, which is pieces per person. */
  quotaRules: z.array(quotaRule).optional(),
  /** The attachment that shows it. */
  picture: z.string().optional(),
  /** The item that was kept when two were found to be one 合并; its barcodes lead there. */
  mergedInto: z.string().optional(),
}

/** 合并: from then on the item is the other one; it is drawn no more, and its barcodes lead there. */
export const itemMerged = z.object({ mergedInto: z.string(), active: z.boolean() })

// A field that was emptied is `null` in the entry.
export const itemMoreChanges = {
  group: itemMore.group.nullable(),
  lots: itemMore.lots,
  suppliers: itemMore.suppliers,
  leadDays: itemMore.leadDays.nullable(),
  quotaRules: itemMore.quotaRules,
  picture: itemMore.picture.nullable(),
  mergedInto: itemMore.mergedInto.nullable(),
}

const offerInput = z.object({
  name: text(120),
  unit: text(20),
  price: money(),
  leadDays: count(0, 730).optional(),
  code: optionalText(60),
})
const ruleInput = z.object({ per: z.enum(quotaHolders), measure: z.enum(quotaMeasures), limit: money() })

/** The same as it is entered; an import reads rows with it too. */
export const itemMoreInput = {
  group: optionalText(40),
  lots: z.boolean().optional(),
  suppliers: z.array(offerInput).max(20).optional(),
  leadDays: count(0, 730).optional(),
  quotaRules: z.array(ruleInput).max(8).optional(),
  picture: id().optional(),
}

/** Fields left out stay; `null` empties one. */
export const itemMorePatch = {
  group: optionalText(40).nullable(),
  lots: z.boolean().optional(),
  suppliers: z.array(offerInput).max(20).optional(),
  leadDays: count(0, 730).nullish(),
  quotaRules: z.array(ruleInput).max(8).optional(),
  picture: id().nullish(),
}
