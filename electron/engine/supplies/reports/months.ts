/** Reports that go by months: what was consumed in a year, with a column for each month and totals. */
import {
  differenceKey,
  type ConsumptionPart,
  type ConsumptionRow,
} from '../../../../shared/supplies/movement-operations.ts'
import {
  monthKeys,
  type ReportCells,
  type ReportColumn,
  type ReportTable,
} from '../../../../shared/supplies/reports/operations.ts'
import type { Language } from '../../../../shared/office/words.ts'
import { supplyReportWords } from '../../../../shared/supplies/reports/words.ts'
import type { Reading } from '../../act.ts'
import type { Read } from '../../store/sql.ts'
import { consumption } from '../movements.ts'

export const noMonths = (): number[] => monthKeys.map(() => 0)

export const monthColumns: readonly ReportColumn[] = [
  ...monthKeys.map((key) => ({ key, kind: 'money' as const })),
  { key: 'total', kind: 'money' },
]

const plus = (sums: readonly number[], more: readonly number[]): number[] =>
  sums.map((sum, index) => sum + (more[index] ?? 0))

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0)

/** The months, and behind them their sum. */
export const withSum = (months: readonly number[]): number[] => [...months, sumOf(months)]

export type Used = { row: ConsumptionRow; months: number[]; quantity: number }

/** What was consumed in a year by some part, months together; the most first. */
export const usedIn = (db: Read, year: number, by: ConsumptionPart): Used[] => {
  const rows = consumption(db, { from: `${year}-01-01`, to: `${year}-12-31`, by, months: true })
  const together = new Map<string, Used>()
  for (const row of rows) {
    const place = row.key ?? ''
    const used = together.get(place) ?? { row, months: noMonths(), quantity: 0 }
    const month = Number(row.month?.slice(5)) - 1
    used.months[month] = (used.months[month] ?? 0) + row.amount
    used.quantity += row.quantity ?? 0
    // The latest month says what it is called now.
    if ((row.month ?? '') > (used.row.month ?? '')) used.row = row
    together.set(place, used)
  }
  const name = ({ row }: Used): string => `${row.name} ${row.key ?? ''}`
  return [...together.values()].toSorted(
    (one, other) => sumOf(other.months) - sumOf(one.months) || (name(one) < name(other) ? -1 : 1),
  )
}

const leadOf: Record<ConsumptionPart, readonly ReportColumn[]> = {
  department: [{ key: 'department', kind: 'text' }],
  person: [{ key: 'person', kind: 'text' }],
  group: [{ key: 'group', kind: 'text' }],
  category: [{ key: 'category', kind: 'word' }],
  item: [
    { key: 'code', kind: 'text' },
    { key: 'item', kind: 'text' },
    { key: 'quantity', kind: 'count' },
    { key: 'unit', kind: 'text' },
  ],
}

/** What a row is called; null where its slips name nobody. */
export const nameOf = ({ key, name }: ConsumptionRow, language: Language): string | null => {
  if (key === differenceKey) return supplyReportWords[language]['supplies.report.difference']
  return name === '' ? null : name
}

const leadCells = ({ row, quantity }: Used, by: ConsumptionPart, language: Language): ReportCells => {
  if (by === 'item') return [row.code ?? null, row.name, quantity, row.unit ?? null]
  if (by === 'category') return [row.key === undefined ? null : `supplies.category.${row.key}`]
  return [nameOf(row, language)]
}

export const consumptionReport = ({ db, language }: Reading, year: number, by: ConsumptionPart): ReportTable => {
  const used = usedIn(db, year, by)
  const months = used.reduce((sums, one) => plus(sums, one.months), noMonths())
  const lead = leadOf[by]
  return {
    columns: [...lead, ...monthColumns],
    rows: used.map((one) => [...leadCells(one, by, language), ...withSum(one.months)]),
    totals: [[...lead.map(() => null), ...withSum(months)]],
    plot: months,
  }
}
