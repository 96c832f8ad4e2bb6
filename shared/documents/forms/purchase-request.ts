/** 采购申请单 on A4: what is asked for with supplier and expected price, the sum in figures and capitals, four signatures. */
import { capitalAmount } from '../../office/capital-amount.ts'
import { figures, moneyText } from '../../office/money.ts'
import { flow, type Block } from '../flow.ts'
import { labelGrid, type Column, type GridRow } from '../grid.ts'
import type { Form, Mark, Press } from '../layout.ts'
import type { PurchaseRequestFacts } from '../purchase-facts.ts'
import { slipHead, slipHeadHeight, withFeet, type Paper } from '../sheet.ts'
import { cell, framed, type Area } from '../typeset.ts'
import { flowTable, innerOf } from './register-parts.ts'

/** 20 mm on the left are punched and bound. */
const paper: Paper = { width: 210, height: 297, left: 20, right: 12, top: 10, bottom: 6 }
const inner = innerOf(paper)
const signatureHeight = 32

const joined = (...parts: (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join('  ')

const grid = (facts: PurchaseRequestFacts, press: Press): Block[] => {
  const { words, measure } = press
  const word = (key: string): string => words(`documents.purchase.${key}`)
  const { ordered, ended } = facts
  const rows: GridRow[] = [
    {
      pairs: [
        [word('requester'), facts.requester],
        [word('date'), facts.date],
      ],
    },
    {
      pairs: [
        [word('wanted'), facts.wanted ?? ''],
        [word('state'), words(`buying.state.${facts.state}`)],
      ],
    },
    { pairs: [[word('purpose'), facts.purpose ?? '']], height: 9 },
    ...(ordered
      ? [
          {
            pairs: [
              [
                word('order'),
                joined(
                  ordered.by,
                  ordered.at,
                  ordered.reference,
                  ordered.expected && words('documents.purchase.expected', { date: ordered.expected }),
                ),
              ],
            ] as const,
          },
        ]
      : []),
    ...(ended?.reason === undefined ? [] : [{ pairs: [[word('ended'), ended.reason]] as const }]),
  ]
  return labelGrid(rows, { x: paper.left, width: inner, label: 22 }, measure)
}

/** Whether the approver let through something else than was asked for: only then that has a column. */
const isPart = ({ lines }: PurchaseRequestFacts): boolean => lines.some(({ approved }) => approved !== undefined)

const columnsOf = (facts: PurchaseRequestFacts, { words }: Press): Column[] => {
  const column = (key: string, width: number, align: 'center' | 'left' | 'right'): Column => ({
    title: words(`documents.purchase.${key}`),
    width,
    style: { align, size: 8.5 },
  })
  const approved = isPart(facts) ? [column('approved', 13, 'right')] : []
  const fixed = 10 + 15 + 13 * approved.length + 11 + 18 + 22 + 24
  const left = inner - fixed
  return [
    column('position', 10, 'center'),
    column('item', left * 0.6, 'left'),
    column('quantity', 15, 'right'),
    ...approved,
    column('unit', 11, 'center'),
    column('base', 18, 'right'),
    column('price', 22, 'right'),
    column('amount', 24, 'right'),
    column('supplier', left * 0.4, 'left'),
  ]
}

const money = (minor: number | undefined): string => (minor === undefined ? '' : figures(minor))

const rowsOf = (facts: PurchaseRequestFacts, { words }: Press): string[][] =>
  facts.lines.map((line, index) => [
    String(index + 1),
    joined(line.name, line.spec, line.code),
    String(line.quantity),
    ...(isPart(facts)
      ? [line.approved === 0 ? words('documents.purchase.struck') : String(line.approved ?? line.quantity)]
      : []),
    line.unit,
    line.base ?? '',
    money(line.price),
    line.approved === 0 ? '' : money(line.amount),
    line.supplier ?? '',
  ])

const totalBlock = (facts: PurchaseRequestFacts, { words, measure }: Press): Block => {
  const unpriced = facts.lines.filter(({ price }) => price === undefined).length
  const more = unpriced === 0 ? undefined : words('documents.purchase.unpriced', { count: unpriced })
  const capitals = joined(words('documents.in-capitals'), capitalAmount(facts.total), more)
  return {
    height: 9,
    draw: (y) => {
      const area: Area = { x: paper.left, y, w: inner * 0.66, h: 9 }
      const sum = `${words('documents.in-figures')} ${moneyText(facts.total)}`
      return [
        ...framed(area, capitals, { size: 9 }, measure),
        ...framed({ ...area, x: area.x + area.w, w: inner - area.w }, sum, { size: 9, bold: true }, measure),
      ]
    },
  }
}

const signatures = (facts: PurchaseRequestFacts, y: number, { words, measure }: Press): Mark[] => {
  const { decided, ordered } = facts
  const said = decided && joined(decided.by, words(`buying.state.${decided.decision}`), decided.at, decided.opinion)
  const cells = [
    ['asked-by', facts.requester],
    ['approved-by', said],
    ['bought-by', ordered?.by],
    ['received-by', undefined],
  ] as const
  const width = inner / 2
  return cells.flatMap(([duty, name], index) => {
    const area: Area = {
      x: paper.left + (index % 2) * width,
      y: y + Math.floor(index / 2) * (signatureHeight / 2),
      w: width,
      h: signatureHeight / 2,
    }
    const low: Area = { ...area, y: area.y + area.h - 5.5, h: 5.5 }
    return [
      ...framed(area, `${words(`documents.purchase.${duty}`)}  ${name ?? ''}`, { size: 8.5, vertical: 'top' }, measure),
      ...cell(low, words('documents.sign-date'), { size: 7, ink: 'grey', align: 'right' }, measure),
    ]
  })
}

export const purchaseRequestForm: Form<PurchaseRequestFacts> = (facts, press) => {
  const { words } = press
  const blocks: Block[] = [
    ...grid(facts, press),
    { height: 3, draw: () => [] },
    ...flowTable(paper, columnsOf(facts, press), rowsOf(facts, press), 7.5, press),
    { ...totalBlock(facts, press), isHeading: true },
    { height: signatureHeight, draw: (y) => signatures(facts, y, press) },
  ]
  const isVoid = facts.ended?.how === 'withdrawn' || facts.decided?.decision === 'rejected'
  const head = (): Mark[] =>
    slipHead(paper, { office: facts.office, title: words('documents.title.purchase-request'), isVoid }, press)
  const pages = flow(blocks, { top: paper.top + slipHeadHeight + 1, bottom: paper.height - paper.bottom - 10, head })
  return { paper, pages: withFeet(paper, pages, words('documents.note.purchase'), press) }
}
