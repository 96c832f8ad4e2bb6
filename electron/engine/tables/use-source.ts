/** Where the list of what was used comes from: one portion, of the year and part that the page shows. */
import { yearOf } from '../../../shared/office/dates.ts'
import { consumptionParts } from '../../../shared/supplies/movement-operations.ts'
import type { UsedLine } from '../../../shared/tables/exports/supply-use.ts'
import { one, sql } from '../store/sql.ts'
import { usedIn } from '../supplies/reports/months.ts'
import type { Source } from './sources.ts'

/** Without a year or a part this year's, by department. */
export const supplyUseSource: Source<UsedLine> = {
  most: (db) => one<{ count: number }>(db, sql`select count(*) as count from stock_movement`)?.count ?? 0,
  page: (db, _after, { year, report }, { today }) => {
    const by = consumptionParts.find((part) => part === report) ?? 'department'
    const records = usedIn(db, Number(year ?? yearOf(today)), by).map(({ row, months, quantity }) => ({
      name: row.name,
      ...(by === 'category' ? { category: row.key } : {}),
      ...(by === 'item' ? { code: row.code, unit: row.unit, quantity } : {}),
      months,
    }))
    return { records, next: undefined }
  },
}
