/** Who could sign instead, or who may at all: names with their authority; choosing one asks about them. */
import type { Output } from '../shell/contract.ts'
import { useWords } from '../shell/words.tsx'
import { VerdictMark } from '../ui/verdict-light.tsx'
import { amountText } from './amount-text.ts'

type Alternative = Output<'authority.check'>['instead'][number]

type Props = {
  readonly title: string
  readonly people: readonly Alternative[]
  readonly onChoose: (person: Alternative['person']) => void
}

export const Alternatives = ({ title, people, onChoose }: Props) => {
  const { t } = useWords()
  return (
    <section className="alternatives" aria-label={title} data-testid="alternatives">
      <h3>{title}</h3>
      {people.length === 0 && <p className="quiet">{t('authority.nobodyInstead')}</p>}
      <ul>
        {people.map((one) => (
          <li key={one.person.id}>
            <button type="button" className="plain alternative" onClick={() => onChoose(one.person)} data-form-stop>
              <strong>{one.person.name}</strong>
              <span className="quiet">{one.post}</span>
              <VerdictMark result={one.result} />
              <span>
                {one.limit === undefined
                  ? t('delegations.unlimited')
                  : `≤ ${amountText(one.limit.amount, one.limit.currency)}`}
              </span>
              <span className="quiet">
                {one.number}
                {one.validTo !== undefined && ` · ${t('verdict.until', { date: one.validTo })}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
