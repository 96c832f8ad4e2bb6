/** 预算执行: planned, used and left by department and month, up to now and for the year, as one of the reports. */
import { monthKeys, type ReportCells, type ReportColumn, type ReportTable } from './operations.ts'

export type BudgetUse = {
  /** Null where what was used belongs to no department. */
  name: string | null
  /** January first, minor units; undefined where there is no budget. */
  planned?: readonly number[] | undefined
  used: readonly number[]
}

const columns: readonly ReportColumn[] = [
  { key: 'department', kind: 'text' },
  { key: 'figure', kind: 'word' },
  ...monthKeys.map((key) => ({ key, kind: 'money' as const })),
  { key: 'to-date', kind: 'money' },
  { key: 'total', kind: 'money' },
]

/** How many months of a year have begun. */
export const monthsBegun = (year: number, today: string): number => {
  const [now = 0, month = 0] = today.split('-').map(Number)
  return year < now ? 12 : year > now ? 0 : month
}

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0)

const minus = (one: readonly number[], other: readonly number[]): number[] =>
  one.map((amount, month) => amount - (other[month] ?? 0))

const together = (rows: readonly (readonly number[])[]): number[] =>
  monthKeys.map((_, month) => sumOf(rows.map((row) => row[month] ?? 0)))

/** More was used up to now than was planned for the months that have begun. */
export const isOver = (left: readonly number[], begun: number): boolean => sumOf(left.slice(0, begun)) < 0

/**
 * Three lines for a department with a budget, one for what has none. The months of each line add up to its year; of the
 * last lines those of all departments. What was used is every line of the consumption report, so the two agree.
 */
export const budgetTable = (uses: readonly BudgetUse[], begun: number): ReportTable => {
  const line = (name: string | null, figure: string, months: readonly number[]): ReportCells => [
    name,
    `supplies.report.budget.${figure}`,
    ...months,
    sumOf(months.slice(0, begun)),
    sumOf(months),
  ]
  const three = (name: string | null, planned: readonly number[], used: readonly number[]): ReportCells[] => {
    const left = minus(planned, used)
    return [
      line(name, 'planned', planned),
      line(name, 'used', used),
      line(name, isOver(left, begun) ? 'over' : 'left', left),
    ]
  }
  const budgeted = uses.flatMap(({ planned, used }) => (planned ? [{ planned, used }] : []))
  const without = uses.filter(({ planned }) => planned === undefined).map(({ used }) => used)
  const planned = together(budgeted.map((use) => use.planned))
  const usedWithin = together(budgeted.map((use) => use.used))
  const used = together(uses.map((use) => use.used))
  return {
    columns: [...columns],
    rows: uses.flatMap((use) =>
      use.planned ? three(use.name, use.planned, use.used) : [line(use.name, 'unplanned', use.used)],
    ),
    totals: [
      ...three(null, planned, usedWithin),
      ...(without.length === 0 ? [] : [line(null, 'unplanned', together(without)), line(null, 'all', used)]),
    ],
    // The plot holds like against like: where there are budgets, only what falls under them.
    ...(budgeted.length === 0 ? { plot: used } : { plot: usedWithin, plan: planned }),
  }
}
