/** The report of the budgets: what the consumption report counts, beside what was planned. */
import { budgetTable, monthsBegun, type BudgetUse } from '../../../../shared/supplies/reports/budget-report.ts'
import type { ReportTable } from '../../../../shared/supplies/reports/operations.ts'
import type { Reading } from '../../act.ts'
import { budgetsOf } from '../budget/budget-store.ts'
import { nameOf, noMonths, usedIn } from './months.ts'

/** Departments in the order of the consumption report; behind them those that used nothing of their budget. */
export const budgetReport = ({ db, today, language }: Reading, year: number): ReportTable => {
  const budgets = budgetsOf(db, year)
  const used = usedIn(db, year, 'department').map(({ row, months }): BudgetUse => {
    const planned = budgets.get(row.key ?? '')?.amounts
    budgets.delete(row.key ?? '')
    return { name: nameOf(row, language), planned, used: months }
  })
  const unused = [...budgets.values()].map(({ budget, amounts }): BudgetUse => ({
    name: budget.department.name,
    planned: amounts,
    used: noMonths(),
  }))
  return budgetTable([...used, ...unused], monthsBegun(year, today))
}
