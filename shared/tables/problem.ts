/** What is wrong with a row, in words a clerk can act on: which row, which field, why. */
import { z } from 'zod'

/** Why a row cannot be entered: a word key under `invalid.*` with its values. */
export const rowProblem = z.object({
  /** The row as the spreadsheet numbers it, 1 is the first. */
  row: z.int(),
  /** Field key of the target, or '' where the row as a whole is meant. */
  field: z.string(),
  reason: z.string(),
  /** Several names are a list, set apart by the reader's language. */
  detail: z.union([z.string(), z.array(z.string())]).optional(),
  /** What the cell holds, shortened. */
  value: z.string().optional(),
})
export type RowProblem = z.infer<typeof rowProblem>
