/** The items that get labels, each with its unit and how many. */
import { Select } from 'antd'
import { useWords } from '../../shell/words.tsx'
import { CountInput } from '../../ui/inputs.tsx'
import type { LabelRow } from './label-rows.ts'

type Props = {
  readonly rows: readonly LabelRow[]
  readonly onChange: (key: string, changes: Partial<Pick<LabelRow, 'unit' | 'copies'>>) => void
  readonly onRemove: (key: string) => void
}

export const LabelRows = ({ rows, onChange, onRemove }: Props) => {
  const { t } = useWords()
  return (
    <ul className="label-rows" aria-label={t('supplies.labels.title')}>
      {rows.map(({ key, code, name, units, unit, copies }) => (
        <li key={key} data-item={code}>
          <span className="label-name">
            <strong>{name}</strong> <span className="quiet">{code}</span>
          </span>
          <Select
            value={unit}
            options={units.map((value) => ({ value, label: value }))}
            onChange={(value: string) => onChange(key, { unit: value })}
            aria-label={t('supplies.labels.unit')}
          />
          <span className="label-copies">
            <CountInput value={copies} onChange={(value) => onChange(key, { copies: value })} testId="label-copies" />
          </span>
          <button
            type="button"
            className="plain"
            onClick={() => onRemove(key)}
            aria-label={t('supplies.labels.remove')}
            tabIndex={-1}
          >
            ×
          </button>
        </li>
      ))}
    </ul>
  )
}
