/**
 * The authority check: may this person do this with this contract? Decided as Cedar decides, applied to chains of
 * delegation: without a rule the answer is no, an exclusion or revocation wins, and a chain grants only what lies in the
 * intersection of all its limits. Pure: the same facts give the same verdict, in whatever order they are handed in.
 */
import type { AuthorityQuestion, Verdict } from '../office/verdict.ts'
import { termsOn } from './amendment.ts'
import { climb } from './chain.ts'
import {
  counterpartyOf,
  isEmployed,
  isHeldBy,
  readingsOf,
  refusal,
  unknown,
  type AuthorityFacts,
  type Failure,
} from './check-facts.ts'
import { concernsCounterparty, matchesCounterparty } from './counterparties.ts'
import type { Delegation } from './delegation.ts'
import { aggregateOf, limitOf, reachOf, warningsOf } from './chain-limits.ts'
import { exclusionOf, failuresOf } from './link-rules.ts'
import { linkOf, ratesUsed, staleWarnings } from './verdict-parts.ts'

/** A delegation of the person with what came of it: its chain, what failed, how many joint signers are missing. */
export type Candidate = {
  links: Delegation[]
  leaf: Delegation
  failure: Failure | undefined
  /** Every need of the chain that those who sign along do not meet, the greatest first. */
  joint: Joint[]
}
type Joint = { missing: number; of: { id: string; name: string }[]; number: string }

/**
 * @param question what is asked; amounts in minor units
 * @param given everything it is decided from
 * @returns the verdict; never throws and never refuses: without facts the answer is `outside` or `unknown`
 */
