/** The further columns of items: barcodes with amounts, suppliers with prices, quota rules; written by the export as they are read. */
import type { QuotaRule, SupplierOffer } from '../../supplies/items/item-more.ts'
import type { Barcode } from '../../supplies/records.ts'
import { parseCount, parseMoney, plain, type Parsed } from '../cells.ts'
import type { RowValues } from '../importer.ts'
import { numberOf } from './field.ts'

/** Parts between semicolons or line ends; a comma may stand inside one. */
const partsOf = (text: string): string[] =>
  text
    .split(/[;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '-' && part !== '无')

export const parseOffers = (text: string): Parsed<string[]> => {
  const parts = partsOf(text)
  return { value: parts.length === 0 ? undefined : parts }
}

/** `晨光文具，盒，18.50，3，M-112`; days and code may be left out, an empty unit is the base unit. */
export const offersOf = (texts: readonly string[], base: string): SupplierOffer[] | undefined => {
  const offers = texts.map((text) => offerOf(text, base))
  return offers.every((offer) => offer !== undefined) ? offers : undefined
}

const offerOf = (text: string, base: string): SupplierOffer | undefined => {
  const cells = text.split(/[,，|]/).map(plain)
  const [name = '', unit = '', price = '', days = '', code = ''] = cells
  const [amount, leadDays] = [parseMoney(price, { unit: undefined }), parseCount(days)]
  if (name === '' || cells.length > 5 || 'reason' in amount || amount.value === undefined || 'reason' in leadDays)
    return undefined
  return {
    name,
    unit: unit === '' ? base : unit,
    price: amount.value,
    ...(leadDays.value === undefined ? {} : { leadDays: leadDays.value }),
    ...(code === '' ? {} : { code }),
  }
}

/** Two places, no separators of thousands: a comma would begin the next cell. */
const priceText = (price: number): string => `${Math.trunc(price / 100)}.${String(price % 100).padStart(2, '0')}`

export const offersText = (offers: readonly SupplierOffer[] = []): string | undefined =>
  offers
    .map(({ name, unit, price, leadDays, code }) =>
      [name, unit, priceText(price), leadDays ?? '', code ?? ''].join('，').replace(/，+$/, ''),
    )
    .join('；') || undefined

/** `6901234567890` stands for one base unit, `6901234567906=盒` for one 盒, `6901234567913=盒×10` for ten. */
export const barcodesOf = (texts: readonly string[], base: string): Barcode[] | undefined => {
  const barcodes = texts.map((text) => {
    const [, code, unit, amount = '1'] = /^([^=:]+?)(?:[=:]([^*×]*?)(?:[*×](\d{1,5}))?)?$/.exec(plain(text)) ?? []
    return code === undefined ? undefined : { code: code.trim(), unit: unit?.trim() || base, amount: Number(amount) }
  })
  return barcodes.every((barcode) => barcode !== undefined) ? barcodes : undefined
}

export const barcodesText = (barcodes: readonly Barcode[], base: string): string | undefined =>
  barcodes
    .map(({ code, unit, amount }) =>
      amount === 1 ? (unit === base ? code : `${code}=${unit}`) : `${code}=${unit}×${amount}`,
    )
    .join('；') || undefined

/** A column for each rule beside pieces per person. */
export const ruleColumns = {
  personAmount: { per: 'person', measure: 'amount' },
  departmentQuantity: { per: 'department', measure: 'quantity' },
  departmentAmount: { per: 'department', measure: 'amount' },
} as const
export type RuleColumn = keyof typeof ruleColumns
const names = Object.keys(ruleColumns) as RuleColumn[]

export const limitOf = (rules: readonly QuotaRule[] = [], name: RuleColumn): number | undefined =>
  rules.find(({ per, measure }) => per === ruleColumns[name].per && measure === ruleColumns[name].measure)?.limit

export const rulesOf = (values: RowValues): QuotaRule[] | undefined => {
  const rules = names.flatMap((name) => {
    const limit = numberOf(values, name)
    return limit === undefined ? [] : [{ ...ruleColumns[name], limit }]
  })
  return rules.length === 0 ? undefined : rules
}
