/** Where the lists of the stock's value come from: each is one portion, of the item or closing that the page shows. */
import { stockClosingSubject, type ClosingItem } from '../../../shared/supplies/value/stock-closing.ts'
import type { LedgerLine } from '../../../shared/tables/exports/stock.ts'
import { recordOf, recordsOf } from '../store/derived.ts'
import { one, sql } from '../store/sql.ts'
import { ledgerFor } from '../supplies/movement-handlers.ts'
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
