/** Handlers of the desk: finding, history, and what each room says stands today. */
import type { OutputOf } from '../../../shared/api/operation.ts'
import { isNamedBy } from '../../../shared/office/search-text.ts'
import type { deskOperations } from '../../../shared/desk/operations.ts'
import type { Handlers, Reading } from '../act.ts'
import { isCodeOf, search, type Hit } from '../search/search-index.ts'
import { historyOf, type HistoryDeps } from './history.ts'

export type TodayGroup = OutputOf<(typeof deskOperations)['desk.today']>['groups'][number]
export type LastSlip = OutputOf<(typeof deskOperations)['desk.lastSlips']>['rows'][number]

export type DeskDeps = HistoryDeps & {
  /** What each room wants seen today. */
  today: readonly ((reading: Reading) => TodayGroup[])[]
  /** The newest slips of each room, newest first. */
  slips: readonly ((reading: Reading, limit: number) => LastSlip[])[]
}

/** Enter takes the first: `YG-01` means the item of that code, and `htzyz` 合同专用章 before 合同专用章（2）, though both are older. */
const wholeFirst = (hits: readonly Hit[], typed: string): Hit[] => {
  const rank = (hit: Hit): number => (isCodeOf(hit, typed) ? 0 : isNamedBy(hit.title, typed) ? 1 : 2)
  return hits.toSorted((one, other) => rank(one) - rank(other))
}

export const deskHandlers = (deps: DeskDeps): Handlers<typeof deskOperations> => ({
  'desk.search': ({ db }, { text, types, limit }) => ({
    rows: wholeFirst(search(db, text, limit, types), text).map(({ subject, type, title, detail }) => ({
      subject,
      type,
      title,
      detail,
    })),
  }),
  'desk.history': (reading, { subject, also }) => historyOf(reading, subject, deps, also),
  'desk.today': (reading) => ({
    today: reading.today,
    groups: deps.today
      .flatMap((room) => room(reading))
      .filter(({ count, isReading }) => count > 0 || isReading === true),
  }),
  'desk.lastSlips': (reading, { limit }) => ({
    rows: deps.slips
      .flatMap((room) => room(reading, limit))
      .toSorted((a, b) => (a.time < b.time ? 1 : a.time > b.time ? -1 : 0))
      .slice(0, limit),
  }),
})
