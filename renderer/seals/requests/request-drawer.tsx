/** One request: what is asked, what the authority says, who decided, and deciding on it. */
import type { Output } from '../../shell/contract.ts'
import { useOperation } from '../../shell/queries.ts'
import { useWords } from '../../shell/words.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { RecordDrawer } from '../../ui/record-drawer.tsx'
import { AttachmentList } from '../../attachments/attachment-list.tsx'
import { VerdictLight } from '../../ui/verdict-light.tsx'
import { Decide, RequestActs } from './request-acts.tsx'
import { RequestSteps } from './request-steps.tsx'
import { amountText } from '../use/use-request.tsx'

type Found = Output<'seals.requestGet'>

const RequestFacts = ({ found }: { found: Found }) => {
  const { t, list } = useWords()
  const { request, left, state } = found
  const { document, contract, closed } = request
  const lines = request.lines.map((line) => {
    const count = left.find(({ seal }) => seal === line.seal.id)
    return [`${line.seal.code} ${line.seal.name}`, count && t('seals.requests.counts', count)] as const
  })
  const flags = [request.isUrgent && t('seals.requests.urgent'), request.isLegalReviewed && t('seals.requests.legal')]
  return (
    <Facts
      facts={[
        [t('seals.requests.status'), [t(`seals.request-status.${state}`), ...flags].filter(Boolean).join(' · ')],
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
        [t('seals.requests.resubmits'), request.resubmits?.number],
        [t('seals.requests.again'), found.again?.number],
        ...lines,
        [
          t('seals.requests.closed'),
          closed &&
            t('seals.requests.closed-by', {
              name: closed.by.name,
              at: closed.at,
              left: closed.left,
              reason: closed.reason,
            }),
        ],
        [t('seals.requests.uses'), list(found.uses.map(({ number }) => number))],
      ]}
    />
  )
}

export const RequestDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useWords()
  const { data, fault } = useOperation('seals.requestGet', { id })
  const light = useOperation('seals.verdict', { request: id })
  const request = data?.request
  return (
    <RecordDrawer
      title={request === undefined ? t('ui.loading') : `${request.number} ${request.document.title}`}
      subject={id}
      onClose={onClose}
      actions={data !== undefined && <RequestActs found={data} />}
    >
      <FaultNote fault={fault} />
      {light.data?.verdict !== undefined && <VerdictLight verdict={light.data.verdict} />}
      {data?.mine !== undefined && <Decide found={data} />}
      {data !== undefined && <RequestSteps found={data} />}
      {data !== undefined && <RequestFacts found={data} />}
      <AttachmentList type="seal_request" subject={id} />
      {data?.state === 'approved' && <p className="quiet">{t('seals.requests.approved-next')}</p>}
      {data?.state === 'lapsed' && <p className="quiet">{t('seals.requests.lapsed-next')}</p>}
    </RecordDrawer>
  )
}
