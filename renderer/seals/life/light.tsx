/** The light before the chop: the verdict in one sentence with its chain, all that would refuse, and what was sealed before. */
import type { ReactNode } from 'react'
import type { DeskFault } from '../../shell/call.ts'
import type { Output } from '../../shell/contract.ts'
import { useWords } from '../../shell/words.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { VerdictLight } from '../../ui/verdict-light.tsx'
import '../seals.css'

type Light = Output<'seals.verdict'>
type Request = Output<'seals.requestGet'>['request']
type Row = Light['before'][number]

/** The engine types its stops loosely, since a schema of every fault would say the same twice. */
export const faultOfStop = (stop: Light['stops'][number]): DeskFault => stop as unknown as DeskFault

const Approved = ({ request }: { request: Request }) => {
  const { t } = useWords()
  const approvals = request.approvals.filter(({ decision }) => decision === 'approved')
  const isOpen = request.status === 'approved'
  return (
    <div
      className={`verdict verdict-${isOpen ? 'permitted' : 'unknown'}`}
      role="status"
      data-request-status={request.status}
    >
      <div className="verdict-head">
        <span className="verdict-lamp" aria-hidden="true">
          {isOpen ? '✓' : '?'}
        </span>
        <strong>{t(`seals.request-status.${request.status}`)}</strong>
        <span className="verdict-who">{request.number}</span>
      </div>
      {approvals.map(({ person, step, at, opinion, standsFor }) => (
        <p key={`${step ?? 0}${person.id}`}>
          {t('seals.use.approved-by', { name: person.name, time: at })}
          {standsFor !== undefined && `（${t('seals.approvals.stands-for', { name: standsFor.name })}）`}
          {opinion !== undefined && `：${opinion}`}
        </p>
      ))}
    </div>
  )
}

const Before = ({ rows }: { rows: readonly Row[] }) => {
  const { t } = useWords()
  return (
    <section className="light-before" aria-label={t('seals.use.before')}>
      <h3>{t('seals.use.before')}</h3>
      {rows.length === 0 && <p className="quiet">{t('seals.use.before-none')}</p>}
      <ul>
        {rows.map((use) => (
          <li key={use.id} className={use.status === 'voided' ? 'is-struck' : ''}>
            <span>{use.number}</span> <span className="quiet">{use.usedAt}</span> {use.seal.name} · {use.actual}
          </li>
        ))}
      </ul>
    </section>
  )
}

type Props = {
  readonly light: Light | undefined
  readonly fault: DeskFault | undefined
  readonly request: Request | undefined
  /** What can be done where it is stopped. */
  readonly children?: ReactNode
}

export const LightPanel = ({ light, fault, request, children }: Props) => {
  const { t } = useWords()
  // The verdict itself says why it refuses; repeating it as a stop would only add noise.
  const stops = light?.stops.filter(({ code }) => code !== 'not-authorized') ?? []
  return (
    <aside className="panel light" aria-label={t('seals.use.light')}>
      <h2>{t('seals.use.light')}</h2>
      <FaultNote fault={fault} />
      {light === undefined && fault === undefined && <p className="quiet">{t('seals.use.light-empty')}</p>}
      {light?.verdict !== undefined && <VerdictLight verdict={light.verdict} />}
      {light !== undefined && request !== undefined && <Approved request={request} />}
      {stops.map((stop) => (
        <FaultNote key={JSON.stringify(stop)} fault={faultOfStop(stop)} />
      ))}
      {children}
      {light !== undefined && <Before rows={light.before} />}
    </aside>
  )
}
