/** The seal-use book: by seal and month, with totals; an entry opens beside it to be printed, corrected or voided. */
import { Input, Select } from 'antd'
import { useState } from 'react'
import { endOfMonth } from '../../../shared/office/dates.ts'
import { archiveState } from '../../../shared/seals/archive/archive-rules.ts'
import { DocumentPreview } from '../../documents/document-preview.tsx'
import type { Output } from '../../shell/contract.ts'
import type { PageProps } from '../../shell/registers.ts'
import { useOperation, useRows } from '../../shell/queries.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords, type Say } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Page } from '../../ui/page.tsx'
import { UseDrawer } from './use-drawer.tsx'
import '../seals.css'
import { ExportButton } from '../../tables/export-button.tsx'

type Row = Output<'seals.book'>['rows'][number]

const columnsOf = ({ t }: Say): Column<Row>[] => [
  { key: 'number', title: t('seals.book.number'), width: 'minmax(130px, 150px)', cell: (row) => row.number },
  { key: 'at', title: t('seals.book.used-at'), width: '130px', cell: (row) => row.usedAt },
  { key: 'seal', title: t('seals.book.seal'), width: 'minmax(80px, 1fr)', cell: (row) => row.seal.name },
  { key: 'document', title: t('seals.use.document'), width: 'minmax(80px, 2fr)', cell: (row) => row.document.title },
  {
    key: 'party',
    title: t('seals.requests.counterparty'),
    width: 'minmax(60px, 1fr)',
    cell: (row) => row.recipient ?? row.counterparty,
  },
  { key: 'copies', title: t('seals.use.copies'), width: '66px', align: 'right', cell: (row) => row.copies },
  {
    key: 'counts',
    title: t('seals.book.counts'),
    width: '136px',
    align: 'right',
    cell: (row) => `${row.approved} / ${row.actual} / ${row.spoiled}`,
  },
  { key: 'handler', title: t('seals.book.handler'), width: '65px', cell: (row) => row.handler?.name },
  {
    key: 'archive',
    title: t('seals.book.archive'),
    width: 'minmax(90px, 130px)',
    cell: (row) => row.archiveNumber ?? (archiveState(row) === 'waiting' ? t('seals.archive.state.waiting') : ''),
  },
  {
    key: 'state',
    title: t('seals.book.state'),
    width: '70px',
    cell: (row) =>
      row.status === 'voided' ? t('seals.use-status.voided') : row.corrected ? t('seals.book.corrected') : '',
  },
]

const isMonth = (month: string): boolean => /^(19|2[01])\d\d-(0[1-9]|1[0-2])$/.test(month)

const Totals = ({ seal, month }: { seal: string; month: string }) => {
  const { t } = useWords()
  const { data } = useOperation('seals.months', { seal, year: Number(month.slice(0, 4)) }, { subjects: ['seal_use'] })
  const found = data?.months.find((one) => one.month === month)
  if (data === undefined || found === undefined) return null
  return (
    <span className="book-totals" data-testid="book-totals">
      {t('seals.book.totals', found)} · {t('seals.book.year-totals', data.year)}
    </span>
  )
}

export const BookPage = ({ params }: PageProps) => {
  const say = useWords()
  const { t } = say
  const { office, may } = useSession()
  const [seal, setSeal] = useState<string | undefined>(params['seal'])
  const [month, setMonth] = useState(params['use'] === undefined ? (office.today ?? '').slice(0, 7) : '')
  const [open, setOpen] = useState<string | undefined>(params['use'])
  const seals = useOperation('seals.list', { limit: 200 }, { subjects: ['seal'] })
  const period = isMonth(month) ? { from: `${month}-01`, to: endOfMonth(month) } : {}
  const pages = useRows('seals.book', { seal, ...period, limit: 100 }, { subjects: ['seal_use'] })
  const [isPrinting, setPrinting] = useState(false)
  return (
    <Page
      title={t('seals.book.title')}
      actions={
        <>
          <ExportButton list="seal-uses" filter={{ seal, ...period }} />
          {seal !== undefined && isMonth(month) && may('documents.read') && (
            <ActButton keyName="Ctrl+p" onAct={() => setPrinting(true)} testId="book-print">
              {t('seals.book.print-month')}
            </ActButton>
          )}
        </>
      }
    >
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
          data-testid="book-seal"
        />
        <Input
          style={{ width: 130 }}
          value={month}
          onChange={(event) => setMonth(event.target.value.trim())}
          placeholder={t('seals.book.all-months')}
          status={month === '' || isMonth(month) ? '' : 'error'}
          aria-label={t('seals.book.month')}
          data-testid="book-month"
        />
        {seal !== undefined && isMonth(month) && <Totals seal={seal} month={month} />}
      </div>
      <DataTable
        label={t('seals.book.title')}
        isMain
        columns={columnsOf(say)}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => setOpen(row.id)}
        isStruck={(row) => row.status === 'voided'}
        empty={t('seals.book.empty')}
      />
      {isPrinting && seal !== undefined && (
        <DocumentPreview form="seal-book" subject={seal} period={month} onClose={() => setPrinting(false)} />
      )}
      {open !== undefined && <UseDrawer id={open} onClose={() => setOpen(undefined)} />}
    </Page>
  )
}
