/** 用印登记簿: a month of one seal's book on A4 landscape, bound on the left, with page totals and a struck remainder. */
import { bookRowsPerPage } from '../../seals/closing/closing.ts'
import type { BookRow, BookTotals, SealBookFacts } from '../facts.ts'
import { headRow, strike, tableRow, widthOf, type Column } from '../grid.ts'
import type { Form, Mark, Press } from '../layout.ts'
import { codeSize, withFeet, type Paper } from '../sheet.ts'
import { cell, framed, rule, type Area } from '../typeset.ts'
import { laterPages } from './seal-book-later.ts'

/** 25 mm on the left are punched and bound. */
const paper: Paper = { width: 297, height: 210, left: 25, right: 9, top: 8, bottom: 5 }
const inner = paper.width - paper.left - paper.right
const rowsPerPage = bookRowsPerPage
/** People sign inside the cells of a row, which takes 8 mm at least. */
const rowHeight = 9
const headHeight = 26
const tableTop = paper.top + headHeight
const titleRowHeight = 8
const totalHeight = 7

const centre = { align: 'center', size: 8.5 } as const
const columnsOf = ({ words }: Press): Column[] => {
  const column = (key: string, width: number, style: Column['style'] = {}): Column => ({
    title: words(`documents.column.${key}`),
    width,
    style,
  })
  return [
    column('number', 29, { size: 8 }),
    column('used-at', 21, centre),
    column('document', 54),
    column('recipient', 34),
    column('copies', 10, centre),
    column('approved', 11, centre),
    column('actual', 11, centre),
    column('seam', 11, centre),
    column('spoiled', 11, centre),
    column('handler', 19, centre),
    column('approver', 19, centre),
    column('witness', 19, centre),
    column('remark', inner - 249, { size: 7 }),
  ]
}

const remarkOf = (row: BookRow, { words }: Press): string =>
  [row.voided && words('documents.void'), row.corrected !== undefined && words('documents.corrected'), row.remark]
    .filter((part) => typeof part === 'string' && part !== '')
    .join(' ')

const valuesOf = (row: BookRow, press: Press): string[] => [
  row.number,
  row.at.slice(5),
  row.documentNumber === undefined ? row.title : `${row.title}（${row.documentNumber}）`,
  row.counterparty ?? '',
  String(row.copies),
  row.approved === undefined ? '' : String(row.approved),
  String(row.actual),
  String(row.seam),
  String(row.spoiled),
  row.handler,
  row.approver ?? '',
  row.witness ?? '',
  remarkOf(row, press),
]

/** Voided rows keep their number and stay legible under a red line; their counts are already as entered. */
const rowMarks = (row: BookRow, columns: readonly Column[], y: number, press: Press): Mark[] => {
  const marks = tableRow(columns, valuesOf(row, press), { x: paper.left, y, h: rowHeight }, press.measure)
  if (!row.voided) return marks
  const middle = y + rowHeight / 2
  return [...marks, { ...rule(paper.left + 1, middle, paper.left + inner - 18, middle, 0.6), ink: 'red' } as Mark]
}

const noTotals: BookTotals = { uses: 0, voided: 0, copies: 0, actual: 0, spoiled: 0 }

/** The register's own rule: a void entry is no use, and its impressions are spoiled where the paper bore them. */
const add = (sum: BookTotals, row: BookRow): BookTotals =>
  row.voided
    ? { ...sum, voided: sum.voided + 1, spoiled: sum.spoiled + (row.voided.wasStamped ? row.actual + row.spoiled : 0) }
    : {
        uses: sum.uses + 1,
        voided: sum.voided,
        copies: sum.copies + row.copies,
        actual: sum.actual + row.actual,
        spoiled: sum.spoiled + row.spoiled,
      }

const totalRow = (label: string, totals: BookTotals, columns: readonly Column[], y: number, press: Press): Mark[] => {
  const { measure, words } = press
  const [number, at, document, recipient, ...rest] = columns
  const merged = widthOf([number, at, document, recipient].filter((column) => column !== undefined))
  const counts = [totals.copies, '', totals.actual, '', totals.spoiled].map(String)
  const text = `${label}  ${words('documents.uses', { count: totals.uses, voided: totals.voided })}`
  const area: Area = { x: paper.left, y, w: merged, h: totalHeight }
  return [
    { mark: 'box', x: paper.left, y, w: inner, h: totalHeight, weight: 0, fill: 'pale' },
    ...framed(area, text, { size: 8.5, bold: true, align: 'right', pad: 3 }, measure),
    ...tableRow(rest, counts, { x: paper.left + merged, y, h: totalHeight }, measure),
  ]
}

