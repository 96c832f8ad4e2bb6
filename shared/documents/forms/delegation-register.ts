/** 授权登记表: what one delegator gave and holds, or all that rests on the office, as of a day, on A4 landscape. */
import { flow, type Block } from '../flow.ts'
import type { Column } from '../grid.ts'
import type { Form, Press } from '../layout.ts'
import type { DelegationLine, DelegationRegisterFacts } from '../register-facts.ts'
import { slipHead, slipHeadHeight, withFeet, type Paper } from '../sheet.ts'
import { cell } from '../typeset.ts'
import { flowTable, heading, innerOf, money } from './register-parts.ts'

const paper: Paper = { width: 297, height: 210, left: 15, right: 12, top: 10, bottom: 6 }
const inner = innerOf(paper)

const columnsOf = ({ words }: Press): Column[] => {
  const column = (key: string, width: number, style: Column['style'] = {}): Column => ({
    title: words(`documents.register.${key}`),
    width,
    style: { size: 8, ...style },
  })
  return [
    column('number', 30),
    column('from-to', 50),
    column('powers', 40),
    column('types', inner - 224),
    column('limit', 30, { align: 'right' }),
    column('term', 38, { align: 'center' }),
    column('depth', 12, { align: 'center' }),
    column('status', 24, { align: 'center' }),
  ]
}

const valuesOf = (line: DelegationLine, office: string, { words }: Press): string[] => [
  line.number,
  `${line.from === '' ? office : line.from} → ${line.to}`,
  [
    words(`delegations.kind.${line.kind}`),
    line.actions.map((action) => words(`delegations.action.${action}`)).join(words('documents.list-joint')),
  ].join(' · '),
  line.types.length === 0
    ? words('delegations.allTypes')
    : line.types.map((type) => words(`contracts.type.${type}`)).join(words('documents.list-joint')),
  line.limit === undefined ? words('delegations.unlimited') : money(line.limit, line.currency),
  [line.validFrom, line.validTo ?? words('delegations.openEnded')].join(' — '),
  String(line.depth),
  line.fell === undefined
    ? words(`delegations.state.${line.state}`)
    : words('documents.register.fell', { number: line.fell }),
]

const section = (key: string, lines: readonly DelegationLine[], office: string, press: Press): Block[] => {
  const rows = lines.map((line) => valuesOf(line, office, press))
  const nothing = [press.words('documents.register.nobody')]
  return [
    heading(paper, press.words(`documents.register.${key}`), press),
    ...flowTable(paper, columnsOf(press), rows.length > 0 ? rows : [nothing], 7, press),
  ]
}

export const delegationRegisterForm: Form<DelegationRegisterFacts> = (facts, press) => {
  const { words } = press
  const title = words('documents.title.delegation-register')
  const about = [
    words('documents.register.of', { name: facts.of, post: facts.post ?? '' }).trim(),
    words('documents.register.as-of', { date: facts.asOf }),
  ].join('    ')
  const head = () => [
    ...slipHead(paper, { office: facts.office, title }, press),
    ...cell(
      { x: paper.left, y: paper.top + slipHeadHeight - 1, w: inner, h: 6 },
      about,
      { size: 10, pad: 0 },
      press.measure,
    ),
  ]
  const blocks = [
    ...section('given', facts.given, facts.office, press),
    ...(facts.isOffice ? [] : section('held', facts.held, facts.office, press)),
    ...(facts.below === undefined ? [] : section('below', facts.below, facts.office, press)),
  ]
  const pages = flow(blocks, { top: paper.top + slipHeadHeight + 6, bottom: paper.height - paper.bottom - 10, head })
  return { paper, pages: withFeet(paper, pages, words('documents.note.register'), press) }
}
