/** The example's exchange rates, as they stand from the beginning. */
import type { Company } from './company.ts'
import type { Part } from './company-plan.ts'
import type { History } from './history.ts'

/** By which a contract in another currency is held against a limit in 元. */
export const registerRates = (history: History, at: number, by: Company['by'][Part]): void => {
  const rates = [
    ['USD', 7_117_300],
    ['EUR', 8_254_600],
  ] as const
  for (const [currency, rate] of rates)
    history.call(at, by, 'rates.enter', {
      currency,
      from: history.dateAt(at),
      rate,
      source: '中国外汇交易中心人民币汇率中间价',
    })
}
