/** 用印申请单 on A4: what is to be sealed, the seals with their counts, the files, and a place to sign for each step. */
import type { Currency } from '../../office/money.ts'
import { moneyText } from '../../office/money.ts'
import { sealTypes } from '../../seals/records.ts'
import { flow, type Block } from '../flow.ts'
import { labelGrid, type Column, type GridRow } from '../grid.ts'
import type { Form, Mark, Press } from '../layout.ts'
import type { SealRequestFacts } from '../seal-request-facts.ts'
import { slipHead, slipHeadHeight, withFeet, type Paper } from '../sheet.ts'
import { cell, framed, type Area } from '../typeset.ts'
import { flowTable, innerOf } from './register-parts.ts'
import { opinionBlocks } from './seal-request-opinions.ts'

/** 20 mm on the left are punched and bound. */
const paper: Paper = { width: 210, height: 297, left: 20, right: 12, top: 10, bottom: 6 }
const inner = innerOf(paper)
const label = 22

const word =
  ({ words }: Press) =>
  (key: string): string =>
    words(`documents.seal-request.${key}`)

const text = (value: string | number | undefined): string => (value === undefined ? '' : String(value))

/** A box to be ticked, as paper has it; filled where it holds. */
const box = (isTicked: boolean, name: string): string => `${isTicked ? '■' : '□'}${name}`

/** □ 公章 ■ 合同专用章 …: all types, so that a missing tick is seen too. */
const typesText = ({ lines }: SealRequestFacts, { words }: Press): string =>
  sealTypes
    .map((type) =>
      box(
        lines.some((line) => line.type === type),
        words(`seals.type.${type}`),
      ),
    )
    .join('　')

const row = (...pairs: [string, string | number | undefined][]): GridRow => ({
  pairs: pairs.map(([name, value]) => [name, text(value)] as const),
})

const whatRows = (facts: SealRequestFacts, press: Press): GridRow[] => {
  const say = word(press)
  const { words } = press
  const amount = facts.amount === undefined ? '' : moneyText(facts.amount, (facts.currency ?? 'CNY') as Currency)
  const flags = [box(facts.isUrgent, say('urgent')), box(facts.isLegalReviewed, say('legal'))].join('　')
  return [
    row([say('applicant'), facts.applicant], [say('department'), facts.department]),
    row([say('submitted'), facts.submittedAt], [say('proxy'), facts.proxy]),
    { ...row([say('document'), facts.title]), height: 9, style: { size: 10, bold: true } },
    row([say('document-number'), facts.documentNumber], [say('document-type'), facts.documentType]),
    row([say('copies'), facts.copies], [say('pages'), facts.pages]),
    row([say('category'), words(`seals.category.${facts.category}`)], [say('mode'), words(`seals.mode.${facts.mode}`)]),
    row([say('counterparty'), facts.counterparty]),
    row([say('contract'), facts.contract], [say('amount'), amount]),
    row([say('signatory'), facts.signatory], [say('remarked'), flags]),
    { ...row([say('purpose'), facts.purpose]), height: 11 },
    row([say('use-by'), facts.useBy], [say('status'), words(`seals.request-status.${facts.status}`)]),
    ...(facts.resubmits === undefined ? [] : [row([say('resubmits'), facts.resubmits])]),
    ...closedRows(facts, press),
    row([say('seal-types'), typesText(facts, press)]),
  ]
}

const closedRows = ({ closed }: SealRequestFacts, press: Press): GridRow[] =>
  closed
    ? [
        {
          pairs: [[word(press)('closed'), press.words('documents.seal-request.closed-by', closed)]],
          style: { ink: 'red' },
        },
      ]
    : []

