/** Which column holds which field: guessed, and changed here by keyboard or mouse. */
import { Select } from 'antd'
import { useWords } from '../shell/words.tsx'
import type { Importing, Reading } from './use-import.ts'

/** Stands for "no column" in the choice, which has no empty value of its own. */
const noColumn = -1

const letterOf = (column: number): string =>
  (column >= 26 ? letterOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))

export const MappingPanel = ({ importing, reading }: { importing: Importing; reading: Reading }) => {
  const { t, tOf } = useWords()
  const columns = [
    { value: noColumn, label: t('tables.column.none') },
    ...reading.headings.map(({ column, text }) => ({
      value: column,
      label: text === '' ? t('tables.column.nameless', { letter: letterOf(column) }) : `${letterOf(column)} · ${text}`,
    })),
  ]
  return (
    <section className="tables-mapping" aria-label={t('tables.columns')}>
      <h3>{t('tables.columns')}</h3>
      {reading.fields.map(({ key, label, required }) => {
        const column = reading.mapping[key]
        const samples = column === undefined ? [] : (reading.headings[column]?.samples ?? [])
        const isMissing = reading.missing.includes(key)
        return (
          <div key={key} className="tables-field">
            <span className={required ? 'is-required' : ''}>{tOf(label)}</span>
            <Select
              size="small"
              showSearch={{ optionFilterProp: 'label' }}
              aria-label={tOf(label)}
              status={isMissing ? 'error' : ''}
              popupMatchSelectWidth={false}
              disabled={importing.isEntering}
              value={column ?? noColumn}
              options={columns}
              onChange={(value) => void importing.chooseColumn(key, value === noColumn ? undefined : value)}
              data-testid={`column-${key}`}
            />
            <span className="quiet tables-samples">{samples.join(' · ')}</span>
          </div>
        )
      })}
    </section>
  )
}
