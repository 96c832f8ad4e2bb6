/** What stands around a contract: its family with the sum, its seal uses, its checks, others with its number. */
import { capitalAmount } from '../../shared/office/capital-amount.ts'
import { usePlaces } from '../shell/places.tsx'
import { useWords } from '../shell/words.tsx'
import { VerdictMark } from '../ui/verdict-light.tsx'
import { amountText } from './amount-text.ts'
import type { ContractAndMore } from './contract-drawer.tsx'

type Contract = ContractAndMore['contract']

/** Only 元 are written in capitals. */
export const capitalsOf = (amount: number | undefined, currency: string): string | undefined =>
  amount === undefined || currency !== 'CNY' ? undefined : capitalAmount(amount)

const Family = ({ found }: { found: ContractAndMore }) => {
  const { t } = useWords()
  const { replace } = usePlaces()
  const { contract, parent, supplements, familySums } = found
  const main: Contract = parent ?? contract
  if (supplements.length === 0) return null
  return (
    <section aria-label={t('contracts.family')} data-testid="family">
      <h3 className="section-title">{t('contracts.family')}</h3>
      <ul className="plain-rows family">
        {[main, ...supplements].map((one) => (
          <li key={one.id} className={one.status === 'terminated' ? 'is-over' : ''}>
            <button
              type="button"
              className="plain"
              disabled={one.id === contract.id}
              onClick={() => replace('contracts.list', { id: one.id })}
            >
              {one.id === main.id ? t('contracts.parent') : t('contracts.supplement')} · {one.number} · {one.name}
            </button>
            <span className="number">{amountText(one.amount, one.currency)}</span>
          </li>
        ))}
        {familySums.map(({ currency, amount, count }) => (
          <li key={currency} className="family-sum">
            <strong>{t('contracts.family-sum', { count })}</strong>
            <strong className="number" title={capitalsOf(amount, currency)}>
              {amountText(amount, currency)}
            </strong>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Uses = ({ uses }: Pick<ContractAndMore, 'uses'>) => {
  const { t } = useWords()
  const { go } = usePlaces()
  if (uses.length === 0) return null
  return (
    <section aria-label={t('contracts.uses')} data-testid="contract-uses">
      <h3 className="section-title">{t('contracts.uses')}</h3>
      <ul className="plain-rows">
        {uses.map((use) => (
          <li key={use.id} className={use.status === 'voided' ? 'is-over' : ''}>
            <button type="button" className="plain" onClick={() => go('seals.book', { use: use.id })}>
              {use.number} · {use.seal} <span className="quiet">{use.usedAt}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Checks = ({ checks }: Pick<ContractAndMore, 'checks'>) => {
  const { t } = useWords()
  const { go } = usePlaces()
  if (checks.length === 0) return null
  return (
    <section aria-label={t('authority.checks')}>
      <h3 className="section-title">{t('authority.checks')}</h3>
      <ul className="plain-rows">
        {checks.map((check) => (
          <li key={check.id}>
            <button type="button" className="plain" onClick={() => go('contracts.checks', { id: check.id })}>
              {check.number} · {check.person.name} · <VerdictMark result={check.verdict.result} /> ·{' '}
              <span className="quiet">{check.asOf}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Two desks may have typed one number: both stand, and both say so. */
export const SameNumber = ({ found }: { found: ContractAndMore }) => {
  const { t } = useWords()
  const { replace } = usePlaces()
  if (found.sameNumber.length === 0) return null
  return (
    <p className="outside-reason" role="alert">
      {t('contracts.same-number', { number: found.contract.number })}{' '}
      {found.sameNumber.map((one) => (
        <button key={one.id} type="button" className="plain" onClick={() => replace('contracts.list', { id: one.id })}>
          {one.name} · {one.counterparty}
        </button>
      ))}
    </p>
  )
}

export const ContractMore = ({ found }: { found: ContractAndMore }) => (
  <>
    <Family found={found} />
    <Uses uses={found.uses} />
    <Checks checks={found.checks} />
  </>
)
