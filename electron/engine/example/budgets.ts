/** The example's supply budgets: what each department may use in a month, of this year and the one before. */
import { yearOf } from '../../../shared/office/dates.ts'
import { departments } from './company-plan.ts'
import type { Company } from './company.ts'
import type { History } from './history.ts'

/** Raw amounts would be too even to be believed: spring and the year's end use more. */
const seasons = [1.3, 0.7, 1, 1, 1, 1, 0.9, 0.9, 1.1, 1, 1.1, 1.3]

/** To whole tens of yuan: a small office's departments use little. */
const toTens = (amount: number): number => Math.max(1, Math.round(amount / 1000)) * 1000

/**
 * Steps of setting them by what the office has used so far; before the stock of the old year is closed.
 * Two departments are planned too tight, so that the report has something to say, and the smallest has none.
 */
export const setBudgets = function* (history: History, { by }: Company, at: number): Generator<undefined, void> {
  const year = yearOf(history.dateAt(at))
  const rows = history.call(at, by.clerk, 'supplies.budgets', { year }).rows
  const sizes = new Map<string, number>(departments.map(({ name, share }) => [name, share]))
  const used = rows.reduce((sum, row) => sum + row.used.reduce((months, amount) => months + amount, 0), 0)
  const begun = Number(history.dateAt(at).slice(5, 7))
  const heads = [...sizes.values()].reduce((sum, share) => sum + share, 0)
  for (const [index, { department }] of rows.entries()) {
    const share = sizes.get(department.name) ?? 0
    if (share <= 2) continue
    const monthly = (used / begun) * (share / heads) * (index % 5 === 2 ? 0.7 : 1.25)
    for (const each of [year - 1, year]) {
      const amounts = seasons.map((season) => toTens(monthly * season * (each === year ? 1 : 0.9)))
      history.call(at, by.clerk, 'supplies.budgetSet', { department: department.id, year: each, amounts })
    }
    yield
  }
}
