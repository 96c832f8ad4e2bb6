/** What can be done with a request: approve or reject it, seal it, close it, take it back, ask it again. */
import { useState } from 'react'
import type { Output } from '../../shell/contract.ts'
import { usePlaces } from '../../shell/places.tsx'
import { useCommand } from '../../shell/queries.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { DocumentPreview } from '../../documents/document-preview.tsx'
import { ConfirmReason } from '../../ui/confirm-reason.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { Field } from '../../ui/form.tsx'
import { TextInput } from '../../ui/inputs.tsx'

type Found = Output<'seals.requestGet'>

export const Decide = ({ found }: { found: Found }) => {
  const { t } = useWords()
  const approve = useCommand('seals.requestApprove')
  const reject = useCommand('seals.requestReject')
  const [opinion, setOpinion] = useState(t('seals.requests.opinion-default'))
  const [isRejecting, setIsRejecting] = useState(false)
  const seen = { id: found.request.id, basedOn: found.heads }
  const standsFor = found.mine?.standsFor
  return (
    <>
      <Field label={t('seals.requests.opinion')} span={12}>
        <TextInput value={opinion} onChange={setOpinion} testId="request-opinion" />
      </Field>
      <div className="form-acts">
        <ActButton
          kind="primary"
          keyName="Ctrl+Enter"
          isActing={approve.isActing}
          onAct={() => void approve.act({ ...seen, opinion })}
          testId="request-approve"
        >
          {t('seals.requests.approve')}
        </ActButton>
        <ActButton kind="no" keyName="Ctrl+d" onAct={() => setIsRejecting(true)} testId="request-reject">
          {t('seals.requests.reject')}
        </ActButton>
        {standsFor !== undefined && (
          <span className="seal-state">{t('seals.approvals.stands-for', { name: standsFor.name })}</span>
        )}
      </div>
      <FaultNote fault={approve.fault} />
      {isRejecting && (
        <ConfirmReason
          title={t('seals.requests.reject')}
          doLabel={t('seals.requests.reject')}
          fault={reject.fault}
          isActing={reject.isActing}
          onCancel={() => setIsRejecting(false)}
          onConfirm={(reason) =>
            void reject.act({ ...seen, opinion: reason }).then(({ ok }) => ok && setIsRejecting(false))
          }
        >
          {t('seals.requests.reject-what')}
        </ConfirmReason>
      )}
    </>
  )
}

const Close = ({ found }: { found: Found }) => {
  const { t } = useWords()
  const close = useCommand('seals.requestClose')
  const [isAsked, setIsAsked] = useState(false)
  const { id } = found.request
  const left = found.left.reduce((sum, line) => sum + line.left, 0)
  return (
    <>
      <ActButton keyName="Ctrl+e" onAct={() => setIsAsked(true)} testId="request-close">
        {t('seals.requests.close')}
      </ActButton>
      {isAsked && (
        <ConfirmReason
          title={t('seals.requests.close')}
          doLabel={t('seals.requests.close')}
          fault={close.fault}
          isActing={close.isActing}
          onCancel={() => setIsAsked(false)}
          onConfirm={(reason) =>
            void close.act({ id, basedOn: found.heads, reason }).then(({ ok }) => ok && setIsAsked(false))
          }
        >
          {t('seals.requests.close-what', { left })}
        </ConfirmReason>
      )}
    </>
  )
}

/** The paper 用印申请单, looked at before it is printed and counted. */
const Print = ({ id }: { id: string }) => {
  const { t } = useWords()
  const [isAsked, setIsAsked] = useState(false)
  return (
    <>
      <ActButton keyName="Ctrl+p" onAct={() => setIsAsked(true)} testId="request-print">
        {t('ui.print')}
      </ActButton>
      {isAsked && <DocumentPreview form="seal-request" subject={id} onClose={() => setIsAsked(false)} />}
    </>
  )
}

export const RequestActs = ({ found }: { found: Found }) => {
  const { t } = useWords()
  const { may, me } = useSession()
  const { go } = usePlaces()
  const withdraw = useCommand('seals.requestWithdraw')
  const { request, state, uses, heads, again } = found
  const isMine = [request.applicant.id, request.proxy?.id].includes(me.person.id)
  const isOpen = state === 'approved' || state === 'pending'
  const isEnded = state === 'rejected' || state === 'withdrawn' || state === 'lapsed'
  return (
    <>
      {state === 'approved' && request.mode === 'taken-out' && may('seals.use') && (
        <ActButton keyName="o" onAct={() => go('seals.outing-new', { request: request.id })} testId="request-take-out">
          {t('seals.act.taken-out')}
        </ActButton>
      )}
      {state === 'approved' && may('seals.use') && (
        <ActButton
          kind="primary"
          keyName="F2"
          onAct={() => go('seals.use', { request: request.id, name: request.document.title })}
          testId="request-seal"
        >
          {t('seals.requests.seal-it')}
        </ActButton>
      )}
      {state === 'approved' && uses.length > 0 && may('seals.use') && <Close found={found} />}
      {isMine && isOpen && uses.length === 0 && (
        <ActButton
          isActing={withdraw.isActing}
          onAct={() => void withdraw.act({ id: request.id, basedOn: heads })}
          testId="request-withdraw"
        >
          {t('seals.requests.withdraw')}
        </ActButton>
      )}
      {isMine && isEnded && again === undefined && may('seals.request') && (
        <ActButton keyName="n" onAct={() => go('seals.request-new', { again: request.id })} testId="request-again">
          {t('seals.requests.resubmit')}
        </ActButton>
      )}
      {may('documents.read') && <Print id={request.id} />}
      <FaultNote fault={withdraw.fault} />
    </>
  )
}
