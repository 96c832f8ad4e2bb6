/** What is wrong with a delegation before it is issued: by itself, by who takes part, and against what it draws on. */
import type { FieldProblem } from '../api/fault.ts'
import { amountText, convert, type Rates } from './amounts.ts'
import { isEmployed, isHeldBy, type PersonFacts } from './check-facts.ts'
import { postOn } from '../office/posts.ts'
import { plainName } from './counterparties.ts'
import { officeItself, type Delegation, type DelegationInput } from './delegation.ts'

/** What the input's ids stand for; undefined where the register does not know them. */
export type DelegationFacts = {
  /** Undefined where the office itself delegates. */
  delegator: PersonFacts | undefined
  delegate: PersonFacts | undefined
  parent: Delegation | undefined
  /** The chain above the parent, the parent's own parent first. */
  above: readonly Delegation[]
  /** Everyone named in the chain, by id, as delegator or delegate; see `namedInChain`. */
  inChain: readonly PersonFacts[]
  jointSigners: readonly PersonFacts[]
  today: string
  /** Registered rates of today, for limits in another currency than the parent's. */
  rates: Rates
}

/** Whom a chain names: who gave, and who got it by name. Whoever passed on what a post holds is named as the next delegator. */
export const namedInChain = (chain: readonly Pick<Delegation, 'delegator' | 'delegate'>[]): string[] => [
  ...new Set(
    chain.flatMap(({ delegator, delegate }) => [
      ...(delegator === officeItself ? [] : [delegator]),
      ...(delegate === undefined ? [] : [delegate]),
    ]),
  ),
]

type Checks = readonly (readonly [isWrong: boolean, path: string, reason: string, detail?: string | undefined])[]

const found = (checks: Checks): FieldProblem[] =>
  checks.flatMap(([isWrong, path, reason, detail]) => (isWrong ? [{ path, reason: `invalid.${reason}`, detail }] : []))

/** Every problem, each naming its field and, where it is about the parent, the parent's number and limit. */
export const problemsOfDelegation = (input: DelegationInput, facts: DelegationFacts): FieldProblem[] => [
  ...ofItself(input),
  ...ofKind(input),
  ...ofPeople(input, facts),
  ...(facts.parent && facts.delegator ? againstParent(input, facts, facts.parent, facts.delegator) : []),
]

const ofItself = (input: DelegationInput): FieldProblem[] => {
  const { delegate, post, delegator, parent, validFrom, validTo, jointSigners, jointNeeded } = input
  return found([
    [(delegate === undefined) === (post === undefined), 'delegate', 'delegate-or-post'],
    [delegate !== undefined && delegate === delegator, 'delegate', 'self'],
    [validTo !== undefined && validTo < validFrom, 'validTo', 'before-start'],
    [input.aggregateLimit !== undefined && input.aggregatePeriod === undefined, 'aggregatePeriod', 'period-needed'],
    [jointSigners.length > 0 && new Set(jointSigners).size < jointNeeded, 'jointSigners', 'joint-too-few'],
    [jointSigners.length > 0 && jointNeeded === 0, 'jointNeeded', 'joint-needed'],
    [delegate !== undefined && jointSigners.includes(delegate), 'jointSigners', 'joint-is-delegate'],
    [delegator === officeItself && parent !== undefined, 'parent', 'parent-of-office'],
    [delegator !== officeItself && parent === undefined, 'parent', 'parent-needed'],
  ])
}

/** 职务 is to a post and to nobody by name; 常年 is to a person; 单项 names its one contract or matter and its last day. */
const ofKind = ({ kind, post, contract, matter, validTo }: DelegationInput): FieldProblem[] =>
  found([
    [kind === 'post' && post === undefined, 'post', 'post-needed'],
    [kind === 'standing' && post !== undefined, 'kind', 'post-kind'],
    [kind === 'single' && contract === undefined && matter === undefined, 'contract', 'matter-needed'],
    [kind === 'single' && validTo === undefined, 'validTo', 'end-needed'],
    [kind !== 'single' && contract !== undefined, 'contract', 'only-single'],
    [kind !== 'single' && matter !== undefined, 'matter', 'only-single'],
  ])

