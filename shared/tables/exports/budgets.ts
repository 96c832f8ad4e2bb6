/** Budgets of a year: every department, its twelve months, what they sum up to and what was used; an import understands it. */
import type { BudgetRow } from '../../supplies/budget/budget-operations.ts'
import { monthKeys } from '../../supplies/reports/operations.ts'
import { column, type Exporter } from '../exporter.ts'

export type BudgetLine = BudgetRow & { year: number }

const sumOf = (amounts: readonly number[] | undefined): number | undefined =>
  amounts?.reduce((sum, amount) => sum + amount, 0)

export const budgetExport: Exporter<BudgetLine> = {
  list: 'budgets',
  title: 'tables.list.budgets',
  columns: [
    column('tables.field.budget.department', 'text', ({ department }) => department.name),
    column('tables.field.budget.year', 'text', ({ year }) => String(year), 8),
    ...monthKeys.map((key, month) =>
      column<BudgetLine>(`tables.field.budget.${key}`, 'money', ({ amounts }) => amounts?.[month], 12),
    ),
    column('tables.column.budget.sum', 'money', ({ amounts }) => sumOf(amounts)),
    column('tables.column.budget.used', 'money', ({ used }) => sumOf(used)),
  ],
}
