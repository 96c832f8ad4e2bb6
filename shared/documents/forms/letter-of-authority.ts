/** 授权委托书: powers item by item, a dated term, whether it may be passed on, and the places for signature and seal, on A4. */
import { capitalAmount } from '../../office/capital-amount.ts'
import { flow, type Block } from '../flow.ts'
import { labelGrid, type GridRow } from '../grid.ts'
import type { Form, Mark, Press } from '../layout.ts'
import type { LetterFacts } from '../letter-facts.ts'
import { slipHead, slipHeadHeight, withFeet, type Paper } from '../sheet.ts'
import { cell, framed, type Area } from '../typeset.ts'
import { heading, innerOf, money, paragraph } from './register-parts.ts'

const paper: Paper = { width: 210, height: 297, left: 25, right: 20, top: 14, bottom: 8 }
const inner = innerOf(paper)
/** Room for a signature above and for a seal of 45 mm, the largest an enterprise may have (国发〔1999〕25号). */
const signatureHeight = 52

const word = ({ words }: Press, key: string, values?: Record<string, string | number>): string =>
  words(`documents.letter.${key}`, values)

const delegatorOf = ({ delegator }: LetterFacts, press: Press): string =>
  delegator === '' ? word(press, 'office') : delegator

const delegateOf = ({ delegate, delegatePost, isPost }: LetterFacts, press: Press): string =>
  isPost ? word(press, 'holder-of', { post: delegate }) : [delegatePost, delegate].filter(Boolean).join(' ')

const factRows = (facts: LetterFacts, press: Press): GridRow[] => [
  {
    pairs: [
      [word(press, 'number'), facts.number],
      [word(press, 'kind'), press.words(`delegations.kind.${facts.kind}`)],
    ],
    style: { size: 10 },
  },
  { pairs: [[word(press, 'delegator'), [delegatorOf(facts, press), facts.creditCode].filter(Boolean).join('  ')]] },
  ...(facts.parent === undefined ? [] : [{ pairs: [[word(press, 'parent'), facts.parent]] } satisfies GridRow]),
  { pairs: [[word(press, 'delegate'), delegateOf(facts, press)]] },
]

const amounts = (minor: number, { currency }: LetterFacts) => ({
  figures: money(minor, currency),
  capitals: currency === 'CNY' ? capitalAmount(minor) : currency,
})

/** Each power with its label, in the order in which 民法典 §165 names them; what is not limited is said, too. */
const itemsOf = (facts: LetterFacts, press: Press): [label: string, text: string][] => {
  const { words } = press
  const types = (all: readonly string[]): string =>
    all.map((type) => words(`contracts.type.${type}`)).join(words('documents.list-joint'))
  const say = (key: string, text: string | undefined): [string, string][] =>
    text === undefined || text === '' ? [] : [[word(press, key), text]]
  const { aggregateLimit, longestMonths, jointNeeded: count, jointSigners, depth, validFrom: from, validTo: to } = facts
  const period = word(press, `period.${facts.aggregatePeriod ?? 'term'}`)
  const joint = jointSigners.length === 0 ? 'joint-any' : 'joint-of'
  return [
    ...say(
      'actions',
      facts.actions.map((action) => words(`delegations.action.${action}`)).join(words('documents.list-joint')),
    ),
    ...say('matter', facts.matter),
    ...say('types', types(facts.contractTypes) || words('delegations.allTypes')),
    ...say(
      'counterparties',
      facts.counterparties.join(words('documents.list-joint')) || words('delegations.anyCounterparty'),
    ),
    ...say(
      'limit',
      facts.limit === undefined
        ? words('documents.unlimited-amount')
        : word(press, 'up-to', amounts(facts.limit, facts)),
    ),
    ...say(
      'aggregate',
      aggregateLimit === undefined ? undefined : word(press, 'per', { period, ...amounts(aggregateLimit, facts) }),
    ),
    ...say('longest', longestMonths === undefined ? undefined : word(press, 'months', { months: longestMonths })),
    ...say(
      'excluded',
      [types(facts.excludedTypes), ...facts.excludedCounterparties]
        .filter(Boolean)
        .join(words('documents.clause-joint')),
    ),
    ...say(
      'joint',
      count === 0 ? undefined : word(press, joint, { count, names: jointSigners.join(words('documents.list-joint')) }),
    ),
    ...say('passing-on', depth === 0 ? word(press, 'no-depth') : word(press, 'depth', { depth })),
    ...say('term', to === undefined ? word(press, 'from-on', { from }) : word(press, 'from-to', { from, to })),
  ]
}

const signatures = (facts: LetterFacts, press: Press): Block => ({
  height: signatureHeight + 4,
  draw: (y) => {
    const { measure } = press
    const half = inner / 2
    const place = (x: number, label: string, hint: string): Mark[] => {
      const area: Area = { x, y: y + 3, w: half, h: signatureHeight }
      const low: Area = { ...area, y: area.y + area.h - 7, h: 6 }
      return [
        ...framed(area, label, { size: 9.5, vertical: 'top' }, measure),
        ...cell(area, hint, { size: 9, align: 'center', ink: 'grey' }, measure),
        ...cell(low, press.words('documents.sign-date'), { size: 8, ink: 'grey', align: 'right' }, measure),
      ]
    }
    return [
      ...place(paper.left, word(press, 'sign-delegator'), word(press, 'seal-place')),
      ...place(paper.left + half, word(press, 'sign-delegate'), facts.isPost ? '' : facts.delegate),
    ]
  },
})

export const letterForm: Form<LetterFacts> = (facts, press) => {
  const { words } = press
  const title = words('documents.title.letter-of-authority')
  const isVoid = facts.revokedOn !== undefined
  const head = (): Mark[] => slipHead(paper, { office: facts.office, title, isVoid }, press)
  const say = (text: string): Block => paragraph(paper, text, press)
  const opening = { delegator: delegatorOf(facts, press), delegate: delegateOf(facts, press) }
  const items = itemsOf(facts, press).map(([label, text], at) => word(press, 'item', { index: at + 1, label, text }))
  const blocks = [
    ...labelGrid(factRows(facts, press), { x: paper.left, width: inner, label: 26 }, press.measure),
    ...(facts.revokedOn === undefined ? [] : [say(word(press, 'revoked', { date: facts.revokedOn }))]),
    say(word(press, 'opening', opening)),
    heading(paper, word(press, 'powers'), press),
    ...items.map(say),
    ...(facts.remarks === undefined ? [] : [say(facts.remarks)]),
    say(word(press, 'return')),
    say(word(press, 'copies', { count: facts.originals })),
    signatures(facts, press),
  ]
  const pages = flow(blocks, { top: paper.top + slipHeadHeight + 1, bottom: paper.height - paper.bottom - 10, head })
  return { paper, pages: withFeet(paper, pages, words('documents.note.letter-of-authority'), press) }
}
