/** Reading exchange rates: the one in force on a date, and the list. */
import { rateInForce, type ExchangeRate } from '../../../shared/contracts/exchange-rate.ts'
import { exchangeRateType } from '../../../shared/contracts/subjects.ts'
import { recordOf, recordsOf } from '../store/derived.ts'
import { sql, type Read } from '../store/sql.ts'
import { whereAll } from './store.ts'

/** The registered rate of a currency in force on a date. */
export const rateOn = (db: Read, currency: string, on: string): ExchangeRate | undefined =>
  currency === 'CNY'
    ? undefined
    : rateInForce(
        recordsOf<ExchangeRate>(
          db,
          exchangeRateType,
          // The newest few: more than one of a day, or withdrawn ones, are rare.
          sql`where currency = ${currency} and fromDate <= ${on} and withdrawnOn is null order by fromDate desc limit 20`,
        ),
        on,
      )

export const rateOf = (db: Read, id: string): ExchangeRate | undefined => recordOf(db, exchangeRateType, id)

/** Rates that stand for a currency from exactly this date. */
export const ratesFrom = (db: Read, currency: string, from: string): ExchangeRate[] =>
  recordsOf(
    db,
    exchangeRateType,
    sql`where currency = ${currency} and fromDate = ${from} and withdrawnOn is null order by subject limit 1`,
  )

/** Rates by date, newest first; the key of a page is date and id. */
export const ratesPage = (
  db: Read,
  after: string | undefined,
  limit: number,
  currency: string | undefined,
): ExchangeRate[] => {
  const [from = '', id = ''] = after?.split('\n') ?? []
  const where = whereAll([
    after === undefined
      ? sql`fromDate is not null`
      : sql`fromDate <= ${from} and (fromDate < ${from} or subject < ${id})`,
    currency === undefined ? undefined : sql`currency = ${currency}`,
  ])
  return recordsOf(db, exchangeRateType, sql`${where} order by fromDate desc, subject desc limit ${limit}`)
}
