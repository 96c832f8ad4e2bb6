/** Writes a list as .xlsx (numbers and dates as such) or as .csv (UTF-8 with a byte order mark, formulas disarmed). */
import Papa from 'papaparse'
import writeWorkbookFile from 'write-excel-file/universal'
import type { CellObject, Row } from 'write-excel-file/universal'
import type { ColumnKind, ExportCell } from '../../../shared/tables/exporter.ts'
import type { TableFormat } from '../../../shared/tables/targets.ts'

export type WrittenColumn = { heading: string; kind: ColumnKind; width: number }

export type Writing = { format: TableFormat; sheet: string; columns: WrittenColumn[] }

/** Takes rows in portions; a text grows as they come, a workbook is made of all of them at the end. */
export type Writer = {
  /** @param areSums rows of sums stand out in a workbook */
  add: (rows: readonly ExportCell[][], areSums?: boolean) => void
  finish: () => Promise<Uint8Array>
}

type WrittenRow = { cells: readonly ExportCell[]; isSum: boolean }

export const createWriter = ({ format, sheet, columns }: Writing): Writer => {
  if (format === 'csv') return createTextWriter(columns)
  const rows: WrittenRow[] = []
  return {
    add: (more, areSums = false) => {
      for (const cells of more) rows.push({ cells, isSum: areSums })
    },
    finish: () => writeWorkbook(sheet, columns, rows),
  }
}

/**
 * A cell that starts like a formula would run in the reader's spreadsheet program (OWASP: CSV injection), so it gets
 * an apostrophe before it, which our own import takes off again. Numbers are left alone.
 */
export const disarmed = (text: string): string => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text)

const createTextWriter = (columns: readonly WrittenColumn[]): Writer => {
  const encoder = new TextEncoder()
  const encoded = (lines: string[][]): Uint8Array => encoder.encode(`${Papa.unparse(lines, { newline: '\r\n' })}\r\n`)
  const parts = [encoder.encode('\uFEFF'), encoded([columns.map(({ heading }) => disarmed(heading))])]
  return {
    add: (rows) => {
      const lines = rows.map((row) => row.map((cell, index) => textOf(cell, columns[index]?.kind ?? 'text')))
      if (lines.length > 0) parts.push(encoded(lines))
    },
    finish: () => Promise.resolve(Buffer.concat(parts)),
  }
}

const textOf = (cell: ExportCell, kind: ColumnKind): string => {
  if (cell === undefined) return ''
  if (kind === 'money' && typeof cell === 'number') return fixed(cell)
  return typeof cell === 'number' ? String(cell) : disarmed(cell)
}

/** Minor units as a decimal, by digits, so that nothing is rounded. */
const fixed = (minor: number): string => {
  const digits = Math.abs(minor).toString().padStart(3, '0')
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

const formats: Partial<Record<ColumnKind, string>> = {
  money: '#,##0.00',
  count: '#,##0',
  date: 'yyyy-mm-dd',
  time: 'yyyy-mm-dd hh:mm',
}

const writeWorkbook = async (
  sheet: string,
  columns: readonly WrittenColumn[],
  rows: readonly WrittenRow[],
): Promise<Uint8Array> => {
  const head: Row = columns.map(({ heading }): CellObject => ({
    value: heading,
    type: String,
    fontWeight: 'bold',
    backgroundColor: '#F2EFE9',
  }))
  const body = rows.map(({ cells, isSum }): Row =>
    columns.map(({ kind }, index) => {
      const cell = typed(cells[index], kind)
      return isSum && cell ? { ...cell, fontWeight: 'bold' } : cell
    }),
  )
  const blob = await writeWorkbookFile([head, ...body], {
    sheet: sheet.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  }).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

/** Texts are string cells, which no spreadsheet program runs, whatever they start with. */
const typed = (cell: ExportCell, kind: ColumnKind): CellObject | null => {
  if (cell === undefined || cell === '') return null
  const format = formats[kind]
  if (typeof cell === 'number')
    return { value: kind === 'money' ? Number(fixed(cell)) : cell, type: Number, ...(format ? { format } : {}) }
  const instant = format && (kind === 'date' || kind === 'time') ? dateOf(cell) : undefined
  return instant && format
    ? { value: instant, type: Date, format: cell.length > 10 ? format : 'yyyy-mm-dd' }
    : { value: cell, type: String }
}

/** Plain dates and office times have no zone; a spreadsheet's dates have none either, and are written as UTC. */
const dateOf = (text: string): Date | undefined => {
  const found = /^(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d))?$/.exec(text)
  const date = found ? new Date(`${found[1]}T${found[2] ?? '00:00'}:00Z`) : undefined
  return date && !Number.isNaN(date.getTime()) && text >= '1900-03-01' ? date : undefined
}
