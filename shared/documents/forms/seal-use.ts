/** 用印单: one use of a seal on A5, with its verdict, for the person at the desk to sign and take along. */
import { moneyText, type Currency } from '../../office/money.ts'
import type { SealUseFacts } from '../facts.ts'
import { flow, type Block } from '../flow.ts'
import { labelGrid, type GridRow } from '../grid.ts'
import type { Form, Mark, Press } from '../layout.ts'
import { slipHead, slipHeadHeight, withFeet, type Paper } from '../sheet.ts'
import { cell, framed, heightOf, type Area } from '../typeset.ts'
import { verdictLines } from './verdict.ts'

const paper: Paper = { width: 148, height: 210, left: 12, right: 10, top: 9, bottom: 6 }
/** Room to sign by hand, and for a private seal. */
const signatureHeight = 20.5
const inner = paper.width - paper.left - paper.right

const text = (value: string | number | undefined): string => (value === undefined ? '' : String(value))

const rowsOf = (facts: SealUseFacts, press: Press): GridRow[] => {
  const word = (key: string): string => press.words(`documents.field.${key}`)
  const category = facts.category === undefined ? '' : press.words(`seals.category.${facts.category}`)
  const amount = facts.amount === undefined ? '' : moneyText(facts.amount, (facts.currency ?? 'CNY') as Currency)
  const rows: GridRow[] = [
    { pairs: [[word('seal'), `${facts.seal.name}（${facts.seal.code}）`]], style: { bold: true, size: 10 } },
    {
      pairs: [
        [word('used-at'), facts.at],
        [word('request'), text(facts.request)],
      ],
    },
    { pairs: [[word('document'), facts.title]], height: 9, style: { size: 10 } },
    {
      pairs: [
        [word('document-number'), text(facts.documentNumber)],
        [word('category'), category],
      ],
    },
    { pairs: [[word('recipient'), text(facts.counterparty)]] },
    {
      pairs: [
        [word('contract'), text(facts.contract)],
        [word('amount'), amount],
      ],
    },
    { pairs: [[word('purpose'), text(facts.purpose)]], height: 8 },
    {
      pairs: [
        [word('copies'), text(facts.copies)],
        [word('pages'), text(facts.pages)],
      ],
    },
    {
      pairs: [
        [word('approved'), text(facts.approved)],
        [word('actual'), text(facts.actual)],
      ],
    },
    {
      pairs: [
        [word('seam'), text(facts.seam)],
        [word('spoiled'), text(facts.spoiled)],
      ],
    },
    {
      pairs: [
        [word('applicant'), text(facts.applicant)],
        [word('department'), text(facts.department)],
      ],
    },
  ]
  if (facts.documentHash !== undefined) rows.push({ pairs: [[word('sha256'), facts.documentHash]], style: { size: 7 } })
  if (facts.approvedBy !== undefined) rows.push({ pairs: [[word('approver'), approversText(facts, press)]], height: 8 })
  if (facts.override !== undefined)
    rows.push({
      pairs: [[press.words('documents.override'), press.words('documents.override-by', facts.override)]],
      height: 8,
      style: { ink: 'red' },
    })
  if (facts.exception !== undefined) rows.push({ pairs: [[word('exception'), facts.exception]] })
  if (facts.remark !== undefined) rows.push({ pairs: [[word('remark'), facts.remark]] })
  if (facts.voided) {
    const { at, by, reason } = facts.voided
    rows.push({
      pairs: [[word('voided'), press.words('documents.voided-by', { at, by, reason })]],
      style: { ink: 'red' },
    })
  }
  return rows
}

/** Everyone who approved, and for whom they stood in. */
const approversText = ({ approvedBy = [] }: SealUseFacts, { words }: Press): string =>
  approvedBy
    .map(({ name, standsFor }) =>
      standsFor === undefined ? name : words('documents.approved-for', { name, other: standsFor }),
    )
    .join(words('documents.list-joint'))

/** 经办 · 审批 · 盖章 · 监印, each with the name as entered and room to sign by hand. */
const signatures = (facts: SealUseFacts, y: number, { words, measure }: Press): Mark[] => {
  const signers: [string, string | undefined][] = [
    ['handler', facts.handler],
    ['approver', facts.approver],
    ['sealer', facts.sealer],
    ['witness', facts.witness],
  ]
  const width = inner / signers.length
  return signers.flatMap(([duty, name], index) => {
    const x = paper.left + index * width
    const label = `${words(`documents.field.${duty}`)}${name === undefined ? '' : `  ${name}`}`
    const signHere: Area = { x, y: y + 15, w: width, h: 5 }
    return [
      { mark: 'box' as const, x, y, w: width, h: signatureHeight, weight: 0.5 },
      ...cell({ x, y, w: width, h: 5 }, label, { size: 8 }, measure),
      ...cell(signHere, words('documents.sign-date'), { size: 6.5, ink: 'grey', align: 'right' }, measure),
    ]
  })
}

const verdictBlock = (facts: SealUseFacts, press: Press): Block[] => {
  const { verdict } = facts
  if (!verdict) return []
  const text = verdictLines(verdict, press).join('\n')
  const height = Math.min(40, Math.max(11, heightOf(text, 7.5, inner - 24.4, press.measure) + 2))
  const ink = verdict.result === 'permitted' ? 'green' : verdict.result === 'outside' ? 'red' : 'amber'
  const result = press.words(`authority.result.${verdict.result}`)
  const draw = (y: number): Mark[] => {
    const left: Area = { x: paper.left, y, w: 22, h: height }
    const right: Area = { ...left, x: paper.left + 22, w: inner - 22 }
    return [
      ...framed(left, result, { size: 12, bold: true, align: 'center', ink }, press.measure),
      ...framed(right, text, { size: 7.5 }, press.measure),
    ]
  }
  return [{ height, draw }]
}

export const sealUseForm: Form<SealUseFacts> = (facts, press) => {
  const title = press.words('documents.title.seal-use')
  const head = (): Mark[] => slipHead(paper, { office: facts.office, title, isVoid: facts.voided !== undefined }, press)
  const blocks: Block[] = [
    ...labelGrid(rowsOf(facts, press), { x: paper.left, width: inner, label: 21 }, press.measure),
    ...verdictBlock(facts, press),
    { height: signatureHeight, draw: (y) => signatures(facts, y, press) },
  ]
  const pages = flow(blocks, { top: paper.top + slipHeadHeight, bottom: paper.height - paper.bottom - 9, head })
  return { paper, pages: withFeet(paper, pages, press.words('documents.note.use'), press) }
}
