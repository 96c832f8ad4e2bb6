/** Who will have to approve what is being typed, shown before it is submitted. */
import { useOperation } from '../../shell/queries.ts'
import { useWords } from '../../shell/words.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { awaitedText, isStuck } from './approvers.ts'
import { inputOf, type RequestValues } from './request-values.ts'

export const RequestRoute = ({ values }: { readonly values: RequestValues }) => {
  const say = useWords()
  const { t } = say
  const { applicant, lines, category, mode, contract } = inputOf(values)
  const { data, fault } = useOperation(
    'seals.requestRoute',
    // How often each seal is pressed does not choose the route, and is checked when it is submitted.
    { applicant, lines: lines.map(({ seal }) => ({ seal })), category: category ?? 'other', mode, contract },
    { enabled: lines.length > 0 && category !== undefined, keep: true },
  )
  if (lines.length === 0 || category === undefined) return <p className="quiet">{t('seals.awaited.later')}</p>
  return (
    <section className="request-steps" aria-label={t('seals.awaited.title')} data-testid="request-route">
      <h3>
        {t('seals.awaited.title')}{' '}
        {data !== undefined && fault === undefined && (
          <span className="quiet">{data.name ?? t('seals.approvals.plain-route')}</span>
        )}
      </h3>
      <FaultNote fault={fault} />
      {data !== undefined && fault === undefined && (
        <ol>
          {data.steps.map(({ mode, awaited }, step) => (
            <li key={`${step}-${mode}`} data-awaited={step}>
              <span aria-hidden="true">·</span>
              <div>
                <strong>{t('seals.approvals.step', { step: step + 1, mode: t(`seals.approvals.${mode}`) })}</strong>{' '}
                {say.list(awaited.map((one) => awaitedText(say, one)))}
              </div>
            </li>
          ))}
        </ol>
      )}
      {data?.steps.some(({ awaited }) => awaited.some(isStuck)) === true && (
        <p className="quiet">{t('seals.awaited.do')}</p>
      )}
    </section>
  )
}
