/** Items 物品: what there is, how much of it, and what runs low. */
import { Segmented } from 'antd'
import { useState } from 'react'
import { moneyText } from '../../../shared/office/money.ts'
import type { ItemRow } from '../../../shared/supplies/operations.ts'
import { useKept } from '../../shell/kept.ts'
import { usePlaces } from '../../shell/places.tsx'
import { useRows } from '../../shell/queries.ts'
import type { PageProps } from '../../shell/registers.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Page } from '../../ui/page.tsx'
import { useComing } from '../counter/coming.ts'
import { GroupFilter } from './group-filter.tsx'
import { ItemDrawer } from './item-drawer.tsx'
import { ItemPicture } from './item-picture.tsx'
import { StockBar } from '../counter/stock-bar.tsx'
import { ExportButton } from '../../tables/export-button.tsx'

const shows = ['active', 'low', 'oversold', 'retired'] as const
type Show = (typeof shows)[number]

const pictureCell = (row: ItemRow) => <ItemPicture id={row.picture} name={row.name} />
const stockCell = (row: ItemRow) => <StockBar item={row} />

export const ItemsPage = ({ params }: PageProps) => {
  const { t } = useWords()
  const { may } = useSession()
  const { go } = usePlaces()
  const [show, setShow] = useKept<Show>('supplies.items.show', 'active')
  const [group, setGroup] = useKept<string | undefined>('supplies.items.group', undefined)
  const [open, setOpen] = useState<string | undefined>(params['open'])
  const filter = { show, ...(group === undefined ? {} : { group }) }
  const pages = useRows('supplies.items', { ...filter, limit: 100 }, { subjects: ['supply_item', 'supply_slip'] })
  const coming = useComing(show === 'low')
  const columns: Column<ItemRow>[] = [
    { key: 'picture', title: '', width: '40px', cell: pictureCell },
    { key: 'code', title: t('supplies.field.code'), width: '110px', cell: (row) => row.code },
    { key: 'name', title: t('supplies.field.name'), width: 'minmax(140px, 2fr)', cell: (row) => row.name },
    { key: 'spec', title: t('supplies.field.spec'), width: 'minmax(90px, 1fr)', cell: (row) => row.spec },
    { key: 'stock', title: t('supplies.field.stock'), width: '170px', cell: stockCell },
    { key: 'unit', title: t('supplies.field.unit'), width: '64px', cell: (row) => row.unit },
    { key: 'min', title: t('supplies.field.min'), width: '72px', align: 'right', cell: (row) => row.min },
    show === 'low'
      ? { key: 'coming', title: t('buying.field.coming'), width: '150px', cell: coming }
      : { key: 'quota', title: t('supplies.field.quota'), width: '120px', align: 'right', cell: (row) => row.quota },
    {
      key: 'value',
      title: t('supplies.field.value'),
      width: '120px',
      align: 'right',
      cell: (row) => moneyText(row.value),
    },
    { key: 'group', title: t('field.group'), width: '90px', cell: (row) => row.group },
    { key: 'location', title: t('supplies.field.location'), width: '110px', cell: (row) => row.location },
  ]
  return (
    <Page
      title={t('supplies.items.title')}
      about={
        <span className="list-filters">
          <Segmented
            value={show}
            options={shows.map((value) => ({ value, label: t(`supplies.show.${value}`) }))}
            onChange={(value) => setShow(value)}
          />
          <GroupFilter value={group} onChange={setGroup} />
        </span>
      }
      actions={
        <>
          <ExportButton list="items" filter={filter} />
          <ActButton keyName="l" onAct={() => go('supplies.labels', filter)} testId="list-labels">
            {t('supplies.labels.of-item')}
          </ActButton>
          {may('supplies.manage') && (
            <ActButton kind="primary" keyName="n" onAct={() => go('supplies.item')}>
              {t('supplies.items.new')}
            </ActButton>
          )}
        </>
      }
    >
      <DataTable
        label={t('supplies.items.title')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => setOpen(row.id)}
        empty={t(show === 'active' ? 'supplies.items.none' : 'supplies.items.none.shown')}
      />
      {open !== undefined && <ItemDrawer id={open} onClose={() => setOpen(undefined)} onShow={setOpen} />}
    </Page>
  )
}