export const decideAuthority = (question: AuthorityQuestion, given: AuthorityFacts): Verdict => {
  // In one order from here on, so that which reason is told first does not depend on how the rows came.
  const asRead = (one: Delegation): Delegation => termsOn(one, question.asOf)
  const held = given.held.map(asRead).toSorted((a, b) => compare(a.number, b.number) || compare(a.id, b.id))
  const facts: AuthorityFacts = {
    ...given,
    held,
    above: (id) => {
      const found = given.above(id)
      return found && asRead(found)
    },
    versions: (one) => given.versions(one).map(asRead),
  }
  const person = { id: question.person, name: facts.person?.name ?? '' }
  const barred = hindranceOf(question, facts)
  const candidates = held.map((leaf) => judge(leaf, question, facts))
  const failed = candidates.flatMap(({ leaf, failure }) =>
    failure ? [{ delegation: leaf.id, number: leaf.number, reason: failure.reason }] : [],
  )
  const best = candidates.filter(({ failure }) => !failure).toSorted(compareGrants)[0]
  const stale = staleWarnings(facts)
  const base = {
    asOf: question.asOf,
    person,
    chain: [],
    failed,
    ...(stale.length > 0 ? { warnings: stale } : {}),
    ...(facts.freshness.length > 0 ? { freshness: [...facts.freshness] } : {}),
    ...ratesUsed(best?.links ?? held, question, facts),
  }
  if (barred && !barred.isUnknown) return { ...base, result: 'outside', reasons: [barred.reason] }
  if (barred && (best || !facts.person)) return { ...base, result: 'unknown', reasons: [barred.reason] }
  if (!best) return { ...base, ...whyNot(candidates, person.name) }
  return { ...base, ...granted(best, question, facts, person.name, stale) }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** What bars the person whatever they hold: unknown, not employed, self-dealing, a declared interest, an exclusion. */
const hindranceOf = (question: AuthorityQuestion, facts: AuthorityFacts): Failure | undefined => {
  const { person } = facts
  const { asOf } = question
  if (!person) return unknown('person-unknown')
  if (!isEmployed(person, asOf)) return refusal('not-employed', { name: person.name, date: asOf })
  const reasons = [
    conflictOf(person.id, person.name, question, facts),
    ...facts.held.map((link) => exclusionOf(link, question, facts)),
  ].filter((reason) => reason !== undefined)
  return reasons.find(({ isUnknown }) => !isUnknown) ?? reasons[0]
}

/** Self-dealing and declared interests (民法典 §168), of the person or of a joint signer. */
const conflictOf = (
  id: string,
  name: string,
  question: AuthorityQuestion,
  facts: AuthorityFacts,
): Failure | undefined => {
  const party = counterpartyOf(question)
  if (name !== '' && matchesCounterparty(name, party) === 'yes') return refusal('self-dealing', { name })
  const { asOf } = question
  let open: Failure | undefined
  for (const interest of facts.interests(id)) {
    if (interest.declaredOn > asOf) continue
    if (interest.withdrawnOn !== undefined && interest.withdrawnOn <= asOf) continue
    const { counterparty, nature } = interest
    const match = concernsCounterparty(interest, party)
    if (match === 'yes') return refusal('interest', { name, counterparty, nature })
    // A code that is not known is no reason to doubt a name that differs; no counterparty at all is.
    if (match === 'unknown' && party.name === undefined) open ??= unknown('interest-open', { name })
  }
  return open
}

/**
 * Looks at one delegation of the person: the rules of every link of its chain, and the joint signers they ask for. The
 * leaf comes first: what it says itself is the nearer reason, and the chain above it is then not even read.
 */
export const judge = (leaf: Delegation, question: AuthorityQuestion, facts: AuthorityFacts): Candidate => {
  const own = [...heldFailures(leaf, question, facts), ...failuresOf(leaf, question, facts)]
  const refused = own.find(({ isUnknown }) => !isUnknown)
  if (refused) return { links: [leaf], leaf, failure: refused, joint: [] }
  const { links, failures } = climb(leaf, facts, question.asOf)
  const above = links.slice(0, -1).toReversed()
  const all = [...own, ...above.flatMap((link) => failuresOf(link, question, facts)), ...failures]
  const failure = all.find(({ isUnknown }) => !isUnknown) ?? all[0]
  return { links, leaf, failure, joint: failure ? [] : jointOf(links, question, facts) }
}

/** Where desks differ about whom a delegation is to, it grants to nobody whom one of them does not name. */
const heldFailures = (leaf: Delegation, { asOf }: AuthorityQuestion, facts: AuthorityFacts): Failure[] => {
  const { person } = facts
  return person && facts.versions(leaf).some((reading) => !isHeldBy(reading, person, asOf))
    ? [unknown('disputed', { number: leaf.number })]
    : []
}

const jointOf = (links: readonly Delegation[], question: AuthorityQuestion, facts: AuthorityFacts): Joint[] => {
  const present = [...new Set(question.joint)].filter((id) => {
    const signer = facts.people(id)
    if (!signer || id === question.person || !isEmployed(signer, question.asOf)) return false
    return conflictOf(id, signer.name, question, facts) === undefined
  })
  const needs = links
    .flatMap((link) => readingsOf(link, facts))
    .map((link) => {
      const of = link.jointSigners.filter(({ id }) => id !== question.person)
      const counted = link.jointSigners.length === 0 ? present : present.filter((id) => of.some((one) => one.id === id))
      return { missing: link.jointNeeded - counted.length, of, number: link.number }
    })
  return needs.filter(({ missing }) => missing > 0).toSorted((a, b) => b.missing - a.missing)
}

/** Alone before jointly, the wider before the narrower, the shorter chain before the longer. */
const compareGrants = (a: Candidate, b: Candidate): number =>
  Math.min(a.joint.length, 1) - Math.min(b.joint.length, 1) ||
  (reachOf(a.links) === reachOf(b.links) ? 0 : reachOf(b.links) - reachOf(a.links)) ||
  a.links.length - b.links.length

// Nearer misses say more than farther ones: that the limit is too low tells who to ask next.
const nearness = [
  'limit',
  'aggregate',
  'uncapped',
  'term',
  'counterparty',
  'other-contract',
  'other-matter',
  'type',
  'action',
]

const whyNot = (candidates: readonly Candidate[], name: string): Pick<Verdict, 'result' | 'reasons'> => {
  const failures = candidates.flatMap(({ failure }) => failure ?? [])
  const open = failures.find(({ isUnknown }) => isUnknown)
  if (open) return { result: 'unknown', reasons: [open.reason] }
  const rank = ({ reason }: Failure): number => {
    const at = nearness.indexOf(reason.key.slice('authority.reason.'.length))
    return at < 0 ? nearness.length : at
  }
  const nearest = failures.toSorted((a, b) => rank(a) - rank(b))[0]
  if (!nearest) return { result: 'outside', reasons: [refusal('no-delegation', { name }).reason] }
  const count = failures.length
  const all = count > 1 ? [refusal('none-holds', { name, count }).reason] : []
  return { result: 'outside', reasons: [nearest.reason, ...all] }
}

const granted = (
  { links, leaf, joint }: Candidate,
  question: AuthorityQuestion,
  facts: AuthorityFacts,
  name: string,
  stale: Verdict['warnings'] = [],
): Omit<Verdict, 'asOf' | 'person' | 'failed'> => {
  const inChain = refusal('in-chain', { name, number: leaf.number }).reason
  const missing = joint.map(({ number, missing: count }) => refusal('joint-missing', { number, missing: count }).reason)
  const readings = links.flatMap((link) => readingsOf(link, facts))
  const [need] = joint
  return {
    result: need ? 'needs-joint' : 'permitted',
    reasons: [...missing, inChain],
    chain: links.map((link) => linkOf(link, question, facts)),
    warnings: [...warningsOf(links, question, facts), ...stale],
    limit: limitOf(readings),
    aggregate: aggregateOf(readings, facts),
    joint: need && { missing: need.missing, of: need.of },
  }
}
