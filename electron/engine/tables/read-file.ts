/** Reads any table file into sheets of text cells; runs in the worker, and in the engine where there is none. */
import { isRefusal, refuse, type Refusal } from '../../../shared/api/fault.ts'
import type { Limits } from '../../../shared/tables/targets.ts'
import { readText, type Encoding, type Sheet } from './read-text.ts'
import { readWorkbook } from './read-workbook.ts'
import { kindOf } from './sniff.ts'

export type TableFile = { format: 'xlsx' | 'csv'; encoding?: Encoding; sheets: Sheet[] }

/**
 * @param name the file's name as the person knows it; only the bytes decide what it is
 * @returns the sheets without blank rows at their end, or one of the `table-…` faults
 */
export const readFile = async (bytes: Uint8Array, name: string, limits: Limits): Promise<TableFile | Refusal> => {
  if (bytes.length > limits.fileBytes)
    return refuse({ code: 'table-too-large', megabytes: limits.fileBytes / 1_048_576 })
  const kind = kindOf(bytes)
  if (kind === 'empty') return refuse({ code: 'table-empty', name })
  if (kind === 'encrypted') return refuse({ code: 'table-encrypted', name })
  if (kind === 'xlsx') return ofSheets(name, { format: 'xlsx' }, await readWorkbook(bytes, name, limits))
  if (kind !== 'text') return refuse({ code: 'table-not-a-table', name, found: kind })
  const text = readText(bytes, name, limits)
  return isRefusal(text) ? text : ofSheets(name, { format: 'csv', encoding: text.encoding }, [text.sheet])
}

const ofSheets = (name: string, about: Omit<TableFile, 'sheets'>, sheets: Sheet[] | Refusal): TableFile | Refusal => {
  if (isRefusal(sheets)) return sheets
  for (const { rows } of sheets) while (rows.at(-1)?.every((cell) => cell === null)) rows.pop()
  return sheets.every(({ rows }) => rows.length === 0) ? refuse({ code: 'table-empty', name }) : { ...about, sheets }
}
