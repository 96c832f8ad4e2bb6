/** What is wrong: which row, which field, what stands there, and why. */
import type { RowProblem } from '../../shared/tables/problem.ts'
import type { ImportTarget } from '../../shared/tables/targets.ts'
import { useWords } from '../shell/words.tsx'

type Props = { readonly problems: readonly RowProblem[]; readonly count: number; readonly target: ImportTarget }

const abouts: Record<ImportTarget, string> = {
  people: 'person',
  items: 'item',
  contracts: 'contract',
  delegations: 'delegation',
  'seal-ledger': 'ledger',
  budgets: 'budget',
}

export const ProblemList = ({ problems, count, target }: Props) => {
  const { t, tOf } = useWords()
  return (
    <section className="tables-problems" aria-label={t('tables.problems')} data-testid="import-problems">
      <h3>
        {t('tables.problems')}{' '}
        {count > problems.length && (
          <span className="quiet">{t('tables.problems.more', { shown: problems.length, count })}</span>
        )}
      </h3>
      <div className="tables-scroll" tabIndex={0} role="group" aria-label={t('tables.problems')}>
        <table>
          <thead>
            <tr>
              <th className="number">{t('tables.problems.row')}</th>
              <th>{t('tables.problems.field')}</th>
              <th>{t('tables.problems.value')}</th>
              <th>{t('tables.problems.why')}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map(({ row, field, reason, detail, value }, index) => (
              <tr key={`${row} ${field} ${index}`}>
                <th scope="row" className="number">
                  {row}
                </th>
                <td>{field === '' ? t('tables.row.whole') : tOf(`tables.field.${abouts[target]}.${field}`)}</td>
                <td>{value}</td>
                <td>{tOf(reason, { detail })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
