/** 授权核验单: a question of authority with its verdict, the chain, the limits and everything that failed, on A4. */
import { moneyText, type Currency } from '../../office/money.ts'
import type { AuthorityCheckFacts } from '../facts.ts'
import { flow, type Block } from '../flow.ts'
import { headRow, labelGrid, rowHeight, tableRow, type Column, type GridRow } from '../grid.ts'
import type { Form, Ink, Mark, Press } from '../layout.ts'
import { slipHead, slipHeadHeight, withFeet, type Paper } from '../sheet.ts'
import { cell, framed, heightOf, type Area } from '../typeset.ts'
import { freshnessTexts, linkSentence, rateSentences } from '../../office/verdict-text.ts'
import { reasonText } from './verdict.ts'

const paper: Paper = { width: 210, height: 297, left: 20, right: 15, top: 12, bottom: 8 }
const inner = paper.width - paper.left - paper.right
const bottom = paper.height - paper.bottom - 10
const signatureHeight = 22
const top = paper.top + slipHeadHeight + 1

const inks: Record<AuthorityCheckFacts['verdict']['result'], Ink> = {
  permitted: 'green',
  'needs-joint': 'amber',
  outside: 'red',
  unknown: 'amber',
}

const money = (minor: number | undefined, currency = 'CNY'): string =>
  minor === undefined ? '' : moneyText(minor, currency as Currency)

const questionRows = (facts: AuthorityCheckFacts, { words }: Press): GridRow[] => {
  const word = (key: string): string => words(`documents.field.${key}`)
  const { number, use } = facts
  const type = facts.contractType === undefined ? '' : words(`contracts.type.${facts.contractType}`)
  const amount = facts.amount === undefined ? words('documents.no-amount') : money(facts.amount, facts.currency)
  return [
    {
      pairs: [
        [words('authority.number'), use === undefined ? number : words('authority.of-use', { number, seal: use })],
      ],
    },
    {
      pairs: [
        [word('person'), facts.verdict.person.name],
        [word('action'), words(`delegations.action.${facts.action}`)],
      ],
      style: { size: 10 },
    },
    {
      pairs: [
        [word('as-of'), facts.verdict.asOf],
        [word('asked-at'), facts.at],
      ],
    },
    { pairs: [[word('contract-whole'), [facts.contractNumber, facts.contractName].filter(Boolean).join('  ')]] },
    {
      pairs: [
        [word('contract-type'), type],
        [word('amount'), amount],
      ],
    },
    { pairs: [[word('counterparty'), facts.counterparty ?? '']] },
    {
      pairs: [
        [word('joint'), facts.joint.join(words('documents.list-joint'))],
        [word('clerk'), facts.clerk],
      ],
    },
  ]
}

const heading = (text: string, press: Press): Block => ({
  height: 9,
  isHeading: true,
  draw: (y) =>
    cell({ x: paper.left, y: y + 2.5, w: inner, h: 6 }, text, { size: 10.5, bold: true, pad: 0 }, press.measure),
})

const paragraph = (text: string, press: Press, ink: Ink = 'ink'): Block => {
  const height = heightOf(text, 9, inner, press.measure) + 1.4
  return {
    height,
    draw: (y) =>
      cell({ x: paper.left, y, w: inner, h: height }, text, { size: 9, pad: 0, vertical: 'top', ink }, press.measure),
  }
}

const table = (columns: readonly Column[], rows: readonly string[][], press: Press): Block[] => {
  const head: Block = {
    height: 7,
    isHeading: true,
    draw: (y) => headRow(columns, paper.left, y, 7, press.measure),
  }
  const body = rows.map((values): Block => {
    const height = rowHeight(columns, values, 6.6, press.measure)
    return {
      height,
      under: head,
      draw: (y) => tableRow(columns, values, { x: paper.left, y, h: height }, press.measure),
    }
  })
  return [head, ...body]
}

const resultBlock = (facts: AuthorityCheckFacts, press: Press): Block => {
  const { result } = facts.verdict
  const meaning = press.words(`authority.meaning.${result}`)
  const reasons = facts.verdict.reasons.map((reason) => reasonText(reason, press))
  const text = [meaning, ...reasons].join('\n')
  const height = Math.max(16, heightOf(text, 9.5, inner - 44, press.measure) + 4)
  return {
    height: height + 2,
    draw: (y) => {
      const left: Area = { x: paper.left, y: y + 2, w: 40, h: height }
      const verdict = press.words(`authority.result.${result}`)
      return [
        ...framed(left, verdict, { size: 17, bold: true, align: 'center', ink: inks[result] }, press.measure),
        ...framed({ ...left, x: left.x + 40, w: inner - 40 }, text, { size: 9.5, pad: 2 }, press.measure),
      ]
    },
  }
}

