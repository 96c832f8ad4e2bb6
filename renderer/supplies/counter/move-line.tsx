/** One line of a transfer or scrap slip: how much, in which unit, from where. */
import { Select } from 'antd'
import { useOperation } from '../../shell/queries.ts'
import { useWords } from '../../shell/words.tsx'
import { LineQuantity, LineRemove, type LineProps } from './line-parts.tsx'
import { stockText } from './stock-bar.tsx'

export const MoveLine = ({ line, onChange, onUnit, onRemove }: LineProps) => {
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
      {(offer?.lots?.length ?? 0) > 0 && (
        <Select
          className="slip-line-lot"
          value={line.lot ?? ''}
          aria-label={t('supplies.line.lot')}
          options={[
            { value: '', label: t('supplies.line.lot-first') },
            ...(offer?.lots ?? []).map(({ lot, location, quantity, expiry }) => ({
              value: lot,
              label: [lot, expiry, `${location} ${quantity}`].filter(Boolean).join(' · '),
            })),
          ]}
          onChange={(lot) => onChange({ lot: lot === '' ? undefined : lot })}
        />
      )}
      <LineQuantity line={line} offer={offer} onChange={onChange} onUnit={onUnit} />
      <LineRemove onRemove={onRemove} />
    </li>
  )
}