/** Everyone who takes part works here when it begins, and nobody gets back what came from them. */
const ofPeople = (input: DelegationInput, facts: DelegationFacts): FieldProblem[] => {
  const { delegator, delegate, parent, above, jointSigners, today } = facts
  // What has ended by now, as old letters that are entered later have, is judged by the day it began.
  const isOver = input.validTo !== undefined && input.validTo < today
  const from = input.validFrom > today || isOver ? input.validFrom : today
  const hasLeft = (person: PersonFacts | undefined, on: string): boolean =>
    person !== undefined && !isEmployed(person, on)
  const gone = jointSigners.find((signer) => hasLeft(signer, from))
  const chain = parent ? [parent, ...above] : []
  const isRound =
    chain.some((link) => input.delegate !== undefined && [link.delegator, link.delegate].includes(input.delegate)) ||
    chain.some((link) => input.post !== undefined && link.post === input.post)
  // A post gives to whoever holds it: today, or on the day it begins.
  const days = isOver ? [input.validFrom] : [today, input.validFrom]
  const isHolder = (person: PersonFacts): boolean =>
    input.post !== undefined && days.some((day) => isEmployed(person, day) && postOn(person, day) === input.post)
  const isOwnPost = delegator !== undefined && isHolder(delegator)
  const holder = isOwnPost || isRound ? undefined : facts.inChain.find(isHolder)
  return found([
    [hasLeft(delegator, input.issuedOn ?? today), 'delegator', 'person-left', delegator?.name],
    [hasLeft(delegate, from), 'delegate', 'person-left', delegate?.name],
    [gone !== undefined, 'jointSigners', 'person-left', gone?.name],
    [isOwnPost, 'post', 'self'],
    [
      isRound && input.delegate !== input.delegator && !isOwnPost,
      input.post === undefined ? 'delegate' : 'post',
      'circular',
    ],
    [holder !== undefined, 'post', 'circular-post', holder?.name],
  ])
}

const isOutside = (mine: readonly string[], theirs: readonly string[]): boolean =>
  theirs.length > 0 && (mine.length === 0 || mine.some((one) => !theirs.map(plainName).includes(plainName(one))))

const againstParent = (
  input: DelegationInput,
  facts: DelegationFacts,
  parent: Delegation,
  delegator: PersonFacts,
): FieldProblem[] => {
  const { number } = parent
  // The parent lets through `depth` levels, this is the first; a grandparent's depth counts from one level higher.
  const left = Math.min(parent.depth - 1, ...facts.above.map(({ depth }, index) => depth - 2 - index))
  const isWider = (mine: number | undefined, theirs: number | undefined): boolean =>
    theirs !== undefined && (mine === undefined || mine > theirs)
  const isLonger = parent.validTo !== undefined && (input.validTo === undefined || input.validTo > parent.validTo)
  return [
    ...found([
      [!isHeldBy(parent, delegator, input.issuedOn ?? facts.today), 'parent', 'not-held', number],
      [parent.revokedOn !== undefined, 'parent', 'parent-revoked', number],
      [left < 0, 'parent', 'no-subdelegation', number],
      [left >= 0 && input.depth > left, 'depth', 'no-subdelegation', number],
    ]),
    ...limitsAgainst(input, facts.rates, parent),
    ...found([
      [
        isWider(input.longestMonths, parent.longestMonths),
        'longestMonths',
        'above-parent',
        `${number}: ${parent.longestMonths ?? ''}`,
      ],
      [input.actions.some((action) => !parent.actions.includes(action)), 'actions', 'outside-parent', number],
      [isOutside(input.contractTypes, parent.contractTypes), 'contractTypes', 'outside-parent', number],
      [isOutside(input.counterparties, parent.counterparties), 'counterparties', 'outside-parent', number],
      [parent.contract !== undefined && parent.contract !== input.contract, 'contract', 'outside-parent', number],
      [parent.matter !== undefined && parent.matter !== input.matter, 'matter', 'outside-parent', number],
      [input.validFrom < parent.validFrom, 'validFrom', 'longer-than-parent', `${number}: ${parent.validFrom}`],
      [isLonger, 'validTo', 'longer-than-parent', `${number}: ${parent.validTo ?? ''}`],
    ]),
  ]
}

/** Both limits against the parent's, across currencies by the registered rates of today. */
const limitsAgainst = (input: DelegationInput, rates: Rates, parent: Delegation): FieldProblem[] => {
  const inTheirs = (amount: number): number | undefined => convert(amount, input, parent.currency, rates)
  const against = (path: 'limit' | 'aggregateLimit', isNeeded: boolean): FieldProblem[] => {
    const [mine, theirs] = [input[path], parent[path]]
    if (theirs === undefined || (mine === undefined && !isNeeded)) return []
    const detail = `${parent.number}: ${amountText(theirs, parent.currency)}`
    const amount = mine === undefined ? Infinity : inTheirs(mine)
    return found([
      [amount === undefined, 'currency', 'rate-unknown', detail],
      [amount !== undefined && amount > theirs, path, 'above-parent', detail],
    ])
  }
  // An aggregate that is not repeated still binds: the check takes the whole chain.
  const isSamePeriod = input.aggregatePeriod === parent.aggregatePeriod
  return [...against('limit', true), ...(isSamePeriod ? against('aggregateLimit', false) : [])]
}
