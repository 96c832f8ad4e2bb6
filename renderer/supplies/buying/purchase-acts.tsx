/** What can be done with a purchase request as it stands: print, order, receive, withdraw or close. */
import { useState } from 'react'
import { DocumentPreview } from '../../documents/document-preview.tsx'
import { usePlaces } from '../../shell/places.tsx'
import { useCommand } from '../../shell/queries.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { ConfirmReason } from '../../ui/confirm-reason.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { OrderSheet } from './order-sheet.tsx'
import type { ShownPurchase } from './purchase-drawer.tsx'

type Asking = 'close' | 'order' | 'print'

export const PurchaseActs = ({ shown }: { shown: ShownPurchase }) => {
  const { t } = useWords()
  const { may, me } = useSession()
  const { go } = usePlaces()
  const [asking, setAsking] = useState<Asking>()
  const { purchase, heads, lines } = shown
  const { id, status, requester, numbered } = purchase
  const end = useCommand('supplies.endPurchase')
  const isOwn = me.person.id === requester.id
  const isComing = status === 'approved' || status === 'ordered'
  const hasLeft = lines.some(({ left }) => left > 0)
  const canWithdraw = isOwn && status !== 'ordered' && lines.every(({ received }) => received === 0)
  const mayEnd = may('supplies.manage') && (status === 'pending' || (isComing && hasLeft))
  const done = (answer: { ok: boolean }) => {
    if (answer.ok) setAsking(undefined)
  }
  return (
    <>
      {isComing && hasLeft && may('supplies.issue') && (
        <ActButton
          kind="primary"
          keyName="r"
          onAct={() => go('supplies.receive', { purchase: id })}
          testId="receive-purchase"
        >
          {t('buying.purchase.receive')}
        </ActButton>
      )}
      {isComing && hasLeft && may('supplies.manage') && (
        <ActButton keyName="o" onAct={() => setAsking('order')} testId="order-purchase">
          {t('buying.purchase.order')}
        </ActButton>
      )}
      {may('documents.read') && (
        <ActButton keyName="Ctrl+p" onAct={() => setAsking('print')} testId="print-purchase">
          {t('ui.print')}
        </ActButton>
      )}
      {mayEnd && canWithdraw && (
        <ActButton
          kind="no"
          keyName="w"
          onAct={() => void end.act({ id, basedOn: heads })}
          isActing={end.isActing}
          testId="withdraw-purchase"
        >
          {t('buying.purchase.withdraw')}
        </ActButton>
      )}
      {mayEnd && !canWithdraw && (
        <ActButton kind="no" keyName="c" onAct={() => setAsking('close')}>
          {t('buying.purchase.close')}
        </ActButton>
      )}
      {asking === undefined && <FaultNote fault={end.fault} />}
      {asking === 'print' && (
        <DocumentPreview form="purchase-request" subject={id} onClose={() => setAsking(undefined)} />
      )}
      {asking === 'order' && <OrderSheet shown={shown} onClose={() => setAsking(undefined)} />}
      {asking === 'close' && (
        <ConfirmReason
          title={t('buying.purchase.close.title', { number: numbered.number })}
          doLabel={t('buying.purchase.close')}
          onConfirm={(reason) => void end.act({ id, basedOn: heads, reason }).then(done)}
          onCancel={() => setAsking(undefined)}
          fault={end.fault}
          isActing={end.isActing}
        />
      )}
    </>
  )
}
