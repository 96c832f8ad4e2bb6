/** One line of a receipt: how much in which unit, at what price for one of it. */
import { Select } from 'antd'
import { moneyText } from '../../shared/office/money.ts'
import { unitsOf } from '../../shared/supplies/units.ts'
import { useOperation } from '../shell/queries.ts'
import { useWords } from '../shell/words.tsx'
import { CountInput, MoneyInput } from '../ui/inputs.tsx'
import type { EntryLine } from './lines.ts'
import { stockText } from './stock-bar.tsx'

type Props = {
  readonly line: EntryLine
  readonly onChange: (changes: Partial<EntryLine>) => void
  readonly onUnit: (unit: string) => void
  readonly onRemove: () => void
}

/** Minor units of a line; undefined until quantity and price are there. */
export const amountOf = ({ quantity, price }: EntryLine): number | undefined =>
  quantity === undefined || price === undefined ? undefined : quantity * price

export const ReceiveLine = ({ line, onChange, onUnit, onRemove }: Props) => {
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
            {t('supplies.line.stock', { text: stockText(offer.item, offer.item.stock) })} · {offer.item.location}
          </div>
        )}
      </div>
      <div className="slip-line-quantity">
        <CountInput value={line.quantity} onChange={(quantity) => onChange({ quantity })} testId="quantity" />
      </div>
      <Select
        className="slip-line-unit"
        value={line.unit}
        options={(offer ? unitsOf(offer.item) : [line.unit]).map((unit) => ({ value: unit, label: unit }))}
        onChange={onUnit}
        aria-label={t('supplies.field.unit')}
      />
      <div className="slip-line-price">
        <MoneyInput
          value={line.price}
          onChange={(price) => onChange({ price })}
          placeholder={t('supplies.line.price')}
          testId="price"
        />
      </div>
      <span className="slip-line-amount number">{amount === undefined ? '' : moneyText(amount)}</span>
      <button
        type="button"
        className="plain slip-line-remove"
        onClick={onRemove}
        aria-label={t('supplies.line.remove')}
        tabIndex={-1}
      >
        ×
      </button>
    </li>
  )
}
