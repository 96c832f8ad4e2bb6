/** Deciding a budget: for which year it may still be set, what really changes, and that a change says why. */
import { refuse, type Refusal } from '../../api/fault.ts'
import { onlyChanged } from '../../journal/changed.ts'
import type { Draft } from '../../journal/entry.ts'
import { monthKeys } from '../reports/operations.ts'
import { amountsOf, budgetId, budgetSetKind, type SupplyBudget } from './budget.ts'

type Wanted = {
  department: { id: string; name: string }
  year: number
  /** January first, minor units; null takes the budget back. */
  amounts: readonly number[] | null
  reason?: string | undefined
}

type BudgetFacts = {
  /** The budget as it stands, and whether two desks set it differently. */
  before: SupplyBudget | undefined
  isDisputed: boolean
  closedThrough: string | undefined
  by: { id: string; name: string }
  /** Office time `2026-11-23 13:05`. */
  at: string
}

/** Whether a year is over for the stock: its December is closed. */
export const isYearClosed = (year: number, closedThrough: string | undefined): boolean =>
  closedThrough !== undefined && closedThrough >= `${year}-12`

/** Faults: budget-year-closed, budget-unchanged, budget-none, and a reason that is missing where one stands already. */
export const decideBudget = (
  { department, year, amounts, reason }: Wanted,
  { before, isDisputed, closedThrough, by, at }: BudgetFacts,
): Draft | Refusal => {
  if (isYearClosed(year, closedThrough))
    return refuse({ code: 'budget-year-closed', year, closedThrough: closedThrough ?? '' })
  const standing = amountsOf(before)
  if (amounts === null && standing === undefined)
    return refuse({ code: 'budget-none', department: department.name, year })
  const wanted = Object.fromEntries(monthKeys.map((key, month) => [key, amounts?.[month] ?? null]))
  // Where two desks differ, all months are said again: that settles them.
  const months = isDisputed ? wanted : onlyChanged(before ?? {}, wanted)
  if (Object.keys(months).length === 0) return refuse({ code: 'budget-unchanged', department: department.name, year })
  if (standing !== undefined && reason === undefined)
    return refuse({ code: 'invalid-input', problems: [{ path: 'reason', reason: 'invalid.required' }] })
  const first = before === undefined ? { year } : {}
  const named = before?.department.name === department.name ? {} : { department }
  return {
    kind: budgetSetKind,
    subject: budgetId(department.id, year),
    body: { ...first, ...named, ...months, reason: reason ?? null, set: { by, at } },
  }
}
