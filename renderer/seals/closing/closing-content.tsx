/** What a closing says, on screen: totals per page, reconciliation, missing scans, late lines, the desks' journals. */
import type { ClosingContent, ClosingCounts } from '../../../shared/seals/closing/closing.ts'
import { useWords } from '../../shell/words.tsx'
import './closing.css'

const measures = ['uses', 'voided', 'copies', 'actual', 'spoiled'] as const

const Totals = ({ content, period }: { content: ClosingContent; period: string }) => {
  const { t } = useWords()
  const row = (name: string, counts: ClosingCounts, isTotal = false) => (
    <tr key={name} className={isTotal ? 'is-total' : ''}>
      <th scope="row">{name}</th>
      {measures.map((measure) => (
        <td key={measure} className="number">
          {counts[measure]}
        </td>
      ))}
    </tr>
  )
  return (
    <table className="closing-table">
      <thead>
        <tr>
          <th>{t('seals.closing.part')}</th>
          {measures.map((measure) => (
            <th key={measure} className="number">
              {t(`seals.closing.${measure}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {content.parts.map((part) =>
          row(part.part.length > 4 ? part.part : t('seals.closing.page', { part: part.part }), part),
        )}
        {row(t('seals.closing.month-total'), content.totals, true)}
        {period.length > 4 && row(t('seals.closing.year-total'), content.year, true)}
      </tbody>
    </table>
  )
}

const Requests = ({ requests }: Pick<ClosingContent, 'requests'>) => {
  const { t } = useWords()
  return (
    <section>
      <h3>{t('seals.closing.reconciliation')}</h3>
      <p>{t('seals.closing.reconciled', { ...requests, differing: '' })}</p>
      {requests.differing.length > 0 && (
        <table className="closing-table">
          <tbody>
            {requests.differing.map(({ number, title, approved, actual, spoiled, left }) => (
              <tr key={number}>
                <th scope="row">{number}</th>
                <td>{title}</td>
                <td className="number">{`${approved} ＝ ${actual} ＋ ${spoiled} ＋ ${left}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

const Lines = ({ title, lines }: { title: string; lines: readonly string[] }) =>
  lines.length === 0 ? null : (
    <section>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )

export const ClosingSays = ({ content, period }: { content: ClosingContent; period: string }) => {
  const { t } = useWords()
  const { missing } = content
  const more = missing.count - missing.rows.length
  return (
    <div className="closing-says">
      <Totals content={content} period={period} />
      <Requests requests={content.requests} />
      <Lines
        title={`${t('seals.closing.missing')} · ${t('seals.closing.missing-count', { count: missing.count })}`}
        lines={[
          ...missing.rows.map(({ number, title, on }) => `${number}　${title}　${on}`),
          ...(more > 0 ? [t('seals.closing.more', { count: more })] : []),
        ]}
      />
      <Lines
        title={t('seals.closing.outings')}
        lines={content.outings.map((outing) => t('seals.closing.outing-line', outing))}
      />
      <Lines title={t('seals.closing.late')} lines={content.late.map((line) => t('seals.closing.late-line', line))} />
      <p className="quiet">{t('seals.closing.exceptions', content.exceptions)}</p>
      <Lines
        title={t('seals.closing.heads')}
        lines={content.heads.map(({ desk, n, hash }) =>
          t('seals.closing.head-line', { desk, n, hash: hash.slice(0, 16) }),
        )}
      />
    </div>
  )
}
