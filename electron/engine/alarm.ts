/** Looks every minute for seals that wait for somebody at this desk, and tells of each once. */
import { isRefusal } from '../../shared/api/fault.ts'
import { localTime } from '../../shared/office/dates.ts'
import type { SealAlarm } from '../../shared/shell/alarm-words.ts'
import type { FolderKeeper } from './office/folder.ts'
import type { Clock } from './office/office.ts'
import { custodyOver, handoversBefore, outingsOverdue } from './seals/life/life-store.ts'
import { sealOf } from './seals/store.ts'
import type { Read } from './store/sql.ts'

const most = 50

const sealText = ({ code, name }: { code: string; name: string }): string => `${code} ${name}`

/** Told at the desk that can do something about it: where the seal lies, or where it is to be accepted. */
const alarmsIn = (db: Read, letter: string, now: string): SealAlarm[] => {
  const overdue = outingsOverdue(db, now, most).filter(({ desk }) => desk === letter)
  const offered = handoversBefore(db, { status: 'offered', limit: most }).filter(({ toDesk }) => toDesk === letter)
  const over = custodyOver(db, now.slice(0, 10), most).filter(({ seal }) => sealOf(db, seal.id)?.homeDesk === letter)
  return [
    ...overdue.map(({ id, number, seal, taker, dueBackAt: due }) => ({
      kind: 'outing-overdue' as const,
      id,
      values: { number, seal: sealText(seal), taker: taker.name, due },
    })),
    ...offered.map(({ id, number, seal, from, to, temporaryUntil: until }) => ({
      kind: until === undefined ? ('handover-offered' as const) : ('custody-offered' as const),
      id,
      values: { number, seal: sealText(seal), from: from.name, to: to.name, until: until ?? '' },
    })),
    ...over.map(({ id, number, seal, from, to, temporaryUntil: until = '' }) => ({
      kind: 'custody-overdue' as const,
      id,
      values: { number, seal: sealText(seal), from: from.name, to: to.name, until },
    })),
  ]
}

/** What is to be told at this desk now; nothing where no office is open. */
export const alarmsAt = (keeper: FolderKeeper, clock: Clock): SealAlarm[] => {
  const office = keeper.office()
  if (isRefusal(office)) return []
  return alarmsIn(office.journal.db, office.desk().letter, localTime(clock.now(), office.office().zone))
}

export type AlarmParts = {
  alarms: () => readonly SealAlarm[]
  tell: (alarms: readonly SealAlarm[]) => void
  /** Calls again and again; the answer stops it. */
  everyMinute: (look: () => void) => () => void
}

/** Tells of each once, as long as it waits. */
export const watchAlarms = ({ alarms, tell, everyMinute }: AlarmParts): (() => void) => {
  const told = new Set<string>()
  const look = (): void => {
    const fresh = alarms().filter(({ kind, id }) => !told.has(`${kind} ${id}`))
    for (const { kind, id } of fresh) told.add(`${kind} ${id}`)
    if (fresh.length > 0) tell(fresh)
  }
  return everyMinute(look)
}
