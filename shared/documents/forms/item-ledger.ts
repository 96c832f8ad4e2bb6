/** 存货明细账: an item's movements of a year on A4 landscape, with the balance in pieces and money after each. */
import { figures } from '../../office/money.ts'
import { unitCostOf } from '../../supplies/value/costs.ts'
import { flow } from '../flow.ts'
import type { Column } from '../grid.ts'
import type { Form, Mark, Press } from '../layout.ts'
import { slipHead, slipHeadHeight, withFeet, type Paper } from '../sheet.ts'
import type { ItemLedgerFacts } from '../stock-facts.ts'
import { flowTable, innerOf, paragraph } from './register-parts.ts'

const paper: Paper = { width: 297, height: 210, left: 25, right: 9, top: 9, bottom: 6 }
const inner = innerOf(paper)
const small = { size: 8 }
const right = { ...small, align: 'right' as const }
const [quantity, amount] = [17, 26]

const columnsOf = ({ words }: Press): Column[] => {
  const column = (key: string, width: number, style: Column['style'] = small): Column => ({
    title: words(`supplies.ledger.${key}`),
    width,
    style,
  })
  const pair = (key: string): Column[] => [column(`${key}-quantity`, quantity, right), column(key, amount, right)]
  return [
    column('date', 20),
    column('number', 30),
    column('what', inner - 50 - 3 * (quantity + amount) - 20),
    ...pair('in'),
    ...pair('out'),
    column('balance-quantity', quantity, right),
    column('price', 20, right),
    column('balance', amount, right),
  ]
}

const priceOf = (value: number, balance: number): string =>
  balance > 0 && value >= 0 ? figures(unitCostOf(value, balance)) : ''

const rowOf = (row: ItemLedgerFacts['rows'][number], { words }: Press): string[] => {
  const { date, number, verb, isReversal, party, balance, value } = row
  const isOut = row.quantity < 0 || (row.quantity === 0 && row.amount < 0)
  const moved = [row.quantity === 0 ? '' : String(Math.abs(row.quantity)), figures(Math.abs(row.amount))]
  const kind = words(`supplies.verb.${verb}`)
  return [
    date,
    number,
    [isReversal ? words('supplies.ledger.reversal', { kind }) : kind, party].filter(Boolean).join(' '),
    ...(isOut ? ['', ''] : moved),
    ...(isOut ? moved : ['', '']),
    String(balance),
    priceOf(value, balance),
    figures(value),
  ]
}

export const itemLedgerForm: Form<ItemLedgerFacts> = (facts, press) => {
  const { words } = press
  const { item, opening, year, isSame } = facts
  const name = [item.code, item.name, item.spec].filter((part) => part !== undefined).join(' ')
  const before = ['', '', words('supplies.ledger.opening'), '', '', '', '']
  const rows = [
    [...before, String(opening.balance), priceOf(opening.value, opening.balance), figures(opening.value)],
    ...facts.rows.map((row) => rowOf(row, press)),
  ]
  const blocks = [
    paragraph(paper, words('supplies.ledger.about', { name, unit: item.unit, year }), press),
    ...flowTable(paper, columnsOf(press), rows, 5.8, press),
    paragraph(paper, words(isSame ? 'supplies.ledger.same' : 'supplies.ledger.differs'), press),
  ]
  const head = (): Mark[] =>
    slipHead(paper, { office: facts.office, title: words('documents.title.item-ledger') }, press)
  const pages = flow(blocks, { top: paper.top + slipHeadHeight + 1, bottom: paper.height - paper.bottom - 10, head })
  return { paper, pages: withFeet(paper, pages, words('documents.note.ledger'), press) }
}
