/** Expected refusals of this room; each is worded under `fault.<code>` in its words. */
import type { RowProblem } from './problem.ts'

export type TableFault =
  /** The limit that the file itself, or what came out while unpacking it, went over. */
  | { code: 'table-too-large'; megabytes: number }
  | { code: 'table-too-many-rows'; limit: number }
  | { code: 'table-too-many-columns'; limit: number }
  /** Neither a workbook nor a text table: `found` names what it looks like (`xls`, `pdf`, `zip`, `binary`). */
  | { code: 'table-not-a-table'; name: string; found: string }
  /** A workbook that asks for a password. */
  | { code: 'table-encrypted'; name: string }
  | { code: 'table-damaged'; name: string; detail: string }
  | { code: 'table-empty'; name: string }
  | { code: 'table-no-sheet'; sheet: number }
  /** A column was named twice, or one that the sheet has not. */
  | { code: 'table-wrong-mapping'; field: string; column: number }
  /** Fields that must have a column have none. `fields` are word keys, joined by the page. */
  | { code: 'table-unmapped'; fields: string[] }
  /** `rows` rows did not meet the rules, so nothing was entered; `first` lists the first problems. */
  | { code: 'table-has-problems'; rows: number; first: RowProblem[] }
  /** More than the limit of cells in the rectangle that the rows span. */
  | { code: 'table-too-many-cells'; limit: number }
  /** The list, as it was narrowed, has more rows than a file of this format may hold. */
  | { code: 'table-export-too-long'; limit: number; format: string }
