/** The first rows as they will be understood, with what is wrong marked in its cell. */
import { useWords } from '../shell/words.tsx'
import type { Reading } from './use-import.ts'

export const PreviewPanel = ({ reading }: { reading: Reading }) => {
  const { t, tOf } = useWords()
  const fields = reading.fields.filter(({ key }) => reading.mapping[key] !== undefined)
  const wrong = new Map(
    reading.problems.map(({ row, field, reason, detail }) => [`${row} ${field}`, tOf(reason, { detail })]),
  )
  if (fields.length === 0 || reading.preview.length === 0) return null
  return (
    <section className="tables-preview" aria-label={t('tables.preview')}>
      <h3>
        {t('tables.preview')}{' '}
        <span className="quiet">{t('tables.preview.first', { count: reading.preview.length })}</span>
      </h3>
      <div className="tables-scroll" tabIndex={0} role="group" aria-label={t('tables.preview')}>
        <table data-testid="import-preview">
          <thead>
            <tr>
              <th className="number">{t('tables.problems.row')}</th>
              {fields.map(({ key, label }) => (
                <th key={key}>{tOf(label)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {reading.preview.map(({ row, cells, known }) => (
              <tr key={row} className={known ? 'is-known' : ''}>
                <th scope="row" className="number">
                  {row}
                  {known && <small> {t('tables.preview.known')}</small>}
                </th>
                {fields.map(({ key }) => {
                  const reason = wrong.get(`${row} ${key}`)
                  return (
                    <td key={key} className={reason === undefined ? '' : 'is-wrong'} title={reason}>
                      {cells[key]}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
