/** 采购申请: purchase requests by what is to be done with them, newest first; one opens beside the list. */
import { Segmented } from 'antd'
import { useState } from 'react'
import { moneyText } from '../../../shared/office/money.ts'
import {
  purchaseLists,
  type PurchaseList,
  type PurchaseRow,
} from '../../../shared/supplies/buying/buying-operations.ts'
import { useKept } from '../../shell/kept.ts'
import { usePlaces } from '../../shell/places.tsx'
import { useRows } from '../../shell/queries.ts'
import type { PageProps } from '../../shell/registers.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords } from '../../shell/words.tsx'
import { ExportButton } from '../../tables/export-button.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Page } from '../../ui/page.tsx'
import { PurchaseDrawer } from './purchase-drawer.tsx'
import './buying.css'

const State = ({ row: { state, isLate, open, lines } }: { row: PurchaseRow }) => {
  const { t } = useWords()
  return (
    <span data-state={state}>
      {t(`buying.state.${state}`)}
      {state === 'partly' && ` ${lines - open}/${lines}`}
      {isLate && <span className="is-care"> {t('buying.late')}</span>}
    </span>
  )
}
const stateCell = (row: PurchaseRow) => <State row={row} />

export const PurchasesPage = ({ params }: PageProps) => {
  const { t, list } = useWords()
  const { may } = useSession()
  const { go } = usePlaces()
  const [show, setShow] = useKept<PurchaseList>('supplies.purchases.show', 'all')
  const [open, setOpen] = useState<string | undefined>(params['open'])
  const pages = useRows('supplies.purchases', { show, limit: 100 }, { subjects: ['purchase_request', 'supply_slip'] })
  const columns: Column<PurchaseRow>[] = [
    { key: 'number', title: t('supplies.field.number'), width: '150px', cell: (row) => row.number },
    { key: 'date', title: t('supplies.field.date'), width: '100px', cell: (row) => row.date },
    { key: 'who', title: t('buying.field.requester'), width: '80px', cell: (row) => row.requester },
    {
      key: 'supplier',
      title: t('buying.field.supplier'),
      width: 'minmax(120px, 1.4fr)',
      cell: (row) => list(row.suppliers),
    },
    { key: 'content', title: t('supplies.field.content'), width: 'minmax(160px, 3fr)', cell: (row) => row.content },
    {
      key: 'amount',
      title: t('buying.field.amount'),
      width: '130px',
      align: 'right',
      cell: (row) => moneyText(row.amount),
    },
    { key: 'due', title: t('buying.field.wanted'), width: '100px', cell: (row) => row.expected ?? row.wanted },
    { key: 'state', title: t('buying.field.state'), width: '150px', cell: stateCell },
  ]
  return (
    <Page
      title={t('buying.purchases.title')}
      about={
        <Segmented
          value={show}
          options={purchaseLists.map((value) => ({ value, label: t(`buying.show.${value}`) }))}
          onChange={setShow}
        />
      }
      actions={
        <>
          <ExportButton list="purchases" filter={{ show }} />
          {may('supplies.manage') && (
            <ActButton kind="primary" keyName="n" onAct={() => go('supplies.purchase-new')} testId="purchase-new">
              {t('buying.purchases.new')}
            </ActButton>
          )}
        </>
      }
    >
      <DataTable
        label={t('buying.purchases.title')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => setOpen(row.id)}
        isStruck={(row) => row.state === 'rejected' || row.state === 'withdrawn'}
        empty={t(show === 'all' ? 'buying.purchases.none' : 'buying.purchases.none.shown')}
      />
      {open !== undefined && <PurchaseDrawer id={open} onClose={() => setOpen(undefined)} />}
    </Page>
  )
}
