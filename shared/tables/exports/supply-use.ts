/** What the supplies used in a year, by the part that the report tells apart, a column for each month. */
import { monthKeys } from '../../supplies/reports/operations.ts'
import { column, type Exporter } from '../exporter.ts'

export type UsedLine = {
  name: string
  category?: string | undefined
  code?: string | undefined
  unit?: string | undefined
  /** Base units, of items only. */
  quantity?: number | undefined
  /** Minor units, January first. */
  months: readonly number[]
}

export const supplyUseExport: Exporter<UsedLine> = {
  list: 'supply-use',
  title: 'tables.list.supply-use',
  columns: [
    column('supplies.report.column.code', 'text', ({ code }) => code, 10),
    column(
      'supplies.report.column.name',
      'text',
      ({ name, category }, word) => {
        if (category !== undefined) return word(`supplies.category.${category}`)
        return name === '' ? word('supplies.report.none') : name
      },
      24,
    ),
    column('supplies.report.column.quantity', 'count', ({ quantity }) => quantity),
    column('supplies.report.column.unit', 'text', ({ unit }) => unit, 8),
    ...monthKeys.map((key, index) =>
      column<UsedLine>(`supplies.report.column.${key}`, 'money', ({ months }) => months[index]),
    ),
    column('supplies.report.column.total', 'money', ({ months }) => months.reduce((sum, amount) => sum + amount, 0)),
  ],
}
