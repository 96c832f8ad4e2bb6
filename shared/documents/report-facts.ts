/** What a report of the supplies prints: the table as the screen has it, of which year, and as of which day. */
import { z } from 'zod'
import { reportTable } from '../supplies/reports/operations.ts'

export const supplyReportFacts = z.object({
  form: z.literal('supply-report'),
  office: z.string(),
  /** One of `supplyReports`; a newer desk may know more. */
  report: z.string(),
  span: z.enum(['months', 'budget', 'stock', 'today']),
  year: z.int(),
  /** The last day that the report looks at. */
  asOf: z.string(),
  ...reportTable.shape,
})
export type SupplyReportFacts = z.infer<typeof supplyReportFacts>

/** A report of the supplies as an office may have it, for tests and for looking at the form: names are invented. */
export const sampleSupplyReport = (rows: number): SupplyReportFacts => ({
  form: 'supply-report',
  office: '华东某某精密机械股份有限公司',
  report: 'item',
  span: 'months',
  year: 2026,
  asOf: '2026-11-23',
  columns: [
    { key: 'code', kind: 'text' },
    { key: 'item', kind: 'text' },
    { key: 'quantity', kind: 'count' },
    { key: 'unit', kind: 'text' },
    ...Array.from({ length: 12 }, (_, index) => ({
      key: `m${String(index + 1).padStart(2, '0')}`,
      kind: 'money' as const,
    })),
    { key: 'total', kind: 'money' },
  ],
  rows: Array.from({ length: rows }, (_, index) => [
    `WP${String(index + 1).padStart(4, '0')}`,
    ['复印纸 A4 70g 500张/包', '中性笔', '硒鼓（适用于打印机）CF-218A 原装 约1400页'][index % 3] ?? '',
    index + 2,
    ['包', '盒', '支'][index % 3] ?? '',
    ...Array.from({ length: 12 }, (__, month) => (month === 10 ? -2350 : month * 123_456)),
    123_456 * 56 - 2350,
  ]),
  totals: [
    [
      null,
      null,
      null,
      null,
      ...Array.from({ length: 12 }, (_, month) => (month === 10 ? -2350 : month * 123_456) * rows),
      (123_456 * 56 - 2350) * rows,
    ],
  ],
  plot: Array.from({ length: 12 }, (_, month) => (month === 10 ? -2350 : month * 123_456) * rows),
})
