/** What every line of a slip has: how much, in which unit, and taking the line away. */
import { Select } from 'antd'
import { unitsOf } from '../../../shared/supplies/items/units.ts'
import type { Output } from '../../shell/contract.ts'
import { useWords } from '../../shell/words.tsx'
import { QuantityInput } from '../items/quantity-input.tsx'
import type { EntryLine } from './lines.ts'

export type LineProps = {
  readonly line: EntryLine
  readonly onChange: (changes: Partial<EntryLine>) => void
  readonly onUnit: (unit: string) => void
  readonly onRemove: () => void
}

type QuantityProps = Omit<LineProps, 'onRemove'> & { readonly offer: Output<'supplies.offer'> | undefined }

export const LineQuantity = ({ line, offer, onChange, onUnit }: QuantityProps) => {
  const { t } = useWords()
  return (
    <>
      <div className="slip-line-quantity">
        <QuantityInput value={line.quantity} onChange={(quantity) => onChange({ quantity })} testId="quantity" />
      </div>
      <Select
        className="slip-line-unit"
        value={line.unit}
        options={(offer ? unitsOf(offer.item) : [line.unit]).map((unit) => ({ value: unit, label: unit }))}
        onChange={onUnit}
        aria-label={t('supplies.field.unit')}
      />
    </>
  )
}

export const LineRemove = ({ onRemove }: Pick<LineProps, 'onRemove'>) => {
  const { t } = useWords()
  return (
    <button
      type="button"
      className="plain slip-line-remove"
      onClick={onRemove}
      aria-label={t('supplies.line.remove')}
      tabIndex={-1}
    >
      ×
    </button>
  )
}
