/** One revocation from the side: who was told and signed for it, and the originals, ticked off as they come back. */
import { originalsOf } from '../../shared/contracts/originals.ts'
import type { Output } from '../shell/contract.ts'
import { useCommand, useOperation } from '../shell/queries.ts'
import { useSession } from '../shell/session.tsx'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { ArrowList } from '../ui/arrow-list.tsx'
import { Facts } from '../ui/facts.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { usePrinting } from '../ui/printing.ts'
import { RecordDrawer } from '../ui/record-drawer.tsx'

type Found = Output<'revocations.get'>
type Notice = Found['notices'][number]

/** How a notice was signed for, or how far it came. */
export const useNoticeState = () => {
  const { t } = useWords()
  return ({ state, method, proxy, acknowledgedOn, deliveredOn }: Notice): string =>
    [
      t(`revocations.state.${state}`),
      method === 'proxy' ? t('revocations.method.proxy', { name: proxy?.name ?? '' }) : undefined,
      method !== undefined && method !== 'proxy' ? t(`revocations.method.${method}`) : undefined,
      acknowledgedOn ?? deliveredOn,
    ]
      .filter((part) => part !== undefined)
      .join(' · ')
}

const Notices = ({ notices, mayAct }: { notices: readonly Notice[]; mayAct: boolean }) => {
  const { t, list } = useWords()
  const stateText = useNoticeState()
  const sign = useCommand('revocations.acknowledge')
  return (
    <section aria-label={t('revocations.notices')} data-testid="notices">
      <h3 className="section-title">{t('revocations.notices')}</h3>
      <FaultNote fault={sign.fault} />
      <ArrowList label={t('revocations.notices')} className="tick-rows">
        {notices.map((notice) => (
          <div key={notice.id} className="tick-row">
            <strong>{notice.person.name}</strong>
            <span className="quiet">{list(notice.as.map((role) => t(`revocations.as.${role}`)))}</span>
            <span className={`notice-state is-${notice.state}`}>{stateText(notice)}</span>
            {mayAct && notice.state !== 'acknowledged' && (
              <button type="button" className="plain tick" onClick={() => void sign.act({ id: notice.id })}>
                {t('revocations.sign')}
              </button>
            )}
          </div>
        ))}
      </ArrowList>
    </section>
  )
}

const Originals = ({ originals, mayAct }: { originals: Found['originals']; mayAct: boolean }) => {
  const { t } = useWords()
  const back = useCommand('delegations.returned')
  return (
    <section aria-label={t('revocations.fetch-back')} data-testid="fetch-back">
      <h3 className="section-title">{t('revocations.fetch-back')}</h3>
      <FaultNote fault={back.fault} />
      {originals.length === 0 && <p className="quiet">{t('revocations.fetch-back-none')}</p>}
      <ArrowList label={t('revocations.fetch-back')} className="tick-rows">
        {originals.map((one) => {
          const { made, out, back: returned } = originalsOf(one)
          return (
            <div key={one.id} className="tick-row">
              <strong>{one.number}</strong>
              <span className="quiet">{one.delegateName ?? one.post}</span>
              <span>{t('revocations.copies', { count: out || returned || made })}</span>
              {returned > 0 && (
                <span className="notice-state is-acknowledged">
                  {out === 0
                    ? t('revocations.back-on', { date: one.returnedOn ?? '' })
                    : t('delegations.out.back', { count: returned })}
                </span>
              )}
              {mayAct && out > 0 && (
                <button type="button" className="plain tick" onClick={() => void back.act({ id: one.id })}>
                  {t('revocations.tick')}
                </button>
              )}
            </div>
          )
        })}
      </ArrowList>
    </section>
  )
}

export const RevocationDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useWords()
  const { may } = useSession()
  const printing = usePrinting()
  const subjects = ['delegation', 'revocation_notice']
  const { data, fault, again } = useOperation('revocations.get', { delegation: id }, { subjects })
  const one = data?.delegation
  const mayAct = may('contracts.delegate')
  return (
    <RecordDrawer
      title={one === undefined ? t('ui.loading') : `${t('revocations.notice')} ${one.number}`}
      subject={id}
      onClose={onClose}
      width={720}
      actions={
        may('documents.issue') && (
          <ActButton
            keyName="Ctrl+p"
            isActing={printing.isPrinting}
            onAct={() => void printing.print({ form: 'revocation', subject: id })}
          >
            {t('ui.print')}
          </ActButton>
        )
      }
    >
      <FaultNote fault={fault ?? printing.fault} onRetry={again} />
      {data !== undefined && one !== undefined && (
        <>
          <Facts
            facts={[
              [t('delegations.delegate'), one.delegateName ?? one.post],
              [t('delegations.revokedOn'), one.revokedOn],
              [t('revocations.reason'), one.revokedReason],
            ]}
          />
          <Notices notices={data.notices} mayAct={mayAct} />
          <Originals originals={data.originals} mayAct={mayAct} />
        </>
      )}
    </RecordDrawer>
  )
}
