/** One line of an issue: how much in which unit, what lies there, and what the person may still draw this month. */
import { Checkbox } from 'antd'
import { toBase } from '../../shared/supplies/units.ts'
import type { Offer } from '../../shared/supplies/operations.ts'
import { useOperation } from '../shell/queries.ts'
import { useWords, type Say } from '../shell/words.tsx'
import { ItemPicture } from './item-picture.tsx'
import { LineQuantity, LineRemove, type LineProps } from './line-parts.tsx'
import { stockText } from './stock-bar.tsx'

type Props = LineProps & { readonly recipient: string | undefined }

type State = { readonly text: string; readonly isBad: boolean }

/** What the stock says to a line. */
const stockState = ({ t }: Say, offer: Offer, base: number): State => {
  const isShort = offer.stockAt.every(({ quantity }) => quantity < base)
  const text = stockText(offer.item, offer.item.stock)
  return { text: t(isShort ? 'supplies.line.short' : 'supplies.line.stock', { text }), isBad: isShort }
}

/** What the quota says to a line; undefined where the item has none. */
const quotaState = ({ t }: Say, { quota, item }: Offer, base: number): State | undefined => {
  if (quota === undefined) return undefined
  const over = Math.min(base, quota.drawn + base - quota.quota)
  return over > 0
    ? {
        text: `${t('supplies.line.over', { over, unit: item.unit })} · ${t('supplies.line.quota', quota)}`,
        isBad: true,
      }
    : { text: t('supplies.line.quota', quota), isBad: false }
}

export const IssueLine = ({ line, recipient, onChange, onUnit, onRemove }: Props) => {
  const say = useWords()
  const { t } = say
  const asked = { item: line.item, ...(recipient === undefined ? {} : { recipient }) }
  const { data: offer } = useOperation('supplies.offer', asked, {
    subjects: ['supply_item', 'supply_slip'],
    keep: true,
  })
  const base = offer === undefined ? 0 : (toBase(offer.item, line.quantity ?? 0, line.unit) ?? 0)
  const stock = offer && stockState(say, offer, base)
  const quota = offer && quotaState(say, offer, base)
  return (
    <li className="slip-line" data-item={offer?.item.code}>
      <div className="slip-line-item">
        <ItemPicture id={offer?.item.picture} name={line.name} />
        <strong>{line.name}</strong>{' '}
        <span className="quiet">{[offer?.item.code, offer?.item.spec].filter(Boolean).join(' · ')}</span>
        <div className="slip-line-state">
          {stock && <span className={stock.isBad ? 'is-bad' : 'quiet'}>{stock.text}</span>}
          {quota && (
            <span className={quota.isBad ? 'is-care' : 'quiet'} data-testid="quota">
              {quota.text}
            </span>
          )}
        </div>
      </div>
      {offer?.item.exchangeOld === true && (
        <Checkbox checked={line.oldReturned} onChange={(event) => onChange({ oldReturned: event.target.checked })}>
          {t('supplies.line.old')}
        </Checkbox>
      )}
      <LineQuantity line={line} offer={offer} onChange={onChange} onUnit={onUnit} />
      <LineRemove onRemove={onRemove} />
    </li>
  )
}
