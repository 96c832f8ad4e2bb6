/** Where a stocktake's course stands: who submitted, returned, approved and posted it, and the slips that came of it. */
import { usePlaces } from '../../shell/places.tsx'
import { useWords } from '../../shell/words.tsx'
import type { Stocktake } from './count-sheet.tsx'
import { useTimeText } from './parts.tsx'

export const CourseLine = ({ stocktake }: { stocktake: Stocktake }) => {
  const { t } = useWords()
  const { go } = usePlaces()
  const timeText = useTimeText()
  const { plannedBy, enteredAt, submitted, returned, approved, posted, cancelled, reconciled = [], state } = stocktake
  const said = (key: 'planned' | 'submitted' | 'approved' | 'posted', by: string, at: number) =>
    t(`supplies.course.${key}`, { by, at: timeText(at) })
  const isReturned = returned !== undefined && returned.submission === submitted?.id
  const slips = [...(posted?.slips ?? []), ...reconciled.flatMap((each) => each.slips)]
  return (
    <div className="take-course">
      <span>{said('planned', plannedBy.name, enteredAt)}</span>
      {submitted && !isReturned && <span>{said('submitted', submitted.by.name, submitted.at)}</span>}
      {isReturned && state === 'counting' && (
        <span className="is-care">
          {t('supplies.course.returned', { by: returned.by.name, reason: returned.reason })}
        </span>
      )}
      {approved && !isReturned && (
        <span>
          {said('approved', approved.by.name, approved.at)} {approved.opinion}
        </span>
      )}
      {posted && <span>{said('posted', posted.by.name, posted.at)}</span>}
      {cancelled && (
        <span className="is-care">
          {t('supplies.course.cancelled', { by: cancelled.by.name, reason: cancelled.reason })}
        </span>
      )}
      {slips.map(({ id, number }) => (
        <button key={id} type="button" className="plain take-slip" onClick={() => go('supplies.slips', { open: id })}>
          {number}
        </button>
      ))}
    </div>
  )
}
