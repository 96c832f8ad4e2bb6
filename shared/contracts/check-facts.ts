/**
 * What the authority check is decided from. The functions are readings of one moment, handed in so that only what a
 * question comes to is read: a delegation that fails by its own words needs nothing of the chain above it.
 */
import type { AuthorityQuestion, VerdictReason } from '../office/verdict.ts'
import { postOn, type PostSpan } from '../office/posts.ts'
import type { Delegation } from './delegation.ts'
import type { ExchangeRate } from './exchange-rate.ts'
import type { Interest } from './interest.ts'

/** What the people register tells about a person; `post` is the one held today, `posts` the history where it changed. */
export type PersonFacts = {
  id: string
  name: string
  staffNo?: string | undefined
  post?: string | undefined
  posts?: readonly PostSpan[] | undefined
  employedFrom?: string | undefined
  employedTo?: string | undefined
}

/** What was split off: other contracts with the same counterparty about the same subject, and the sum with this one. */
export type Related = { count: number; sum: number; currency: string; days: number }

/** Another desk, and the local time of its last entry here; none where nothing of it ever came. */
export type Freshness = { desk: string; at?: string | undefined }

export type AuthorityFacts = {
  today: string
  person: PersonFacts | undefined
  /** Delegations to the person, or to the post the person held on the as-of date. */
  held: readonly Delegation[]
  /** A delegation above, by id. */
  above: (id: string) => Delegation | undefined
  /** Delegators of the chain and the joint signers, by id. */
  people: (id: string) => PersonFacts | undefined
  /** Declared interests of a person. */
  interests: (person: string) => readonly Interest[]
  /** Signed so far in the running period of a delegation's aggregate limit, in its currency, without the contract asked about. */
  signed: (delegation: Delegation) => number
  /** Where desks differ about a delegation: how it reads at each of them. What is asked has to pass them all. */
  versions: (delegation: Delegation) => readonly Delegation[]
  /** The registered rate of a currency in force on the as-of date. */
  rates: (currency: string) => ExchangeRate | undefined
  related: () => Related | undefined
  freshness: readonly Freshness[]
}

/** A delegation as every desk reads it; the one that stands comes first. */
export const readingsOf = (link: Delegation, facts: AuthorityFacts): readonly Delegation[] => [
  link,
  ...facts.versions(link),
]

/** Rates as amounts want them. */
export const ratesOf =
  ({ rates }: AuthorityFacts): ((currency: string) => number | undefined) =>
  (currency) =>
    rates(currency)?.rate

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

/** Whether a delegation is to this person on a date, by name or by the post then held. */
export const isHeldBy = (delegation: Delegation, person: PersonFacts, on: string): boolean =>
  delegation.delegate === undefined
    ? delegation.post !== undefined && delegation.post === postOn(person, on)
    : delegation.delegate === person.id

export const counterpartyOf = (question: AuthorityQuestion) => ({
  name: question.counterparty,
  creditCode: question.creditCode,
})
