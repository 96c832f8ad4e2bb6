/** Parts of a verdict that explain it: each step of the chain with its rule, the rates used, how fresh the data is. */
import { addDays } from '../office/dates.ts'
import { postOn } from '../office/posts.ts'
import type { AuthorityQuestion, Verdict, VerdictLink, VerdictReason } from '../office/verdict.ts'
import { convert } from './amounts.ts'
import { ratesOf, type AuthorityFacts } from './check-facts.ts'
import { officeItself, type Delegation } from './delegation.ts'

/** A step of the chain as the check saw it. */
export const linkOf = (link: Delegation, question: AuthorityQuestion, facts: AuthorityFacts): VerdictLink => {
  const holder = link.delegate === undefined ? undefined : nameOf(link.delegate, question, facts)
  const isOther = question.amount !== undefined && link.currency !== question.currency
  return {
    delegation: link.id,
    number: link.number,
    from: link.delegator === officeItself ? '' : (facts.people(link.delegator)?.name ?? link.delegatorName),
    to: link.delegateName ?? link.post ?? '',
    limit: link.limit,
    currency: link.currency,
    validFrom: link.validFrom,
    validTo: link.validTo,
    contractTypes: link.contractTypes,
    depth: link.depth,
    kind: link.kind,
    isPost: link.delegate === undefined ? true : undefined,
    post: holder && postOn(holder, question.asOf),
    aggregateLimit: link.aggregateLimit,
    aggregatePeriod: link.aggregateLimit === undefined ? undefined : (link.aggregatePeriod ?? 'term'),
    longestMonths: link.longestMonths,
    jointNeeded: link.jointNeeded === 0 ? undefined : link.jointNeeded,
    amount: isOther ? convert(question.amount ?? 0, question, link.currency, ratesOf(facts)) : undefined,
  }
}

const nameOf = (id: string, question: AuthorityQuestion, facts: AuthorityFacts) =>
  id === question.person ? facts.person : facts.people(id)

/** The rates by which what is asked was held against limits in other currencies; nothing where there was no need. */
export const ratesUsed = (
  links: readonly Delegation[],
  question: AuthorityQuestion,
  facts: AuthorityFacts,
): Pick<Verdict, 'rates'> => {
  const limited = links.filter(({ limit, aggregateLimit }) => limit !== undefined || aggregateLimit !== undefined)
  const others = new Set(limited.map(({ currency }) => currency).filter((currency) => currency !== question.currency))
  if (others.size === 0 || question.amount === undefined) return {}
  const own = question.rate === undefined ? [] : [{ currency: question.currency, rate: question.rate }]
  const wanted = [...(own.length === 0 ? [question.currency] : []), ...others].filter((currency) => currency !== 'CNY')
  const registered = wanted.flatMap((currency) => {
    const found = facts.rates(currency)
    return found ? [{ currency, rate: found.rate, from: found.from, source: found.source }] : []
  })
  const rates = [...own, ...registered]
  return rates.length > 0 ? { rates } : {}
}

/** After how many days without an entry of another desk what is known of it may be out of date. */
export const staleAfterDays = 7

export const staleWarnings = ({ freshness, today }: AuthorityFacts): VerdictReason[] =>
  freshness.flatMap(({ desk, at }) => {
    if (at === undefined) return [{ key: 'authority.warning.never-heard', values: { desk } }]
    const date = at.slice(0, 10)
    return date < addDays(today, -staleAfterDays) ? [{ key: 'authority.warning.stale', values: { desk, date } }] : []
  })
