/** Where the lists of the stock's value come from: each is one portion, of the item or closing that the page shows. */
import { stockClosingSubject, type ClosingItem } from '../../../shared/supplies/value/stock-closing.ts'
import { yearOf } from '../../../shared/office/dates.ts'
import { departmentType } from '../../../shared/people/subjects.ts'
import type { BudgetLine } from '../../../shared/tables/exports/budgets.ts'
import type { LedgerLine } from '../../../shared/tables/exports/stock.ts'
import { recordOf, recordsOf } from '../store/derived.ts'
import { one, sql } from '../store/sql.ts'
import { budgetsOf } from '../supplies/budget/budget-store.ts'
import { ledgerFor } from '../supplies/movement-handlers.ts'
import { noMonths, usedIn } from '../supplies/reports/months.ts'
import type { Source } from './sources.ts'

export const ledgerSource: Source<LedgerLine> = {
  most: (db) => one<{ count: number }>(db, sql`select count(*) as count from stock_movement`)?.count ?? 0,
  page: (db, _after, { item = '', from, to }) => {
    const ledger = ledgerFor(db, item, from, to)
    const records = ledger?.rows.map((row) => ({ ...row, ...ledger.item })) ?? []
    return { records, next: undefined }
  },
}

/** The closing that is named, else the latest. */
export const stockClosingSource: Source<ClosingItem> = {
  most: (db) => one<{ count: number }>(db, sql`select count(*) as count from supply_item`)?.count ?? 0,
  page: (db, _after, { closing }) => {
    const found =
      closing === undefined
        ? recordsOf(db, stockClosingSubject, sql`order by month desc, subject desc limit 1`)[0]
        : recordOf(db, stockClosingSubject, closing)
    return { records: found?.items ?? [], next: undefined }
  },
}

/** Every department's budget of the year that is named, else of this one; those without are rows to be filled in. */
export const budgetSource: Source<BudgetLine> = {
  most: (db) => one<{ count: number }>(db, sql`select count(*) as count from department`)?.count ?? 0,
  page: (db, _after, { year: ofYear = '' }, { today }) => {
    const year = /^(19|2[01])\d\d$/.test(ofYear) ? Number(ofYear) : yearOf(today)
    const budgets = budgetsOf(db, year)
    const used = new Map(usedIn(db, year, 'department').map(({ row, months }) => [row.key, months]))
    const records = recordsOf(db, departmentType, sql`order by name`).map(({ id, name }): BudgetLine => {
      const found = budgets.get(id)
      return {
        year,
        department: { id, name },
        ...(found ? { amounts: found.amounts, set: found.budget.set } : {}),
        used: used.get(id) ?? noMonths(),
      }
    })
    return { records, next: undefined }
  },
}
