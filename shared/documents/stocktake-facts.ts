/** What a stocktake sheet 盘点表 prints: while it is counted the lines to fill in, from then on the result. */
import { z } from 'zod'

const line = z.object({
  row: z.int().optional(),
  code: z.string(),
  name: z.string(),
  spec: z.string().optional(),
  lot: z.string().optional(),
  location: z.string(),
  unit: z.string(),
  /** Base unit; absent on a blind sheet. */
  book: z.int().optional(),
  first: z.int().optional(),
  counted: z.int().optional(),
  /** Minor units with the sign of the difference. */
  amount: z.int().optional(),
  cause: z.string().optional(),
})
export type StocktakeSheetLine = z.infer<typeof line>

const signed = z.object({ by: z.string(), at: z.string() })

export const stocktakeSheetFacts = z.object({
  form: z.literal('stocktake-sheet'),
  office: z.string(),
  number: z.string(),
  /** `sheet` is filled in by hand, `result` is what was submitted. */
  shows: z.enum(['sheet', 'result']),
  isBlind: z.boolean(),
  state: z.string(),
  locations: z.array(z.string()),
  category: z.string().optional(),
  groups: z.array(z.string()),
  /** Local time. */
  cutoff: z.string(),
  counters: z.array(z.string()),
  observer: z.string().optional(),
  plannedBy: z.string(),
  note: z.string().optional(),
  approved: signed.optional(),
  posted: signed.optional(),
  slips: z.array(z.string()),
  lines: z.array(line),
  /** Minor units. */
  totals: z
    .object({
      lines: z.int(),
      counted: z.int(),
      gains: z.int(),
      losses: z.int(),
      gainAmount: z.int(),
      lossAmount: z.int(),
    })
    .optional(),
})
export type StocktakeSheetFacts = z.infer<typeof stocktakeSheetFacts>
