/** The supplies register's lists: items, stock by location, slips line by line. */
import type { Item, Slip, SlipLine } from '../../supplies/records.ts'
import { barcodesText, limitOf, offersText } from '../importers/item-more.ts'
import { column, type Exporter } from '../exporter.ts'

/** Quantities in the base unit, `value` in minor units. */
export type ItemRow = Item & { stock: number; value: number; mergedCode?: string | undefined }

export const itemExport: Exporter<ItemRow> = {
  list: 'items',
  title: 'tables.list.items',
  columns: [
    column('tables.field.item.code', 'text', ({ code }) => code),
    column('tables.field.item.name', 'text', ({ name }) => name, 24),
    column('tables.field.item.spec', 'text', ({ spec }) => spec),
    column('tables.field.item.category', 'text', ({ category }, word) => word(`supplies.category.${category}`), 12),
    column('tables.field.item.unit', 'text', ({ unit }) => unit, 8),
    column(
      'tables.field.item.packs',
      'text',
      ({ packs }) => packs.map(({ unit, factor }) => `${unit}=${factor}`).join('；') || undefined,
    ),
    column('tables.field.item.barcodes', 'text', ({ barcodes, unit }) => barcodesText(barcodes, unit), 24),
    column('tables.field.item.min', 'count', ({ min }) => min),
    column('tables.field.item.max', 'count', ({ max }) => max),
    column('tables.field.item.location', 'text', ({ location }) => location, 12),
    column('tables.field.item.supplier', 'text', ({ supplier }) => supplier, 24),
    column(
      'tables.field.item.exchangeOld',
      'text',
      ({ exchangeOld }, word) => word(exchangeOld ? 'tables.yes' : 'tables.no'),
      10,
    ),
    column('tables.field.item.quota', 'count', ({ quota }) => quota),
    column('tables.field.item.personAmount', 'money', ({ quotaRules }) => limitOf(quotaRules, 'personAmount')),
    column('tables.field.item.departmentQuantity', 'count', ({ quotaRules }) =>
      limitOf(quotaRules, 'departmentQuantity'),
    ),
    column('tables.field.item.departmentAmount', 'money', ({ quotaRules }) => limitOf(quotaRules, 'departmentAmount')),
    column('tables.field.item.group', 'text', ({ group }) => group, 12),
    column('tables.field.item.suppliers', 'text', ({ suppliers }) => offersText(suppliers), 30),
    column('tables.field.item.leadDays', 'count', ({ leadDays }) => leadDays),
    column('tables.field.item.lots', 'text', ({ lots }, word) => word(lots === true ? 'tables.yes' : 'tables.no'), 10),
    column('tables.column.item.stock', 'count', ({ stock }) => stock),
    column('tables.column.item.value', 'money', ({ value }) => value),
    column('tables.column.status', 'text', ({ active }, word) => word(active ? 'tables.active' : 'tables.retired'), 8),
    column('tables.column.item.mergedInto', 'text', ({ mergedCode }) => mergedCode),
  ],
}

export type StockRow = {
  code: string
  name: string
  spec: string | undefined
  unit: string
  location: string
  quantity: number
}

export const stockExport: Exporter<StockRow> = {
  list: 'stock',
  title: 'tables.list.stock',
  columns: [
    column('tables.field.item.code', 'text', ({ code }) => code),
    column('tables.field.item.name', 'text', ({ name }) => name, 24),
    column('tables.field.item.spec', 'text', ({ spec }) => spec),
    column('tables.field.item.location', 'text', ({ location }) => location, 12),
    column('tables.column.item.stock', 'count', ({ quantity }) => quantity),
    column('tables.field.item.unit', 'text', ({ unit }) => unit, 8),
  ],
}

/** One row per line; what the slip says stands in each. */
export type SlipRow = { slip: Slip; line: SlipLine }

export const slipExport: Exporter<SlipRow> = {
  list: 'slips',
  title: 'tables.list.slips',
  columns: [
    column('tables.column.slip.number', 'text', ({ slip }) => slip.numbered.number),
    column('tables.column.slip.verb', 'text', ({ slip }, word) => word(`supplies.verb.${slip.verb}`), 8),
    column('tables.column.slip.date', 'date', ({ slip }) => slip.date),
    column('tables.field.item.code', 'text', ({ line }) => line.item.code),
    column('tables.field.item.name', 'text', ({ line }) => line.item.name, 24),
    column('tables.field.item.spec', 'text', ({ line }) => line.item.spec),
    column('tables.column.slip.quantity', 'count', ({ line }) => line.quantity),
    column('tables.column.slip.unit', 'text', ({ line }) => line.unit, 8),
    column('tables.column.slip.base', 'count', ({ line }) => line.base),
    column('tables.field.item.unit', 'text', ({ line }) => line.baseUnit, 8),
    column('tables.column.slip.unitCost', 'money', ({ line }) => line.unitCost),
    column('tables.column.slip.amount', 'money', ({ line }) => line.amount),
    column('tables.column.slip.location', 'text', ({ line }) => line.location, 12),
    column('tables.column.slip.to', 'text', ({ line }) => line.to, 12),
    column('tables.column.slip.recipient', 'text', ({ slip }) => slip.recipient?.name, 12),
    column('tables.field.person.department', 'text', ({ slip }) => slip.recipient?.department?.name),
    column('tables.field.item.supplier', 'text', ({ slip }) => slip.supplier, 24),
    column('tables.column.slip.purpose', 'text', ({ slip }) => slip.purpose, 24),
    column('tables.column.slip.reason', 'text', ({ slip }) => slip.reason, 24),
    column('tables.column.slip.overQuota', 'count', ({ line }) => line.overQuota),
    column('tables.column.slip.clerk', 'text', ({ slip }) => slip.clerk.name, 12),
    column('tables.column.slip.reversedBy', 'text', ({ slip }) => slip.reversedBy?.number),
    column('tables.column.slip.reverses', 'text', ({ slip }) => slip.reverses?.number),
  ],
}
