/** One request: what is asked, what the authority says, who decided, and deciding on it. */
import { useState } from 'react'
import type { Output } from '../shell/contract.ts'
import { usePlaces } from '../shell/places.tsx'
import { useCommand, useOperation } from '../shell/queries.ts'
import { useSession } from '../shell/session.tsx'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { ConfirmReason } from '../ui/confirm-reason.tsx'
import { Facts } from '../ui/facts.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { Field } from '../ui/form.tsx'
import { TextInput } from '../ui/inputs.tsx'
import { RecordDrawer } from '../ui/record-drawer.tsx'
import { AttachmentList } from '../attachments/attachment-list.tsx'
import { VerdictLight } from '../ui/verdict-light.tsx'
import { amountText } from './use-request.tsx'

type Found = Output<'seals.requestGet'>

const RequestFacts = ({ found }: { found: Found }) => {
  const { t } = useWords()
  const { request, left } = found
  const { document, contract } = request
  return (
    <Facts
      facts={[
        [t('seals.requests.status'), t(`seals.request-status.${request.status}`)],
        [t('seals.requests.document'), document.title],
        [t('seals.book.document-number'), document.number],
        [t('seals.requests.pages'), document.pages],
        [t('seals.file.title'), document.sha256 && `${document.sha256.slice(0, 16)}…`],
        [t('seals.requests.category'), t(`seals.category.${request.category}`)],
        [t('seals.requests.mode'), t(`seals.mode.${request.mode}`)],
        [t('seals.use.copies'), request.copies],
        [t('seals.requests.applicant'), request.applicant.name],
        [t('seals.requests.department'), request.department],
        [t('seals.requests.proxy'), request.proxy?.name],
        [t('seals.requests.submitted'), request.submittedAt],
        [t('seals.requests.use-by'), request.useBy],
        [t('seals.use.purpose'), request.purpose],
        [t('seals.requests.counterparty'), request.counterparty],
        [t('seals.requests.contract'), [contract?.number, contract?.name].filter(Boolean).join(' ')],
        [t('seals.requests.amount'), amountText(contract?.amount, contract?.currency)],
        [t('seals.use.signatory'), request.signatory?.name],
        ...request.lines.map(
          (line) =>
            [
              line.seal.code,
              t('seals.requests.line', {
                seal: line.seal.name,
                approved: line.approved,
                left: left.find(({ seal }) => seal === line.seal.id)?.left,
              }),
            ] as const,
        ),
        ...request.approvals.map(
          ({ person, decision, opinion, at }) =>
            [
              t('seals.requests.approvals'),
              `${person.name} ${t(`seals.request-status.${decision}`)} ${at} ${opinion ?? ''}`,
            ] as const,
        ),
        [t('seals.requests.uses'), found.uses.map(({ number }) => number).join('、')],
      ]}
    />
  )
}

const Decide = ({ found }: { found: Found }) => {
  const { t } = useWords()
  const approve = useCommand('seals.requestApprove')
  const reject = useCommand('seals.requestReject')
  const [opinion, setOpinion] = useState(t('seals.requests.opinion-default'))
  const [isRejecting, setIsRejecting] = useState(false)
  const seen = { id: found.request.id, basedOn: found.heads }
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
        <ActButton kind="no" onAct={() => setIsRejecting(true)} testId="request-reject">
          {t('seals.requests.reject')}
        </ActButton>
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

export const RequestDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useWords()
  const { may, me } = useSession()
  const { go } = usePlaces()
  const { data, fault } = useOperation('seals.requestGet', { id })
  const light = useOperation('seals.verdict', { request: id })
  const withdraw = useCommand('seals.requestWithdraw')
  const request = data?.request
  const isMine = request !== undefined && [request.applicant.id, request.proxy?.id].includes(me.person.id)
  const isOpen = request?.status === 'pending' || request?.status === 'approved'
  return (
    <RecordDrawer
      title={request === undefined ? t('ui.loading') : `${request.number} ${request.document.title}`}
      subject={id}
      onClose={onClose}
      actions={
        <>
          {request?.status === 'approved' && request.mode === 'taken-out' && may('seals.use') && (
            <ActButton keyName="o" onAct={() => go('seals.outing-new', { request: id })} testId="request-take-out">
              {t('seals.act.taken-out')}
            </ActButton>
          )}
          {request?.status === 'approved' && may('seals.use') && (
            <ActButton
              kind="primary"
              keyName="F2"
              onAct={() => go('seals.use', { request: id, name: request.document.title })}
              testId="request-seal"
            >
              {t('seals.requests.seal-it')}
            </ActButton>
          )}
          {isMine && isOpen && data?.uses.length === 0 && (
            <ActButton
              isActing={withdraw.isActing}
              onAct={() => void withdraw.act({ id, basedOn: data.heads })}
              testId="request-withdraw"
            >
              {t('seals.requests.withdraw')}
            </ActButton>
          )}
        </>
      }
    >
      <FaultNote fault={fault ?? withdraw.fault} />
      {data !== undefined && <RequestFacts found={data} />}
      <AttachmentList type="seal_request" subject={id} />
      {light.data?.verdict !== undefined && <VerdictLight verdict={light.data.verdict} />}
      {data?.mine !== undefined && <Decide found={data} />}
      {data?.request.status === 'approved' && <p className="quiet">{t('seals.requests.approved-next')}</p>}
    </RecordDrawer>
  )
}
