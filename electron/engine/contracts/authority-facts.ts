/** What one question of authority is decided from, read as the deciding comes to it: upward from the person, never the register. */
import { convert, monthsOfPeriod } from '../../../shared/contracts/amounts.ts'
import type { AuthorityFacts, PersonFacts, Related } from '../../../shared/contracts/check-facts.ts'
import { boundStatuses, type Contract } from '../../../shared/contracts/contract.ts'
import type { Delegation } from '../../../shared/contracts/delegation.ts'
import type { ExchangeRate } from '../../../shared/contracts/exchange-rate.ts'
import { contractType, signedAccount } from '../../../shared/contracts/subjects.ts'
import { addDays } from '../../../shared/office/dates.ts'
import type { AuthorityQuestion } from '../../../shared/office/verdict.ts'
import type { Reading } from '../act.ts'
import { one, sql, type Read } from '../store/sql.ts'
import { delegationAbove, delegationsHeldBy, versionsOf, type Held } from './delegation-store.ts'
import type { ContractDeps } from './deps.ts'
import { signedBefore } from './signed-before.ts'
import { rateOn } from './rate-store.ts'
import { interestsOfPerson, likeContracts } from './store.ts'

/** 防拆分: contracts with the same counterparty about the same subject within so many days are summed. */
export const splitWindowDays = 90

/** The moment at which it is asked. */
export type Moment = Pick<Reading, 'db' | 'today' | 'zone'>

/**
 * @param question with the registered contract's facts filled in
 * @param asked that contract, where there is one
 * @param signed what aggregate limits are held against; all of the period, unless an act is judged again
 */
export const factsOf = (
  { db, today, zone }: Moment,
  deps: ContractDeps,
  question: AuthorityQuestion,
  asked: Contract | undefined,
  signed: AuthorityFacts['signed'] = signedBy({ db, today, zone }, question.asOf, asked),
): AuthorityFacts => {
  const { asOf } = question
  const person = deps.person(db, question.person)
  const held = person ? delegationsHeldBy(db, person, asOf) : []
  const disputed = new Map<string, readonly Delegation[]>()
  const note = ({ delegation, isDisputed }: Held): Delegation => {
    if (isDisputed) disputed.set(delegation.id, versionsOf(db, delegation.id))
    return delegation
  }
  const rates = remembered((currency: string): ExchangeRate | undefined => rateOn(db, currency, asOf))
  return {
    today,
    person,
    held: held.map(note),
    above: remembered((id: string): Delegation | undefined => {
      const found = delegationAbove(db, id)
      return found && note(found)
    }),
    people: remembered((id: string): PersonFacts | undefined => (id === person?.id ? person : deps.person(db, id))),
    interests: remembered((id: string) => interestsOfPerson(db, id)),
    signed: signedOnce(signed),
    versions: ({ id }) => disputed.get(id) ?? [],
    rates,
    related: () => relatedTo(db, question, asked, (currency) => rates(currency)?.rate),
    freshness: deps.freshness(db, zone),
  }
}

/** Reads each thing once per question. */
const remembered = <T>(read: (key: string) => T): ((key: string) => T) => {
  const known = new Map<string, T>()
  return (key) => {
    if (known.has(key)) return known.get(key) as T
    const found = read(key)
    known.set(key, found)
    return found
  }
}

/** The same for sums; desks that differ about a delegation may differ about its period and currency, too. */
const signedOnce = (signed: AuthorityFacts['signed']): AuthorityFacts['signed'] => {
  const known = new Map<string, number>()
  return (delegation) => {
    const key = `${delegation.id} ${delegation.currency} ${delegation.aggregatePeriod} ${delegation.validTo}`
    const found = known.get(key) ?? signed(delegation)
    known.set(key, found)
    return found
  }
}

/** An act of an earlier day is held against what had been signed by that day, as it would have been then. */
const signedBy = ({ db, today }: Moment, asOf: string, asked: Contract | undefined): AuthorityFacts['signed'] =>
  asOf < today ? signedBefore(db, { asOf, at: endOfDay }, asked) : signedUnder(db, asOf, asked)

// Sorts behind every stamp.
const endOfDay = '~'

/** What was signed under a delegation in the running period, without the contract asked about. */
const signedUnder =
  (db: Read, on: string, asked: Contract | undefined): AuthorityFacts['signed'] =>
  (delegation) => {
    const { id, currency, aggregatePeriod } = delegation
    const { from, to } = monthsOfPeriod(aggregatePeriod ?? 'term', delegation, on)
    const [first, last] = [signedAccount(id, currency, from), signedAccount(id, currency, to)]
    const sum = one<{ sum: number | null }>(
      db,
      sql`select sum(amount) as sum from balance where account >= ${first} and account <= ${last}`,
    )
    const own = (asked && contractType.contribute?.(asked)) ?? []
    const ours = own.filter(({ account }) => account >= first && account <= last)
    return (sum?.sum ?? 0) - ours.reduce((total, { delta }) => total + delta, 0)
  }

const relatedTo = (
  db: Read,
  question: AuthorityQuestion,
  asked: Contract | undefined,
  rates: (currency: string) => number | undefined,
): Related | undefined => {
  if (question.amount === undefined) return undefined
  const others = likeContracts(
    db,
    question,
    asked?.parent ?? asked?.id,
    addDays(question.asOf, -splitWindowDays),
    question.asOf,
  ).filter(({ id, status }) => id !== asked?.id && boundStatuses.includes(status))
  if (others.length === 0) return undefined
  const isOne = others.every(({ currency }) => currency === question.currency)
  const currency = isOne ? question.currency : 'CNY'
  // What no rate leads to is not summed: the warning then says less, never more than is known.
  const own = convert(question.amount, question, currency, rates)
  const sum = others.reduce((total, one) => total + (convert(one.amount ?? 0, one, currency, rates) ?? 0), own ?? 0)
  return { count: others.length, sum, currency, days: splitWindowDays }
}
