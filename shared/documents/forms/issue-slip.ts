/** 领用单: issued supplies on A5 landscape, in three copies 存根/记账/库管, with figures and capitals. */
import { figures, moneyText } from '../../office/money.ts'
import { capitalAmount } from '../../office/capital-amount.ts'
import type { IssueSlipFacts } from '../facts.ts'
import { headRow, strike, tableRow, widthOf, type Column } from '../grid.ts'
import type { Form, Mark, Press } from '../layout.ts'
import { foot, slipHead, slipHeadHeight, type Paper } from '../sheet.ts'
import { signatureMarks, type Signer } from '../stock-sheet.ts'
import { cell, framed, type Area } from '../typeset.ts'

const paper: Paper = { width: 210, height: 148, left: 12, right: 10, top: 7, bottom: 5 }
const inner = paper.width - paper.left - paper.right
const rowsPerPage = 8
const rowHeight = 7.4
const copies = ['stub', 'accounts', 'store'] as const
const tableTop = paper.top + slipHeadHeight + 10

const columnsOf = ({ words }: Press): Column[] => {
  const column = (key: string, width: number, style: Column['style'] = {}): Column => ({
    title: words(`documents.column.${key}`),
    width,
    style,
  })
  const right = { align: 'right' } as const
  const centre = { align: 'center' } as const
  return [
    column('position', 9, centre),
    column('item', 48),
    column('spec', 32, { size: 8 }),
    column('unit', 11, centre),
    column('requested', 15, right),
    column('issued', 15, right),
    column('unit-cost', 19, right),
    column('line-amount', 21, right),
    column('remark', inner - 170, { size: 7 }),
  ]
}

const moneyOrNothing = (minor: number | undefined): string => (minor === undefined ? '' : figures(minor))

type Line = IssueSlipFacts['lines'][number]

const remarkOf = ({ overQuota, isOldReturned, lot }: Line, { words }: Press): string =>
  [
    overQuota && overQuota.count > 0 && words('documents.over-quota-by', overQuota),
    isOldReturned && words('documents.old-returned'),
    lot,
  ]
    .filter((part) => typeof part === 'string')
    .join(' ')

const lineValues = (line: Line, position: number, press: Press): string[] => [
  String(position),
  line.code === undefined ? line.name : `${line.name} ${line.code}`,
  line.spec ?? '',
  line.unit,
  line.requested ?? '',
  line.issued,
  moneyOrNothing(line.unitCost),
  moneyOrNothing(line.amount),
  remarkOf(line, press),
]

const particulars = (facts: IssueSlipFacts, press: Press): Mark[] => {
  const { words, measure } = press
  const word = (key: string): string => words(`documents.field.${key}`)
  const who = facts.department === undefined ? facts.recipient : `${facts.recipient}（${facts.department}）`
  const y = paper.top + slipHeadHeight
  const line = (text: string, x: number, w: number, top: number): Mark[] =>
    cell({ x: paper.left + x, y: y + top, w, h: 5 }, text, { size: 8.5, pad: 0 }, measure)
  const reason = [facts.purpose, facts.quotaReason && words('documents.over-quota', { reason: facts.quotaReason })]
  const isWhole = facts.request === undefined && facts.promised === undefined
  const rest = facts.promised === undefined ? '' : words('documents.promised-rest', { date: facts.promised })
  return [
    ...line(`${word('recipient-person')} ${who}`, 0, 90, 0),
    ...line(`${word('issued-at')} ${facts.at}`, 92, 52, 0),
    ...line(
      facts.location === undefined
        ? ''
        : `${word('location')} ${facts.location.split('、').join(words('documents.list-joint'))}`,
      146,
      42,
      0,
    ),
    ...line(
      `${word('purpose-line')} ${reason.filter(Boolean).join(words('documents.clause-joint'))}`,
      0,
      isWhole ? inner : 90,
      4.8,
    ),
    ...line(facts.request === undefined ? '' : `${word('request')}：${facts.request}`, 92, 52, 4.8),
    ...line(rest, 146, inner - 146, 4.8),
  ]
}

const totalMarks = (
  facts: IssueSlipFacts,
  columns: readonly Column[],
  y: number,
  isLast: boolean,
  press: Press,
): Mark[] => {
  const { words, measure } = press
  const area: Area = { x: paper.left, y, w: widthOf(columns), h: 8 }
  if (!isLast) return framed(area, words('documents.goes-on'), { size: 8.5, align: 'right', pad: 3 }, measure)
  const capitals = `${words('documents.in-capitals')} ${capitalAmount(facts.total)}`
  const half = area.w * 0.66
  return [
    ...framed({ ...area, w: half }, capitals, { size: 9 }, measure),
    ...framed(
      { ...area, x: area.x + half, w: area.w - half },
      `${words('documents.in-figures')} ${moneyText(facts.total)}`,
      { size: 9, bold: true },
      measure,
    ),
  ]
}

const signersOf = (facts: IssueSlipFacts, { hasImpression }: Press): Signer[] => [
  { duty: 'received-by', name: facts.recipient, isSigned: facts.signature !== undefined && hasImpression },
  { duty: 'issued-by', name: facts.clerk },
  { duty: 'approver', name: facts.approver },
  { duty: 'accounts' },
]

export const issueSlipForm: Form<IssueSlipFacts> = (facts, press) => {
  const columns = columnsOf(press)
  const count = Math.max(1, Math.ceil(facts.lines.length / rowsPerPage))
  const title = press.words('documents.title.issue-slip')
  const pageOf = (copy: (typeof copies)[number], index: number): Mark[] => {
    const lines = facts.lines.slice(index * rowsPerPage, (index + 1) * rowsPerPage)
    const top = tableTop + 7
    const bottom = top + rowsPerPage * rowHeight
    const unused: Area = {
      x: paper.left,
      y: top + lines.length * rowHeight,
      w: inner,
      h: (rowsPerPage - lines.length) * rowHeight,
    }
    const subtitle = press.words(`documents.copy.${copy}`)
    return [
      ...slipHead(paper, { office: facts.office, title, subtitle, isVoid: facts.reversedBy !== undefined }, press),
      ...particulars(facts, press),
      ...headRow(columns, paper.left, tableTop, 7, press.measure),
      ...Array.from({ length: rowsPerPage }, (_, at) => {
        const line = lines[at]
        const values = line ? lineValues(line, index * rowsPerPage + at + 1, press) : []
        return tableRow(columns, values, { x: paper.left, y: top + at * rowHeight, h: rowHeight }, press.measure)
      }).flat(),
      ...(unused.h > 1
        ? strike(unused, press.words('documents.nothing-below'), columns[0]?.width ?? 0, press.measure)
        : []),
      ...totalMarks(facts, columns, bottom, index === count - 1, press),
      ...signatureMarks(signersOf(facts, press), bottom + 8, press),
    ]
  }
  const note = press.words(facts.reversedBy === undefined ? 'documents.note.slip' : 'documents.note.reversed', {
    number: facts.reversedBy,
  })
  const pages = copies.flatMap((copy) =>
    Array.from({ length: count }, (_, index) => [
      ...pageOf(copy, index),
      ...foot(paper, { index, of: count }, note, press),
    ]),
  )
  return { paper, pages }
}
