/** Who will have to approve what is being typed, shown before it is submitted. */
import { useOperation } from '../../shell/queries.ts'
import type { Output } from '../../shell/contract.ts'
import { useWords, type Say } from '../../shell/words.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { approverText } from './approvers.ts'
import { inputOf, type RequestValues } from './request-values.ts'

type Awaited = Output<'seals.requestRoute'>['steps'][number]['awaited'][number]
type Who = Awaited['people'][number]

/** 王建国 · 外出中，由许国栋代批 */
const personText = (say: Say, { person, isAsking, isAway, standIn }: Who): string => {
  if (isAsking) return say.t('seals.awaited.asking', { name: person.name })
  if (!isAway) return person.name
  return standIn === undefined
    ? say.t('seals.awaited.away', { name: person.name })
    : say.t('seals.awaited.stand-in', { name: person.name, other: standIn.name })
}

/** A person says who they are; of a post who holds it; a role is what it is called here. */
const awaitedText = (say: Say, { approver, people }: Awaited): string => {
  const names = say.list(people.map((who) => personText(say, who)))
  if (approver.by === 'person') return names === '' ? approverText(say, approver) : names
  if (approver.by === 'role') return approverText(say, approver)
  return say.t('seals.awaited.post', { post: approver.post, names: names === '' ? say.t('ui.none') : names })
}

export const RequestRoute = ({ values }: { readonly values: RequestValues }) => {
  const say = useWords()
  const { t } = say
  const { applicant, lines, category, mode, contract } = inputOf(values)
  const { data, fault } = useOperation(
    'seals.requestRoute',
    // How often each seal is pressed does not choose the route, and is checked when it is submitted.
    { applicant, lines: lines.map(({ seal }) => ({ seal })), category, mode, contract },
    { enabled: lines.length > 0, keep: true },
  )
  if (lines.length === 0) return <p className="quiet">{t('seals.awaited.later')}</p>
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
    </section>
  )
}
