/** The steps a request goes through: who approved, for whom, and whom it waits for. */
import type { Approval } from '../../../shared/seals/records.ts'
import type { Output } from '../../shell/contract.ts'
import { useWords, type Say } from '../../shell/words.tsx'
import { approversText, awaitedText, isStuck, waitsText } from './approvers.ts'

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

/** Whom it waits for; where one of them is away, who stands in, or that somebody else has to. */
const Waits = ({ step, awaits }: { step: Step; awaits: Found['awaits'] }) => {
  const say = useWords()
  const isAnyAway = awaits.some(({ people }) => people.some(({ isAway }) => isAway))
  const names = say.list(awaits.map((one) => awaitedText(say, one)))
  return (
    <>
      <div className="seal-state" data-testid="request-waits">
        {isAnyAway ? say.t('seals.approvals.waits', { names }) : waitsText(say, step.open)}
      </div>
      {awaits.some(isStuck) && <div className="quiet">{say.t('seals.awaited.do')}</div>}
    </>
  )
}

type LineProps = {
  readonly step: Step
  readonly rejected: readonly Approval[]
  /** Of the step whose turn it is. */
  readonly awaits: Found['awaits'] | undefined
}

const StepLine = ({ step, rejected, awaits }: LineProps) => {
  const say = useWords()
  const { t } = say
  const isOver = rejected.length > 0
  const isNext = awaits !== undefined
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
        {isNext && !isOver && <Waits step={step} awaits={awaits} />}
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
          <StepLine
            key={step.step}
            step={step}
            rejected={rejectedIn(step.step)}
            awaits={step.step === next ? found.awaits : undefined}
          />
        ))}
      </ol>
    </section>
  )
}
