/** Seal-use requests by state, newest first; one opens beside the list to be approved, rejected or sealed. */
import { Segmented } from 'antd'
import { useState } from 'react'
import { requestStates, type RequestState } from '../../../shared/seals/requests/lapse.ts'
import type { Output } from '../../shell/contract.ts'
import { usePlaces } from '../../shell/places.tsx'
import type { PageProps } from '../../shell/registers.ts'
import { useKeys } from '../../shell/keys.tsx'
import { useOperation, useRows, type Pages } from '../../shell/queries.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords, type Say } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { KeyCap } from '../../ui/key-cap.tsx'
import { Page } from '../../ui/page.tsx'
import { waitsText } from './approvers.ts'
import { RequestDrawer } from './request-drawer.tsx'
import { ExportButton } from '../../tables/export-button.tsx'

type Row = Output<'seals.requests'>['rows'][number]
type View = RequestState | 'all' | 'mine'

const columnsOf = (say: Say): Column<Row>[] => {
  const { t } = say
  return [
    { key: 'number', title: t('seals.requests.number'), width: 'minmax(130px, 150px)', cell: (row) => row.number },
    { key: 'at', title: t('seals.requests.submitted'), width: '130px', cell: (row) => row.submittedAt },
    {
      key: 'document',
      title: t('seals.requests.document'),
      width: 'minmax(120px, 2fr)',
      cell: (row) => row.document.title,
    },
    { key: 'who', title: t('seals.requests.applicant'), width: '80px', cell: (row) => row.applicant.name },
    {
      key: 'seals',
      title: t('seals.requests.seals'),
      width: 'minmax(90px, 1fr)',
      cell: (row) => say.list(row.lines.map(({ seal }) => seal.name)),
    },
    { key: 'copies', title: t('seals.use.copies'), width: '66px', align: 'right', cell: (row) => row.copies },
    {
      key: 'party',
      title: t('seals.requests.counterparty'),
      width: 'minmax(90px, 1fr)',
      cell: (row) => row.counterparty,
    },
    {
      key: 'status',
      title: t('seals.requests.status'),
      width: 'minmax(170px, 1.2fr)',
      cell: (row) => stateText(say, row),
    },
  ]
}

/** A pending one says whom it waits for. */
const stateText = (say: Say, { state, waitsFor, isUrgent }: Row): string => {
  const { t } = say
  const waits = waitsFor.length > 0 ? waitsText(say, waitsFor) : undefined
  return [isUrgent ? t('seals.requests.urgent') : undefined, waits ?? t(`seals.request-status.${state}`)]
    .filter((part) => part !== undefined)
    .join(' · ')
}

/** What waits for me comes whole; other lists go on by key. */
const useRequests = (view: View): Pages<Row> => {
  const isMine = view === 'mine'
  const mine = useOperation('seals.approvals', {}, { enabled: isMine, subjects: ['seal_request', 'absence'] })
  const pages = useRows('seals.requests', view === 'all' || isMine ? {} : { status: view }, {
    subjects: ['seal_request'],
    enabled: !isMine,
  })
  if (!isMine) return pages
  const rows = mine.data?.rows ?? []
  return { ...mine, rows, isLoadingMore: false, hasMore: false, more: () => undefined }
}

const emptyKey = (view: View, mayAsk: boolean) => {
  if (view === 'mine') return 'seals.approvals.none'
  return view === 'all' && mayAsk ? 'seals.requests.empty' : 'seals.requests.none'
}

export const RequestsPage = ({ params }: PageProps) => {
  const say = useWords()
  const { t } = say
  const { may } = useSession()
  const { go } = usePlaces()
  const isApprover = may('seals.approve')
  const [view, setView] = useState<View>(isApprover && params['request'] === undefined ? 'mine' : 'all')
  const [open, setOpen] = useState<string | undefined>(params['request'])
  const pages = useRequests(view)
  const views: { value: View; label: string }[] = [
    ...(isApprover ? [{ value: 'mine' as const, label: t('seals.approvals.mine') }] : []),
    { value: 'all' as const, label: t('seals.requests.all') },
    ...requestStates.map((value) => ({ value, label: t(`seals.request-status.${value}`) })),
  ]
  const next = views[(views.findIndex(({ value }) => value === view) + 1) % views.length]?.value ?? 'all'
  useKeys({ j: () => setView(next) })
  const status = view === 'all' || view === 'mine' ? undefined : view
  return (
    <Page
      title={t('seals.requests.title')}
      about={
        <>
          <Segmented value={view} onChange={setView} options={views} /> <KeyCap name="j" />
        </>
      }
      actions={
        <>
          <ExportButton list="seal-requests" filter={status === undefined ? {} : { status }} />
          {isApprover && (
            <ActButton keyName="b" onAct={() => go('seals.batch')} testId="request-batch">
              {t('seals.approvals.batch')}
            </ActButton>
          )}
          {may('seals.request') && (
            <ActButton keyName="n" kind="primary" onAct={() => go('seals.request-new')} testId="request-new">
              {t('seals.requests.new')}
            </ActButton>
          )}
        </>
      }
    >
      <DataTable
        label={t('seals.requests.title')}
        columns={columnsOf(say)}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => setOpen(row.id)}
        isStruck={(row) => ['rejected', 'withdrawn', 'lapsed'].includes(row.state)}
        empty={t(emptyKey(view, may('seals.request')))}
      />
      {open !== undefined && <RequestDrawer id={open} onClose={() => setOpen(undefined)} />}
    </Page>
  )
}
