/** 用印结账单: a seal's closed month or year on A4: totals, reconciliation, what is missing, the desks' journals, two signatures. */
import type { ClosingCounts } from '../../seals/closing/closing.ts'
import type { SealClosingFacts } from '../closing-facts.ts'
import { flow, type Block } from '../flow.ts'
import { labelGrid, type Column } from '../grid.ts'
import type { Form, Mark, Press } from '../layout.ts'
import { slipHead, slipHeadHeight, withFeet, type Paper } from '../sheet.ts'
import { cell, framed, type Area } from '../typeset.ts'
import { flowTable, heading, innerOf, paragraph } from './register-parts.ts'

const paper: Paper = { width: 210, height: 297, left: 20, right: 15, top: 12, bottom: 8 }
const inner = innerOf(paper)
const signatureHeight = 26

/** Enough of a hash to compare by eye with another desk's screen or paper. */
const shortHash = 16

const column = (title: string, width: number, align: 'center' | 'left' = 'center'): Column => ({
  title,
  width,
  style: { align, size: 8.5 },
})

const totalColumns = ({ words }: Press): Column[] => {
  const names = ['part', 'uses', 'voided', 'copies', 'actual', 'spoiled'] as const
  return names.map((name) => column(words(`seals.closing.${name}`), inner / names.length))
}

const counted = ({ uses, voided, copies, actual, spoiled }: ClosingCounts): string[] =>
  [uses, voided, copies, actual, spoiled].map(String)

const totalRows = (facts: SealClosingFacts, { words }: Press): string[][] => {
  const parts = facts.parts.map((part) => [
    part.part.length > 4 ? part.part : words('seals.closing.page', { part: part.part }),
    ...counted(part),
  ])
  const totals = [words('seals.closing.month-total'), ...counted(facts.totals)]
  const year = [words('seals.closing.year-total'), ...counted(facts.year)]
  return facts.period.length === 4 ? [...parts, totals] : [...parts, totals, year]
}

const requestBlocks = ({ requests }: SealClosingFacts, press: Press): Block[] => {
  const { words } = press
  const lines = [
    heading(paper, words('seals.closing.reconciliation'), press),
    paragraph(paper, words('seals.closing.reconciled', { ...requests }), press),
  ]
  if (requests.differing.length === 0) return lines
  const columns = [
    column(words('seals.closing.request'), 36),
    column(words('seals.closing.document'), inner - 36 - 4 * 17, 'left'),
    ...(['approved', 'actual', 'spoiled', 'left'] as const).map((name) => column(words(`seals.closing.${name}`), 17)),
  ]
  const rows = requests.differing.map(({ number, title, approved, actual, spoiled, left }) => [
    number,
    title,
    ...[approved, actual, spoiled, left].map(String),
  ])
  return [
    ...lines,
    paragraph(paper, words('seals.closing.differing'), press),
    ...flowTable(paper, columns, rows, 6, press),
  ]
}

const missingBlocks = ({ missing }: SealClosingFacts, press: Press): Block[] => {
  const { words } = press
  const title = `${words('seals.closing.missing')}  ${words('seals.closing.missing-count', { count: missing.count })}`
  if (missing.count === 0) return [heading(paper, title, press)]
  const columns = [
    column(words('documents.column.number'), 40),
    column(words('seals.closing.document'), inner - 68, 'left'),
    column(words('documents.column.used-at'), 28),
  ]
  const rows = missing.rows.map(({ number, title: document, on }) => [number, document, on])
  const more = missing.count - missing.rows.length
  return [
    heading(paper, title, press),
    ...flowTable(paper, columns, rows, 6, press),
    ...(more > 0 ? [paragraph(paper, words('seals.closing.more', { count: more }), press)] : []),
  ]
}

const lineBlocks = (title: string, lines: readonly string[], press: Press): Block[] =>
  lines.length === 0 ? [] : [heading(paper, title, press), ...lines.map((line) => paragraph(paper, line, press))]

const signatures = (facts: SealClosingFacts, y: number, { words, measure }: Press): Mark[] =>
  (
    [
      ['closing-custodian', facts.closed],
      ['closing-supervisor', facts.countersigned],
    ] as const
  ).flatMap(([duty, signed], index) => {
    const width = inner / 2
    const area: Area = { x: paper.left + index * width, y: y + 4, w: width, h: signatureHeight - 5 }
    const name = signed ? `${signed.by}  ${signed.at}` : words('documents.closing.unsigned')
    const low: Area = { ...area, y: area.y + area.h - 6, h: 6 }
    return [
      ...framed(area, `${words(`documents.field.${duty}`)}  ${name}`, { size: 9, vertical: 'top' }, measure),
      ...cell(low, words('documents.sign-date'), { size: 7.5, ink: 'grey', align: 'right' }, measure),
    ]
  })

export const sealClosingForm: Form<SealClosingFacts> = (facts, press) => {
  const { words, measure } = press
  const grid = labelGrid(
    [
      {
        pairs: [
          [words('seals.book.seal'), `${facts.seal.code} ${facts.seal.name}`],
          [words('seals.closing.period'), facts.period],
        ],
        style: { size: 10 },
      },
      {
        pairs: [
          [words('documents.field.custodian'), facts.seal.custodian ?? ''],
          [words('seals.closing.closed'), `${facts.closed.by} ${facts.closed.at}`],
        ],
      },
    ],
    { x: paper.left, width: inner, label: 26 },
    measure,
  )
  const late = facts.late.map((line) => words('seals.closing.late-line', line))
  const outings = facts.outings.map((outing) => words('seals.closing.outing-line', outing))
  const heads = facts.heads.map(({ desk, n, hash }) =>
    words('seals.closing.head-line', { desk, n, hash: hash.slice(0, shortHash) }),
  )
  const blocks: Block[] = [
    ...grid,
    { height: 3, draw: () => [] },
    ...flowTable(paper, totalColumns(press), totalRows(facts, press), 6.6, press),
    ...requestBlocks(facts, press),
    ...missingBlocks(facts, press),
    ...lineBlocks(words('seals.closing.outings'), outings, press),
    ...lineBlocks(words('seals.closing.late'), late, press),
    paragraph(paper, words('seals.closing.exceptions', facts.exceptions), press),
    ...lineBlocks(words('seals.closing.heads'), heads, press),
    { height: signatureHeight, draw: (y) => signatures(facts, y, press) },
  ]
  const head = (): Mark[] =>
    slipHead(paper, { office: facts.office, title: words('documents.title.seal-closing') }, press)
  const pages = flow(blocks, { top: paper.top + slipHeadHeight + 1, bottom: paper.height - paper.bottom - 10, head })
  return { paper, pages: withFeet(paper, pages, words('documents.note.closing'), press) }
}
