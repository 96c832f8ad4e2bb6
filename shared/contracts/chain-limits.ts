/** What a chain of delegations comes to: the intersection of its limits, what is left of aggregates, what to warn about. */
import { addDays } from '../office/dates.ts'
import type { AuthorityQuestion, Verdict, VerdictReason } from '../office/verdict.ts'
import { amountText, convert } from './amounts.ts'
import { ratesOf, type AuthorityFacts } from './check-facts.ts'
import type { Delegation } from './delegation.ts'

/** The lowest limit per contract, infinite where nothing limits; meaningful within one currency. */
export const reachOf = (links: readonly Delegation[]): number =>
  Math.min(...links.map(({ limit }) => limit ?? Infinity))

/** The intersection of the limits per contract; left out where they are in different currencies. */
export const limitOf = (links: readonly Delegation[]): { amount: number; currency: string } | undefined => {
  const limited = links.filter(({ limit }) => limit !== undefined)
  const currency = limited[0]?.currency
  if (currency === undefined || limited.some((link) => link.currency !== currency)) return undefined
  return { amount: reachOf(limited), currency }
}

/** The aggregate limit of the chain with the least left under it. */
export const aggregateOf = (links: readonly Delegation[], facts: AuthorityFacts): Verdict['aggregate'] =>
  links
    .flatMap((link) =>
      link.aggregateLimit === undefined
        ? []
        : [{ used: facts.signed(link), limit: link.aggregateLimit, currency: link.currency, number: link.number }],
    )
    .toSorted((a, b) => a.limit - a.used - (b.limit - b.used))[0]

/** Days before its end from which a delegation is pointed out. */
const endsSoonDays = 30

type Warn = (key: string, values: Record<string, string | number>) => VerdictReason
const warning: Warn = (key, values) => ({ key: `authority.warning.${key}`, values })

/** What does not decide but should be seen before the chop: split contracts first, little left, an end near, a dispute. */
export const warningsOf = (
  links: readonly Delegation[],
  question: AuthorityQuestion,
  facts: AuthorityFacts,
): VerdictReason[] => [
  ...splitOf(links, question, facts),
  ...links.flatMap((link) => [
    ...nearOf(link, question, facts),
    ...(link.validTo !== undefined && link.validTo <= addDays(question.asOf, endsSoonDays)
      ? [warning('ends-soon', { number: link.number, date: link.validTo })]
      : []),
    ...(facts.versions(link).length > 0 ? [warning('disputed', { number: link.number })] : []),
  ]),
]

/** 防拆分: warned about and not refused, since two orders of one thing may be honest; whoever stamps should ask. */
const splitOf = (links: readonly Delegation[], question: AuthorityQuestion, facts: AuthorityFacts): VerdictReason[] => {
  const limit = limitOf(links)
  const related = limit && facts.related()
  if (!limit || !related || related.count === 0) return []
  const sum = convert(related.sum, { ...question, currency: related.currency }, limit.currency, ratesOf(facts))
  if (sum === undefined || sum <= limit.amount) return []
  const texts = { sum: amountText(sum, limit.currency), limit: amountText(limit.amount, limit.currency) }
  return [warning('split', { days: related.days, count: related.count, ...texts })]
}

const nearOf = (link: Delegation, question: AuthorityQuestion, facts: AuthorityFacts): VerdictReason[] => {
  const { aggregateLimit, number, currency } = link
  if (aggregateLimit === undefined) return []
  const sum = facts.signed(link) + (convert(question.amount ?? 0, question, currency, ratesOf(facts)) ?? 0)
  if (sum * 5 < aggregateLimit * 4) return []
  return [
    warning('aggregate-near', { number, sum: amountText(sum, currency), limit: amountText(aggregateLimit, currency) }),
  ]
}
