/** 授权撤销通知及收回清单: the notice, the sheet on which everyone told signs, and the originals as they come back, on A4. */
import { flow } from '../flow.ts'
import { labelGrid, type Column, type GridRow } from '../grid.ts'
import type { Form, Press } from '../layout.ts'
import type { RevocationFacts } from '../register-facts.ts'
import { slipHead, slipHeadHeight, withFeet, type Paper } from '../sheet.ts'
import { flowTable, heading, innerOf, paragraph } from './register-parts.ts'

const paper: Paper = { width: 210, height: 297, left: 20, right: 15, top: 12, bottom: 8 }
const inner = innerOf(paper)
/** People sign in these rows. */
const signRow = 10

const factRows = (facts: RevocationFacts, { words }: Press): GridRow[] => {
  const word = (key: string): string => words(`documents.register.${key}`)
  const from = facts.delegator === '' ? facts.office : facts.delegator
  return [
    {
      pairs: [
        [word('number'), facts.number],
        [word('revoked-on'), facts.revokedOn],
      ],
      style: { size: 10 },
    },
    { pairs: [[word('from-to'), `${from} → ${facts.delegate}`]] },
    { pairs: [[word('term'), [facts.validFrom, facts.validTo ?? words('delegations.openEnded')].join(' — ')]] },
    { pairs: [[word('reason'), facts.reason]] },
    {
      pairs: [
        [word('by'), facts.by ?? ''],
        [word('notified-on'), facts.notifiedOn ?? ''],
      ],
    },
  ]
}

const toldColumns = ({ words }: Press): Column[] => {
  const column = (key: string, width: number, style: Column['style'] = {}): Column => ({
    title: words(`documents.register.${key}`),
    width,
    style,
  })
  return [
    column('name', 22, { align: 'center' }),
    column('as', 28, { size: 8 }),
    column('concerns', inner - 105, { size: 8 }),
    column('sign', 30, { align: 'center', size: 8 }),
    column('date', 25, { align: 'center' }),
  ]
}

const signedText = ({ method, proxy }: RevocationFacts['told'][number], { words }: Press): string => {
  if (method === undefined) return ''
  return method === 'proxy'
    ? words('revocations.method.proxy', { name: proxy ?? '' })
    : words(`revocations.method.${method}`)
}

const originalColumns = ({ words }: Press): Column[] => {
  const column = (key: string, width: number): Column => ({
    title: words(`documents.register.${key}`),
    width,
    style: { align: 'center' },
  })
  return [
    column('number', 45),
    column('holder', 40),
    column('copies', 20),
    column('returned-on', 30),
    column('received-by', inner - 135),
  ]
}

export const revocationForm: Form<RevocationFacts> = (facts, press) => {
  const { words } = press
  const told = facts.told.map((one) => [
    one.name,
    one.as.map((role) => words(`revocations.as.${role}`)).join(words('documents.list-joint')),
    one.concerns.join(words('documents.clause-joint')),
    signedText(one, press),
    one.acknowledgedOn ?? '',
  ])
  const originals = facts.originals.map((one) => [one.number, one.holder, String(one.copies), one.returnedOn ?? '', ''])
  const nothing = words('documents.register.nobody')
  const blocks = [
    ...labelGrid(factRows(facts, press), { x: paper.left, width: inner, label: 28 }, press.measure),
    paragraph(paper, words('documents.register.text', { date: facts.revokedOn }), press),
    heading(paper, words('documents.register.told'), press),
    ...flowTable(paper, toldColumns(press), told.length > 0 ? told : [[nothing]], signRow, press),
    heading(paper, words('documents.register.originals'), press),
    ...flowTable(paper, originalColumns(press), originals.length > 0 ? originals : [[nothing]], signRow, press),
  ]
  const title = words('documents.title.revocation')
  const head = () => slipHead(paper, { office: facts.office, title }, press)
  const pages = flow(blocks, { top: paper.top + slipHeadHeight + 1, bottom: paper.height - paper.bottom - 10, head })
  return { paper, pages: withFeet(paper, pages, words('documents.note.revocation'), press) }
}
