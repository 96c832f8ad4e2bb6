/** 物资预算: what a department may use in each month of a year. One record per department and year, in which all desks meet. */
import { z } from 'zod'
import { overlayAfter } from '../../journal/overlay-after.ts'
import { subjectType } from '../../journal/subject.ts'
import { personSchema } from '../records.ts'
import { monthKeys, type MonthKey } from '../reports/operations.ts'

/** Minor units; null takes a month back, and with all twelve the budget. */
const months = z.object(
  Object.fromEntries(monthKeys.map((key) => [key, z.int().nullish()])) as Record<
    MonthKey,
    z.ZodOptional<z.ZodNullable<z.ZodInt>>
  >,
)

const budgetSet = z.object({
  ...months.shape,
  /** Stand in the first entry. */
  department: z.object({ id: z.string(), name: z.string() }).optional(),
  year: z.int().optional(),
  /** Why it was changed. */
  reason: z.string().nullish(),
  set: z.object({ by: personSchema, at: z.string() }),
})

export type SupplyBudget = { id: string; reason?: string; set: { by: { id: string; name: string }; at: string } } & {
  department: { id: string; name: string }
  year: number
} & { [K in MonthKey]?: number }

/** The entry that sets a budget, first and again. */
export const budgetSetKind = 'supply.budget-set'

export const supplyBudget = subjectType<SupplyBudget>({
  name: 'supply_budget',
  kinds: { 'supply.budget-set': budgetSet },
  // Who set it and why say nothing against each other; amounts of the same month do.
  merged: ['set', 'reason', 'department'],
  reduce: (record, entry) =>
    record || (entry.body['department'] !== undefined && entry.body['year'] !== undefined)
      ? overlayAfter(budgetSetKind)<SupplyBudget>(record, entry)
      : undefined,
})

/** The time in these ids is no time: it marks them as budgets and holds the year, so that no desk has to ask another. */
const budgetMark = '5ea1b0dd'

/**
 * The id of a department's budget of a year, the same on every desk: the department's own with another time.
 * @param department id (UUIDv7) of the department
 */
export const budgetId = (department: string, year: number): string =>
  `${budgetMark}-${year.toString(16).padStart(4, '0')}${department.slice(13)}`

/** The twelve months, minor units; undefined where there is no budget or it was taken back. */
export const amountsOf = (budget: SupplyBudget | undefined): number[] | undefined =>
  budget === undefined || monthKeys.every((key) => budget[key] === undefined)
    ? undefined
    : monthKeys.map((key) => budget[key] ?? 0)
