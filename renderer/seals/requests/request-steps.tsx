/** The steps a request goes through: who approved, for whom, and whom it waits for. */
import type { Approval } from '../../../shared/seals/records.ts'
import type { Output } from '../../shell/contract.ts'
import { useWords, type Say } from '../../shell/words.tsx'
import { approversText, waitsText } from './approvers.ts'

type Found = Output<'seals.requestGet'>
type Step = Found['steps'][number]

const givenText = ({ t }: Say, { person, standsFor, decision, at, opinion }: Approval): string =>
  [
    t(`seals.approvals.${decision}`, { name: person.name }),
    standsFor && t('seals.approvals.stands-for', { name: standsFor.name }),
    at,
    opinion,
  ]
    .filter((part) => part !== undefined)
    .join(' · ')

const StepLine = ({ step, rejected, isNext }: { step: Step; rejected: readonly Approval[]; isNext: boolean }) => {
  const say = useWords()
  const { t } = say
  const isOver = rejected.length > 0
  const mark = step.isDone ? '✓' : isOver ? '✕' : isNext ? '▸' : '·'
  return (
    <li className={isNext && !isOver ? 'is-next' : ''} data-step={step.step}>
      <span aria-hidden="true">{mark}</span>
      <div>
        <strong>{t('seals.approvals.step', { step: step.step + 1, mode: t(`seals.approvals.${step.mode}`) })}</strong>{' '}
        {approversText(say, step.approvers)}
        {[...step.given, ...rejected].map((approval) => (
          <div key={approval.person.id}>{givenText(say, approval)}</div>
        ))}
        {isNext && !isOver && <div className="seal-state">{waitsText(say, step.open)}</div>}
      </div>
    </li>
  )
}

export const RequestSteps = ({ found }: { found: Found }) => {
  const { t } = useWords()
  const { request, steps, state } = found
  const next = state === 'pending' ? steps.find(({ isDone }) => !isDone)?.step : undefined
  const rejectedIn = (step: number) =>
    request.approvals.filter((one) => one.decision === 'rejected' && (one.step ?? 0) === step)
  return (
    <section className="request-steps" aria-label={t('seals.approvals.route')}>
      <h3>
        {t('seals.approvals.route')}{' '}
        <span className="quiet">{request.route?.name ?? t('seals.approvals.plain-route')}</span>
      </h3>
      <ol>
        {steps.map((step) => (
          <StepLine key={step.step} step={step} rejected={rejectedIn(step.step)} isNext={step.step === next} />
        ))}
      </ol>
    </section>
  )
}
