/** Slips 出入库单: everything that moved stock, newest first, with undoing by a reversing slip. */
import { Segmented } from 'antd'
import { useState } from 'react'
import { moneyText } from '../../../shared/office/money.ts'
import type { SlipRow } from '../../../shared/supplies/operations.ts'
import { slipVerbs, type SlipVerb } from '../../../shared/supplies/verbs.ts'
import { useKept } from '../../shell/kept.ts'
import { useRows } from '../../shell/queries.ts'
import type { PageProps } from '../../shell/registers.ts'
import { useWords } from '../../shell/words.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Page } from '../../ui/page.tsx'
import { SlipDrawer } from './slip-drawer.tsx'
import { ExportButton } from '../../tables/export-button.tsx'

const Remarks = ({ row }: { row: SlipRow }) => {
  const { t } = useWords()
  if (row.reversedBy !== undefined) return t('supplies.slip.reversed-by', { number: row.reversedBy })
  if (row.reverses !== undefined) return t('supplies.slip.reverses', { number: row.reverses })
  return row.isOverQuota ? <span className="is-care">{t('supplies.slip.over')}</span> : row.reason
}

const remarksCell = (row: SlipRow) => <Remarks row={row} />

export const SlipsPage = ({ params }: PageProps) => {
  const { t } = useWords()
  const [verb, setVerb] = useKept<SlipVerb | 'all'>('supplies.slips.verb', 'all')
  const [open, setOpen] = useState<string | undefined>(params['open'])
  const pages = useRows(
    'supplies.slips',
    { limit: 100, ...(verb === 'all' ? {} : { verb }) },
    { subjects: ['supply_slip'] },
  )
  const columns: Column<SlipRow>[] = [
    { key: 'number', title: t('supplies.field.number'), width: '150px', cell: (row) => row.number },
    { key: 'verb', title: t('supplies.field.verb'), width: '70px', cell: (row) => t(`supplies.verb.${row.verb}`) },
    { key: 'date', title: t('supplies.field.date'), width: '104px', cell: (row) => row.date },
    { key: 'party', title: t('supplies.field.party'), width: 'minmax(90px, 1fr)', cell: (row) => row.party },
    { key: 'department', title: t('supplies.field.department'), width: '110px', cell: (row) => row.department },
    { key: 'content', title: t('supplies.field.content'), width: 'minmax(180px, 3fr)', cell: (row) => row.content },
    {
      key: 'amount',
      title: t('supplies.field.amount'),
      width: '110px',
      align: 'right',
      cell: (row) => moneyText(row.amount),
    },
    {
      key: 'remarks',
      title: t('supplies.field.remarks'),
      width: '150px',
      cell: remarksCell,
    },
  ]
  return (
    <Page
      title={t('supplies.slips.title')}
      about={
        <Segmented
          value={verb}
          options={(['all', ...slipVerbs] as const).map((value) => ({
            value,
            label: t(value === 'all' ? 'supplies.slips.all' : `supplies.verb.${value}`),
          }))}
          onChange={(value) => setVerb(value)}
        />
      }
      actions={<ExportButton list="slips" filter={verb === 'all' ? {} : { verb }} />}
    >
      <DataTable
        label={t('supplies.slips.title')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => setOpen(row.id)}
        isStruck={(row) => row.reversedBy !== undefined}
        empty={t('supplies.slips.none')}
      />
      {open !== undefined && (
        <SlipDrawer
          id={open}
          isUndoing={params['act'] === 'undo' && params['open'] === open}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Page>
  )
}
