/** What all slips of the supplies share on A5 landscape: head, particulars, a ruled table, the sum, and who signs. */
import { capitalAmount } from '../office/capital-amount.ts'
import { moneyText } from '../office/money.ts'
import { headRow, strike, tableRow, widthOf, type Column } from './grid.ts'
import type { Layout, Mark, Press } from './layout.ts'
import { foot, slipHead, slipHeadHeight, type Paper } from './sheet.ts'
import { cell, framed, type Area } from './typeset.ts'

export const stockPaper: Paper = { width: 210, height: 148, left: 12, right: 10, top: 7, bottom: 5 }
export const stockInner = stockPaper.width - stockPaper.left - stockPaper.right
const rowsPerPage = 8
const rowHeight = 7.4
const tableTop = stockPaper.top + slipHeadHeight + 10

/** One line of text above the table: where it begins and how wide it is, mm; two rows, 0 and 1. */
export type Particular = { text: string; x: number; w: number; row: 0 | 1 }

/** Who signs in which box; `isSigned` where the picture of the signature belongs. */
export type Signer = { duty: string; name?: string | undefined; isSigned?: boolean }

export type StockSheet = {
  office: string
  title: string
  /** Heads of the copies, `documents.copy.<name>`; one without a name where there is only one. */
  copies: readonly (string | undefined)[]
  particulars: readonly Particular[]
  columns: readonly Column[]
  rows: readonly (readonly string[])[]
  /** Minor units; left out where the sheet says no amounts. */
  total?: number | undefined
  signers: readonly Signer[]
  note: string
  isVoid?: boolean
}

/** A column by the key of its word. */
export const stockColumn =
  ({ words }: Press) =>
  (key: string, width: number, style: Column['style'] = {}): Column => ({
    title: words(`documents.column.${key}`),
    width,
    style,
  })

const particularMarks = ({ particulars }: StockSheet, { measure }: Press): Mark[] =>
  particulars.flatMap(({ text, x, w, row }) =>
    cell(
      { x: stockPaper.left + x, y: stockPaper.top + slipHeadHeight + row * 4.8, w, h: 5 },
      text,
      { size: 8.5, pad: 0 },
      measure,
    ),
  )

const totalMarks = (sheet: StockSheet, y: number, isLast: boolean, { words, measure }: Press): Mark[] => {
  const area: Area = { x: stockPaper.left, y, w: widthOf(sheet.columns), h: 8 }
  if (!isLast) return framed(area, words('documents.goes-on'), { size: 8.5, align: 'right', pad: 3 }, measure)
  if (sheet.total === undefined) return []
  const half = area.w * 0.66
  // Capitals are Chinese in both languages, and so is their minus.
  const amount = `${sheet.total < 0 ? '负' : ''}${capitalAmount(Math.abs(sheet.total))}`
  const capitals = `${words('documents.in-capitals')} ${amount}`
  const figures = `${words('documents.in-figures')} ${moneyText(sheet.total)}`
  return [
    ...framed({ ...area, w: half }, capitals, { size: 9 }, measure),
    ...framed({ ...area, x: area.x + half, w: area.w - half }, figures, { size: 9, bold: true }, measure),
  ]
}

/** Boxes to sign in; the picture of a signature stands in the one it belongs to. */
export const signatureMarks = (signers: readonly Signer[], y: number, { words, measure }: Press): Mark[] => {
  const width = stockInner / signers.length
  return signers.flatMap(({ duty, name, isSigned = false }, index) => {
    const label = `${words(`documents.field.${duty}`)}${name === undefined ? '' : `  ${name}`}`
    const area: Area = { x: stockPaper.left + index * width, y, w: width, h: 13 }
    const picture: Mark[] = isSigned ? [{ mark: 'impression', x: area.x + 2, y: y + 4.2, w: width - 4, h: 8.4 }] : []
    return [...framed(area, label, { size: 8, vertical: 'top' }, measure), ...picture]
  })
}

const pageOf = (sheet: StockSheet, copy: string | undefined, index: number, count: number, press: Press): Mark[] => {
  const rows = sheet.rows.slice(index * rowsPerPage, (index + 1) * rowsPerPage)
  const top = tableTop + 7
  const bottom = top + rowsPerPage * rowHeight
  const left = stockPaper.left
  const unused: Area = {
    x: left,
    y: top + rows.length * rowHeight,
    w: widthOf(sheet.columns),
    h: (rowsPerPage - rows.length) * rowHeight,
  }
  const subtitle = copy === undefined ? undefined : press.words(`documents.copy.${copy}`)
  return [
    ...slipHead(stockPaper, { office: sheet.office, title: sheet.title, subtitle, isVoid: sheet.isVoid }, press),
    ...particularMarks(sheet, press),
    ...headRow(sheet.columns, left, tableTop, 7, press.measure),
    ...Array.from({ length: rowsPerPage }, (_, at) =>
      tableRow(sheet.columns, rows[at] ?? [], { x: left, y: top + at * rowHeight, h: rowHeight }, press.measure),
    ).flat(),
    ...(unused.h > 1
      ? strike(unused, press.words('documents.nothing-below'), sheet.columns[0]?.width ?? 0, press.measure)
      : []),
    ...totalMarks(sheet, bottom, index === count - 1, press),
    ...signatureMarks(sheet.signers, bottom + 8, press),
  ]
}

/** Lays a slip out, in as many copies and pages as it needs. */
export const layStockSheet = (sheet: StockSheet, press: Press): Layout => {
  const count = Math.max(1, Math.ceil(sheet.rows.length / rowsPerPage))
  const pages = sheet.copies.flatMap((copy) =>
    Array.from({ length: count }, (_, index) => [
      ...pageOf(sheet, copy, index, count, press),
      ...foot(stockPaper, { index, of: count }, sheet.note, press),
    ]),
  )
  return { paper: stockPaper, pages }
}
