/** What the sheets of the stock print: a month as it was closed, and an item's movements of a year. */
import { z } from 'zod'
import { stockClosingContent } from '../supplies/value/stock-closing.ts'

const signed = z.object({ by: z.string(), at: z.string() })

export const stockClosingFacts = stockClosingContent.extend({
  form: z.literal('stock-closing'),
  office: z.string(),
  number: z.string(),
  month: z.string(),
  revaluation: z.string().optional(),
  closed: signed,
  countersigned: signed.optional(),
})
export type StockClosingFacts = z.infer<typeof stockClosingFacts>

export const itemLedgerFacts = z.object({
  form: z.literal('item-ledger'),
  office: z.string(),
  year: z.int(),
  item: z.object({ code: z.string(), name: z.string(), spec: z.string().optional(), unit: z.string() }),
  opening: z.object({ balance: z.int(), value: z.int() }),
  rows: z.array(
    z.object({
      date: z.string(),
      number: z.string(),
      verb: z.string(),
      isReversal: z.boolean(),
      party: z.string().optional(),
      quantity: z.int(),
      amount: z.int(),
      balance: z.int(),
      value: z.int(),
    }),
  ),
  isSame: z.boolean(),
})
export type ItemLedgerFacts = z.infer<typeof itemLedgerFacts>
