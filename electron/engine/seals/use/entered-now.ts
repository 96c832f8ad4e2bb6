/** Where and when an act is entered, and by whom. */
import { localTime } from '../../../../shared/office/dates.ts'
import type { Entered } from '../../../../shared/seals/life/life-rules.ts'
import type { Reading } from '../../act.ts'
import type { SealDeps } from '../deps.ts'

export const enteredNow = (deps: SealDeps, reading: Reading): Entered => ({
  by: { id: reading.actor.person, name: reading.actor.name },
  desk: deps.desk(reading),
  at: localTime(reading.now, reading.zone),
  today: reading.today,
})
