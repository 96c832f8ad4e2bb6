/** Buying as lists: what is suggested with its reason, and purchase requests line by line with what came. */
import type { SuggestionRow } from '../../supplies/buying/buying-operations.ts'
import type { Purchase, PurchaseLine, PurchaseState } from '../../supplies/buying/buying-records.ts'
import { suggestionText } from '../../supplies/buying/suggestion-text.ts'
import { column, type Exporter } from '../exporter.ts'

export const suggestionExport: Exporter<SuggestionRow> = {
  list: 'suggestions',
  title: 'tables.list.suggestions',
  columns: [
    column('tables.field.item.supplier', 'text', ({ supplier }) => supplier, 24),
    column('tables.field.item.code', 'text', ({ item }) => item.code),
    column('tables.field.item.name', 'text', ({ item }) => item.name, 24),
    column('tables.field.item.spec', 'text', ({ item }) => item.spec),
    column('tables.column.item.stock', 'count', ({ stock }) => stock),
    column('tables.field.item.min', 'count', ({ min }) => min),
    column('tables.field.item.max', 'count', ({ max }) => max),
    column('tables.column.buying.requested', 'count', ({ requested }) => requested),
    column('tables.column.buying.ordered', 'count', ({ ordered }) => ordered),
    column('tables.column.buying.monthly', 'count', ({ monthly }) => monthly),
    column('tables.column.buying.leadDays', 'count', ({ leadDays }) => leadDays),
    column('buying.field.suggested', 'count', ({ quantity }) => quantity),
    column('tables.column.slip.unit', 'text', ({ unit }) => unit, 8),
    column('tables.column.slip.base', 'count', ({ base }) => base),
    column('tables.field.item.unit', 'text', ({ item }) => item.unit, 8),
    column('buying.field.price', 'money', ({ price }) => price),
    column('buying.field.amount', 'money', ({ price, amount }) => (price === undefined ? undefined : amount)),
    column('buying.field.reason', 'text', (row, word) => suggestionText(word, row.item.unit, row), 70),
  ],
}

/** One row per line; what the request says stands in each. */
export type PurchaseExportRow = {
  purchase: Purchase
  line: PurchaseLine
  state: PurchaseState
  /** Base units; less than was asked for where the approver said so. */
  approved: number
  left: number
  received: number
  paid: number
}

export const purchaseExport: Exporter<PurchaseExportRow> = {
  list: 'purchases',
  title: 'tables.list.purchases',
  columns: [
    column('tables.column.slip.number', 'text', ({ purchase }) => purchase.numbered.number),
    column('tables.column.status', 'text', ({ state }, word) => word(`buying.state.${state}`)),
    column('tables.column.slip.date', 'date', ({ purchase }) => purchase.date),
    column('buying.field.requester', 'text', ({ purchase }) => purchase.requester.name, 12),
    column('tables.field.item.code', 'text', ({ line }) => line.item.code),
    column('tables.field.item.name', 'text', ({ line }) => line.item.name, 24),
    column('tables.field.item.spec', 'text', ({ line }) => line.item.spec),
    column('buying.field.asked', 'count', ({ line }) => line.quantity),
    column('tables.column.slip.unit', 'text', ({ line }) => line.unit, 8),
    column('tables.column.slip.base', 'count', ({ line }) => line.base),
    column('supplies.request.approved', 'count', ({ approved }) => approved),
    column('buying.field.received', 'count', ({ received }) => received),
    column('buying.field.left', 'count', ({ left }) => left),
    column('tables.field.item.unit', 'text', ({ line }) => line.baseUnit, 8),
    column('buying.field.price', 'money', ({ line }) => line.price),
    column('buying.field.amount', 'money', ({ line }) => (line.price === undefined ? undefined : line.amount)),
    column('tables.column.buying.paid', 'money', ({ paid }) => paid),
    column('tables.field.item.supplier', 'text', ({ line }) => line.supplier, 24),
    column('buying.field.wanted', 'date', ({ purchase }) => purchase.wanted),
    column('buying.field.expected', 'date', ({ purchase }) => purchase.ordered?.expected),
    column('buying.field.approver', 'text', ({ purchase }) => purchase.decisions[0]?.by.name, 12),
    column('tables.column.slip.purpose', 'text', ({ purchase }) => purchase.purpose, 24),
  ],
}
