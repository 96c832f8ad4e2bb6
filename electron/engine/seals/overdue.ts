/** Seals that should be back by now: for the register of exceptions and for the alarm. */
import { localTime } from '../../../shared/office/dates.ts'
import { overdueException } from '../../../shared/seals/life-exceptions.ts'
import type { ExceptionSource } from '../exceptions/deps.ts'
import { outingsOverdue } from './life-store.ts'

const most = 200

export const overdueOutings: ExceptionSource = ({ db, now, zone }) =>
  outingsOverdue(db, localTime(now, zone), most).map(overdueException)
