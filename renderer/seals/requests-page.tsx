/** Seal-use requests by state, newest first; one opens beside the list to be approved, rejected or sealed. */
import { Segmented } from 'antd'
import { useState } from 'react'
import { requestStates, type RequestState } from '../../shared/seals/lapse.ts'
import type { Output } from '../shell/contract.ts'
import { usePlaces } from '../shell/places.tsx'
import type { PageProps } from '../shell/registers.ts'
import { useRows } from '../shell/queries.ts'
import { useSession } from '../shell/session.tsx'
import { useWords, type Say } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { DataTable, type Column } from '../ui/data-table.tsx'
import { Page } from '../ui/page.tsx'
import { RequestDrawer } from './request-drawer.tsx'
import { ExportButton } from '../tables/export-button.tsx'

type Row = Output<'seals.requests'>['rows'][number]

const columnsOf = ({ t }: Say): Column<Row>[] => [
  { key: 'number', title: t('seals.requests.number'), width: '150px', cell: (row) => row.number },
  { key: 'at', title: t('seals.requests.submitted'), width: '140px', cell: (row) => row.submittedAt },
  {
    key: 'document',
    title: t('seals.requests.document'),
    width: 'minmax(180px, 2fr)',
    cell: (row) => row.document.title,
  },
  { key: 'who', title: t('seals.requests.applicant'), width: '100px', cell: (row) => row.applicant.name },
  {
    key: 'seals',
    title: t('seals.requests.seals'),
    width: 'minmax(120px, 1fr)',
    cell: (row) => row.lines.map(({ seal }) => seal.name).join('、'),
  },
  { key: 'copies', title: t('seals.use.copies'), width: '60px', align: 'right', cell: (row) => row.copies },
  {
    key: 'party',
    title: t('seals.requests.counterparty'),
    width: 'minmax(120px, 1fr)',
    cell: (row) => row.counterparty,
  },
  {
    key: 'status',
    title: t('seals.requests.status'),
    width: '110px',
    cell: (row) => `${t(`seals.request-status.${row.state}`)}${row.isUrgent ? ` · ${t('seals.requests.urgent')}` : ''}`,
  },
]

export const RequestsPage = ({ params }: PageProps) => {
  const say = useWords()
  const { t } = say
  const { may } = useSession()
  const { go } = usePlaces()
  const [status, setStatus] = useState<RequestState | 'all'>(
    may('seals.approve') && params['request'] === undefined ? 'pending' : 'all',
  )
  const [open, setOpen] = useState<string | undefined>(params['request'])
  const pages = useRows('seals.requests', status === 'all' ? {} : { status }, { subjects: ['seal_request'] })
  return (
    <Page
      title={t('seals.requests.title')}
      about={
        <Segmented
          value={status}
          onChange={setStatus}
          options={[
            { value: 'all' as const, label: t('seals.requests.all') },
            ...requestStates.map((value) => ({ value, label: t(`seals.request-status.${value}`) })),
          ]}
        />
      }
      actions={
        <>
          <ExportButton list="seal-requests" filter={status === 'all' ? {} : { status }} />
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
        empty={t(status === 'all' && may('seals.request') ? 'seals.requests.empty' : 'seals.requests.none')}
      />
      {open !== undefined && <RequestDrawer id={open} onClose={() => setOpen(undefined)} />}
    </Page>
  )
}
