/** What narrowed a delegation since it was issued, each amendment in one line. */
import { useWords } from '../shell/words.tsx'
import { amountText } from './amount-text.ts'
import type { DelegationAndMore } from './delegation-drawer.tsx'
import { knownType } from './known-type.ts'

type Delegation = DelegationAndMore['delegation']
type Amendment = NonNullable<Delegation['amendments']>[number]

/** What an amendment changed, in words. */
const useChanges = () => {
  const { t, list, clauses } = useWords()
  const types = (all: readonly string[] | undefined): string | undefined =>
    all && list(all.map((type) => t(`contracts.type.${knownType(type)}`)))
  return (one: Amendment, currency: string): string => {
    const { longestMonths, jointNeeded } = one
    const changed = [
      ['limit', amountText(one.limit, currency)],
      ['aggregateLimit', amountText(one.aggregateLimit, currency)],
      ['validTo', one.validTo],
      ['longestMonths', longestMonths],
      ['contractTypes', types(one.contractTypes)],
      ['excludedTypes', types(one.excludedTypes)],
      ['excludedCounterparties', one.excludedCounterparties && list(one.excludedCounterparties)],
      ['jointNeeded', jointNeeded],
    ] as const
    return clauses(
      changed.flatMap(([field, value]) =>
        value === undefined ? [] : [t(`delegations.amendment.${field}`, { value })],
      ),
    )
  }
}

type Props = { readonly one: Delegation; readonly notices: DelegationAndMore['amendmentNotices'] }

export const AmendmentList = ({ one, notices }: Props) => {
  const { t, clauses } = useWords()
  const changes = useChanges()
  const amendments = one.amendments ?? []
  if (amendments.length === 0) return null
  return (
    <section aria-label={t('delegations.amendments')} data-testid="amendments">
      <h3 className="section-title">{t('delegations.amendments')}</h3>
      <ul className="plain-rows">
        {amendments.map((amendment) => (
          <li key={`${amendment.amendedOn}${amendment.amendedFrom}${amendment.amendedReason}`}>
            {t('delegations.amendment', {
              on: amendment.amendedOn,
              from: amendment.amendedFrom,
              what: changes(amendment, one.currency),
              reason: amendment.amendedReason,
            })}
          </li>
        ))}
      </ul>
      {notices.length > 0 && (
        <p className="quiet" data-testid="amendment-notices">
          {t('delegations.amendment.told')}
          {clauses(notices.map(({ person, state }) => `${person.name} ${t(`revocations.state.${state}`)}`))}
        </p>
      )}
    </section>
  )
}
