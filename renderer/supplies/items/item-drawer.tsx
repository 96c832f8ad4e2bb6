/** One item from the side: its picture, stock by location, what it may, its last movements and its history. */
import { usePlaces } from '../../shell/places.tsx'
import { useOperation } from '../../shell/queries.ts'
import { useWords } from '../../shell/words.tsx'
import { AttachmentList } from '../../attachments/attachment-list.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { RecordDrawer } from '../../ui/record-drawer.tsx'
import { ItemActs } from './item-acts.tsx'
import { ItemFacts } from './item-facts.tsx'
import { OversoldNote } from '../counter/oversold-note.tsx'
import { PriceHistory } from '../buying/price-history.tsx'
import { ItemPicture } from './item-picture.tsx'

const touching = ['supply_item', 'supply_slip']

type Props = { readonly id: string; readonly onClose: () => void; readonly onShow?: (id: string) => void }

export const ItemDrawer = ({ id, onClose, onShow }: Props) => {
  const { t } = useWords()
  const { data, fault, again } = useOperation('supplies.item', { id }, { subjects: touching })
  const item = data?.item
  const show = onShow ?? onClose
  return (
    <RecordDrawer
      title={item === undefined ? '' : `${item.name} ${item.code}`}
      subject={id}
      onClose={onClose}
      width={660}
      actions={data !== undefined && <ItemActs opened={data} onMerged={show} />}
    >
      <FaultNote fault={fault} onRetry={again} />
      {item?.mergedInto !== undefined && (
        <p className="merged-note">
          {t('supplies.merge.gone', { name: data?.mergedInto?.name })}{' '}
          <button type="button" className="plain link" onClick={() => show(item.mergedInto ?? id)}>
            {data?.mergedInto?.code}
          </button>
        </p>
      )}
      {(data?.merged.length ?? 0) > 0 && (
        <p className="merged-note">
          {t('supplies.merge.here')}{' '}
          {data?.merged.map((old) => (
            <button key={old.id} type="button" className="plain link" onClick={() => show(old.id)}>
              {old.name} {old.code}
            </button>
          ))}
        </p>
      )}
      {item !== undefined && <ItemPicture id={item.picture} name={item.name} size="large" />}
      {data !== undefined && <OversoldNote opened={data} />}
      {data !== undefined && <ItemFacts opened={data} />}
      <PriceHistory item={id} />
      <Movements item={id} />
      <AttachmentList type="supply_item" subject={id} />
    </RecordDrawer>
  )
}

const Movements = ({ item }: { item: string }) => {
  const { t } = useWords()
  const { go } = usePlaces()
  const { data } = useOperation('supplies.slips', { item, limit: 10 }, { subjects: ['supply_slip'] })
  if (data === undefined || data.rows.length === 0) return null
  return (
    <section className="drawn">
      <h3>{t('supplies.item.slips')}</h3>
      <ul>
        {data.rows.map((row) => (
          <li key={row.id} className={row.reversedBy === undefined ? '' : 'is-struck'}>
            <button type="button" className="plain" onClick={() => go('supplies.slips', { open: row.id })}>
              <span className="quiet">{row.date}</span> {row.number} {t(`supplies.verb.${row.verb}`)} {row.party}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
