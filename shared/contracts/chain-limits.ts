/** What a chain of delegations comes to: the intersection of its limits, what is left of aggregates, what to warn about. */
import { addDays } from '../office/dates.ts'
import type { AuthorityQuestion, Verdict, VerdictReason } from '../office/verdict.ts'
import { amountText, convert } from './amounts.ts'
import type { AuthorityFacts } from './check-facts.ts'
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

/** What does not decide but should be seen before the chop: split contracts, little left, an end near. */
export const warningsOf = (
  links: readonly Delegation[],
  question: AuthorityQuestion,
  facts: AuthorityFacts,
): VerdictReason[] => {
  const warnings: VerdictReason[] = []
  const warn = (key: string, values: Record<string, string | number>): void => {
    warnings.push({ key: `authority.warning.${key}`, values })
  }
  const { related } = facts
  const limit = limitOf(links)
  const sum = related && limit && convert(related.sum, question, limit.currency)
  if (related && limit && sum !== undefined && related.count > 0 && sum > limit.amount)
    warn('split', {
      days: related.days,
      count: related.count,
      sum: amountText(sum, limit.currency),
      limit: amountText(limit.amount, limit.currency),
    })
  for (const link of links) {
    const { aggregateLimit, validTo, number, currency } = link
    const amount = convert(question.amount ?? 0, question, currency) ?? 0
    if (aggregateLimit !== undefined && (facts.signed(link) + amount) * 5 >= aggregateLimit * 4)
      warn('aggregate-near', {
        number,
        sum: amountText(facts.signed(link) + amount, currency),
        limit: amountText(aggregateLimit, currency),
      })
    if (validTo !== undefined && validTo <= addDays(question.asOf, endsSoonDays))
      warn('ends-soon', { number, date: validTo })
  }
  return warnings
}
