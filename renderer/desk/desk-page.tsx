/** The desk: one large box, what waits today, and the last slips with one key to print again. */
import { Finder } from '../shell/finder.tsx'
import { KeyScope } from '../shell/keys.tsx'
import { useSession } from '../shell/session.tsx'
import { useWords } from '../shell/words.tsx'
import { weekdayOf } from '../ui/read-date.ts'
import { LastSlips } from './last-slips.tsx'
import { Today } from './today.tsx'
import './desk.css'

const toBox = () => document.querySelector<HTMLElement>('.desk .finder input')?.focus()
const toLists = () => document.querySelector<HTMLElement>('.desk-scroll button:not([disabled])')?.focus()

export const DeskPage = () => {
  const { t } = useWords()
  const { office } = useSession()
  return (
    <section className="desk" aria-label={t('desk.title')}>
      <header className="desk-head">
        <h1>{t('desk.title')}</h1>
        {office.today !== undefined && (
          <span className="quiet">
            {office.today} {t(`desk.weekday.${weekdayOf(office.today)}`)}
          </span>
        )}
      </header>
      <KeyScope>
        <Finder isLarge onBelow={toLists} />
      </KeyScope>
      <div className="desk-columns">
        <Today onAbove={toBox} />
        <LastSlips onAbove={toBox} />
      </div>
    </section>
  )
}
