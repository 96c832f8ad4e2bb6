/** The answer beside the question: the light with its chain, who could instead; or, with nobody named, who may. */
import { useWords } from '../shell/words.tsx'
import { useOperation } from '../shell/queries.ts'
import { FaultNote } from '../ui/fault-note.tsx'
import { VerdictLight } from '../ui/verdict-light.tsx'
import { Alternatives } from './alternatives.tsx'
import { matterOf, questionOf, type CheckValues } from './check-values.ts'

const subjects = ['delegation', 'contract', 'person', 'interest']

type Props = { readonly values: CheckValues; readonly onPerson: (person: { id: string; name: string }) => void }

const AboutPerson = ({ values, onPerson }: Props) => {
  const { t } = useWords()
  const question = questionOf(values)
  const { data, fault } = useOperation('authority.check', question ?? { person: '' }, {
    enabled: question !== undefined,
    subjects,
    keep: true,
  })
  return (
    <>
      <FaultNote fault={fault} />
      {data !== undefined && fault === undefined && (
        <>
          <VerdictLight verdict={data.verdict} />
          {data.verdict.result !== 'permitted' && (
            <Alternatives title={t('authority.instead')} people={data.instead} onChoose={onPerson} />
          )}
          {data.verdict.result !== 'permitted' && values.contract === undefined && values.endsOn === undefined && (
            <p className="quiet">{t('authority.term-missing')}</p>
          )}
        </>
      )}
    </>
  )
}

const WhoMay = ({ values, onPerson }: Props) => {
  const { t, tOf } = useWords()
  const isAsked = values.amount !== undefined || values.contract !== undefined
  const { data, fault } = useOperation('authority.whoMay', matterOf(values), { enabled: isAsked, subjects, keep: true })
  if (!isAsked) return <p className="quiet">{t('authority.ask')}</p>
  return (
    <>
      <FaultNote fault={fault} />
      {data !== undefined && <Alternatives title={t('authority.who-may')} people={data.people} onChoose={onPerson} />}
      {data !== undefined && data.open.length > 0 && (
        <section className="alternatives" aria-label={t('authority.open')}>
          <h3>{t('authority.open')}</h3>
          <ul>
            {data.open.map(({ person, reason }) => (
              <li key={person.id}>
                <button type="button" className="plain alternative" onClick={() => onPerson(person)} data-form-stop>
                  <strong>{person.name}</strong>
                  <span className="quiet">{tOf(reason.key, reason.values)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {data?.isCut === true && <p className="quiet">{t('authority.cut')}</p>}
    </>
  )
}

export const CheckAnswer = (props: Props) => {
  const { t } = useWords()
  return (
    <aside className="panel check-answer" aria-label={t('authority.result')}>
      {props.values.person === undefined ? <WhoMay {...props} /> : <AboutPerson {...props} />}
      <p className="quiet check-note">{t('authority.internalOnly')}</p>
    </aside>
  )
}
