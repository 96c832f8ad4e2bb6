/** Supply requests 申领单: what waits for approval, what is to be issued and promised, one's own, and all. */
import { Segmented } from 'antd'
import { useState } from 'react'
import { moneyText } from '../../../shared/office/money.ts'
import { requestLists, type RequestRow } from '../../../shared/supplies/counter/request-operations.ts'
import { usePlaces } from '../../shell/places.tsx'
import { useRows } from '../../shell/queries.ts'
import type { PageProps } from '../../shell/registers.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords, type Say } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Page } from '../../ui/page.tsx'
import { RequestDrawer } from './request-drawer.tsx'

type View = (typeof requestLists)[number]

/** 已发完 is told by what is left; the promise stands beside what waits for it. */
const stateText = ({ t }: Say, { status, isDone, promised }: Omit<RequestRow, 'isLate'>): string => {
  if (isDone) return t('supplies.request-status.done')
  const state = t(`supplies.request-status.${status}`)
  return status === 'approved' && promised !== undefined
    ? `${state} · ${t('supplies.request.promised-for', { date: promised })}`
    : state
}

const stateCell = (say: Say, { isLate, ...row }: RequestRow) =>
  isLate ? (
    <span className="is-care" data-testid="request-late">
      {say.t('supplies.request.late')} · {stateText(say, row)}
    </span>
  ) : (
    stateText(say, row)
  )

const columnsOf = (say: Say): Column<RequestRow>[] => {
  const { t } = say
  return [
    { key: 'number', title: t('supplies.field.number'), width: '140px', cell: (row) => row.number },
    { key: 'date', title: t('supplies.field.date'), width: '104px', cell: (row) => row.date },
    { key: 'who', title: t('supplies.field.recipient'), width: '90px', cell: (row) => row.recipient },
    { key: 'department', title: t('supplies.field.department'), width: '110px', cell: (row) => row.department },
    {
      key: 'content',
      title: t('supplies.field.content'),
      width: 'minmax(180px, 3fr)',
      cell: (row) => row.content,
    },
    {
      key: 'amount',
      title: t('supplies.request.estimate'),
      width: '110px',
      align: 'right',
      cell: (row) => moneyText(row.amount),
    },
    { key: 'needed', title: t('supplies.request.needed-by'), width: '104px', cell: (row) => row.neededBy },
    {
      key: 'status',
      title: t('supplies.request.status'),
      width: 'minmax(170px, 1fr)',
      cell: (row) => stateCell(say, row),
    },
  ]
}

export const RequestsPage = ({ params }: PageProps) => {
  const say = useWords()
  const { t } = say
  const { may } = useSession()
  const { go } = usePlaces()
  const first: View = may('supplies.approve') ? 'pending' : may('supplies.issue') ? 'open' : 'mine'
  const [view, setView] = useState<View>(params['open'] === undefined ? first : 'all')
  const [open, setOpen] = useState<string | undefined>(params['open'])
  const pages = useRows(
    'supplies.requests',
    { show: view, limit: 100 },
    { subjects: ['supply_request', 'supply_slip'] },
  )
  return (
    <Page
      title={t('supplies.requests.title')}
      about={
        <Segmented
          value={view}
          options={requestLists.map((value) => ({ value, label: t(`supplies.requests.${value}`) }))}
          onChange={setView}
        />
      }
      actions={
        <ActButton keyName="n" kind="primary" onAct={() => go('supplies.ask')} testId="ask-new">
          {t('supplies.ask.title')}
        </ActButton>
      }
    >
      <DataTable
        label={t('supplies.requests.title')}
        columns={columnsOf(say)}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => setOpen(row.id)}
        isStruck={(row) => row.status === 'rejected' || row.status === 'withdrawn'}
        empty={t('supplies.requests.none')}
      />
      {open !== undefined && <RequestDrawer id={open} onClose={() => setOpen(undefined)} />}
    </Page>
  )
}
