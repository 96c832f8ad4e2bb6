/** A sheet of paper in the middle of the window, for what stands before the desk. */
import type { ReactNode } from 'react'
import { useWords } from './words.tsx'
import { useMachine } from './machine.tsx'
import './threshold.css'

export const Card = ({ label, isWide = false, children }: { label: string; isWide?: boolean; children: ReactNode }) => {
  const { t } = useWords()
  const { language, setLanguage, version } = useMachine()
  return (
    <main className="threshold" aria-label={label}>
      <div className="threshold-brand">
        <span className="brand-seal" aria-hidden="true">
          印
        </span>
        <span>
          Sealbook <b>印簿</b>
        </span>
      </div>
      <div className={isWide ? 'card is-wide' : 'card'}>{children}</div>
      <footer className="threshold-foot">
        <button type="button" className="plain" onClick={() => setLanguage(language === 'en' ? 'zh-CN' : 'en')}>
          {t(language === 'en' ? 'settings.language.zh-CN' : 'settings.language.en')}
        </button>
        <span>{version}</span>
      </footer>
    </main>
  )
}