const chainBlocks = (facts: AuthorityCheckFacts, press: Press): Block[] => {
  const { words } = press
  const { chain } = facts.verdict
  if (chain.length === 0) return []
  const columns: Column[] = [
    { title: words('documents.column.position'), width: 10, style: { align: 'center' } },
    { title: words('documents.column.delegation'), width: 38 },
    { title: words('documents.column.from'), width: 32 },
    { title: words('documents.column.to'), width: 32 },
    { title: words('documents.column.limit'), width: 33, style: { align: 'right' } },
    { title: words('documents.column.valid-to'), width: inner - 145, style: { align: 'center' } },
  ]
  const rows = chain.map((link, index) => [
    String(index + 1),
    link.number,
    link.from === '' ? facts.office : link.from,
    link.to,
    link.limit === undefined ? words('documents.unlimited') : money(link.limit, link.currency),
    link.validTo ?? '',
  ])
  const steps = chain.map((link, index) => paragraph(`${index + 1}. ${linkSentence(link, words)}`, press))
  return [heading(words('authority.chain'), press), ...table(columns, rows, press), ...steps]
}

const limitBlocks = (facts: AuthorityCheckFacts, press: Press): Block[] => {
  const { limit, aggregate, joint, warnings = [] } = facts.verdict
  const { words } = press
  const lines = [
    ...(limit ? [`${words('authority.limit')} ${money(limit.amount, limit.currency)}`] : []),
    ...(aggregate
      ? [
          words('authority.aggregate', {
            number: aggregate.number,
            used: money(aggregate.used, aggregate.currency),
            limit: money(aggregate.limit, aggregate.currency),
          }),
        ]
      : []),
    ...(joint
      ? [
          words('documents.joint-missing', {
            missing: joint.missing,
            of: joint.of.map(({ name }) => name).join(words('documents.list-joint')),
          }),
        ]
      : []),
  ]
  const blocks = [
    ...lines.map((line) => paragraph(line, press)),
    ...rateSentences(facts.verdict, words).map((line) => paragraph(line, press)),
    ...warnings.map((warning) => paragraph(`△ ${reasonText(warning, press)}`, press, 'amber')),
  ]
  return blocks.length === 0 ? [] : [heading(words('documents.limits'), press), ...blocks]
}

const failedBlocks = (facts: AuthorityCheckFacts, press: Press): Block[] => {
  const { failed } = facts.verdict
  if (failed.length === 0) return []
  const columns: Column[] = [
    { title: press.words('documents.column.delegation'), width: 40 },
    { title: press.words('documents.column.why-not'), width: inner - 40 },
  ]
  const rows = failed.map(({ number, reason }) => [number, reasonText(reason, press)])
  return [heading(press.words('authority.failed'), press), ...table(columns, rows, press)]
}

const closingBlocks = (facts: AuthorityCheckFacts, press: Press): Block[] => {
  const { words } = press
  const instead =
    facts.instead.length === 0 ? words('authority.nobodyInstead') : facts.instead.join(words('documents.list-joint'))
  const fresh = freshnessTexts(facts.verdict, words)
  return [
    ...(facts.verdict.result === 'permitted'
      ? []
      : [heading(words('authority.instead'), press), paragraph(instead, press)]),
    heading(words('documents.freshness'), press),
    paragraph(fresh.length === 0 ? words('documents.only-desk') : fresh.join(words('documents.clause-joint')), press),
    paragraph(words('authority.internalOnly'), press, 'grey'),
    { height: signatureHeight, draw: (y) => signatures(facts, y, press) },
  ]
}

const signatures = (facts: AuthorityCheckFacts, y: number, { words, measure }: Press): Mark[] =>
  (['clerk', 'reviewer', 'head'] as const).flatMap((duty, index) => {
    const width = inner / 3
    const area: Area = { x: paper.left + index * width, y: y + 3, w: width, h: signatureHeight - 4 }
    const label = `${words(`documents.field.${duty}`)}${duty === 'clerk' ? `  ${facts.clerk}` : ''}`
    const low: Area = { ...area, y: area.y + area.h - 6, h: 6 }
    return [
      ...framed(area, label, { size: 8.5, vertical: 'top' }, measure),
      ...cell(low, words('documents.sign-date'), { size: 7.5, ink: 'grey', align: 'right' }, measure),
    ]
  })

export const authorityCheckForm: Form<AuthorityCheckFacts> = (facts, press) => {
  const title = press.words('documents.title.authority-check')
  const head = (): Mark[] => slipHead(paper, { office: facts.office, title }, press)
  const blocks = [
    ...labelGrid(questionRows(facts, press), { x: paper.left, width: inner, label: 26 }, press.measure),
    resultBlock(facts, press),
    ...chainBlocks(facts, press),
    ...limitBlocks(facts, press),
    ...failedBlocks(facts, press),
    ...closingBlocks(facts, press),
  ]
  const pages = flow(blocks, { top, bottom, head })
  return { paper, pages: withFeet(paper, pages, press.words('documents.note.check'), press) }
}
