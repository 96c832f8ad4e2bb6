/** 库存月结表: a month of the stock on A4 landscape: opening, in, out, difference and closing per item and group, two signatures. */
import { figures } from '../../office/money.ts'
import type { ClosingItem, ClosingMoney } from '../../supplies/value/stock-closing.ts'
import { flow, type Block } from '../flow.ts'
import type { Column } from '../grid.ts'
import type { Form, Mark, Press } from '../layout.ts'
import { slipHead, slipHeadHeight, withFeet, type Paper } from '../sheet.ts'
import type { StockClosingFacts } from '../stock-facts.ts'
import { cell, framed, type Area } from '../typeset.ts'
import { flowTable, heading, innerOf, paragraph } from './register-parts.ts'

const paper: Paper = { width: 297, height: 210, left: 20, right: 9, top: 9, bottom: 6 }
const inner = innerOf(paper)
const signatureHeight = 24
/** Enough of a hash to compare by eye with another desk's screen or paper. */
const shortHash = 16

const small = { size: 7.5 }
const right = { ...small, align: 'right' as const }
const [quantity, amount] = [16, 24]
const fixed = 3 * quantity + quantity + 5 * amount

const columnsOf = ({ words }: Press): Column[] => {
  const title = (key: string): string => words(`supplies.closing.${key}`)
  const pair = (key: string): Column[] => [
    { title: title(`${key}-quantity`), width: quantity, style: right },
    { title: title(key), width: amount, style: right },
  ]
  return [
    { title: title('code'), width: 20, style: small },
    { title: title('item'), width: inner - 32 - fixed, style: small },
    { title: title('unit'), width: 12, style: { ...small, align: 'center' } },
    ...pair('opening'),
    ...pair('in'),
    ...pair('out'),
    { title: title('difference'), width: amount, style: right },
    ...pair('closing'),
  ]
}

const shown = (minor: number): string => (minor === 0 ? '' : figures(minor))
const pieces = (count: number): string => (count === 0 ? '' : String(count))

const itemRow = (item: ClosingItem): string[] => [
  item.code,
  [item.name, item.spec].filter((part) => part !== undefined).join(' '),
  item.unit,
  pieces(item.openingQuantity),
  shown(item.opening),
  pieces(item.inQuantity),
  shown(item.in),
  pieces(item.outQuantity),
  shown(item.out),
  shown(item.difference),
  String(item.closingQuantity),
  figures(item.closing),
]

/** Money alone: pieces of different units do not add up. */
const sumRow = (label: string, sum: ClosingMoney): string[] => [
  '',
  label,
  '',
  '',
  figures(sum.opening),
  '',
  figures(sum.in),
  '',
  figures(sum.out),
  figures(sum.difference),
  '',
  figures(sum.closing),
]

const rowsOf = (facts: StockClosingFacts, { words }: Press): string[][] => {
  const groupName = (group: string): string => (group === '' ? words('supplies.closing.no-group') : group)
  const rows = facts.groups.flatMap(({ group, ...sum }) => [
    ...facts.items.filter((item) => (item.group ?? '') === group).map(itemRow),
    ...(facts.groups.length > 1
      ? [sumRow(words('supplies.closing.group-total', { group: groupName(group), count: sum.items }), sum)]
      : []),
  ])
  return [...rows, sumRow(words('supplies.closing.total'), facts.totals)]
}

const signatures = (facts: StockClosingFacts, y: number, { words, measure }: Press): Mark[] =>
  (
    [
      ['clerk', facts.closed],
      ['supervisor', facts.countersigned],
    ] as const
  ).flatMap(([duty, signed], index) => {
    const width = inner / 2
    const area: Area = { x: paper.left + index * width, y: y + 3, w: width, h: signatureHeight - 4 }
    const name = signed ? `${signed.by}  ${signed.at}` : words('documents.closing.unsigned')
    const low: Area = { ...area, y: area.y + area.h - 6, h: 6 }
    return [
      ...framed(area, `${words(`supplies.closing.${duty}`)}  ${name}`, { size: 9, vertical: 'top' }, measure),
      ...cell(low, words('documents.sign-date'), { size: 7.5, ink: 'grey', align: 'right' }, measure),
    ]
  })

const besideBlocks = (facts: StockClosingFacts, press: Press): Block[] => {
  const { words } = press
  const lines = (title: string, texts: readonly string[]): Block[] =>
    texts.length === 0
      ? []
      : [heading(paper, words(title), press), ...texts.map((text) => paragraph(paper, text, press))]
  const differences = {
    used: figures(facts.used),
    slip: facts.revaluation ?? words('supplies.closing.no-slip'),
  }
  return [
    paragraph(paper, words('supplies.closing.differences', differences), press),
    ...lines(
      'supplies.closing.oversold',
      facts.oversold.map((item) => words('supplies.closing.oversold-line', { ...item, value: figures(item.value) })),
    ),
    ...lines(
      'supplies.closing.late',
      facts.late.map((slip) => words('supplies.closing.late-line', { ...slip, amount: figures(slip.amount) })),
    ),
    ...lines(
      'seals.closing.heads',
      facts.heads.map(({ desk, n, hash }) =>
        words('seals.closing.head-line', { desk, n, hash: hash.slice(0, shortHash) }),
      ),
    ),
  ]
}

export const stockClosingForm: Form<StockClosingFacts> = (facts, press) => {
  const { words } = press
  const what = words('supplies.closing.about', {
    month: facts.month,
    valuation: words(`supplies.valuation.${facts.valuation}`),
    slips: facts.slips,
    items: facts.items.length,
  })
  const blocks: Block[] = [
    paragraph(paper, what, press),
    ...flowTable(paper, columnsOf(press), rowsOf(facts, press), 5.4, press),
    ...besideBlocks(facts, press),
    { height: signatureHeight, draw: (y) => signatures(facts, y, press) },
  ]
  const head = (): Mark[] =>
    slipHead(paper, { office: facts.office, title: words('documents.title.stock-closing') }, press)
  const pages = flow(blocks, { top: paper.top + slipHeadHeight + 1, bottom: paper.height - paper.bottom - 10, head })
  return { paper, pages: withFeet(paper, pages, words('documents.note.closing'), press) }
}
