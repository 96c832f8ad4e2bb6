/** The table operations: look at a file before it is imported, import all of it or nothing, export a list. */
import { z } from 'zod'
import { count, text } from '../api/fields.ts'
import { task } from '../api/operation.ts'
import { rowProblem } from './problem.ts'
import { exportLists, importTargets, limits, tableFormats } from './targets.ts'

/** Base64 takes four characters for three bytes; what is over the file limit after decoding answers a fault of its own. */
const base64 = z
  .string()
  .max(Math.ceil(limits.fileBytes * 1.5), { error: 'invalid.too-long' })
  .regex(/^[A-Za-z0-9+/]*={0,2}$/, { error: 'invalid.base64' })

/** Field key -> column (0 is the first); a field that is left out is not imported. */
const mapping = z.record(z.string().max(60), count(0, limits.columns - 1))

const choice = {
  target: z.enum(importTargets, { error: 'invalid.choice' }),
  /** The file's name as the person knows it. */
  name: text(255),
  bytes: base64,
  /** Which sheet, 0 is the first; a .csv has one. Absent: the first one with rows. */
  sheet: count(0, limits.sheets - 1).optional(),
  /** The row that holds the headings, 1 is the first; absent: guessed. */
  headingRow: count(1, limits.rows).optional(),
  /** Absent: guessed from the headings. */
  mapping: mapping.optional(),
}

const field = z.object({
  key: z.string(),
  /** Word key of what the field is called. */
  label: z.string(),
  required: z.boolean(),
})

const reading = z.object({
  target: z.enum(importTargets),
  format: z.enum(tableFormats),
  /** Of a .csv: how its characters were understood. */
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030']).optional(),
  sheets: z.array(z.object({ name: z.string(), rows: z.int() })),
  sheet: z.int(),
  headingRow: z.int(),
  headings: z.array(z.object({ column: z.int(), text: z.string(), samples: z.array(z.string()) })),
  fields: z.array(field),
  mapping,
  /** Rows below the heading that hold anything. */
  rows: z.int(),
  /** Of these: rows without a problem, rows with one, and rows already in the office (left alone). */
  good: z.int(),
  bad: z.int(),
  known: z.int(),
  /** The first rows as they will be understood; `cells` by field key. */
  preview: z.array(z.object({ row: z.int(), cells: z.record(z.string(), z.string()), known: z.boolean() })),
  /** The first problems; `problemCount` counts all. */
  problems: z.array(rowProblem),
  problemCount: z.int(),
  /** Required fields that have no column yet. */
  missing: z.array(z.string()),
})
export type TableReading = z.infer<typeof reading>

export const tableOperations = {
  'tables.read': task({
    summary:
      'Look into an .xlsx or .csv file: sheets, headings, a guessed mapping, a preview and what is wrong with which row',
    permission: 'tables.import',
    input: z.object(choice),
    output: reading,
  }),
  'tables.import': task({
    summary: 'Import a file into a register, all rows or none; rows already in the office are left alone',
    permission: 'tables.import',
    input: z.object(choice),
    output: z.object({
      target: z.enum(importTargets),
      /** Rows that were entered, and rows that were there already. */
      entered: z.int(),
      known: z.int(),
    }),
  }),
  'tables.export': task({
    summary: 'Write a whole list as an .xlsx or .csv file',
    permission: 'tables.export',
    input: z.object({
      list: z.enum(exportLists, { error: 'invalid.choice' }),
      format: z.enum(tableFormats, { error: 'invalid.choice' }),
      /** Words and values by which the list is narrowed, as the page shows it: `{ seal: id, from: date, to: date }`. */
      filter: z.record(z.string().max(60), text(200)).default({}),
    }),
    output: z.object({ name: z.string(), bytes: z.string(), rows: z.int() }),
  }),
} as const
