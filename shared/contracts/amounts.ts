/** Amounts against limits: across currencies by the contract's rate, and over the period of an aggregate limit. */
import { monthOf, yearOf } from '../office/dates.ts'
import { currencies, figures, moneyText } from '../office/money.ts'
import type { AggregatePeriod, Delegation } from './delegation.ts'

/**
 * Minor units of 元 for an amount of another currency, rounded up so that no limit is passed by rounding.
 * @param rate millionths of 元 per unit
 */
export const inYuan = (amount: number, rate: number): number =>
  Number((BigInt(amount) * BigInt(rate) + 999_999n) / 1_000_000n)

/** Minor units of another currency for an amount of 元, rounded up for the same reason. */
const outOfYuan = (amount: number, rate: number): number =>
  Number((BigInt(amount) * 1_000_000n + BigInt(rate) - 1n) / BigInt(rate))

/** The registered rate of a currency on the date that is asked about, millionths of 元 per unit. */
export type Rates = (currency: string) => number | undefined

/**
 * The amount in a limit's currency, by the contract's own rate where it has one and else by the registered rate;
 * undefined where no rate leads there.
 */
export const convert = (
  amount: number,
  asked: { currency: string; rate?: number | undefined },
  currency: string,
  rates: Rates,
): number | undefined => {
  if (asked.currency === currency) return amount
  const own = asked.currency === 'CNY' ? 1_000_000 : (asked.rate ?? rates(asked.currency))
  if (own === undefined) return undefined
  const yuan = inYuan(amount, own)
  if (currency === 'CNY') return yuan
  const other = rates(currency)
  return other === undefined ? undefined : outOfYuan(yuan, other)
}

/** Money with its sign, for an amount whose currency is only known as a text. */
export const amountText = (amount: number, currency: string): string => {
  const known = currencies.find((code) => code === currency)
  return known ? moneyText(amount, known) : `${currency} ${figures(amount)}`
}

/** First and last month `2026-11` of the period that contains a date. */
export const monthsOfPeriod = (
  period: AggregatePeriod,
  delegation: Pick<Delegation, 'validFrom' | 'validTo'>,
  on: string,
): { from: string; to: string } => {
  const year = yearOf(on)
  const quarter = Math.floor((Number(on.slice(5, 7)) - 1) / 3)
  const month = (index: number): string => `${year}-${index.toString().padStart(2, '0')}`
  const spans: Record<AggregatePeriod, { from: string; to: string }> = {
    month: { from: monthOf(on), to: monthOf(on) },
    quarter: { from: month(quarter * 3 + 1), to: month(quarter * 3 + 3) },
    year: { from: month(1), to: month(12) },
    term: { from: monthOf(delegation.validFrom), to: monthOf(delegation.validTo ?? '2199-12-31') },
  }
  return spans[period]
}

/** Whole months a term takes, begun ones counted: 2026-01-01 to 2026-12-31 is 12. */
export const monthsOfTerm = (startsOn: string, endsOn: string): number => {
  const end = new Date(Date.parse(`${endsOn}T00:00:00Z`) + 86_400_000)
  const start = new Date(`${startsOn}T00:00:00Z`)
  const months = (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth()
  return months + (end.getUTCDate() > start.getUTCDate() ? 1 : 0)
}
