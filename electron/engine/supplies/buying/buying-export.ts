/** Buying's lists for an export: suggestions as they are now, purchases line by line in the list that is shown. */
import {
  purchaseLists,
  type PurchaseList,
  type SuggestionRow,
} from '../../../../shared/supplies/buying/buying-operations.ts'
import { stateOfPurchase } from '../../../../shared/supplies/buying/buying-rules.ts'
import type { PurchaseExportRow } from '../../../../shared/tables/exports/buying.ts'
import { one, sql, type Read } from '../../store/sql.ts'
import { suggestionRow } from './buying-handlers.ts'
import { leftOf, purchasesPage, receiptsOf } from './buying-store.ts'
import { linesOfPurchase } from './purchase-lines.ts'
import { suggestionsOf } from './suggestion-store.ts'
import type { Source } from '../../tables/sources.ts'

const portion = 200

const suggestionList: Source<SuggestionRow> = {
  most: (db) => one<{ count: number }>(db, sql`select count(*) as count from supply_item`)?.count ?? 0,
  page: (_db, _after, _filter, reading) => ({
    records: suggestionsOf(reading).rows.map(suggestionRow),
    next: undefined,
  }),
}

const listOf = (show: string | undefined): PurchaseList => purchaseLists.find((list) => list === show) ?? 'all'

const purchaseList: Source<PurchaseExportRow> = {
  most: (db: Read) => one<{ count: number }>(db, sql`select count(*) as count from purchase_request`)?.count ?? 0,
  page: (db, after, { show }) => {
    const purchases = purchasesPage(db, listOf(show), after?.key?.toString(), portion)
    const last = purchases.length === portion ? purchases.at(-1) : undefined
    const records = purchases.flatMap((purchase) => {
      const state = stateOfPurchase(purchase, leftOf(db, purchase))
      const states = linesOfPurchase(db, purchase, receiptsOf(db, purchase.id))
      return purchase.lines.map((line, index) => {
        const { approved = 0, left = 0, received = 0, paid = 0 } = states[index] ?? {}
        return { purchase, line, state, approved, left, received, paid }
      })
    })
    return { records, next: last && { key: last.id, row: 0 } }
  },
}

export const buyingLists = { suggestions: suggestionList, purchases: purchaseList }
