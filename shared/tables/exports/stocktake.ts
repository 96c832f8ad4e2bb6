/** The lines of one stocktake, as its page shows them. */
import type { StocktakeLine } from '../../supplies/stocktake/operations.ts'
import { column, listed, type Exporter } from '../exporter.ts'

export const stocktakeExport: Exporter<StocktakeLine> = {
  list: 'stocktake',
  title: 'tables.list.stocktake',
  columns: [
    column('supplies.line.row', 'count', ({ row }) => row, 8),
    column('tables.field.item.location', 'text', ({ location }) => location, 14),
    column('tables.field.item.code', 'text', ({ item }) => item.code),
    column('tables.field.item.name', 'text', ({ item }) => item.name, 24),
    column('tables.field.item.spec', 'text', ({ item }) => item.spec),
    column('field.lot', 'text', ({ lot }) => lot, 12),
    column('tables.field.item.unit', 'text', ({ item }) => item.unit, 8),
    column('supplies.line.book', 'count', ({ book }) => book),
    column('supplies.line.first', 'count', ({ first }) => first),
    column('supplies.line.counted', 'count', ({ counted }) => counted),
    column('supplies.line.difference', 'count', ({ difference }) => difference),
    column('tables.column.slip.amount', 'money', ({ amount, difference = 0 }) =>
      amount === undefined ? undefined : difference < 0 ? -amount : amount,
    ),
    column('field.cause', 'text', ({ cause }) => cause, 20),
    column('supplies.stocktake.state', 'text', ({ state }, word) => word(`supplies.line.state.${state}`), 10),
    column('field.counters', 'text', ({ tallied }, word) =>
      listed([...new Set(tallied.map(({ counter }) => counter.name))], word),
    ),
  ],
}
