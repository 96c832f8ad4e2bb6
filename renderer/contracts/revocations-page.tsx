/** Revoked delegations with what is still open: notices to be signed for, originals to fetch back. */
import type { RowOf } from '../shell/contract.ts'
import { usePlaces } from '../shell/places.tsx'
import type { PageProps } from '../shell/registers.ts'
import { useRows } from '../shell/queries.ts'
import { useWords } from '../shell/words.tsx'
import { DataTable, type Column } from '../ui/data-table.tsx'
import { Page } from '../ui/page.tsx'
import { RevocationDrawer } from './revocation-drawer.tsx'
import './contracts.css'

type Row = RowOf<'revocations.list'>

const useColumns = (): readonly Column<Row>[] => {
  const { t } = useWords()
  return [
    { key: 'on', title: t('delegations.revokedOn'), width: '105px', cell: (row) => row.revokedOn },
    { key: 'number', title: t('delegations.number'), width: '150px', cell: (row) => row.number },
    {
      key: 'delegate',
      title: t('delegations.delegate'),
      width: 'minmax(110px, 1fr)',
      cell: (row) => row.delegateName ?? row.post,
    },
    {
      key: 'reason',
      title: t('revocations.reason'),
      width: 'minmax(160px, 2fr)',
      cell: (row) => row.revokedReason,
    },
    {
      key: 'told',
      title: t('revocations.acknowledged-of'),
      width: '90px',
      align: 'right',
      cell: (row) => (
        <span className={row.acknowledged < row.told ? 'contract-status is-to-sign' : 'quiet'}>
          {row.acknowledged} / {row.told}
        </span>
      ),
    },
    {
      key: 'originals',
      title: t('revocations.originals-out'),
      width: '90px',
      align: 'right',
      cell: (row) => (
        <span className={row.originalsOut > 0 ? 'contract-status is-to-sign' : 'quiet'}>{row.originalsOut}</span>
      ),
    },
  ]
}

export const RevocationsPage = ({ params }: PageProps) => {
  const { t } = useWords()
  const { go, back } = usePlaces()
  const pages = useRows('revocations.list', { limit: 100 }, { subjects: ['delegation', 'revocation_notice'] })
  const columns = useColumns()
  const { id } = params
  return (
    <Page title={t('revocations.title')}>
      <DataTable
        label={t('revocations.title')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => go('contracts.revocations', { id: row.id })}
        empty={t('revocations.none')}
      />
      {id !== undefined && <RevocationDrawer id={id} onClose={back} />}
    </Page>
  )
}
