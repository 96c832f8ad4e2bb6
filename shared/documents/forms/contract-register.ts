/** 合同登记簿: the contracts of a year on A4 landscape, bound on the left, with page and running totals. */
import { boundStatuses } from '../../contracts/kinds.ts'
import { headRow, strike, tableRow, widthOf, type Column } from '../grid.ts'
import type { Form, Mark, Press } from '../layout.ts'
import type { ContractRegisterFacts } from '../register-facts.ts'
import { codeSize, withFeet, type Paper } from '../sheet.ts'
import { cell, framed } from '../typeset.ts'
import { innerOf, money } from './register-parts.ts'

/** 25 mm on the left are punched and bound. */
const paper: Paper = { width: 297, height: 210, left: 25, right: 9, top: 8, bottom: 5 }
const inner = innerOf(paper)
const rowsPerPage = 13
const rowHeight = 10
const titleRowHeight = 8
const totalHeight = 7
const tableTop = paper.top + 23

type Row = ContractRegisterFacts['rows'][number]

const columnsOf = ({ words }: Press): Column[] => {
  const column = (key: string, width: number, style: Column['style'] = {}): Column => ({
    title: words(`documents.register.${key}`),
    width,
    style: { size: 8, ...style },
  })
  return [
    { title: words('documents.column.position'), width: 9, style: { align: 'center', size: 8 } },
    column('contract-no', 26),
    column('contract', 42),
    column('counterparty', 38),
    column('department', 18, { align: 'center' }),
    column('amount', 29, { align: 'right' }),
    column('signatory', 20, { align: 'center' }),
    column('check', 22, { align: 'center', size: 7 }),
    column('seals', inner - 237, { size: 7 }),
    column('archive', 20, { align: 'center', size: 7 }),
    column('status', 13, { align: 'center' }),
  ]
}

const valuesOf = (row: Row, position: number, { words }: Press): string[] => [
  String(position),
  row.number,
  row.name,
  row.counterparty,
  row.department ?? '',
  row.isUncapped ? words('contracts.uncapped-brief') : row.amount === undefined ? '' : money(row.amount, row.currency),
  [row.signatory, row.signedOn].filter((part) => part !== undefined).join('\n'),
  row.check ?? '',
  row.seals.join(words('documents.list-joint')),
  row.archiveNumber ?? '',
  words(`contracts.status.${row.status}`),
]

/** Sums by currency: a register adds no 元 to dollars. Summed is what binds or has bound; drafts and terminated ones keep their lines. */
const isBound = (status: string): boolean => boundStatuses.some((bound) => bound === status)

const sumText = (rows: readonly Row[]): string => {
  const sums = new Map<string, number>()
  for (const { amount, currency, status } of rows)
    if (amount !== undefined && isBound(status)) sums.set(currency, (sums.get(currency) ?? 0) + amount)
  return [...sums]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, sum]) => money(sum, currency))
    .join('  ')
}

const totalRow = (key: string, rows: readonly Row[], y: number, columns: readonly Column[], press: Press): Mark[] => {
  const { words, measure } = press
  const label = widthOf(columns.slice(0, 4))
  const count = { count: rows.length, bound: rows.filter(({ status }) => isBound(status)).length }
  const text = `${words(`documents.${key}`)}  ${words('documents.register.count', count)}`
  const place = { y, h: totalHeight }
  return [
    { mark: 'box', x: paper.left, y, w: inner, h: totalHeight, weight: 0, fill: 'pale' },
    ...framed({ x: paper.left, w: label, ...place }, text, { size: 8.5, bold: true, align: 'right', pad: 3 }, measure),
    ...framed({ x: paper.left + label, w: inner - label, ...place }, sumText(rows), { size: 8.5, pad: 3 }, measure),
  ]
}

const headMarks = (facts: ContractRegisterFacts, { words, measure, number }: Press): Mark[] => {
  const line = (text: string, y: number, h: number, size: number, bold = false): Mark[] =>
    cell({ x: paper.left, y: paper.top + y, w: inner - codeSize - 6, h }, text, { size, bold, pad: 0 }, measure)
  const year = words('documents.register.year', { year: facts.year })
  return [
    ...line(words('documents.title.contract-register'), 0, 8.5, 17, true),
    ...line(facts.office, 8.6, 5, 9.5),
    ...line(`${year}    ${words('documents.number', { number })}`, 14, 5, 9.5),
    { mark: 'code', x: paper.width - paper.right - codeSize, y: paper.top + 2, size: codeSize },
  ]
}

export const contractRegisterForm: Form<ContractRegisterFacts> = (facts, press) => {
  const columns = columnsOf(press)
  const { measure, words } = press
  const count = Math.max(1, Math.ceil(facts.rows.length / rowsPerPage))
  const top = tableTop + titleRowHeight
  const bottom = top + rowsPerPage * rowHeight
  const pages = Array.from({ length: count }, (_, page): Mark[] => {
    const from = page * rowsPerPage
    const rows = facts.rows.slice(from, from + rowsPerPage)
    const used = top + rows.length * rowHeight
    const note = words(facts.rows.length === 0 ? 'documents.register.no-contract' : 'documents.nothing-below')
    return [
      ...headMarks(facts, press),
      ...headRow(columns, paper.left, tableTop, titleRowHeight, measure),
      ...Array.from({ length: rowsPerPage }, (__, at) => {
        const row = rows[at]
        const values = row ? valuesOf(row, from + at + 1, press) : []
        return tableRow(columns, values, { x: paper.left, y: top + at * rowHeight, h: rowHeight }, measure)
      }).flat(),
      ...(bottom - used > 1 ? strike({ x: paper.left, y: used, w: inner, h: bottom - used }, note, 9, measure) : []),
      ...totalRow('page-total', rows, bottom, columns, press),
      ...totalRow('running-total', facts.rows.slice(0, from + rows.length), bottom + totalHeight, columns, press),
    ]
  })
  return { paper, pages: withFeet(paper, pages, words('documents.note.register'), press) }
}
