/** The lists of the stock's value: an item's ledger, a month as it was closed. */
import type { LedgerRow } from '../../supplies/movement-operations.ts'
import type { ClosingItem } from '../../supplies/value/stock-closing.ts'
import { column, type Exporter } from '../exporter.ts'

export type LedgerLine = LedgerRow & { code: string; name: string; unit: string }

export const ledgerExport: Exporter<LedgerLine> = {
  list: 'item-ledger',
  title: 'tables.list.item-ledger',
  columns: [
    column('supplies.ledger.date', 'date', ({ date }) => date),
    column('supplies.ledger.number', 'text', ({ number }) => number),
    column('supplies.ledger.what', 'text', ({ verb, isReversal }, word) => {
      const kind = word(`supplies.verb.${verb}`)
      return isReversal ? word('supplies.ledger.reversal', { kind }) : kind
    }),
    column('supplies.field.party', 'text', ({ party }) => party),
    column('supplies.closing.code', 'text', ({ code }) => code, 10),
    column('supplies.closing.item', 'text', ({ name }) => name, 24),
    column('supplies.closing.unit', 'text', ({ unit }) => unit, 8),
    column('supplies.field.location', 'text', ({ location }) => location, 12),
    column('supplies.field.quantity', 'count', ({ quantity }) => quantity),
    column('supplies.field.amount', 'money', ({ amount }) => amount),
    column('supplies.ledger.balance-quantity', 'count', ({ balance }) => balance),
    column('supplies.ledger.balance', 'money', ({ value }) => value),
  ],
}

export const stockClosingExport: Exporter<ClosingItem> = {
  list: 'stock-closing',
  title: 'tables.list.stock-closing',
  columns: [
    column('supplies.closing.code', 'text', ({ code }) => code, 10),
    column('supplies.closing.item', 'text', ({ name }) => name, 24),
    column('supplies.field.spec', 'text', ({ spec }) => spec),
    column('supplies.closing.group', 'text', ({ group }) => group),
    column('supplies.closing.unit', 'text', ({ unit }) => unit, 8),
    column('supplies.closing.opening-quantity', 'count', ({ openingQuantity }) => openingQuantity),
    column('supplies.closing.opening', 'money', ({ opening }) => opening),
    column('supplies.closing.in-quantity', 'count', ({ inQuantity }) => inQuantity),
    column('supplies.closing.in', 'money', (item) => item.in),
    column('supplies.closing.out-quantity', 'count', ({ outQuantity }) => outQuantity),
    column('supplies.closing.out', 'money', ({ out }) => out),
    column('supplies.closing.difference', 'money', ({ difference }) => difference),
    column('supplies.closing.closing-quantity', 'count', ({ closingQuantity }) => closingQuantity),
    column('supplies.closing.closing', 'money', ({ closing }) => closing),
  ],
}
