/** 盘点表 on A4: every line, whether it differs or not, with totals and four signatures; a blind one has no book column. */
import { capitalAmount } from '../../office/capital-amount.ts'
import { figures, moneyText } from '../../office/money.ts'
import { flow, type Block } from '../flow.ts'
import { labelGrid, type Column } from '../grid.ts'
import type { Form, Mark, Press } from '../layout.ts'
import { slipHead, slipHeadHeight, withFeet, type Paper } from '../sheet.ts'
import type { StocktakeSheetFacts, StocktakeSheetLine } from '../stocktake-facts.ts'
import { cell, framed, type Area } from '../typeset.ts'
import { flowTable, innerOf, paragraph } from './register-parts.ts'

/** 20 mm on the left are punched and bound. */
const paper: Paper = { width: 210, height: 297, left: 20, right: 10, top: 10, bottom: 6 }
const inner = innerOf(paper)
/** A figure is written into it by hand. */
const handRow = 8
const printedRow = 6
const signatureHeight = 24

type Cells = { column: Column; value: (line: StocktakeSheetLine) => string }

const itemText = ({ name, spec, lot }: StocktakeSheetLine, { words }: Press): string =>
  [[name, spec].filter(Boolean).join(' '), lot && words('documents.stocktake.lot', { lot })].filter(Boolean).join('\n')

const figure = (value: number | undefined): string => (value === undefined ? '' : String(value))
const signed = (value: number): string => (value > 0 ? `+${value}` : String(value))

const columnsOf = (facts: StocktakeSheetFacts, press: Press): Cells[] => {
  const { words } = press
  const cells = (key: string, width: number, align: 'center' | 'left' | 'right', value: Cells['value']): Cells => ({
    column: { title: words(`documents.stocktake.${key}`), width, style: { align, size: 8 } },
    value,
  })
  const position: Cells = cells('row', 10, 'center', ({ row }) => (row === undefined ? '+' : String(row)))
  const book = cells('book', 15, 'right', (line) => figure(line.book))
  const unit = cells('unit', 12, 'center', (line) => line.unit)
  const location = cells('location', 21, 'left', (line) => line.location)
  const code = cells('code', 22, 'left', (line) => line.code)
  if (facts.shows === 'sheet') {
    const hand = [cells('counted', 22, 'center', () => ''), cells('recounted', 22, 'center', () => '')]
    const fixed = [position, location, code, unit, ...(facts.isBlind ? [] : [book]), ...hand]
    const left = inner - fixed.reduce((sum, { column }) => sum + column.width, 0)
    const item = cells('item', left * 0.68, 'left', (line) => itemText(line, press))
    const remark = cells('remark', left * 0.32, 'left', () => '')
    return [position, location, code, item, unit, ...(facts.isBlind ? [] : [book]), ...hand, remark]
  }
  const counts = [
    book,
    cells('first', 13, 'right', (line) => figure(line.first)),
    cells('counted', 15, 'right', (line) => figure(line.counted)),
    cells('difference', 14, 'right', ({ book: before, counted }) =>
      before === undefined || counted === undefined ? words('documents.stocktake.uncounted') : signed(counted - before),
    ),
    cells('amount', 20, 'right', ({ amount }) => (amount === undefined || amount === 0 ? '' : figures(amount))),
  ]
  const fixed = [position, location, unit, ...counts]
  const left = inner - fixed.reduce((sum, { column }) => sum + column.width, 0)
  const item = cells('item', left * 0.68, 'left', (line) => `${itemText(line, press)}  ${line.code}`)
  const cause = cells('cause', left * 0.32, 'left', (line) => line.cause ?? '')
  return [position, location, item, unit, ...counts, cause]
}

const scopeText = ({ locations, category, groups }: StocktakeSheetFacts, { words }: Press): string => {
  const parts = [
    locations.join(words('documents.list-joint')),
    category === undefined ? '' : words(`documents.stocktake.category.${category}`),
    groups.join(words('documents.list-joint')),
  ].filter((part) => part !== '')
  return parts.length === 0 ? words('documents.stocktake.everything') : parts.join(' · ')
}

