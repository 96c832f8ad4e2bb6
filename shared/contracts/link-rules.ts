/** The rules one delegation puts on one question. Each says why it does not grant; silence means it does. */
import type { AuthorityQuestion } from '../office/verdict.ts'
import { amountText, convert, monthsOfTerm } from './amounts.ts'
import {
  counterpartyOf,
  ratesOf,
  readingsOf,
  refusal,
  unknown,
  type AuthorityFacts,
  type Failure,
} from './check-facts.ts'
import { matchesAny, plainName } from './counterparties.ts'
import type { Delegation } from './delegation.ts'

type Rule = (link: Delegation, question: AuthorityQuestion, facts: AuthorityFacts) => Failure | undefined

const isNotRevoked: Rule = (link, { asOf }) =>
  link.revokedOn !== undefined && link.revokedOn <= asOf
    ? refusal('revoked', { number: link.number, date: link.revokedOn })
    : undefined

const isValid: Rule = (link, { asOf }) => {
  if (link.validFrom > asOf) return refusal('not-yet-valid', { number: link.number, date: link.validFrom })
  if (link.validTo !== undefined && link.validTo < asOf)
    return refusal('ended', { number: link.number, date: link.validTo })
  return undefined
}

const grantsAction: Rule = (link, { action }) =>
  link.actions.includes(action) ? undefined : refusal('action', { number: link.number })

const grantsType: Rule = (link, { contractType }) => {
  // The seal desk may ask about a document whose type nobody told.
  if (contractType === '' && link.contractTypes.length + link.excludedTypes.length > 0)
    return unknown('type-unknown', { number: link.number })
  if (link.excludedTypes.includes(contractType)) return refusal('excluded-type', { number: link.number })
  if (link.contractTypes.length === 0 || link.contractTypes.includes(contractType)) return undefined
  return refusal('type', { number: link.number })
}

const grantsCounterparty: Rule = (link, question) => {
  const party = counterpartyOf(question)
  const excluded = matchesAny(link.excludedCounterparties, party)
  const values = { number: link.number, counterparty: question.counterparty ?? question.creditCode ?? '' }
  if (excluded === 'yes') return refusal('excluded-counterparty', values)
  if (excluded === 'unknown') return unknown('counterparty-unknown', values)
  if (link.counterparties.length === 0) return undefined
  const named = matchesAny(link.counterparties, party)
  if (named === 'yes') return undefined
  return named === 'unknown' ? unknown('counterparty-unknown', values) : refusal('counterparty', values)
}

const grantsContract: Rule = (link, { contract }) =>
  link.contract === undefined || link.contract === contract
    ? undefined
    : refusal('other-contract', { number: link.number })

const grantsMatter: Rule = (link, { subject }) => {
  if (link.matter === undefined) return undefined
  const values = { number: link.number, matter: link.matter }
  if (subject === undefined) return unknown('matter-unknown', values)
  return plainName(link.matter) === plainName(subject) ? undefined : refusal('other-matter', values)
}

const isWithinLimit: Rule = (link, question, facts) => {
  if (link.limit === undefined) return undefined
  const limit = amountText(link.limit, link.currency)
  if (question.uncapped) return refusal('uncapped', { number: link.number, limit })
  if (question.amount === undefined) return unknown('amount-unknown', { number: link.number })
  const amount = convert(question.amount, question, link.currency, ratesOf(facts))
  if (amount === undefined)
    return unknown('rate-unknown', { number: link.number, currency: question.currency, other: link.currency })
  if (amount <= link.limit) return undefined
  return refusal('limit', { number: link.number, limit, amount: amountText(amount, link.currency) })
}

const isWithinAggregate: Rule = (link, question, facts) => {
  if (link.aggregateLimit === undefined) return undefined
  const limit = amountText(link.aggregateLimit, link.currency)
  if (question.uncapped) return refusal('uncapped', { number: link.number, limit })
  if (question.amount === undefined) return unknown('amount-unknown', { number: link.number })
  const amount = convert(question.amount, question, link.currency, ratesOf(facts))
  if (amount === undefined)
    return unknown('rate-unknown', { number: link.number, currency: question.currency, other: link.currency })
  const sum = facts.signed(link) + amount
  if (sum <= link.aggregateLimit) return undefined
  return refusal('aggregate', { number: link.number, limit, sum: amountText(sum, link.currency) })
}

const isWithinTerm: Rule = (link, { startsOn, endsOn, asOf }) => {
  if (link.longestMonths === undefined) return undefined
  if (endsOn === undefined) return unknown('term-unknown', { number: link.number })
  if (monthsOfTerm(startsOn ?? asOf, endsOn) <= link.longestMonths) return undefined
  return refusal('term', { number: link.number, months: link.longestMonths })
}

// In the order in which a clerk would look: a revoked letter is put aside before its limits are read.
const rules: readonly Rule[] = [
  isNotRevoked,
  isValid,
  grantsAction,
  grantsType,
  grantsContract,
  grantsMatter,
  grantsCounterparty,
  isWithinLimit,
  isWithinAggregate,
  isWithinTerm,
]

/** Every reason why this one delegation, as any desk reads it, does not grant what is asked; empty where it does. */
export const failuresOf = (link: Delegation, question: AuthorityQuestion, facts: AuthorityFacts): Failure[] =>
  readingsOf(link, facts).flatMap((reading) => rules.flatMap((rule) => rule(reading, question, facts) ?? []))

/**
 * Whether a delegation of the person, within its dates and for this action, excludes what is asked. As Cedar's `forbid`
 * it then wins over every other delegation of that person; a counterparty only within the types the delegation is for.
 * A revocation takes back what was granted; what was forbidden stays so until its date, unless that was lifted as well.
 */
export const exclusionOf = (
  link: Delegation,
  question: AuthorityQuestion,
  facts: AuthorityFacts,
): Failure | undefined => {
  const found = readingsOf(link, facts).flatMap((reading) => exclusionIn(reading, question, facts) ?? [])
  return found.find(({ isUnknown }) => !isUnknown) ?? found[0]
}

const exclusionIn: Rule = (link, question, facts) => {
  for (const rule of [isValid, grantsAction]) if (rule(link, question, facts)) return undefined
  if (link.exclusionsLiftedOn !== undefined && link.exclusionsLiftedOn <= question.asOf) return undefined
  const revoked = isNotRevoked(link, question, facts)
  if (revoked && link.liftsExclusions === true) return undefined
  const excluded = excludedBy(link, question, facts)
  if (!revoked || !excluded || excluded.isUnknown) return excluded
  return refusal('excluded-after-revocation', { number: link.number, date: link.revokedOn ?? '' })
}

const excludedBy: Rule = (link, question, facts) => {
  const isTypeOpen = question.contractType === '' && link.excludedTypes.length > 0
  if (isTypeOpen || link.excludedTypes.includes(question.contractType)) return grantsType(link, question, facts)
  if (link.contractTypes.length > 0 && !link.contractTypes.includes(question.contractType)) return undefined
  return link.excludedCounterparties.length > 0
    ? grantsCounterparty({ ...link, counterparties: [] }, question, facts)
    : undefined
}
