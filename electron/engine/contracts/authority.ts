/** The authority check over the store: loads what the question needs, upward from the person only, and decides. */
import type { Alternative, OpenAnswer } from '../../../shared/contracts/authority-check.ts'
import { decideAuthority } from '../../../shared/contracts/check.ts'
import type { PersonFacts } from '../../../shared/contracts/check-facts.ts'
import type { Contract } from '../../../shared/contracts/contract.ts'
import type { Delegation } from '../../../shared/contracts/delegation.ts'
import type { AuthorityQuestion, Verdict } from '../../../shared/office/verdict.ts'
import type { Read } from '../store/sql.ts'
import { factsOf, type Moment } from './authority-facts.ts'
import { delegationsFor } from './delegation-store.ts'
import type { ContractDeps } from './deps.ts'
import { signedBefore } from './signed-before.ts'
import { contractOf } from './store.ts'

/**
 * The check as other rooms are handed it. A registered contract fills in what the question leaves open.
 * @returns `checkAuthority(reading, question)`: a verdict, `outside` or `unknown` where nothing grants; it never refuses
 */
export const checkAuthorityWith =
  (deps: ContractDeps) =>
  (reading: Moment, asked: AuthorityQuestion): Verdict => {
    const contract = asked.contract === undefined ? undefined : contractOf(reading.db, asked.contract)
    const question = withFacts(asked, contract)
    return decideAuthority(question, factsOf(reading, deps, question, contract))
  }

/** The same for an act that was judged before: aggregates are summed up to it, as they would have been. */
export const checkAgainWith =
  (deps: ContractDeps) =>
  (reading: Moment, asked: AuthorityQuestion, at: string): Verdict => {
    const contract = asked.contract === undefined ? undefined : contractOf(reading.db, asked.contract)
    const question = withFacts(asked, contract)
    const signed = signedBefore(reading.db, { asOf: question.asOf, at }, contract)
    return decideAuthority(question, factsOf(reading, deps, question, contract, signed))
  }

/** A question with the registered contract's facts where it says nothing of its own. */
export const withContract = (db: Read, question: AuthorityQuestion): AuthorityQuestion =>
  withFacts(question, question.contract === undefined ? undefined : contractOf(db, question.contract))

const withFacts = (question: AuthorityQuestion, contract: Contract | undefined): AuthorityQuestion => {
  if (!contract) return question
  const { creditCode, rate, subject, startsOn, endsOn } = contract
  return {
    ...question,
    contractType: question.contractType === '' ? contract.type : question.contractType,
    counterparty: question.counterparty ?? contract.counterparty,
    creditCode: question.creditCode ?? (question.counterparty === undefined ? creditCode : undefined),
    amount: question.amount ?? (question.currency === contract.currency ? contract.amount : undefined),
    uncapped: question.uncapped ?? contract.uncapped,
    rate: question.rate ?? rate,
    subject: question.subject ?? subject,
    startsOn: question.startsOn ?? startsOn,
    endsOn: question.endsOn ?? endsOn,
  }
}

// People looked at for one answer; beyond it the answer says that it is cut.
const mostLookedAt = 300

export type WhoMay = { people: Alternative[]; open: OpenAnswer[]; isCut: boolean }

/**
 * Who may do what is asked, those nearest to the amount first; `open` names who might, if more were told.
 * @param asked as for a check; the person in it is left out of the answer
 */
export const whoMay = (reading: Moment, deps: ContractDeps, asked: AuthorityQuestion, limit: number): WhoMay => {
  const { db } = reading
  const contract = asked.contract === undefined ? undefined : contractOf(db, asked.contract)
  const question = withFacts(asked, contract)
  const found: WhoMay = { people: [], open: [], isCut: false }
  const seen = new Set([question.person])
  const delegations = delegationsFor(db, question, mostLookedAt)
  for (const delegation of delegations) {
    for (const holder of holdersOf(db, deps, delegation, question.asOf)) {
      if (seen.has(holder.id)) continue
      if (found.people.length >= limit || seen.size > mostLookedAt) return { ...found, isCut: true }
      seen.add(holder.id)
      const one = { ...question, person: holder.id }
      const verdict = decideAuthority(one, factsOf(reading, deps, one, contract))
      const alternative = alternativeOf(holder, verdict)
      const [reason] = verdict.reasons
      if (alternative) found.people.push(alternative)
      else if (verdict.result === 'unknown' && reason && found.open.length < limit)
        found.open.push({ person: { id: holder.id, name: holder.name }, reason })
    }
  }
  return { ...found, isCut: delegations.length >= mostLookedAt }
}

const holdersOf = (db: Read, deps: ContractDeps, { delegate, post }: Delegation, on: string): PersonFacts[] => {
  if (delegate !== undefined) {
    const person = deps.person(db, delegate)
    return person ? [person] : []
  }
  return post === undefined ? [] : deps.peopleInPost(db, post, on, 20)
}

const alternativeOf = (holder: PersonFacts, { result, chain, limit, joint }: Verdict): Alternative | undefined => {
  const leaf = chain.at(-1)
  if (!leaf || (result !== 'permitted' && result !== 'needs-joint')) return undefined
  const { id, name, post } = holder
  return {
    person: { id, name },
    post,
    delegation: leaf.delegation,
    number: leaf.number,
    result,
    limit,
    joint,
    validTo: leaf.validTo,
  }
}
