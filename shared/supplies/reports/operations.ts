/** 物资报表: one shape for every report of the supplies, so that one page, one sheet and one export show them all. */
import { z } from 'zod'
import { count } from '../../api/fields.ts'
import { query, type Operations } from '../../api/operation.ts'

/** The first five are consumption by month, the sixth holds it against the budgets; the rest say how the stock stands. */
export const supplyReports = [
  'department',
  'person',
  'item',
  'group',
  'category',
  'budget',
  'slow',
  'expiring',
  'value-group',
  'value-item',
] as const
export type SupplyReport = (typeof supplyReports)[number]

/** What a report looks at: the months of a year, the stock at its end, or the stock today; the budget says by itself what it looks at. */
export const reportSpan: Record<SupplyReport, 'months' | 'budget' | 'stock' | 'today'> = {
  department: 'months',
  person: 'months',
  item: 'months',
  group: 'months',
  category: 'months',
  budget: 'budget',
  slow: 'stock',
  expiring: 'today',
  'value-group': 'stock',
  'value-item': 'stock',
}

/** By what a report is asked for in print: `2026-value-item`. */
export const reportPeriod = (report: SupplyReport, year: number): string => `${year}-${report}`

export const readReportPeriod = (period: string): { report: SupplyReport; year: number } | undefined => {
  const report = supplyReports.find((name) => period.slice(5) === name)
  return report === undefined ? undefined : { report, year: Number(period.slice(0, 4)) }
}

/** The months of a year as the columns and a budget's fields name them. */
export const monthKeys = ['m01', 'm02', 'm03', 'm04', 'm05', 'm06', 'm07', 'm08', 'm09', 'm10', 'm11', 'm12'] as const
export type MonthKey = (typeof monthKeys)[number]

/** `money` in minor units, `word` holds the key of a word; the rest as it stands. */
const columnKinds = ['text', 'word', 'money', 'count', 'date'] as const

export const reportColumn = z.object({
  /** Heading: a month, or the word `supplies.report.column.<key>`. */
  key: z.string(),
  kind: z.enum(columnKinds),
})
export type ReportColumn = z.infer<typeof reportColumn>

const cells = z.array(z.union([z.string(), z.int(), z.null()]))
export type ReportCells = z.infer<typeof cells>

const year = () => count(1990, 2199)

export const reportTable = z.object({
  columns: z.array(reportColumn),
  /** A cell per column; null where there is nothing to say. */
  rows: z.array(cells),
  totals: z.array(cells),
  /** Of what goes by months: what each of the twelve sums up to, minor units. */
  plot: z.array(z.int()).optional(),
  /** What was planned for each of them, where it was. */
  plan: z.array(z.int()).optional(),
})
export type ReportTable = z.infer<typeof reportTable>

/** What one page shows; a file or sheet holds all. */
export const mostReportRows = 400

export const reportOperations = {
  'supplies.report': query({
    summary:
      'A report of the supplies: consumption by month of a year, slow stock, lots near their end, value of the stock.',
    permission: 'supplies.read',
    input: z.object({ report: z.enum(supplyReports).default('department'), year: year() }),
    output: z.object({
      office: z.string(),
      ...reportTable.shape,
      /** How many rows more there are than are told; totals count them all. */
      more: z.int(),
    }),
  }),
} as const satisfies Operations
