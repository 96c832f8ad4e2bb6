/** Money as integer minor units with a currency; figures with separators and two places. */

/** ISO 4217 codes that the office's contracts use; each has two decimal places here. */
export const currencies = ['CNY', 'USD', 'EUR', 'HKD', 'GBP'] as const
export type Currency = (typeof currencies)[number]

const signs: Record<Currency, string> = { CNY: '¥', USD: 'US$', EUR: '€', HKD: 'HK$', GBP: '£' }

/**
 * Figures with thousands separators and two places: `500000` minor units -> `5,000.00`.
 * Integer arithmetic only, so that no amount is ever rounded by printing it.
 * @param minor amount in minor units (分)
 */
export const figures = (minor: number): string => {
  const sign = minor < 0 ? '-' : ''
  const digits = Math.abs(minor).toString().padStart(3, '0')
  const whole = digits.slice(0, -2).replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return `${sign}${whole}.${digits.slice(-2)}`
}

/** Figures with the currency's sign, behind that of what is below nothing: `¥5,000.00`, `-¥3.00`. */
export const moneyText = (minor: number, currency: Currency = 'CNY'): string =>
  `${minor < 0 ? '-' : ''}${signs[currency]}${figures(Math.abs(minor))}`
