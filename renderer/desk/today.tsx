/** What waits, what ends soon and what runs low today; each line leads to its record. */
import type { Output } from '../shell/contract.ts'
import { usePlaces } from '../shell/places.tsx'
import { useOperation } from '../shell/queries.ts'
import { placeOfRecord, useRegisters } from '../shell/registry.tsx'
import { useWords } from '../shell/words.tsx'
import { FaultNote } from '../ui/fault-note.tsx'

type Group = Output<'desk.today'>['groups'][number]

const TodayGroup = ({ group }: { group: Group }) => {
  const { t } = useWords()
  const { go } = usePlaces()
  const registers = useRegisters()
  return (
    <section className="today-group" data-group={group.key}>
      <h3>
        {t(`desk.group.${group.key}`)} <span className="today-count">{group.count}</span>
      </h3>
      <ul>
        {group.rows.map((row) => {
          const place = placeOfRecord(registers, row.type, row.subject)
          return (
            <li key={row.subject}>
              <button
                type="button"
                className="plain today-row"
                disabled={place === undefined}
                onClick={() => place !== undefined && go(place.page, place.params)}
              >
                <span className="today-title">{row.title}</span>
                <span className="quiet">{row.detail}</span>
              </button>
            </li>
          )
        })}
        {group.count > group.rows.length && (
          <li className="quiet today-rest">{t('desk.group.rest', { count: group.count - group.rows.length })}</li>
        )}
      </ul>
    </section>
  )
}

export const Today = () => {
  const { t } = useWords()
  const { data, fault, again } = useOperation('desk.today', {})
  const groups = data?.groups.filter((group) => group.count > 0) ?? []
  return (
    <section className="panel desk-panel" aria-label={t('desk.today')}>
      <h2>{t('desk.today')}</h2>
      <FaultNote fault={fault} onRetry={again} />
      {data !== undefined && groups.length === 0 && <p className="quiet">{t('desk.today.none')}</p>}
      <div className="desk-scroll">
        {groups.map((group) => (
          <TodayGroup key={group.key} group={group} />
        ))}
      </div>
    </section>
  )
}
