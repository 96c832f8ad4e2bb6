/** A verdict in words, for slips and for the check's own form. */
import { moneyText, type Currency } from '../../office/money.ts'
import type { Verdict, VerdictReason } from '../../office/verdict.ts'
import { linkSentence } from '../../office/verdict-text.ts'
import type { Press } from '../layout.ts'

/** Values of a reason that are money in minor units of the reason's currency. */
const moneyValues = new Set(['amount', 'limit', 'sum', 'used'])

/** One reason in the print's language, with money as figures. */
export const reasonText = ({ key, values }: VerdictReason, { words }: Press): string => {
  const currency = (values['currency'] ?? 'CNY') as Currency
  const shown = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'number' && moneyValues.has(name) ? moneyText(value, currency) : value,
  ])
  return words(key.startsWith('authority.') ? key : `authority.reason.${key}`, Object.fromEntries(shown))
}

/** One link of the chain as a sentence, as the screen says it. */
export const linkText = (link: Verdict['chain'][number], { words }: Press): string => linkSentence(link, words)

/** What a slip has room for: the reasons, then the chain. */
export const verdictLines = (verdict: Verdict, press: Press): string[] => [
  ...verdict.reasons.map((reason) => reasonText(reason, press)),
  ...verdict.chain.map((link) => linkText(link, press)),
]
