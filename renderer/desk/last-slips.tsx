/** The last slips entered here, newest first: Enter opens one, P prints the newest again. */
import { usePlaces } from '../shell/places.tsx'
import { useOperation } from '../shell/queries.ts'
import { placeOfRecord, useRegisters } from '../shell/registry.tsx'
import { useWords } from '../shell/words.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { PrintAgain } from './print-again.tsx'

export const LastSlips = () => {
  const { t } = useWords()
  const { go } = usePlaces()
  const registers = useRegisters()
  const { data, fault, again } = useOperation('desk.lastSlips', { limit: 12 })
  const newest = data?.rows[0]
  return (
    <section className="panel desk-panel" aria-label={t('desk.last-slips')}>
      <h2>
        {t('desk.last-slips')}
        {newest !== undefined && <PrintAgain slip={newest} keyName="Ctrl+p" />}
      </h2>
      <FaultNote fault={fault} onRetry={again} />
      {data?.rows.length === 0 && <p className="quiet">{t('desk.last-slips.none')}</p>}
      <ul className="desk-scroll">
        {data?.rows.map((slip) => {
          const place = placeOfRecord(registers, slip.type, slip.subject)
          return (
            <li key={slip.subject} className="slip-row">
              <button
                type="button"
                className="plain"
                disabled={place === undefined}
                onClick={() => place !== undefined && go(place.page, place.params)}
              >
                <span className="slip-number">{slip.number}</span>
                <span className="slip-title">{slip.title}</span>
                <span className="quiet">{slip.time}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
