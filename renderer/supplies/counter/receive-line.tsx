/** One line of a receipt: how much in which unit, at what price for one of it. */
import { moneyText } from '../../../shared/office/money.ts'
import { inUnit, toBase } from '../../../shared/supplies/items/units.ts'
import { useOperation } from '../../shell/queries.ts'
import { useWords } from '../../shell/words.tsx'
import { DateInput, MoneyInput, TextInput } from '../../ui/inputs.tsx'
import type { EntryLine } from './lines.ts'
import { LineQuantity, LineRemove, type LineProps } from './line-parts.tsx'

/** Minor units of a line; undefined until quantity and price are there. */
export const amountOf = ({ quantity, price }: EntryLine): number | undefined =>
  quantity === undefined || price === undefined ? undefined : Math.round(quantity * price)

export const ReceiveLine = ({ line, onChange, onUnit, onRemove }: LineProps) => {
  const { t } = useWords()
  const { data: offer } = useOperation(
    'supplies.offer',
    { item: line.item },
    { subjects: ['supply_item', 'supply_slip'] },
  )
  const amount = amountOf(line)
  return (
    <li className="slip-line" data-item={offer?.item.code}>
      <div className="slip-line-item">
        <strong>{line.name}</strong>{' '}
        <span className="quiet">{[offer?.item.code, offer?.item.spec].filter(Boolean).join(' · ')}</span>
        {offer && (
          <div className="slip-line-state quiet">
            {t('supplies.line.stock', {
              text: inUnit(offer.item.stock, line.unit, toBase(offer.item, 1, line.unit) ?? 1, offer.item.unit),
            })}{' '}
            · {offer.item.location}
          </div>
        )}
      </div>
      {offer?.item.lots === true && (
        <>
          <div className="slip-line-lot-name">
            <TextInput
              value={line.lot ?? ''}
              onChange={(lot) => onChange({ lot })}
              placeholder={t('supplies.line.lot')}
              testId="receive-lot"
            />
          </div>
          <div className="slip-line-lot-name">
            <DateInput value={line.expiry} onChange={(expiry) => onChange({ expiry })} testId="receive-expiry" />
          </div>
        </>
      )}
      <LineQuantity line={line} offer={offer} onChange={onChange} onUnit={onUnit} />
      <div className="slip-line-price">
        <MoneyInput
          value={line.price}
          onChange={(price) => onChange({ price })}
          placeholder={t('supplies.line.price')}
          testId="price"
        />
      </div>
      <span className="slip-line-amount number">{amount === undefined ? '' : moneyText(amount)}</span>
      <LineRemove onRemove={onRemove} />
    </li>
  )
}
