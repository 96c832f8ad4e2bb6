/** What the counter sees of an item beside stock and quota: its lots, further quotas, and when the recipient had it last. */
import { z } from 'zod'
import { quotaRule } from '../items/item-more.ts'

export const offerMore = {
  /** Of an item with lots, the first to expire first; base unit. */
  lots: z
    .array(z.object({ location: z.string(), lot: z.string(), quantity: z.int(), expiry: z.string().optional() }))
    .optional(),
  /** The item's quota rules in the recipient's month: base units or minor units. */
  quotas: z.array(z.object({ ...quotaRule.shape, drawn: z.int(), left: z.int() })).optional(),
  /** The last issue of it to the recipient. */
  last: z
    .object({ slip: z.string(), number: z.string(), date: z.string(), quantity: z.int(), unit: z.string() })
    .optional(),
}
