/** One item from the side: stock by location, what it may, its last movements and its history. */
import { moneyText } from '../../shared/office/money.ts'
import { usePlaces } from '../shell/places.tsx'
import { useCommand, useOperation } from '../shell/queries.ts'
import { useSession } from '../shell/session.tsx'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { Facts } from '../ui/facts.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { RecordDrawer } from '../ui/record-drawer.tsx'
import { StockBar, stockText } from './stock-bar.tsx'

const touching = ['supply_item', 'supply_slip']

export const ItemDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useWords()
  const { may } = useSession()
  const { go } = usePlaces()
  const { data, fault, again } = useOperation('supplies.item', { id }, { subjects: touching })
  const change = useCommand('supplies.changeItem')
  const item = data?.item
  return (
    <RecordDrawer
      title={item === undefined ? '' : `${item.name} ${item.code}`}
      subject={id}
      onClose={onClose}
      actions={
        item !== undefined && (
          <>
            {may('supplies.issue') && item.active && (
              <ActButton onAct={() => go('supplies.issue', { item: id })} keyName="F3">
                {t('supplies.issue.item')}
              </ActButton>
            )}
            {may('supplies.manage') && (
              <>
                <ActButton onAct={() => go('supplies.item', { id })} keyName="e">
                  {t('supplies.item.edit')}
                </ActButton>
                <ActButton
                  onAct={() => void change.act({ id, active: !item.active, ...(data ? { basedOn: data.heads } : {}) })}
                  isActing={change.isActing}
                >
                  {t(item.active ? 'supplies.item.retire' : 'supplies.item.revive')}
                </ActButton>
              </>
            )}
          </>
        )
      }
    >
      <FaultNote fault={fault ?? change.fault} onRetry={again} />
      {item !== undefined && (
        <Facts
          facts={[
            [t('supplies.field.stock'), <StockBar key="stock" item={item} />],
            [
              t('supplies.item.at'),
              data?.stockAt.map(({ location, quantity }) => `${location}：${stockText(item, quantity)}`).join('；'),
            ],
            [t('supplies.field.value'), moneyText(item.value)],
            [t('supplies.field.spec'), item.spec],
            [t('supplies.field.category'), t(`supplies.category.${item.category}`)],
            [
              t('supplies.field.packs'),
              item.packs.map(({ unit, factor }) => `${unit} = ${factor} ${item.unit}`).join('；'),
            ],
            [
              t('supplies.field.barcodes'),
              item.barcodes.map(({ code, unit, amount }) => `${code}（${amount} ${unit}）`).join('；'),
            ],
            [t('supplies.field.min'), item.min],
            [t('supplies.field.max'), item.max],
            [t('supplies.field.quota'), item.quota === undefined ? undefined : `${item.quota} ${item.unit}`],
            [t('supplies.field.exchangeOld'), item.exchangeOld ? t('ui.yes') : undefined],
            [t('supplies.field.supplier'), item.supplier],
          ]}
        />
      )}
      <Movements item={id} />
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
