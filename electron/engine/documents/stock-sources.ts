/** The facts of the stock's sheets: a closing as it was signed, an item's ledger of a year, a report. */
import { officeType } from '../../../shared/office/subjects.ts'
import { printWords } from '../../../shared/documents/print-words.ts'
import type { SupplyReportFacts } from '../../../shared/documents/report-facts.ts'
import type { ItemLedgerFacts, StockClosingFacts } from '../../../shared/documents/stock-facts.ts'
import { readReportPeriod, reportSpan } from '../../../shared/supplies/reports/operations.ts'
import { stockClosingSubject } from '../../../shared/supplies/value/stock-closing.ts'
import type { Reading } from '../act.ts'
import { recordOf, recordsOf } from '../store/derived.ts'
import { sql } from '../store/sql.ts'
import { ledgerFor } from '../supplies/movement-handlers.ts'
import { supplyReport } from '../supplies/reports/handlers.ts'
import { lastDay } from '../supplies/reports/stock.ts'
import type { Source } from './deps.ts'

const officeName = ({ db }: Reading): string => recordsOf(db, officeType, sql`limit 1`)[0]?.name ?? ''

export const stockClosingSource = (reading: Reading, id: string): Source | undefined => {
  const closing = recordOf(reading.db, stockClosingSubject, id)
  if (!closing) return undefined
  const { id: _id, numbered: _numbered, number, month, closed, countersigned, revaluation, ...content } = closing
  const facts: StockClosingFacts = {
    form: 'stock-closing',
    office: officeName(reading),
    number,
    month,
    ...content,
    ...(revaluation ? { revaluation: revaluation.number } : {}),
    closed: { by: closed.by.name, at: closed.at },
    ...(countersigned ? { countersigned: { by: countersigned.by.name, at: countersigned.at } } : {}),
  }
  return { facts, number, title: month, impression: undefined }
}

export const itemLedgerSource = (reading: Reading, id: string, year: string): Source | undefined => {
  const ledger = ledgerFor(reading.db, id, `${year}-01-01`, `${year}-12-31`)
  if (!ledger) return undefined
  const { item, opening, rows, recount } = ledger
  const { code, name, spec, unit } = item
  const facts: ItemLedgerFacts = {
    form: 'item-ledger',
    office: officeName(reading),
    year: Number(year),
    item: { code, name, ...(spec === undefined ? {} : { spec }), unit },
    opening,
    rows: rows.map(({ slip: _slip, clerk: _clerk, location: _location, ...row }) => row),
    isSame: recount.isSame,
  }
  return { facts, number: undefined, title: `${code} ${year}`, impression: undefined }
}

/** A report as the screen has it, with every row; the office is what it is about, its name and year stand in the period. */
export const supplyReportSource = (reading: Reading, id: string, period: string): Source | undefined => {
  const asked = readReportPeriod(period)
  if (!asked || !recordOf(reading.db, officeType, id)) return undefined
  const { report, year } = asked
  const { plot, plan, ...table } = supplyReport(reading, report, year)
  const span = reportSpan[report]
  const facts: SupplyReportFacts = {
    form: 'supply-report',
    office: officeName(reading),
    report,
    span,
    year,
    asOf: span === 'today' ? reading.today : lastDay(year, reading.today),
    ...table,
    ...(plot === undefined ? {} : { plot }),
    ...(plan === undefined ? {} : { plan }),
  }
  const title = printWords(reading.language)(`supplies.report.name.${report}`)
  return { facts, number: undefined, title: `${title} ${year}`, impression: undefined }
}
