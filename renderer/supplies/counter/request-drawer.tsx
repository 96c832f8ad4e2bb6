/** One supply request: asked, approved, issued side by side, what was decided, and what can be done with it. */
import { inUnit } from '../../../shared/supplies/items/units.ts'
import type { Output } from '../../shell/contract.ts'
import { useOperation } from '../../shell/queries.ts'
import { useWords } from '../../shell/words.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { RecordDrawer } from '../../ui/record-drawer.tsx'
import { usePlaces } from '../../shell/places.tsx'
import { RequestActs } from './request-acts.tsx'
import { RequestDecide } from './request-decide.tsx'
import { useSession } from '../../shell/session.tsx'

export type FoundRequest = Output<'supplies.request'>

export const RequestDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useWords()
  const { may, me } = useSession()
  const { data, fault, again } = useOperation(
    'supplies.request',
    { id },
    { subjects: ['supply_request', 'supply_slip', 'supply_item'] },
  )
  const request = data?.request
  const isMine = request?.requester.id === me.person.id || request?.recipient.id === me.person.id
  const mayDecide = may('supplies.approve') && request?.status === 'pending' && !isMine
  return (
    <RecordDrawer
      title={request === undefined ? t('ui.loading') : `${t('type.supply_request')} ${request.numbered.number}`}
      subject={id}
      onClose={onClose}
      width={720}
      also={data?.slips.map((slip) => slip.id)}
      actions={data !== undefined && <RequestActs found={data} />}
    >
      <FaultNote fault={fault} onRetry={again} />
      {data !== undefined && (mayDecide ? <RequestDecide found={data} /> : <RequestLines found={data} />)}
      {data !== undefined && <RequestFacts found={data} />}
    </RecordDrawer>
  )
}

/** As the list of requests says it: what was issued in full is done, though nobody entered an end. */
const statusOf = ({ request, lines }: FoundRequest): FoundRequest['request']['status'] | 'done' =>
  request.status === 'approved' && lines.every(({ left }) => left <= 0) ? 'done' : request.status

const RequestFacts = ({ found }: { found: FoundRequest }) => {
  const { request, slips } = found
  const { t, clauses } = useWords()
  const { go } = usePlaces()
  const { promised, ended } = request
  return (
    <>
      <Facts
        facts={[
          [t('supplies.request.status'), t(`supplies.request-status.${statusOf(found)}`)],
          [
            t('supplies.field.recipient'),
            [request.recipient.name, request.recipient.department?.name].filter(Boolean).join(' · '),
          ],
          [
            t('supplies.request.requester'),
            request.requester.id === request.recipient.id ? undefined : request.requester.name,
          ],
          [t('supplies.field.date'), request.date],
          [t('supplies.field.purpose'), request.purpose],
          [t('supplies.field.reason'), request.reason],
          [t('supplies.request.needed-by'), request.neededBy],
          [
            t('supplies.request.promised'),
            promised && [promised.date, promised.note, promised.by.name].filter(Boolean).join(' · '),
          ],
          [
            t('supplies.request.decisions'),
            clauses(
              request.decisions.map(({ by, decision, opinion, at }) =>
                [t(`supplies.request.decision.${decision}`), by.name, at, opinion].filter(Boolean).join(' · '),
              ),
            ),
          ],
          [
            t('supplies.request.ended'),
            ended &&
              [t(`supplies.request-status.${ended.how}`), ended.by.name, ended.at, ended.reason]
                .filter(Boolean)
                .join(' · '),
          ],
        ]}
      />
      {slips.length > 0 && (
        <section className="drawn">
          <h3>{t('supplies.request.slips')}</h3>
          <ul>
            {slips.map((slip) => (
              <li key={slip.id} className={slip.isReversed ? 'is-struck' : ''}>
                <button type="button" className="plain" onClick={() => go('supplies.slips', { open: slip.id })}>
                  <span className="quiet">{slip.date}</span> {slip.number}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

const RequestLines = ({ found: { request, lines } }: { found: FoundRequest }) => {
  const { t } = useWords()
  return (
    <table className="slip-table" data-testid="request-lines">
      <thead>
        <tr>
          <th>{t('supplies.field.name')}</th>
          <th className="number">{t('supplies.request.asked')}</th>
          <th className="number">{t('supplies.request.approved')}</th>
          <th className="number">{t('supplies.field.issued')}</th>
          <th className="number">{t('supplies.request.left')}</th>
          <th className="number">{t('supplies.field.stock')}</th>
        </tr>
      </thead>
      <tbody>
        {request.lines.map((line, index) => {
          const state = lines[index]
          const shown = (base = 0): string => inUnit(base, line.unit, line.base / line.quantity, line.baseUnit)
          return (
            <tr key={index}>
              <td>
                {line.item.name}{' '}
                <span className="quiet">{[line.item.code, line.item.spec].filter(Boolean).join(' · ')}</span>
              </td>
              <td className="number">{shown(line.base)}</td>
              <td className="number">{shown(state?.approved)}</td>
              <td className="number">{shown(state?.issued)}</td>
              <td className={`number${(state?.left ?? 0) < 0 ? ' is-bad' : ''}`}>{shown(state?.left)}</td>
              <td className={`number${(state?.stock ?? 0) < (state?.left ?? 0) ? ' is-care' : ''}`}>
                {shown(state?.stock)}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
