/** A registered exchange rate 汇率: what one unit of a currency is worth in 元 from a date on, and who published it. */
import { z } from 'zod'
import { date, text } from '../api/fields.ts'
import { currencies } from '../office/money.ts'
import { rate } from './contract.ts'

/** Every currency of the office but 元 itself. */
export const foreignCurrencies = currencies.filter((currency) => currency !== 'CNY')

export const rateInput = z.object({
  currency: z.enum(currencies).refine((currency) => currency !== 'CNY', { error: 'invalid.rate-of-yuan' }),
  from: date(),
  /** Millionths of 元 per unit. */
  rate: rate(),
  source: text(200),
})

export const rateRecord = z.object({
  currency: z.enum(currencies),
  from: z.string(),
  rate: z.int(),
  source: z.string(),
  withdrawnOn: z.string().optional(),
  withdrawnReason: z.string().optional(),
})
export const exchangeRate = rateRecord.extend({ id: z.string() })
export type ExchangeRate = z.infer<typeof exchangeRate>

/**
 * The rate in force among those of one currency: the latest that began by then. Two desks may have entered one each for
 * the same day; then the higher stands, so that no amount looks smaller than it may be.
 */
export const rateInForce = (rates: readonly ExchangeRate[], on: string): ExchangeRate | undefined =>
  rates
    .filter(({ from, withdrawnOn }) => from <= on && withdrawnOn === undefined)
    .toSorted((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : b.rate - a.rate || (a.id < b.id ? -1 : 1)))[0]
