/** Notices of revocation to the person signed in: reading one delivers it, one key signs for it. */
import { useEffect, useEffectEvent } from 'react'
import type { RowOf } from '../shell/contract.ts'
import { useCommand, useOperation } from '../shell/queries.ts'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { Page } from '../ui/page.tsx'
import './contracts.css'

type Notice = RowOf<'revocations.mine'>

const Card = ({ notice, isFirst }: { notice: Notice; isFirst: boolean }) => {
  const { t } = useWords()
  const deliver = useCommand('revocations.deliver')
  const sign = useCommand('revocations.acknowledge')
  const open = useEffectEvent(() => {
    if (notice.state === 'sent') void deliver.act({ id: notice.id })
  })
  useEffect(() => open(), [])
  const { number, revokedOn, reason, concerns } = notice
  return (
    <article className="panel notice-card" data-testid="notice">
      <p>{t('revocations.mine-text', { number, date: revokedOn, reason })}</p>
      <h3 className="section-title">{t('revocations.concerns')}</h3>
      <ul className="plain-rows">
        {concerns.map((one) => (
          <li key={one.id}>
            {one.number} <span className="quiet">{one.title}</span>
            {one.originals !== undefined && ` · ${t('revocations.copies', { count: one.originals })}`}
          </li>
        ))}
      </ul>
      <p className="quiet">
        {notice.by.name} · {notice.notifiedOn}
      </p>
      <FaultNote fault={sign.fault ?? deliver.fault} />
      <ActButton
        kind="primary"
        {...(isFirst ? { keyName: 'Ctrl+Enter' } : {})}
        isActing={sign.isActing}
        onAct={() => void sign.act({ id: notice.id })}
        testId="notice-sign"
      >
        {t('revocations.sign-me')}
      </ActButton>
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
