/** The verdict before the chop: one light, one sentence why, the chain in words, and what did not apply. */
import type { Verdict, VerdictReason, VerdictResult } from '../../shared/office/verdict.ts'
import { currencies, moneyText, type Currency } from '../../shared/office/money.ts'
import { freshnessTexts, linkSentence, rateSentences } from '../../shared/office/verdict-text.ts'
import { useWords, type Say } from '../shell/words.tsx'
import './verdict.css'

const marks: Record<VerdictResult, string> = { permitted: '✓', 'needs-joint': '⚭', outside: '✕', unknown: '?' }

const asCurrency = (text: string | undefined): Currency => currencies.find((known) => known === text) ?? 'CNY'

/** Money in a reason is carried in minor units under names that end in `amount` or `limit`. */
const reasonText = (say: Say, reason: VerdictReason): string => {
  const currency = asCurrency(typeof reason.values['currency'] === 'string' ? reason.values['currency'] : undefined)
  const values = Object.fromEntries(
    Object.entries(reason.values).map(([name, value]) => [
      name,
      typeof value === 'number' && /(?:amount|limit|total|sum)$/i.test(name) ? moneyText(value, currency) : value,
    ]),
  )
  return say.tOf(reason.key.startsWith('authority.') ? reason.key : `authority.reason.${reason.key}`, values)
}

export const VerdictMark = ({ result }: { result: VerdictResult }) => {
  const { t } = useWords()
  return (
    <span className={`verdict-mark verdict-${result}`} data-verdict={result}>
      <span aria-hidden="true">{marks[result]}</span> {t(`verdict.${result}`)}
    </span>
  )
}

/** What whoever stamps should ask about before the chop. */
const graveWarnings: ReadonlySet<string> = new Set([
  'authority.warning.split',
  'authority.warning.disputed',
  'authority.warning.stale',
  'authority.warning.never-heard',
])

/** By which rates it was counted, and how fresh what is known of the other desks is. */
const Basis = ({ verdict }: { verdict: Verdict }) => {
  const { tOf } = useWords()
  const lines = [...rateSentences(verdict, tOf), ...freshnessTexts(verdict, tOf)]
  return lines.length === 0 ? null : (
    <ul className="verdict-basis" aria-label={tOf('authority.freshness')}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

export const VerdictLight = ({ verdict, isBrief = false }: { verdict: Verdict; isBrief?: boolean }) => {
  const say = useWords()
  const { t, list } = say
  return (
    <div className={`verdict verdict-${verdict.result}`} role="status" data-verdict={verdict.result}>
      <div className="verdict-head">
        <span className="verdict-lamp" aria-hidden="true">
          {marks[verdict.result]}
        </span>
        <strong>{t(`verdict.${verdict.result}`)}</strong>
        <span className="verdict-who">
          {verdict.person.name} · {t('verdict.as-of', { date: verdict.asOf })}
        </span>
      </div>
      <ul className="verdict-why">
        {verdict.reasons.map((reason) => (
          <li key={reasonText(say, reason)}>{reasonText(say, reason)}</li>
        ))}
      </ul>
      {verdict.chain.length > 0 && (
        <ol className="verdict-chain" aria-label={t('verdict.chain')}>
          {verdict.chain.map((link) => (
            <li key={link.delegation}>{linkSentence(link, say.tOf)}</li>
          ))}
        </ol>
      )}
      {verdict.joint !== undefined && verdict.joint.of.length > 0 && (
        <p className="verdict-joint">
          {t('authority.joint-of', { names: list(verdict.joint.of.map(({ name }) => name)) })}
        </p>
      )}
      {!isBrief && verdict.aggregate !== undefined && (
        <p className="verdict-aggregate">
          {t('authority.aggregate', {
            number: verdict.aggregate.number,
            used: moneyText(verdict.aggregate.used, asCurrency(verdict.aggregate.currency)),
            limit: moneyText(verdict.aggregate.limit, asCurrency(verdict.aggregate.currency)),
          })}
        </p>
      )}
      {verdict.warnings !== undefined && verdict.warnings.length > 0 && (
        <ul className="verdict-warnings">
          {verdict.warnings.map((warning) => (
            <li key={reasonText(say, warning)} className={graveWarnings.has(warning.key) ? 'is-grave' : undefined}>
              {reasonText(say, warning)}
            </li>
          ))}
        </ul>
      )}
      {!isBrief && <Basis verdict={verdict} />}
      {!isBrief && verdict.failed.length > 0 && (
        <details className="verdict-failed" open={verdict.result === 'outside'}>
          <summary>{t('verdict.failed', { count: verdict.failed.length })}</summary>
          <ul>
            {verdict.failed.slice(0, 20).map((candidate) => (
              <li key={candidate.delegation}>
                {say.t('ui.labelled', { label: candidate.number, text: reasonText(say, candidate.reason) })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