const sealTable = (facts: SealRequestFacts, press: Press): Block[] => {
  const say = word(press)
  const counted = { align: 'right', size: 9 } as const
  const widths = [12, 0, 26, 24, 24, 18, 24]
  const left = inner - widths.reduce((sum, width) => sum + width, 0)
  const columns: Column[] = [
    { title: say('position'), width: 12, style: { align: 'center' } },
    { title: say('seal'), width: left },
    { title: say('seal-type'), width: 26 },
    { title: say('per-copy'), width: 24, style: counted },
    { title: say('seam'), width: 24, style: counted },
    { title: say('copies'), width: 18, style: counted },
    { title: say('impressions'), width: 24, style: { ...counted, bold: true } },
  ]
  const rows = facts.lines.map((line, index) => [
    String(index + 1),
    `${line.name}（${line.code}）`,
    press.words(`seals.type.${line.type}`),
    String(line.perCopy),
    String(line.seamPerCopy),
    String(facts.copies),
    String(line.approved),
  ])
  const total = facts.lines.reduce((sum, { approved }) => sum + approved, 0)
  const seam = facts.lines.reduce((sum, { seamPerCopy }) => sum + seamPerCopy * facts.copies, 0)
  const totalText = press.words('documents.seal-request.total', { total, seam })
  return [
    ...flowTable(paper, columns, rows, 7.5, press),
    {
      height: 7,
      draw: (y) =>
        framed({ x: paper.left, y, w: inner, h: 7 }, totalText, { size: 9, align: 'right', bold: true }, press.measure),
    },
  ]
}

/** `3.2 MB`, `812 kB`. */
const sizeText = (bytes: number): string =>
  bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1000))} kB`

const fileRows = ({ documentHash, attachments }: SealRequestFacts, press: Press): GridRow[] => {
  const say = word(press)
  const held = attachments.map(({ name, kind, size, sha256 }, index) =>
    press.words(sha256 === undefined ? 'documents.seal-request.file' : 'documents.seal-request.file-hashed', {
      position: index + 1,
      name,
      kind: press.words(`attachments.kind.${kind}`),
      size: sizeText(size),
      // Enough to tell two files apart by eye; the whole of it lies in the signed facts.
      sha256: (sha256 ?? '').slice(0, 16),
    }),
  )
  return [
    { ...row([say('sha256'), documentHash ?? say('no-file')]), style: { size: documentHash === undefined ? 9 : 8 } },
    { ...row([say('attachments'), held.length === 0 ? say('none') : held.join('\n')]), style: { size: 8.5 } },
  ]
}

const signatureHeight = 21

/** Who signs beside the approvers: the applicant, the head of the department, and who keeps the seal. */
const signatures = (facts: SealRequestFacts, y: number, press: Press): Mark[] => {
  const { measure, words } = press
  const signers = [
    ['signed-applicant', facts.proxy ?? facts.applicant],
    ['signed-department', undefined],
    ['signed-custodian', undefined],
  ] as const
  const w = inner / signers.length
  return signers.flatMap(([duty, name], index) => {
    const area: Area = { x: paper.left + index * w, y, w, h: signatureHeight }
    const low: Area = { ...area, y: y + signatureHeight - 5.5, h: 5 }
    return [
      { mark: 'box' as const, ...area, weight: 0.5 },
      ...cell({ ...area, h: 5.5 }, `${word(press)(duty)}  ${name ?? ''}`, { size: 8.5 }, measure),
      ...cell(low, words('documents.sign-date'), { size: 7, ink: 'grey', align: 'right' }, measure),
    ]
  })
}

export const sealRequestForm: Form<SealRequestFacts> = (facts, press) => {
  const { words, measure } = press
  const place = { x: paper.left, width: inner, label }
  const blocks: Block[] = [
    ...labelGrid(whatRows(facts, press), place, measure),
    ...sealTable(facts, press),
    ...labelGrid(fileRows(facts, press), place, measure),
    ...opinionBlocks(facts, { x: paper.left, width: inner, label }, press),
    { height: signatureHeight, draw: (y) => signatures(facts, y, press) },
  ]
  const isVoid = facts.status === 'withdrawn' || facts.status === 'rejected'
  const title = words('documents.title.seal-request')
  const head = (): Mark[] => slipHead(paper, { office: facts.office, title, isVoid }, press)
  const pages = flow(blocks, { top: paper.top + slipHeadHeight + 1, bottom: paper.height - paper.bottom - 10, head })
  return { paper, pages: withFeet(paper, pages, words('documents.note.seal-request'), press) }
}
