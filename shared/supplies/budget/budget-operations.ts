/** Operations of the budgets: all departments of a year, one of them, setting it, and what the counter asks. */
import { z } from 'zod'
import { basedOn, count, id, money, optionalText } from '../../api/fields.ts'
import { command, query, type Operations } from '../../api/operation.ts'
import { personSchema } from '../records.ts'

/** A billion yuan a month: what all departments of a year come to is still an exact number. */
const mostAmount = 1e11

const year = () => count(1990, 2199)
const named = z.object({ id: z.string(), name: z.string() })

/** January first, minor units. */
const twelve = z.array(z.int())

const set = z.object({ by: personSchema, at: z.string() })

const budgetRow = z.object({
  department: named,
  /** Absent where the department has no budget. */
  amounts: twelve.optional(),
  used: twelve,
  set: set.optional(),
})
export type BudgetRow = z.infer<typeof budgetRow>

export const budgetOperations = {
  'supplies.budgets': query({
    summary: 'Budgets of all departments for a year, with what each used in its months.',
    permission: 'supplies.read',
    input: z.object({ year: year() }),
    output: z.object({ rows: z.array(budgetRow), isClosed: z.boolean() }),
  }),
  'supplies.budget': query({
    summary: 'The budget of a department for a year, with that of the year before and what was used then.',
    permission: 'supplies.read',
    input: z.object({ department: id(), year: year() }),
    output: z.object({
      /** The record's subject, for its history, whether or not there is one yet. */
      id: z.string(),
      department: named,
      amounts: twelve.optional(),
      before: twelve.optional(),
      usedBefore: twelve,
      heads: z.array(z.string()),
      isClosed: z.boolean(),
    }),
  }),
  'supplies.budgetSet': command({
    summary: 'Set the twelve months of a department’s budget; a change says why, and null takes it back.',
    permission: 'supplies.manage',
    input: z.object({
      department: id(),
      year: year(),
      basedOn: basedOn(),
      amounts: z
        .array(money().max(mostAmount, { error: 'invalid.too-large' }))
        .length(12, { error: 'invalid.twelve' })
        .nullable()
        .describe('January first, minor units (分); null takes the budget back'),
      reason: optionalText(200),
    }),
    output: z.object({ id: z.string() }),
  }),
  'supplies.budgetLeft': query({
    summary: 'What is left this month of the budget of a recipient’s department; nothing where it has none.',
    permission: 'supplies.read',
    input: z.object({ recipient: id() }),
    output: z.object({
      budget: z
        .object({
          department: z.string(),
          /** `2026-11` */
          month: z.string(),
          planned: z.int(),
          used: z.int(),
          /** Below zero where more was used. */
          left: z.int(),
        })
        .optional(),
    }),
  }),
} as const satisfies Operations
