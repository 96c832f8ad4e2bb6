/** Reading budgets, and what departments used of them. */
import { amountsOf, budgetId, supplyBudget, type SupplyBudget } from '../../../../shared/supplies/budget/budget.ts'
import { recordOf, recordsOf } from '../../store/derived.ts'
import { one, sql, type Read } from '../../store/sql.ts'

export const budgetOf = (db: Read, department: string, year: number): SupplyBudget | undefined =>
  recordOf(db, supplyBudget, budgetId(department, year))

/** Those that stand, by department. */
export const budgetsOf = (db: Read, year: number): Map<string, { budget: SupplyBudget; amounts: number[] }> =>
  new Map(
    recordsOf(db, supplyBudget, sql`where year = ${year} order by subject`).flatMap((budget) => {
      const amounts = amountsOf(budget)
      return amounts ? [[budget.department.id, { budget, amounts }] as const] : []
    }),
  )

export const headsOfBudget = (db: Read, id: string): string[] => {
  const row = one<{ heads: string }>(db, sql`select heads from supply_budget where subject = ${id}`)
  return row ? (JSON.parse(row.heads) as string[]).toSorted() : []
}

/** What a department used in a month `2026-11`, minor units: the month's own movements are read, not the year's. */
export const usedInMonth = (db: Read, department: string, month: string): number =>
  one<{ used: number | null }>(
    db,
    sql`select sum(used) as used from stock_movement
      where date >= ${`${month}-01`} and date <= ${`${month}-31`} and department = ${department}`,
  )?.used ?? 0
