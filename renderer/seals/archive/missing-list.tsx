/** 待归档: uses whose paper has not come back, newest first; Enter opens one to file it without a scan. */
import { Select } from 'antd'
import { useState } from 'react'
import type { Output } from '../../shell/contract.ts'
import { useOperation, useRows } from '../../shell/queries.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords, type Say } from '../../shell/words.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { UseDrawer } from '../use/use-drawer.tsx'

type Row = Output<'seals.missingScans'>['rows'][number]

const daysSince = (usedAt: string, today: string): number =>
  Math.round((Date.parse(today) - Date.parse(usedAt.slice(0, 10))) / 86_400_000)

const columnsOf = ({ t }: Say, today: string): Column<Row>[] => [
  { key: 'number', title: t('seals.book.number'), width: '150px', cell: (row) => row.number },
  { key: 'at', title: t('seals.book.used-at'), width: '140px', cell: (row) => row.usedAt },
  {
    key: 'days',
    title: t('seals.archive.days'),
    width: '80px',
    align: 'right',
    cell: (row) => daysSince(row.usedAt, today),
  },
  { key: 'seal', title: t('seals.book.seal'), width: 'minmax(110px, 1fr)', cell: (row) => row.seal.name },
  { key: 'document', title: t('seals.use.document'), width: 'minmax(200px, 2fr)', cell: (row) => row.document.title },
  {
    key: 'party',
    title: t('seals.requests.counterparty'),
    width: 'minmax(120px, 1fr)',
    cell: (row) => row.recipient ?? row.counterparty,
  },
  { key: 'copies', title: t('seals.use.copies'), width: '56px', align: 'right', cell: (row) => row.copies },
  { key: 'handler', title: t('seals.book.handler'), width: '80px', cell: (row) => row.handler?.name },
]

export const MissingList = () => {
  const say = useWords()
  const { t } = say
  const { office } = useSession()
  const [seal, setSeal] = useState<string>()
  const [open, setOpen] = useState<string>()
  const seals = useOperation('seals.list', { limit: 200 }, { subjects: ['seal'] })
  const pages = useRows('seals.missingScans', { seal, limit: 100 }, { subjects: ['seal_use'] })
  const total = useOperation('seals.missingScans', { seal, limit: 1 }, { subjects: ['seal_use'] }).data?.total
  return (
    <>
      <div className="book-bar">
        <Select
          allowClear
          style={{ width: 240 }}
          value={seal}
          onChange={(next: string | undefined) => setSeal(next)}
          placeholder={t('seals.book.all-seals')}
          options={seals.data?.rows.map((one) => ({ value: one.id, label: `${one.code} ${one.name}` }))}
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('seals.book.seal')}
          data-testid="missing-seal"
        />
        {total !== undefined && (
          <span className="quiet" data-testid="missing-total">
            {t('seals.archive.total', { count: total })}
          </span>
        )}
      </div>
      <DataTable
        label={t('seals.archive.missing')}
        columns={columnsOf(say, office.today ?? '')}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => setOpen(row.id)}
        empty={t('seals.archive.missing-none')}
      />
      {open !== undefined && <UseDrawer id={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}
