/** What the authority check is decided from; the engine loads exactly this, and nothing is looked up while deciding. */
import type { AuthorityQuestion, VerdictReason } from '../office/verdict.ts'
import type { Delegation } from './delegation.ts'
import type { Interest } from './interest.ts'

/** What the people register tells about a person; `post` is the one held today. */
export type PersonFacts = {
  id: string
  name: string
  staffNo?: string | undefined
  post?: string | undefined
  employedFrom?: string | undefined
  employedTo?: string | undefined
}

/** What was split off: other contracts with the same counterparty about the same subject, and the sum with this one. */
export type Related = { count: number; sum: number; days: number }

export type AuthorityFacts = {
  person: PersonFacts | undefined
  /** Delegations to the person or to the person's post. */
  held: readonly Delegation[]
  /** Everything reachable upward from `held`, by id. */
  above: ReadonlyMap<string, Delegation>
  /** Delegators of the chain and the joint signers, by id. */
  people: ReadonlyMap<string, PersonFacts>
  /** Declared interests of the person and the joint signers. */
  interests: readonly Interest[]
  /** Signed so far in the running period of a delegation's aggregate limit, in its currency, without the contract asked about. */
  signed: (delegation: Delegation) => number
  /** Delegations about which desks differ and which are not settled. */
  disputed: ReadonlySet<string>
  related?: Related | undefined
}

/** Why a delegation does not grant; `unknown` where more knowledge could still make it grant. */
export type Failure = { reason: VerdictReason; isUnknown: boolean }

export const refusal = (key: string, values: Record<string, string | number> = {}): Failure => ({
  reason: { key: `authority.reason.${key}`, values },
  isUnknown: false,
})

export const unknown = (key: string, values: Record<string, string | number> = {}): Failure => ({
  ...refusal(key, values),
  isUnknown: true,
})

/** Whether a person was employed on a date; ends count as still employed on the day itself. */
export const isEmployed = (person: PersonFacts, on: string): boolean =>
  (person.employedFrom === undefined || person.employedFrom <= on) &&
  (person.employedTo === undefined || person.employedTo >= on)

/** Whether a delegation is to this person, by name or by post. */
export const isHeldBy = (delegation: Delegation, person: PersonFacts): boolean =>
  delegation.delegate === undefined
    ? delegation.post !== undefined && delegation.post === person.post
    : delegation.delegate === person.id

export const counterpartyOf = (question: AuthorityQuestion) => ({
  name: question.counterparty,
  creditCode: question.creditCode,
})
