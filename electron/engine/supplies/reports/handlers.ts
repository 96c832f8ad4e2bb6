/** The reports of the supplies. */
import { officeType } from '../../../../shared/office/subjects.ts'
import {
  mostReportRows,
  type reportOperations,
  type ReportTable,
  type SupplyReport,
} from '../../../../shared/supplies/reports/operations.ts'
import type { Handlers, Reading } from '../../act.ts'
import { recordsOf } from '../../store/derived.ts'
import { sql } from '../../store/sql.ts'
import { budgetReport } from './budget.ts'
import { consumptionReport } from './months.ts'
import { expiringReport, slowReport, valueByGroup, valueByItem } from './stock.ts'

export const supplyReport = (reading: Reading, report: SupplyReport, year: number): ReportTable => {
  switch (report) {
    case 'slow':
      return slowReport(reading, year)
    case 'expiring':
      return expiringReport(reading)
    case 'value-group':
      return valueByGroup(reading, year)
    case 'value-item':
      return valueByItem(reading, year)
    case 'budget':
      return budgetReport(reading, year)
    case 'department':
    case 'person':
    case 'item':
    case 'group':
    case 'category':
      return consumptionReport(reading, year, report)
  }
}

export const reportHandlers = (): Handlers<typeof reportOperations> => ({
  'supplies.report': (reading, { report, year }) => {
    const { rows, ...table } = supplyReport(reading, report, year)
    return {
      office: recordsOf(reading.db, officeType, sql`limit 1`)[0]?.id ?? '',
      ...table,
      rows: rows.slice(0, mostReportRows),
      more: Math.max(0, rows.length - mostReportRows),
    }
  },
})
