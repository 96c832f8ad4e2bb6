/** Taking a scan that belongs nowhere out of the tray: a blank page, a wrong paper. It asks for the reason. */
import { useState } from 'react'
import { useCommand } from '../../shell/queries.ts'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { ConfirmReason } from '../../ui/confirm-reason.tsx'

export const SetAside = ({ scan }: { scan: string }) => {
  const { t } = useWords()
  const aside = useCommand('attachments.setAside')
  const [isAsking, setAsking] = useState(false)
  return (
    <div>
      <ActButton keyName="d" onAct={() => setAsking(true)} testId="scan-aside">
        {t('attachments.set-aside')}
      </ActButton>
      {isAsking && (
        <ConfirmReason
          title={t('attachments.set-aside')}
          doLabel={t('attachments.set-aside')}
          fault={aside.fault}
          isActing={aside.isActing}
          onCancel={() => setAsking(false)}
          onConfirm={(reason) => void aside.act({ id: scan, reason }).then(({ ok }) => ok && setAsking(false))}
        >
          <p>{t('attachments.set-aside-what')}</p>
        </ConfirmReason>
      )}
    </div>
  )
}