const grid = (facts: StocktakeSheetFacts, press: Press): Block[] => {
  const { words, measure } = press
  return labelGrid(
    [
      {
        pairs: [
          [words('documents.stocktake.scope'), scopeText(facts, press)],
          [words('documents.stocktake.cutoff'), facts.cutoff],
        ],
      },
      {
        pairs: [
          [words('documents.stocktake.counters'), facts.counters.join(words('documents.list-joint'))],
          [words('documents.stocktake.observer'), facts.observer ?? ''],
        ],
      },
      ...(facts.note === undefined ? [] : [{ pairs: [[words('documents.stocktake.note'), facts.note]] as const }]),
    ],
    { x: paper.left, width: inner, label: 22 },
    measure,
  )
}

const totalBlocks = ({ totals, slips, posted, lines }: StocktakeSheetFacts, press: Press): Block[] => {
  const { words } = press
  if (!totals) return [paragraph(paper, words('documents.stocktake.lines', { count: lines.length }), press)]
  const { gainAmount, lossAmount } = totals
  return [
    paragraph(
      paper,
      words('documents.stocktake.totals', {
        ...totals,
        gainAmount: moneyText(gainAmount),
        lossAmount: moneyText(lossAmount),
        net: moneyText(gainAmount - lossAmount),
      }),
      press,
    ),
    paragraph(
      paper,
      words('documents.stocktake.capitals', {
        gain: capitalAmount(gainAmount),
        loss: capitalAmount(lossAmount),
      }),
      press,
    ),
    ...(posted
      ? [
          paragraph(
            paper,
            words('documents.stocktake.posted', { ...posted, slips: slips.length === 0 ? '—' : slips }),
            press,
          ),
        ]
      : []),
  ]
}

const signatures = (facts: StocktakeSheetFacts, y: number, { words, measure }: Press): Mark[] =>
  (
    [
      ['counters', facts.counters.join(words('documents.list-joint'))],
      ['observer', facts.observer ?? ''],
      ['keeper', facts.plannedBy],
      ['approver', facts.approved ? `${facts.approved.by} ${facts.approved.at}` : ''],
    ] as const
  ).flatMap(([duty, name], index) => {
    const width = inner / 4
    const area: Area = { x: paper.left + index * width, y: y + 3, w: width, h: signatureHeight - 4 }
    const low: Area = { ...area, y: area.y + area.h - 5.5, h: 5.5 }
    const label = `${words(`documents.stocktake.${duty}`)}\n${name}`
    return [
      ...framed(area, label, { size: 8.5, vertical: 'top' }, measure),
      ...cell(low, words('documents.sign-date'), { size: 6.5, ink: 'grey', align: 'right' }, measure),
    ]
  })

export const stocktakeSheetForm: Form<StocktakeSheetFacts> = (facts, press) => {
  const { words } = press
  const columns = columnsOf(facts, press)
  const rows = facts.lines.map((line) => columns.map(({ value }) => value(line)))
  const least = facts.shows === 'sheet' ? handRow : printedRow
  const blocks: Block[] = [
    ...grid(facts, press),
    { height: 3, draw: () => [] },
    ...flowTable(
      paper,
      columns.map(({ column }) => column),
      rows,
      least,
      press,
    ),
    { height: 2, draw: () => [] },
    // Totals and signatures stay on one page.
    ...totalBlocks(facts, press).map((block): Block => ({ ...block, isHeading: true })),
    { height: signatureHeight, draw: (y) => signatures(facts, y, press) },
  ]
  const title = words(
    `documents.stocktake.title.${facts.shows === 'result' ? 'result' : facts.isBlind ? 'blind' : 'sheet'}`,
  )
  const isVoid = facts.state === 'cancelled'
  const head = (): Mark[] => slipHead(paper, { office: facts.office, title, isVoid }, press)
  const pages = flow(blocks, { top: paper.top + slipHeadHeight + 1, bottom: paper.height - paper.bottom - 10, head })
  return { paper, pages: withFeet(paper, pages, words('documents.stocktake.foot'), press) }
}
