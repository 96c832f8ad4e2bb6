/** The table operations: reading a file to be imported, importing it, exporting a list. */
import { isRefusal, refuse } from '../../../shared/api/fault.ts'
import type { Cell } from '../../../shared/tables/cells.ts'
import type { tableOperations, TableReading } from '../../../shared/tables/operations.ts'
import type { Plan } from '../../../shared/tables/plan.ts'
import { shown } from '../../../shared/tables/targets.ts'
import type { Handlers } from '../act.ts'
import type { HandedSources } from './sources.ts'
import { exportList } from './export.ts'
import {
  choose,
  createFileReader,
  enterAll,
  missingFields,
  missingLabels,
  planCalmly,
  refuseTarget,
  widthOf,
  type Chosen,
} from './import.ts'

export const tableHandlers = (handed: HandedSources): Handlers<typeof tableOperations> => {
  const readFile = createFileReader()
  return {
    'tables.read': async (work, input) => {
      const refusal = refuseTarget(work, input.target)
      if (refusal) return refusal
      const file = await readFile(work, input.name, input.bytes)
      if (isRefusal(file)) return file
      const chosen = choose(file, input)
      if (isRefusal(chosen)) return chosen
      // Without its required columns every row would be wrong in the same way, which helps nobody.
      return readingOf(chosen, missingFields(chosen).length > 0 ? undefined : (await planCalmly(work, chosen)).plan)
    },
    'tables.import': async (work, input) => {
      const refusal = refuseTarget(work, input.target)
      if (refusal) return refusal
      const file = await readFile(work, input.name, input.bytes)
      if (isRefusal(file)) return file
      const chosen = choose(file, input)
      if (isRefusal(chosen)) return chosen
      const missing = missingLabels(chosen)
      if (missing.length > 0) return refuse({ code: 'table-unmapped', fields: missing })
      return enterAll(work, chosen)
    },
    'tables.export': (work, input) => exportList(work, input, handed),
  }
}

const shownLength = 60

const shortened = (cell: Cell | undefined): string => (cell ?? '').slice(0, shownLength)

const noPlan: Plan = { rows: 0, good: [], known: 0, bad: 0, problems: [], problemCount: 0, knownRows: new Set() }

const readingOf = (chosen: Chosen, plan: Plan = noPlan): TableReading => {
  const { importer, file, index, sheet, headingRow, mapping } = chosen
  const headings = sheet.rows[headingRow - 1] ?? []
  const below = sheet.rows.slice(headingRow, headingRow + shown.rows)
  const cellsOf = (row: readonly Cell[]): Record<string, string> =>
    Object.fromEntries(Object.entries(mapping).map(([field, column]) => [field, shortened(row[column])]))
  return {
    target: importer.target,
    format: file.format,
    encoding: file.encoding,
    sheets: file.sheets.map(({ name, rows }) => ({ name, rows: rows.length })),
    sheet: index,
    headingRow,
    headings: Array.from({ length: widthOf(sheet) }, (_, column) => ({
      column,
      text: shortened(headings[column]),
      samples: below
        .map((row) => shortened(row[column]))
        .filter((text) => text !== '')
        .slice(0, 3),
    })),
    fields: importer.fields.map(({ key, label, required }) => ({ key, label, required })),
    mapping: { ...mapping },
    rows: plan.rows,
    good: plan.good.length,
    bad: plan.bad,
    known: plan.known,
    preview: below.map((row, at) => ({
      row: headingRow + at + 1,
      cells: cellsOf(row),
      known: plan.knownRows.has(headingRow + at + 1),
    })),
    problems: plan.problems.slice(0, shown.problems),
    problemCount: plan.problemCount,
    missing: missingFields(chosen),
  }
}
