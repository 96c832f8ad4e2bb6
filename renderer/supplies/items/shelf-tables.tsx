/** What lies at a place, and the items of a group, as lists. */
import type { ShelfRow } from '../../../shared/supplies/items/item-operations.ts'
import type { ItemRow } from '../../../shared/supplies/operations.ts'
import { useOperation, useRows, type Pages } from '../../shell/queries.ts'
import { useWords } from '../../shell/words.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { ItemPicture } from './item-picture.tsx'
import { stockText } from '../counter/stock-bar.tsx'

const touching = ['supply_item', 'supply_slip', 'supply_place', 'supply_group']

const pictureCell = (row: { picture?: string | undefined; name: string }) => (
  <ItemPicture id={row.picture} name={row.name} />
)

/** A whole answer in the shape of a list that goes on by key. */
const wholePages = <R,>(read: ReturnType<typeof useOperation<'supplies.shelf'>>, rows: readonly R[]): Pages<R> => ({
  rows,
  fault: read.fault,
  isLoading: read.isLoading,
  isLoadingMore: false,
  hasMore: false,
  more: () => undefined,
  again: read.again,
})

export const OnShelf = ({ place, onOpen }: { place: string; onOpen: (id: string) => void }) => {
  const { t, list } = useWords()
  const read = useOperation('supplies.shelf', { place }, { subjects: touching, keep: true })
  const columns: Column<ShelfRow>[] = [
    { key: 'place', title: t('field.place'), width: '130px', cell: (row) => row.place },
    { key: 'picture', title: '', width: '40px', cell: pictureCell },
    { key: 'code', title: t('supplies.field.code'), width: '100px', cell: (row) => row.code },
    { key: 'name', title: t('supplies.field.name'), width: 'minmax(140px, 2fr)', cell: (row) => row.name },
    { key: 'spec', title: t('supplies.field.spec'), width: 'minmax(80px, 1fr)', cell: (row) => row.spec },
    {
      key: 'quantity',
      title: t('supplies.field.stock'),
      width: '150px',
      align: 'right',
      cell: (row) => stockText(row, row.quantity),
    },
    {
      key: 'lots',
      title: t('supplies.shelf.lots'),
      width: 'minmax(90px, 1fr)',
      cell: (row) => list(row.lots.map(({ lot, expiry }) => (expiry === undefined ? lot : `${lot}（${expiry}）`))),
    },
    {
      key: 'home',
      title: t('supplies.field.remarks'),
      width: '110px',
      cell: (row) => (row.isHome ? undefined : t('supplies.shelf.guest')),
    },
  ]
  return (
    <DataTable
      label={t('supplies.shelf.lies', { place })}
      columns={columns}
      pages={wholePages(read, read.data?.rows ?? [])}
      rowKey={(row) => `${row.id} ${row.place}`}
      onOpen={(row) => onOpen(row.id)}
      empty={t('supplies.shelf.empty')}
      autoFocus={false}
    />
  )
}

export const InGroup = ({ group, onOpen }: { group: string; onOpen: (id: string) => void }) => {
  const { t } = useWords()
  const pages = useRows('supplies.items', { group, limit: 100 }, { subjects: touching })
  const columns: Column<ItemRow>[] = [
    { key: 'picture', title: '', width: '40px', cell: pictureCell },
    { key: 'code', title: t('supplies.field.code'), width: '100px', cell: (row) => row.code },
    { key: 'name', title: t('supplies.field.name'), width: 'minmax(140px, 2fr)', cell: (row) => row.name },
    { key: 'spec', title: t('supplies.field.spec'), width: 'minmax(80px, 1fr)', cell: (row) => row.spec },
    {
      key: 'stock',
      title: t('supplies.field.stock'),
      width: '150px',
      align: 'right',
      cell: (row) => stockText(row, row.stock),
    },
    { key: 'location', title: t('supplies.field.location'), width: '120px', cell: (row) => row.location },
  ]
  return (
    <DataTable
      label={group}
      columns={columns}
      pages={pages}
      rowKey={(row) => row.id}
      onOpen={(row) => onOpen(row.id)}
      empty={t('supplies.shelf.none-called')}
      autoFocus={false}
    />
  )
}
