/** The authority check over the store: loads what the question needs, upward from the person only, and decides. */
import { inYuan, monthsOfPeriod } from '../../../shared/contracts/amounts.ts'
import type { Alternative, OpenAnswer } from '../../../shared/contracts/authority-check.ts'
import { decideAuthority } from '../../../shared/contracts/check.ts'
import type { AuthorityFacts, PersonFacts, Related } from '../../../shared/contracts/check-facts.ts'
import { boundStatuses, type Contract } from '../../../shared/contracts/contract.ts'
import { officeItself, type Delegation } from '../../../shared/contracts/delegation.ts'
import { signedAccount } from '../../../shared/contracts/subjects.ts'
import { addDays, monthOf } from '../../../shared/office/dates.ts'
import type { AuthorityQuestion, Verdict } from '../../../shared/office/verdict.ts'
import type { Reading } from '../act.ts'
import { one, sql, type Read } from '../store/sql.ts'
import { delegationsAbove, delegationsFor, delegationsHeldBy } from './delegation-store.ts'
import type { ContractDeps } from './deps.ts'
import { contractOf, interestsOfPerson, relatedContracts } from './store.ts'

/** 防拆分: contracts with the same counterparty about the same subject within so many days are summed. */
export const splitWindowDays = 90

/**
 * The check as other rooms are handed it. A registered contract fills in what the question leaves open.
 * @returns `checkAuthority(reading, question)`: a verdict, `outside` or `unknown` where nothing grants; it never refuses
 */
export const checkAuthorityWith =
  (deps: ContractDeps) =>
  ({ db }: Pick<Reading, 'db'>, asked: AuthorityQuestion): Verdict => {
    const question = withContract(db, asked)
    return decideAuthority(question, factsFor(db, deps, question))
  }

/** A question with the registered contract's facts where it says nothing of its own. */
export const withContract = (db: Read, question: AuthorityQuestion): AuthorityQuestion => {
  const contract = question.contract === undefined ? undefined : contractOf(db, question.contract)
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

export const factsFor = (db: Read, deps: ContractDeps, question: AuthorityQuestion): AuthorityFacts => {
  const person = deps.person(db, question.person)
  const held = person ? delegationsHeldBy(db, person, question.asOf) : []
  const delegations = held.map(({ delegation }) => delegation)
  const above = delegationsAbove(db, delegations)
  const everyone = [...held, ...above.values()]
  const disputed = new Set(everyone.flatMap(({ delegation, isDisputed }) => (isDisputed ? [delegation.id] : [])))
  const asked = question.contract === undefined ? undefined : contractOf(db, question.contract)
  return {
    person,
    held: delegations,
    above: new Map([...above].map(([id, { delegation }]) => [id, delegation])),
    people: peopleOf(db, deps, [...everyone.map(({ delegation }) => delegation.delegator), ...question.joint]),
    interests: [question.person, ...question.joint].flatMap((id) => interestsOfPerson(db, id)),
    signed: (delegation) => signedUnder(db, delegation, question.asOf, asked),
    disputed,
    related: relatedTo(db, question, asked),
  }
}

const peopleOf = (db: Read, deps: ContractDeps, ids: readonly string[]): Map<string, PersonFacts> =>
  new Map(
    [...new Set(ids)].flatMap((id) => {
      const found = id === officeItself ? undefined : deps.person(db, id)
      return found ? [[id, found] as const] : []
    }),
  )

/** What was signed under a delegation in the running period, without the contract asked about. */
const signedUnder = (db: Read, delegation: Delegation, on: string, asked: Contract | undefined): number => {
  const { id, currency, aggregatePeriod } = delegation
  const { from, to } = monthsOfPeriod(aggregatePeriod ?? 'term', delegation, on)
  const sum = one<{ sum: number | null }>(
    db,
    sql`select sum(amount) as sum from balance
      where account >= ${signedAccount(id, currency, from)} and account <= ${signedAccount(id, currency, to)}`,
  )
  return (sum?.sum ?? 0) - ownShare(delegation, asked, from, to)
}

const ownShare = (delegation: Delegation, asked: Contract | undefined, from: string, to: string): number => {
  if (!asked?.signedOn || asked.amount === undefined || !asked.grantedBy?.includes(delegation.id)) return 0
  const month = monthOf(asked.signedOn)
  if (month < from || month > to) return 0
  if (asked.currency === delegation.currency) return asked.amount
  return delegation.currency === 'CNY' && asked.rate !== undefined ? inYuan(asked.amount, asked.rate) : 0
}

const relatedTo = (db: Read, question: AuthorityQuestion, asked: Contract | undefined): Related | undefined => {
  if (question.amount === undefined) return undefined
  const main = asked?.parent ?? asked?.id
  const others = relatedContracts(
    db,
    { counterparty: question.counterparty, subject: question.subject, main },
    addDays(question.asOf, -splitWindowDays),
    question.asOf,
  ).filter(
    ({ id, currency, status }) => id !== asked?.id && currency === question.currency && boundStatuses.includes(status),
  )
  if (others.length === 0) return undefined
  const sum = others.reduce((total, { amount = 0 }) => total + amount, question.amount)
  return { count: others.length, sum, days: splitWindowDays }
}

// People looked at for one answer; beyond it the answer says that it is cut.
const mostLookedAt = 300

export type WhoMay = { people: Alternative[]; open: OpenAnswer[]; isCut: boolean }

/**
 * Who may do what is asked, those nearest to the amount first; `open` names who might, if more were told.
 * @param asked as for a check; the person in it is left out of the answer
 */
export const whoMay = (
  { db }: Pick<Reading, 'db'>,
  deps: ContractDeps,
  asked: AuthorityQuestion,
  limit: number,
): WhoMay => {
  const question = withContract(db, asked)
  const found: WhoMay = { people: [], open: [], isCut: false }
  const seen = new Set([question.person])
  const delegations = delegationsFor(db, question, mostLookedAt)
  for (const delegation of delegations) {
    for (const holder of holdersOf(db, deps, delegation)) {
      if (seen.has(holder.id)) continue
      if (found.people.length >= limit || seen.size > mostLookedAt) return { ...found, isCut: true }
      seen.add(holder.id)
      const one = { ...question, person: holder.id }
      const verdict = decideAuthority(one, factsFor(db, deps, one))
      const alternative = alternativeOf(holder, verdict)
      const [reason] = verdict.reasons
      if (alternative) found.people.push(alternative)
      else if (verdict.result === 'unknown' && reason && found.open.length < limit)
        found.open.push({ person: { id: holder.id, name: holder.name }, reason })
    }
  }
  return { ...found, isCut: delegations.length >= mostLookedAt }
}

const holdersOf = (db: Read, deps: ContractDeps, { delegate, post }: Delegation): PersonFacts[] => {
  if (delegate !== undefined) {
    const person = deps.person(db, delegate)
    return person ? [person] : []
  }
  return post === undefined ? [] : deps.peopleInPost(db, post, 20)
}

const alternativeOf = (holder: PersonFacts, { result, chain, limit }: Verdict): Alternative | undefined => {
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
    validTo: leaf.validTo,
  }
}
