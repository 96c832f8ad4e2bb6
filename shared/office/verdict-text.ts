/** A verdict in sentences, the same on screen and on paper: each step of the chain with its rule, rates, how fresh the data is. */
import { currencies, moneyText } from './money.ts'
import type { Verdict, VerdictLink } from './verdict.ts'

/** Words by key with their values filled in. */
export type Words = (key: string, values?: Record<string, string | number>) => string

const money = (minor: number, currency: string | undefined): string =>
  moneyText(minor, currencies.find((known) => known === currency) ?? 'CNY')

/**
 * One step in full: who, on which delegation, given by whom, for what, up to how much, until when, and how it may be
 * passed on. 「采购部经理 李娜 依授权 SQ-A-2026-0012（由 王建国 授予）：单笔不超过 ¥500,000.00 的采购合同，有效至 2026-12-31，无转委托权。」
 */
export const linkSentence = (link: VerdictLink, words: Words): string => {
  const values = {
    who: link.post === undefined ? link.to : `${link.post} ${link.to}`,
    number: link.number,
    what: scopeOf(link, words),
    until:
      link.validTo === undefined
        ? words('authority.sentence.open')
        : words('authority.sentence.until', { date: link.validTo }),
    more: moreOf(link, words),
  }
  return link.from === ''
    ? words('authority.sentence.office', values)
    : words('authority.sentence', { ...values, from: link.from })
}

const scopeOf = ({ contractTypes = [], limit, currency, amount }: VerdictLink, words: Words): string => {
  const types =
    contractTypes.length === 0
      ? words('authority.sentence.all-types')
      : words('authority.sentence.types', {
          types: contractTypes.map((type) => words(`contracts.type.${type}`)).join(words('authority.sentence.comma')),
        })
  if (limit === undefined) return words('authority.sentence.any-amount', { types })
  const asked = amount === undefined ? '' : words('authority.sentence.amount', { amount: money(amount, currency) })
  return words('authority.sentence.up-to', { types, limit: money(limit, currency) }) + asked
}

const moreOf = (link: VerdictLink, words: Words): string => {
  const { aggregateLimit, aggregatePeriod, currency, longestMonths, jointNeeded, depth } = link
  const parts = [
    aggregateLimit !== undefined &&
      words('authority.sentence.aggregate', {
        period: words(`delegations.period.${aggregatePeriod ?? 'term'}`),
        limit: money(aggregateLimit, currency),
      }),
    longestMonths !== undefined && words('authority.sentence.months', { months: longestMonths }),
    jointNeeded !== undefined && words('authority.sentence.joint', { count: jointNeeded }),
    depth !== undefined &&
      (depth === 0 ? words('authority.sentence.no-depth') : words('authority.sentence.depth', { depth })),
  ]
  return parts.filter((part) => part !== false).join('') + words('authority.sentence.stop')
}

/** Millionths of 元 as a rate is read: `7.1500`, with further places only where there are any. */
export const rateText = (rate: number): string => {
  const digits = rate.toString().padStart(7, '0')
  return `${digits.slice(0, -6)}.${digits.slice(-6).replace(/0{1,2}$/, '')}`
}

/** By which rates amounts were held against limits in another currency. */
export const rateSentences = ({ rates = [] }: Verdict, words: Words): string[] =>
  rates.map(({ currency, rate, from, source }) =>
    from === undefined
      ? words('authority.rate.own', { currency, rate: rateText(rate) })
      : words('authority.rate.registered', { currency, rate: rateText(rate), from, source: source ?? '' }),
  )

/** How fresh what is known of every other desk is; nothing where there is no other. */
export const freshnessTexts = (verdict: Verdict, words: Words): string[] =>
  (verdict.freshness ?? []).map(({ desk, at }) =>
    words('authority.fresh', { desk, at: at ?? words('authority.never') }),
  )
