/** What refuses a budget; worded in budget-words.ts. */
export type BudgetFault =
  /** December of the year is closed: what was planned for it stays as it was. */
  | { code: 'budget-year-closed'; year: number; closedThrough: string }
  | { code: 'budget-unchanged'; department: string; year: number }
  /** There is none that could be taken back. */
  | { code: 'budget-none'; department: string; year: number }
