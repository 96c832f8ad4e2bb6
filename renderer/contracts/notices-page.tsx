/** Notices of revocation to the person signed in: one key reads a notice, which delivers it, the next signs for it. */
import type { RowOf } from '../shell/contract.ts'
import { useCommand, useOperation } from '../shell/queries.ts'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { Page } from '../ui/page.tsx'
import './contracts.css'

type Notice = RowOf<'revocations.mine'>

type CardProps = { readonly notice: Notice; readonly isFirst: boolean }

/** Reading is an act of its own for each notice: the page alone delivers none. */
const Unread = ({ notice, isFirst }: CardProps) => {
  const { t } = useWords()
  const deliver = useCommand('revocations.deliver')
  return (
    <>
      <p>
        {t(notice.isAmendment === true ? 'revocations.unread-amendment' : 'revocations.unread', {
          number: notice.number,
        })}
      </p>
      <FaultNote fault={deliver.fault} />
      <ActButton
        kind="primary"
        {...(isFirst ? { keyName: 'Ctrl+Enter' } : {})}
        isActing={deliver.isActing}
        onAct={() => void deliver.act({ id: notice.id })}
        testId="notice-read"
      >
        {t('revocations.read')}
      </ActButton>
    </>
  )
}

const Opened = ({ notice, isFirst }: CardProps) => {
  const { t } = useWords()
  const sign = useCommand('revocations.acknowledge')
  const { number, revokedOn, reason, concerns } = notice
  return (
    <>
      <p>
        {t(notice.isAmendment === true ? 'revocations.amendment-text' : 'revocations.mine-text', {
          number,
          date: revokedOn,
          reason,
        })}
      </p>
      <h3 className="section-title">{t('revocations.concerns')}</h3>
      <ul className="plain-rows">
        {concerns.map((one) => (
          <li key={one.id}>
            {one.number} <span className="quiet">{one.title}</span>
            {one.originals !== undefined && ` · ${t('revocations.copies', { count: one.originals })}`}
          </li>
        ))}
      </ul>
      <FaultNote fault={sign.fault} />
      <ActButton
        kind="primary"
        {...(isFirst ? { keyName: 'Ctrl+Enter' } : {})}
        isActing={sign.isActing}
        onAct={() => void sign.act({ id: notice.id })}
        testId="notice-sign"
      >
        {t('revocations.sign-me')}
      </ActButton>
    </>
  )
}

const Card = (props: CardProps) => {
  const { by, notifiedOn, state } = props.notice
  return (
    <article className="panel notice-card" data-testid="notice">
      <p className="quiet">
        {by.name} · {notifiedOn}
      </p>
      {state === 'sent' ? <Unread {...props} /> : <Opened {...props} />}
    </article>
  )
}

export const NoticesPage = () => {
  const { t } = useWords()
  const { data, fault, again } = useOperation('revocations.mine', {}, { subjects: ['revocation_notice'] })
  return (
    <Page title={t('revocations.mine')} width="form">
      <FaultNote fault={fault} onRetry={again} />
      {data?.rows.length === 0 && <p className="quiet">{t('revocations.mine-none')}</p>}
      {data?.rows.map((notice, index) => (
        <Card key={notice.id} notice={notice} isFirst={index === 0} />
      ))}
    </Page>
  )
}