const headMarks = (facts: SealBookFacts, press: Press): Mark[] => {
  const { words, measure } = press
  const { seal } = facts
  const textWidth = inner - 24 - codeSize - 6
  const x = paper.left + 24
  const line = (text: string, y: number, h: number, size: number, bold = false): Mark[] =>
    cell({ x, y: paper.top + y, w: textWidth, h }, text, { size, bold, pad: 0 }, measure)
  const side = [
    words('documents.book-of', { year: facts.year, book: facts.book, month: Number(facts.month.slice(5)) }),
    words('documents.number', { number: press.number }),
    facts.closing && words('documents.book-closed', { number: facts.closing.number, ...facts.closing.closed }),
  ]
    .filter((part) => part !== undefined)
    .join('    ')
  const custodian = facts.custodian === undefined ? '' : `    ${words('documents.field.custodian')} ${facts.custodian}`
  return [
    ...impressionBox(press),
    ...line(words('documents.title.seal-book'), 0, 8.5, 17, true),
    ...line(facts.office, 8.4, 5, 9.5),
    ...line(`${seal.name}（${seal.code}）  ${words(`seals.type.${seal.type}`)}${custodian}`, 13.2, 5, 9.5),
    ...line(side, 18, 5, 9),
    { mark: 'code', x: paper.width - paper.right - codeSize, y: paper.top + 2, size: codeSize },
  ]
}

const impressionBox = ({ words, measure, hasImpression }: Press): Mark[] => {
  const box = { x: paper.left, y: paper.top, w: 22, h: 22 }
  const marks: Mark[] = [{ mark: 'box', ...box, weight: 0.4, ink: 'grey' }]
  if (hasImpression) marks.push({ mark: 'impression', x: box.x + 1, y: box.y + 1, w: 20, h: 20 })
  const caption = words(hasImpression ? 'documents.impression' : 'documents.no-impression')
  marks.push(
    ...cell({ ...box, y: box.y + 22, h: 3 }, caption, { size: 5.5, align: 'center', ink: 'grey', pad: 0 }, measure),
  )
  return marks
}

const closing = (facts: SealBookFacts, totals: BookTotals, y: number, press: Press): Mark[] => {
  const { words, measure } = press
  const text = words('documents.closing', {
    month: facts.month,
    uses: totals.uses,
    voided: totals.voided,
    actual: totals.actual,
    spoiled: totals.spoiled,
  })
  return cell({ x: paper.left, y, w: inner, h: 8 }, text, { size: 9, pad: 0 }, measure)
}

/** What the rows of a page, or of the month, add up to. */
export const totalsOf = (rows: readonly BookRow[]): BookTotals => rows.reduce(add, noTotals)

export const sealBookForm: Form<SealBookFacts> = (facts, press) => {
  const columns = columnsOf(press)
  const count = Math.max(1, Math.ceil(facts.rows.length / rowsPerPage))
  let running = facts.before
  const month = totalsOf(facts.rows)
  const head = headMarks(facts, press)
  const pages = Array.from({ length: count }, (_, index): Mark[] => {
    const rows = facts.rows.slice(index * rowsPerPage, (index + 1) * rowsPerPage)
    const totals = totalsOf(rows)
    running = rows.reduce(add, running)
    const top = tableTop + titleRowHeight
    const used = rows.length * rowHeight
    const bottom = top + rowsPerPage * rowHeight
    const unused: Area = { x: paper.left, y: top + used, w: inner, h: bottom - top - used }
    const isLast = index === count - 1
    return [
      ...head,
      ...headRow(columns, paper.left, tableTop, titleRowHeight, press.measure),
      ...rows.flatMap((row, at) => rowMarks(row, columns, top + at * rowHeight, press)),
      ...emptyRows(columns, rows.length, top, press),
      ...(unused.h > 1
        ? strike(
            unused,
            press.words(rows.length === 0 ? 'documents.no-use' : 'documents.nothing-below'),
            columns[0]?.width ?? 0,
            press.measure,
          )
        : []),
      ...totalRow(press.words('documents.page-total'), totals, columns, bottom, press),
      ...totalRow(press.words('documents.running-total'), running, columns, bottom + totalHeight, press),
      ...(isLast ? closing(facts, month, bottom + 2 * totalHeight, press) : []),
    ]
  })
  const later = laterPages(facts, { paper, inner, top: tableTop, head }, press)
  const note = press.words(facts.closing ? 'documents.note.closed-book' : 'documents.note.book')
  return { paper, pages: withFeet(paper, [...pages, ...later], note, press) }
}

const emptyRows = (columns: readonly Column[], from: number, top: number, { measure }: Press): Mark[] =>
  Array.from({ length: rowsPerPage - from }, (_, index) =>
    tableRow(columns, [], { x: paper.left, y: top + (from + index) * rowHeight, h: rowHeight }, measure),
  ).flat()
