/** One entry of the book: all it says, the verdict of its moment, printing, correcting and voiding it. */
import { Checkbox } from 'antd'
import { useState } from 'react'
import type { Output } from '../../shell/contract.ts'
import { DocumentPreview } from '../../documents/document-preview.tsx'
import { useCommand, useOperation } from '../../shell/queries.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords, type Say } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { ConfirmReason } from '../../ui/confirm-reason.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { RecordDrawer } from '../../ui/record-drawer.tsx'
import { VerdictLight } from '../../ui/verdict-light.tsx'
import { archiveState } from '../../../shared/seals/archive/archive-rules.ts'
import { AttachmentList } from '../../attachments/attachment-list.tsx'
import { ArchiveUse } from '../archive/archive-use.tsx'
import { useAfterClosing } from '../closing/after-closing.tsx'
import { CorrectUse } from './correct-use.tsx'
import { fieldNames } from './field-names.ts'
import { useSeenHeads } from './seen-heads.ts'
import { amountText } from './use-request.tsx'

type Use = Output<'seals.useGet'>['use']

/** Everyone who approved, and for whom they stood in. */
const approversText = (t: Say['t'], { approver, approvedBy }: Use): string | undefined =>
  approvedBy === undefined
    ? approver?.name
    : approvedBy
        .map(({ person, standsFor }) =>
          standsFor ? `${person.name} (${t('seals.approvals.stands-for', { name: standsFor.name })})` : person.name,
        )
        .join(' · ')

const UseFacts = ({ use }: { use: Use }) => {
  const { t } = useWords()
  const { contract } = use
  return (
    <Facts
      facts={[
        [t('seals.book.state'), t(`seals.use-status.${use.status}`)],
        [t('seals.book.voided-why'), use.voided && `${use.voided.reason} · ${use.voided.by.name} ${use.voided.at}`],
        [
          t('seals.book.corrected-why'),
          use.corrected && `${use.corrected.reason} · ${use.corrected.by.name} ${use.corrected.at}`,
        ],
        [t('seals.book.used-at'), use.usedAt],
        [t('seals.book.seal'), `${use.seal.code} ${use.seal.name}`],
        [t('seals.use.document'), use.document.title],
        [t('seals.book.document-number'), use.document.number],
        [t('seals.requests.category'), t(`seals.category.${use.category}`)],
        [t('seals.use.copies'), use.copies],
        [t('seals.book.counts'), `${use.approved} / ${use.actual} / ${use.spoiled}`],
        [t('seals.use.spoiled-reason'), use.spoiledReason],
        [
          t('seals.emergency.title'),
          use.override && t('seals.emergency.by', { name: use.override.second.name, reason: use.override.reason }),
        ],
        [t('seals.book.seam'), use.seam],
        [t('seals.book.original'), use.originalNumber],
        [t('seals.book.request'), use.request?.number],
        [t('seals.requests.contract'), [contract?.number, contract?.name].filter(Boolean).join(' ')],
        [t('seals.requests.amount'), amountText(contract?.amount, contract?.currency)],
        [t('seals.requests.counterparty'), use.counterparty],
        [t('seals.use.recipient'), use.recipient],
        [t('seals.use.purpose'), use.purpose],
        [t('seals.requests.applicant'), use.applicant?.name],
        [t('seals.book.approver'), approversText(t, use)],
        [t('seals.use.signatory'), use.signatory?.name],
        [t('seals.book.handler'), use.handler?.name],
        [t('seals.book.sealer'), use.sealer?.name],
        [t('seals.use.witness'), use.witness?.name],
        [
          t('seals.book.archive'),
          archiveState(use) === 'waiting'
            ? t('seals.archive.state.waiting')
            : [use.archiveNumber, use.archivedOn].filter(Boolean).join(' '),
        ],
        [t('authority.number'), use.verdict && use.number],
        [t('seals.book.exception'), use.exception],
        [t('seals.use.remarks'), use.remarks],
      ]}
    />
  )
}

const VoidUse = ({ use, heads, onDone }: { use: Use; heads: readonly string[]; onDone: () => void }) => {
  const say = useWords()
  const { t } = say
  const voiding = useCommand('seals.useVoid')
  const { basedOn, told } = useSeenHeads(heads)
  const [wasStamped, setWasStamped] = useState(true)
  const { afterClosing, box } = useAfterClosing(voiding.fault)
  return (
    <ConfirmReason
      title={t('seals.book.void-title', { number: use.number })}
      doLabel={t('seals.book.void')}
      fault={voiding.fault}
      names={fieldNames(say)}
      isActing={voiding.isActing}
      onCancel={onDone}
      onConfirm={(reason) =>
        void voiding
          .act({ id: use.id, basedOn, reason, wasStamped, afterClosing })
          .then((answer) => (answer.ok ? onDone() : told(answer.fault)))
      }
    >
      <p>{t('seals.book.void-what')}</p>
      <Checkbox checked={wasStamped} onChange={(event) => setWasStamped(event.target.checked)}>
        {t('seals.book.was-stamped')}
      </Checkbox>
      {box}
    </ConfirmReason>
  )
}

export const UseDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useWords()
  const { may } = useSession()
  const { data, fault } = useOperation('seals.useGet', { id }, { subjects: ['seal_use'] })
  const [doing, setDoing] = useState<'void' | 'correct' | 'print' | 'check' | 'archive'>()
  const use = data?.use
  const isLive = use?.status === 'used' && may('seals.use')
  return (
    <RecordDrawer
      title={use === undefined ? t('ui.loading') : `${use.number} ${use.document.title}`}
      subject={id}
      onClose={onClose}
      actions={
        <>
          {use?.numbered !== undefined && may('documents.read') && (
            <ActButton kind="primary" keyName="Ctrl+p" onAct={() => setDoing('print')} testId="use-print">
              {t('seals.book.print-slip')}
            </ActButton>
          )}
          {use?.verdict !== undefined && may('documents.read') && (
            <ActButton keyName="k" onAct={() => setDoing('check')} testId="use-check">
              {t('authority.print')}
            </ActButton>
          )}
          {isLive && archiveState(use) === 'waiting' && (
            <ActButton keyName="a" onAct={() => setDoing('archive')} testId="use-archive">
              {t('seals.archive.do')}
            </ActButton>
          )}
          {isLive && (
            <ActButton keyName="c" onAct={() => setDoing('correct')} testId="use-correct">
              {t('seals.book.correct')}
            </ActButton>
          )}
          {isLive && (
            <ActButton kind="no" keyName="v" onAct={() => setDoing('void')} testId="use-void">
              {t('seals.book.void')}
            </ActButton>
          )}
        </>
      }
    >
      <FaultNote fault={fault} />
      {doing === 'print' && <DocumentPreview form="seal-use" subject={id} onClose={() => setDoing(undefined)} />}
      {doing === 'check' && <DocumentPreview form="authority-check" subject={id} onClose={() => setDoing(undefined)} />}
      {use !== undefined && <UseFacts use={use} />}
      {use?.verdict !== undefined && <VerdictLight verdict={use.verdict} isBrief />}
      <AttachmentList type="seal_use" subject={id} kind="photo" />
      {doing === 'archive' && use !== undefined && <ArchiveUse use={use} onDone={() => setDoing(undefined)} />}
      {doing === 'void' && data !== undefined && (
        <VoidUse use={data.use} heads={data.heads} onDone={() => setDoing(undefined)} />
      )}
      {doing === 'correct' && data !== undefined && (
        <CorrectUse use={data.use} heads={data.heads} onDone={() => setDoing(undefined)} />
      )}
    </RecordDrawer>
  )
}
