/** The documents printed last, with how often; the registers' own books are printed on their pages. */
import { useState } from 'react'
import { DocumentPreview } from '../documents/document-preview.tsx'
import { useOperation } from '../shell/queries.ts'
import { useWords } from '../shell/words.tsx'
import type { RowOf } from '../shell/contract.ts'
import type { PageProps } from '../shell/registers.ts'
import { DataTable, type Column } from '../ui/data-table.tsx'
import { Page } from '../ui/page.tsx'

type Printed = RowOf<'documents.recent'>

/** @param params `document`: id of one to be shown at once, as the box found it */
export const PrintedPage = ({ params }: PageProps) => {
  const { t } = useWords()
  const recent = useOperation('documents.recent', { limit: 100 })
  const [opened, setOpened] = useState<Printed>()
  const [isClosed, setClosed] = useState(false)
  const wanted = params['document']
  const found = useOperation('documents.get', { id: wanted ?? '' }, { enabled: wanted !== undefined })
  const shown = opened ?? (isClosed ? undefined : found.data?.document)
  const close = () => {
    setOpened(undefined)
    setClosed(true)
  }
  const columns: readonly Column<Printed>[] = [
    { key: 'number', title: t('reports.number'), width: '170px', cell: (row) => row.number },
    { key: 'form', title: t('reports.form'), width: '120px', cell: (row) => t(`documents.title.${row.form}`) },
    { key: 'title', title: t('reports.about'), width: 'minmax(160px, 2fr)', cell: (row) => row.title },
    { key: 'prints', title: t('reports.prints'), width: '90px', align: 'right', cell: (row) => row.prints },
    { key: 'at', title: t('reports.printed-at'), width: '140px', cell: (row) => row.printedAt },
    { key: 'by', title: t('reports.printed-by'), width: '120px', cell: (row) => row.printedBy },
  ]
  const pages = {
    rows: recent.data?.rows ?? [],
    fault: recent.fault,
    isLoading: recent.isLoading,
    isLoadingMore: false,
    hasMore: false,
    more: () => undefined,
    again: recent.again,
  }
  return (
    <Page title={t('reports.printed')} about={t('reports.lead')}>
      <DataTable
        label={t('reports.printed')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.document}
        onOpen={setOpened}
        empty={t('reports.none')}
      />
      {shown !== undefined && (
        <DocumentPreview form={shown.form} subject={shown.subject} period={shown.period} onClose={close} />
      )}
    </Page>
  )
}
