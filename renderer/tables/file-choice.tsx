/** The file that was read: its characters, which of its sheets, and which row holds the headings. */
import { InputNumber, Select } from 'antd'
import { useWords } from '../shell/words.tsx'
import type { Importing, Reading } from './use-import.ts'

type Props = { readonly importing: Importing; readonly reading: Reading; readonly name: string }

export const FileChoice = ({ importing, reading, name }: Props) => {
  const { t } = useWords()
  const { sheets, sheet, headingRow, encoding } = reading
  return (
    <div className="tables-file">
      <span>
        {t('tables.file')} <strong>{name}</strong>
      </span>
      {encoding !== undefined && (
        <span>
          {t('tables.encoding')} <strong>{encoding.toUpperCase()}</strong>
        </span>
      )}
      {sheets.length > 1 && (
        <label>
          {t('tables.sheet')}{' '}
          <Select
            size="small"
            value={sheet}
            popupMatchSelectWidth={false}
            disabled={importing.isEntering}
            options={sheets.map((each, value) => ({ value, label: t('tables.sheet.rows', each) }))}
            onChange={(value) => void importing.chooseSheet(value)}
          />
        </label>
      )}
      <label>
        {t('tables.heading-row')}{' '}
        <InputNumber
          size="small"
          min={1}
          max={Math.max(1, sheets[sheet]?.rows ?? 1)}
          precision={0}
          value={headingRow}
          disabled={importing.isEntering}
          onChange={(value) => {
            if (value !== null && value !== headingRow) void importing.chooseHeadingRow(value)
          }}
          data-testid="heading-row"
        />
      </label>
      <span className="tables-counts" data-testid="import-counts">
        {reading.missing.length > 0 ? (
          <Missing reading={reading} />
        ) : (
          t('tables.counts', { rows: reading.rows, good: reading.good, known: reading.known, bad: reading.bad })
        )}
      </span>
    </div>
  )
}

const Missing = ({ reading }: { reading: Reading }) => {
  const { t, tOf, list } = useWords()
  const labels = reading.fields.filter(({ key }) => reading.missing.includes(key)).map(({ label }) => tOf(label))
  return <strong className="tables-missing">{t('tables.missing', { fields: list(labels) })}</strong>
}
