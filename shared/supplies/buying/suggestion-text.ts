/** Why something should be bought, in one sentence: `现存 12 支，低于下限 20；近 90 天月均领用 30；到货 7 天；建议 96 支（按盒 12）`. */
import type { Suggestion } from './suggestion-rules.ts'

type Word = (key: string, values?: Readonly<Record<string, string | number>>) => string

type Told = Omit<Suggestion, 'max' | 'fallsIn' | 'supplier' | 'price'> & { fallsIn?: number | undefined }

export const suggestionText = (word: Word, baseUnit: string, suggestion: Told): string => {
  const { cause, stock, min, fallsIn = 0, days, monthly, leadDays, requested, ordered } = suggestion
  const { base, unit, factor, quantity } = suggestion
  const parts = [
    word(`buying.reason.${cause}`, { stock, min, unit: baseUnit, days: fallsIn }),
    word(monthly > 0 ? 'buying.reason.used' : 'buying.reason.unused', { days, monthly, unit: baseUnit }),
    word('buying.reason.lead', { days: leadDays }),
    ...(requested > 0 ? [word('buying.reason.requested', { base: requested, unit: baseUnit })] : []),
    ...(ordered > 0 ? [word('buying.reason.ordered', { base: ordered, unit: baseUnit })] : []),
    word(factor === 1 ? 'buying.reason.buy' : 'buying.reason.buy-packs', {
      base,
      baseUnit,
      quantity,
      unit,
      factor,
    }),
  ]
  return parts.join(word('buying.reason.between'))
}
