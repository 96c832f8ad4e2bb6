/** Looks every minute for seals that should be back, and tells of each once. */
import { isRefusal } from '../../shared/api/fault.ts'
import { localTime } from '../../shared/office/dates.ts'
import type { OverdueSeal } from '../../shared/shell/alarm-words.ts'
import type { FolderKeeper } from './office/folder.ts'
import type { Clock } from './office/office.ts'
import { outingsOverdue } from './seals/life/life-store.ts'

const most = 50

/** What is overdue at this desk now; nothing where no office is open. */
export const overdueAt = (keeper: FolderKeeper, clock: Clock): OverdueSeal[] => {
  const office = keeper.office()
  if (isRefusal(office)) return []
  const { letter } = office.desk()
  return outingsOverdue(office.journal.db, localTime(clock.now(), office.office().zone), most)
    .filter(({ desk }) => desk === letter)
    .map(({ id, number, seal, taker, dueBackAt }) => ({
      id,
      number,
      seal: `${seal.code} ${seal.name}`,
      taker: taker.name,
      due: dueBackAt,
    }))
}

export type AlarmParts = {
  overdue: () => readonly OverdueSeal[]
  tell: (seals: readonly OverdueSeal[]) => void
  /** Calls again and again; the answer stops it. */
  everyMinute: (look: () => void) => () => void
}

/** Tells of each overdue outing once, as long as it stays overdue. */
export const watchOverdue = ({ overdue, tell, everyMinute }: AlarmParts): (() => void) => {
  const told = new Set<string>()
  const look = (): void => {
    const fresh = overdue().filter(({ id }) => !told.has(id))
    for (const { id } of fresh) told.add(id)
    if (fresh.length > 0) tell(fresh)
  }
  return everyMinute(look)
}
