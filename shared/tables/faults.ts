/** Expected refusals of this room; each is worded under `fault.<code>` in its words. */
export type TableFault =
  /** More than the limit, in bytes, of the file itself or of what came out while unpacking it. */
  | { code: 'table-too-large'; limit: number }
  | { code: 'table-too-many-rows'; limit: number }
  | { code: 'table-too-many-columns'; limit: number }
  /** Neither a workbook nor a text table: `found` names what it looks like (`xls`, `pdf`, `zip`, `binary`). */
  | { code: 'table-not-a-table'; name: string; found: string }
  /** A workbook that asks for a password. */
  | { code: 'table-encrypted'; name: string }
  | { code: 'table-damaged'; name: string; detail: string }
  | { code: 'table-empty'; name: string }
  | { code: 'table-no-sheet'; sheet: number }
  /** Fields that must have a column have none. `fields` are word keys, joined by the page. */
  | { code: 'table-unmapped'; fields: string }
  /** Rows did not meet the rules, so nothing was entered. */
  | { code: 'table-has-problems'; rows: number; problems: number }
