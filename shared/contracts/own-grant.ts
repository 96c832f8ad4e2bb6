/**
 * Nobody grants themselves authority (民法典 §168 in its spirit), by name or by the post they hold, whatever role they have. What was
 * signed on paper may be entered by who keeps the contracts, confirmed on the spot by who may delegate (decision 33).
 */
import { refuse, type FieldProblem, type Refusal } from '../api/fault.ts'
import { postOn } from '../office/posts.ts'
import type { PersonFacts } from './check-facts.ts'
import type { DelegationInput } from './delegation.ts'

type Granted = Pick<DelegationInput, 'delegator' | 'delegate' | 'post' | 'validFrom'>
type Holder = Pick<PersonFacts, 'id' | 'post' | 'posts'>

const refused = (path: string, reason: string, detail?: string): Refusal =>
  refuse({
    code: 'invalid-input',
    problems: [{ path, reason: `invalid.${reason}`, ...(detail === undefined ? {} : { detail }) }],
  })

/** Whether a delegation would be theirs, today or on the day it begins. */
const isTo = ({ delegate, post, validFrom }: Granted, person: Holder, today: string): boolean =>
  delegate === undefined
    ? post !== undefined && [today, validFrom].some((on) => postOn(person, on) === post)
    : delegate === person.id

/** @param author who enters or imports it; somebody who passes on to themselves is told so by the rule on chains */
export const ownGrantProblems = (input: Granted, author: Holder | undefined, today: string): FieldProblem[] =>
  author !== undefined && input.delegator !== author.id && isTo(input, author, today)
    ? [{ path: input.delegate === undefined ? 'post' : 'delegate', reason: 'invalid.own-grant' }]
    : []

export const refuseOwnGrant = (...granted: Parameters<typeof ownGrantProblems>): Refusal | undefined => {
  const problems = ownGrantProblems(...granted)
  return problems.length > 0 ? refuse({ code: 'invalid-input', problems }) : undefined
}

/** Who proved at the desk, by their own password, that the paper is what was signed. */
export type Confirming = Holder & {
  name: string
  mayDelegate: boolean
  /** Whether anybody else in the office may delegate: then the one it is for does not confirm it. */
  isOnlyOne: boolean
}

/** What would refuse the entering of a paper, beyond what refuses any delegation. */
export const refusePaper = (
  input: Granted & Pick<DelegationInput, 'originalNumber'>,
  author: string,
  second: Confirming,
  today: string,
): Refusal | undefined => {
  if (input.originalNumber === undefined) return refused('originalNumber', 'required')
  if (second.id === author) return refused('second.staffNo', 'second-is-author')
  if (!second.mayDelegate) return refused('second.staffNo', 'may-not-delegate', second.name)
  return isTo(input, second, today) && !second.isOnlyOne ? refused('second.staffNo', 'own-grant-confirmed') : undefined
}
