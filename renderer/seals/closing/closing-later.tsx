/** What came to a closed month after its closing, on screen: the sheet itself stays as it was signed. */
import type { LaterLine } from '../../../shared/seals/closing/closing.ts'
import { useWords } from '../../shell/words.tsx'
import './closing.css'

export const ClosingLater = ({ later }: { later: readonly LaterLine[] }) => {
  const { t } = useWords()
  if (later.length === 0) return null
  return (
    <section className="closing-says" data-testid="closing-later">
      <h3>{t('seals.closing.later')}</h3>
      <ul>
        {later.map(({ now, ...line }) => (
          <li key={`${line.number}${line.act}${line.at}${line.reason}`}>
            {t('seals.closing.later-line', { ...line, was: '', ...now })}
          </li>
        ))}
      </ul>
    </section>
  )
}
