/** Deciding what may be entered about a delegation: nobody passes on more than they hold (民法典 §169). */
import { refuse, type FieldProblem, type Refusal } from '../api/fault.ts'
import type { Draft } from '../journal/entry.ts'
import type { Numbered } from '../office/numbers.ts'
import { isHeldBy, type PersonFacts } from './check-facts.ts'
import { plainName } from './counterparties.ts'
import type { DelegationState } from './kinds.ts'
import { officeItself, type Delegation, type DelegationInput } from './delegation.ts'

/** What the input's ids stand for; undefined where the register does not know them. */
export type DelegationFacts = {
  /** Undefined where the office itself delegates. */
  delegator: PersonFacts | undefined
  delegate: PersonFacts | undefined
  parent: Delegation | undefined
  /** The chain above the parent, the parent's own parent first. */
  above: readonly Delegation[]
  jointSigners: { id: string; name: string }[]
}

type Problems = (string | false | undefined)[][]

const problem = (path: string, reason: string, detail?: string): FieldProblem => ({
  path,
  reason: `invalid.${reason}`,
  detail,
})

/** What is wrong with a delegation's fields, by themselves and against the parent it draws on. */
export const problemsOfDelegation = (input: DelegationInput, facts: DelegationFacts): FieldProblem[] => {
  const own: Problems = [
    [(input.delegate === undefined) === (input.post === undefined) && 'delegate', 'delegate-or-post'],
    [input.delegate !== undefined && input.delegate === input.delegator && 'delegate', 'self'],
    [input.validTo !== undefined && input.validTo < input.validFrom && 'validTo', 'before-start'],
    [input.aggregateLimit !== undefined && input.aggregatePeriod === undefined && 'aggregatePeriod', 'period-needed'],
    [input.jointSigners.length > 0 && input.jointSigners.length < input.jointNeeded && 'jointSigners', 'joint-too-few'],
    [input.kind === 'single' && input.contract === undefined && 'contract', 'contract-needed'],
    [input.delegator === officeItself && input.parent !== undefined && 'parent', 'parent-of-office'],
    [input.delegator !== officeItself && input.parent === undefined && 'parent', 'parent-needed'],
  ]
  const found = own.flatMap(([path, reason]) => (path && reason ? [problem(path, reason)] : []))
  return facts.parent && facts.delegator
    ? [...found, ...againstParent(input, facts, facts.parent, facts.delegator)]
    : found
}

const againstParent = (
  input: DelegationInput,
  { above }: DelegationFacts,
  parent: Delegation,
  delegator: PersonFacts,
): FieldProblem[] => {
  const isAbove = (mine: number | undefined, theirs: number | undefined, isSameCurrency = true): boolean =>
    theirs !== undefined && (mine === undefined || (isSameCurrency && mine > theirs))
  const isOutside = (mine: readonly string[], theirs: readonly string[]): boolean =>
    theirs.length > 0 && (mine.length === 0 || mine.some((one) => !theirs.map(plainName).includes(plainName(one))))
  const isSame = input.currency === parent.currency
  // The parent lets through `depth` levels, this is the first; a grandparent's depth counts from one level higher.
  const left = Math.min(parent.depth - 1, ...above.map(({ depth }, index) => depth - 2 - index))
  const checks: Problems = [
    [!isHeldBy(parent, delegator) && 'parent', 'not-held'],
    [parent.revokedOn !== undefined && 'parent', 'parent-revoked'],
    [left < 0 && 'parent', 'no-subdelegation'],
    [left >= 0 && input.depth > left && 'depth', 'no-subdelegation'],
    [isAbove(input.limit, parent.limit, isSame) && 'limit', 'above-parent'],
    [isAbove(input.longestMonths, parent.longestMonths) && 'longestMonths', 'above-parent'],
    [input.actions.some((action) => !parent.actions.includes(action)) && 'actions', 'outside-parent'],
    [isOutside(input.contractTypes, parent.contractTypes) && 'contractTypes', 'outside-parent'],
    [isOutside(input.counterparties, parent.counterparties) && 'counterparties', 'outside-parent'],
    [parent.contract !== undefined && parent.contract !== input.contract && 'contract', 'outside-parent'],
    [input.validFrom < parent.validFrom && 'validFrom', 'longer-than-parent'],
    [
      parent.validTo !== undefined && (input.validTo === undefined || input.validTo > parent.validTo) && 'validTo',
      'longer-than-parent',
    ],
  ]
  return checks.flatMap(([path, reason]) => (path && reason ? [problem(path, reason, parent.number)] : []))
}

export const refuseDelegation = (input: DelegationInput, facts: DelegationFacts): Refusal | undefined => {
  const problems = problemsOfDelegation(input, facts)
  return problems.length > 0 ? refuse({ code: 'invalid-input', problems }) : undefined
}

/** The entry of a delegation that was found in order; its number was drawn in the same transaction. */
export const draftDelegation = (
  id: string,
  input: DelegationInput,
  facts: DelegationFacts,
  numbered: Numbered,
  today: string,
): Draft => ({
  kind: 'delegation.issued',
  subject: id,
  body: {
    ...input,
    remarks: input.remarks === '' ? undefined : input.remarks,
    number: numbered.number,
    numbered,
    delegatorName: facts.delegator?.name ?? '',
    delegateName: facts.delegate?.name,
    jointSigners: facts.jointSigners,
    issuedOn: input.issuedOn ?? today,
  },
})

export const decideRevocation = (record: Delegation, on: string, reason: string): Draft[] | Refusal =>
  record.revokedOn !== undefined
    ? refuse({ code: 'delegation-revoked', number: record.number, on: record.revokedOn })
    : [{ kind: 'delegation.revoked', subject: record.id, body: { revokedOn: on, revokedReason: reason } }]

export const decideReturn = (record: Delegation, on: string): Draft[] | Refusal =>
  record.returnedOn !== undefined
    ? refuse({ code: 'delegation-returned', number: record.number, on: record.returnedOn })
    : [{ kind: 'delegation.returned', subject: record.id, body: { returnedOn: on } }]

/** How a delegation stands on a date, by itself; whether its chain holds is the check's to say. */
export const stateOf = (record: Delegation, on: string): DelegationState => {
  if (record.revokedOn !== undefined && record.revokedOn <= on) return 'revoked'
  if (record.validFrom > on) return 'future'
  return record.validTo !== undefined && record.validTo < on ? 'ended' : 'in-force'
}
