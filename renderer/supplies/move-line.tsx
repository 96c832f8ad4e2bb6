/** One line of a transfer or scrap slip: how much, in which unit, from where. */
import { Select } from 'antd'
import { unitsOf } from '../../shared/supplies/units.ts'
import { useOperation } from '../shell/queries.ts'
import { useWords } from '../shell/words.tsx'
import { CountInput } from '../ui/inputs.tsx'
import type { EntryLine } from './lines.ts'
import { stockText } from './stock-bar.tsx'

type Props = {
  readonly line: EntryLine
  readonly onChange: (changes: Partial<EntryLine>) => void
  readonly onUnit: (unit: string) => void
  readonly onRemove: () => void
}

export const MoveLine = ({ line, onChange, onUnit, onRemove }: Props) => {
  const { t } = useWords()
  const { data: offer } = useOperation(
    'supplies.offer',
    { item: line.item },
    { subjects: ['supply_item', 'supply_slip'] },
  )
  const places = (offer?.stockAt ?? []).map(({ location, quantity }) => ({
    value: location,
    label: offer === undefined ? location : `${location}（${stockText(offer.item, quantity)}）`,
  }))
  return (
    <li className="slip-line" data-item={offer?.item.code}>
      <div className="slip-line-item">
        <strong>{line.name}</strong>{' '}
        <span className="quiet">{[offer?.item.code, offer?.item.spec].filter(Boolean).join(' · ')}</span>
      </div>
      <Select
        className="slip-line-place"
        value={line.from ?? offer?.item.location}
        options={places}
        onChange={(from) => onChange({ from })}
        aria-label={t('supplies.field.location')}
      />
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
