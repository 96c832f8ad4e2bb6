/** The example's supply budgets: what each department may use in a month, set as a year begins. */
import { yearOf } from '../../../shared/office/dates.ts'
import { departments } from './company-plan.ts'
import type { Company } from './company.ts'
import type { Shelves } from './goods.ts'
import type { History } from './history.ts'

/** Raw amounts would be too even to be believed: spring and the year's end use more. */
const seasons = [1.3, 0.7, 1, 1, 1, 1, 0.9, 0.9, 1.1, 1, 1.1, 1.3]

/** To whole tens of yuan: a small office's departments use little. */
const toTens = (amount: number): number => Math.max(1, Math.round(amount / 1000)) * 1000

type BudgetParts = {
  history: History
  company: Company
  shelves: Shelves
  /** How many entries of acts the year will hold. */
  acts: number
}

/** Pieces that an act of the year stands for, as counted in examples of several sizes: a busier office draws more at once. */
const piecesAnAct = (acts: number): number => 0.36 * Math.max(1, acts / 1000) ** 0.22

/** What the office will use in a month, 分: nobody knows it as the year begins, but the goods that are drawn most are known. */
const monthlyUse = ({ shelves: { goods }, acts }: BudgetParts): number => {
  const drawn = (index: number): number => Math.sqrt((index + 1) / goods.length) - Math.sqrt(index / goods.length)
  const piece = goods.reduce((sum, { price }, index) => sum + price * drawn(index), 0)
  return (acts * piecesAnAct(acts) * piece) / 12
}

/**
 * Budgets are set with the first act of each year: two departments are planned too tight, so that the report has something
 * to say, and the smallest has none.
 */
export const planBudgets = (parts: BudgetParts): { setAt: (at: number) => Generator<undefined, void> } => {
  const { history, company } = parts
  const shares = new Map<string, number>(departments.map(({ name, share }) => [name, share]))
  const heads = [...shares.values()].reduce((sum, share) => sum + share, 0)
  let last = 0
  return {
    *setAt(at) {
      const year = yearOf(history.dateAt(at))
      if (year === last) return
      const grown = last === 0 ? 0.9 : 1
      last = year
      const { rows } = history.call(at, company.by.clerk, 'supplies.budgets', { year })
      for (const [index, { department }] of rows.entries()) {
        const share = shares.get(department.name) ?? 0
        if (share <= 2) continue
        const monthly = monthlyUse(parts) * (share / heads) * (index % 5 === 2 ? 0.7 : 1.25) * grown
        const amounts = seasons.map((season) => toTens(monthly * season))
        history.call(at, company.by.clerk, 'supplies.budgetSet', { department: department.id, year, amounts })
        yield
      }
    },
  }
}
