/** What waits, what ends soon and what runs low today; each line leads to its record. */
import type { Output } from '../shell/contract.ts'
import { usePlaces } from '../shell/places.tsx'
import { useOperation } from '../shell/queries.ts'
import { placeOfRecord, useRegisters } from '../shell/registry.tsx'
import { useWords } from '../shell/words.tsx'
import { ArrowList } from '../ui/arrow-list.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { useMine, type ShownGroup } from './mine.ts'
import { NextSteps, useNextSteps } from './next-steps.tsx'

/** What waits for somebody comes first, what merely approaches last; each with the list it is taken from. */
const order: Readonly<Record<ShownGroup['key'], { readonly rank: number; readonly page: string }>> = {
  'requests-mine': { rank: 0.5, page: 'seals.requests' },
  'closings-waiting': { rank: 0.6, page: 'seals.closing' },
  'requests-waiting': { rank: 1, page: 'seals.requests' },
  'requests-approved': { rank: 2, page: 'seals.requests' },
  'seals-overdue': { rank: 0, page: 'seals.out' },
  'custody-overdue': { rank: 0, page: 'seals.out' },
  'handovers-waiting': { rank: 2, page: 'seals.out' },
  'seals-out': { rank: 3, page: 'seals.cabinet' },
  'exceptions-open': { rank: 3.5, page: 'exceptions.list' },
  'stock-oversold': { rank: 0, page: 'supplies.items' },
  'purchases-waiting': { rank: 1.2, page: 'supplies.purchases' },
  'purchases-late': { rank: 3.8, page: 'supplies.purchases' },
  'supply-requests-waiting': { rank: 1, page: 'supplies.requests' },
  'supply-promises': { rank: 1.5, page: 'supplies.requests' },
  'supply-to-issue': { rank: 2, page: 'supplies.requests' },
  'stocktakes-open': { rank: 2.5, page: 'supplies.stocktakes' },
  'stock-months-due': { rank: 3.9, page: 'supplies.closings' },
  'stock-low': { rank: 4, page: 'supplies.items' },
  'authority-ending': { rank: 5, page: 'contracts.alerts' },
  'contracts-ending': { rank: 6, page: 'contracts.alerts' },
  'revocation-notices': { rank: 0, page: 'contracts.notices' },
  'originals-out': { rank: 3.5, page: 'contracts.revocations' },
}

/** So that every group is seen at once. */
const mostRows = 4

const TodayGroup = ({ group }: { group: ShownGroup }) => {
  const { t } = useWords()
  const { go } = usePlaces()
  const registers = useRegisters()
  const rows = group.rows.slice(0, mostRows)
  return (
    <section className="today-group" data-group={group.key}>
      <h3>
        {t(`desk.group.${group.key}`)} <span className="today-count">{group.count}</span>
        {group.isReading === true && <span className="quiet"> {t('desk.group.reading')}</span>}
      </h3>
      {rows.map((row) => {
        const place = placeOfRecord(registers, row.type, row.subject)
        return (
          <button
            key={row.subject}
            type="button"
            className="plain today-row"
            disabled={place === undefined}
            onClick={() => place !== undefined && go(place.page, place.params)}
          >
            <span className="today-title">{row.title}</span>
            <span className={row.isLate === true ? 'is-care' : 'quiet'}>{row.detail}</span>
          </button>
        )
      })}
      {group.count > rows.length && (
        <button type="button" className="plain today-row today-rest" onClick={() => go(order[group.key].page)}>
          {t('desk.group.rest', { count: group.count - rows.length })}
        </button>
      )}
    </section>
  )
}

/** Asked again until all is read, so that a count does not stay too small until somebody enters something. */
const isUnfinished = ({ groups }: Output<'desk.today'>): boolean => groups.some(({ isReading }) => isReading === true)

export const Today = ({ onAbove }: { onAbove: () => void }) => {
  const { t } = useWords()
  const { data, fault, again } = useOperation('desk.today', {}, { isUnfinished })
  const left = useNextSteps()
  const groups = useMine(data?.groups ?? [])
    .filter((group) => group.count > 0 || group.isReading === true)
    .toSorted((one, other) => order[one.key].rank - order[other.key].rank)
  return (
    <section className="panel desk-panel" aria-label={t('desk.today')}>
      <h2>{t('desk.today')}</h2>
      <FaultNote fault={fault} onRetry={again} />
      {data !== undefined && groups.length === 0 && left.length === 0 && (
        <p className="quiet">{t('desk.today.none')}</p>
      )}
      <ArrowList className="desk-scroll" label={t('desk.today')} onAbove={onAbove}>
        {left.length > 0 && <NextSteps steps={left} />}
        {groups.map((group) => (
          <TodayGroup key={group.key} group={group} />
        ))}
      </ArrowList>
    </section>
  )
}
