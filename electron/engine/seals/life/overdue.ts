/** Seals that should be back by now, from outings and from temporary custody: for the register of exceptions and the alarm. */
import { localTime } from '../../../../shared/office/dates.ts'
import { custodyOverException, overdueException } from '../../../../shared/seals/life/life-exceptions.ts'
import type { ExceptionSource } from '../../exceptions/deps.ts'
import { custodyOver, outingsOverdue } from './life-store.ts'

const most = 200

export const overdueOutings: ExceptionSource = ({ db, now, zone }) =>
  outingsOverdue(db, localTime(now, zone), most).map(overdueException)

export const overdueCustody: ExceptionSource = ({ db, today }) => custodyOver(db, today, most).map(custodyOverException)
