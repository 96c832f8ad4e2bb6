/** Reads an .xlsx: unpacked under limits, looked over, then parsed; every cell becomes text (`Cell`). */
import { strToU8, strFromU8, zipSync } from 'fflate'
import readWorkbookFile from 'read-excel-file/universal'
import { isRefusal, refuse, type Refusal } from '../../../shared/api/fault.ts'
import type { Cell } from '../../../shared/tables/cells.ts'
import type { Limits } from '../../../shared/tables/targets.ts'
import type { Sheet } from './read-text.ts'
import { unsoundness } from './sound.ts'
import { mend, reachOf } from './survey.ts'
import { unpack, type Parts } from './unpack.ts'

/**
 * @param name the file's name, for the fault
 * @returns the sheets, or one of the `table-…` faults
 */
export const readWorkbook = async (bytes: Uint8Array, name: string, limits: Limits): Promise<Sheet[] | Refusal> => {
  const parts = unpack(bytes, name, limits)
  if (isRefusal(parts)) return parts
  if (!('xl/workbook.xml' in parts)) return refuse({ code: 'table-not-a-table', name, found: foundIn(parts) })
  const refusal = survey(parts, name, limits)
  if (refusal) return refusal
  try {
    // Packed again without compression, so that what is parsed is what was counted.
    const again = zipSync(parts, { level: 0 })
    const bytes = again.buffer.slice(again.byteOffset, again.byteOffset + again.byteLength)
    const sheets = await unpaced(() => readWorkbookFile(bytes, { parseNumber: (text) => text }))
    if (sheets.length > limits.sheets)
      return refuse({ code: 'table-damaged', name, detail: `more than ${limits.sheets} sheets` })
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellOf)) }))
  } catch (error) {
    return refuse({ code: 'table-damaged', name, detail: (error instanceof Error ? error.message : '').slice(0, 200) })
  }
}

/** Taken once, so that two at the same time cannot leave the clock standing. */
const { now } = Date

/**
 * The parser (read-excel-file 9.3.17) halves its portions whenever one took more than 7 ms, as on a busy machine each does,
 * and begins each inside the one before, until the stack is full and a sound file is called damaged. It keeps no pace
 * while the clock stands, and nobody but it is in this worker.
 */
const unpaced = async <T>(parse: () => Promise<T>): Promise<T> => {
  const begun = now()
  Date.now = () => begun
  try {
    return await parse()
  } finally {
    Date.now = now
  }
}

const foundIn = (parts: Parts): string => {
  if ('word/document.xml' in parts) return 'docx'
  if ('ppt/presentation.xml' in parts) return 'pptx'
  return Object.keys(parts).some((path) => path.endsWith('.bin')) ? 'xlsb' : 'zip'
}

/** Mends the parts in place, and refuses what reaches too far. */
const survey = (parts: Parts, name: string, limits: Limits): Refusal | undefined => {
  let cells = 0
  for (const path of Object.keys(parts)) {
    const part = parts[path]
    if (!part || !path.startsWith('xl/') || !path.endsWith('.xml')) continue
    // Only UTF-8 is written by any spreadsheet program; a part in UTF-16 would pass the survey unread.
    if (part[0] === 0xff || part[0] === 0xfe) return refuse({ code: 'table-damaged', name, detail: `${path}: UTF-16` })
    const isSheet = !/^xl\/(workbook|styles|sharedStrings)\.xml$/i.test(path)
    const text = strFromU8(part)
    const unsound = unsoundness(text)
    if (unsound !== undefined) return refuse({ code: 'table-damaged', name, detail: `${path}: ${unsound}` })
    const xml = mend(text)
    parts[path] = strToU8(xml)
    if (!isSheet) continue
    const reach = reachOf(xml, limits)
    if (reach.rows > limits.rows + 100) return refuse({ code: 'table-too-many-rows', limit: limits.rows })
    if (reach.columns > limits.columns) return refuse({ code: 'table-too-many-columns', limit: limits.columns })
    cells += reach.rows * reach.columns
    if (cells > limits.cells) return refuse({ code: 'table-too-many-cells', limit: limits.cells })
  }
  return undefined
}

const cellOf = (value: unknown): Cell => {
  if (value instanceof Date) return dateText(value)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value !== 'string' || value.trim() === '') return null
  return isNumber(value) ? decimal(value) : value
}

const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?(E[+-]?\d+)?$/i.test(text) && /[.E]/i.test(text)

/**
 * A spreadsheet keeps doubles: 0.1 + 0.2 lies in the file as 0.30000000000000004, 123456789012 as 1.23456789012E11.
 * Fifteen digits are what it shows and what a person meant.
 */
const decimal = (text: string): string => {
  const value = Number(Number(text).toPrecision(15))
  return Number.isFinite(value) && Math.abs(value) < 1e21 && (Math.abs(value) >= 1e-6 || value === 0)
    ? String(value)
    : text
}

/** Dates have no zone in a spreadsheet; the parser hands them over as UTC. A time of day alone lies on 1899-12-30 or 31. */
const dateText = (value: Date): string => {
  if (Number.isNaN(value.getTime())) return '#VALUE!'
  const text = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString()
  const day = text.slice(0, 10)
  const time = text.slice(11, 16)
  if (day < '1900-01-02') return time
  return time === '00:00' ? day : `${day} ${time}`
}
