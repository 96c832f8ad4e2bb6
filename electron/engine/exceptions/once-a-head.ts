/** A source that is asked again only once something was entered: it answers from the journal's last entry on. */
import type { SubjectException } from '../../../shared/office/exceptions.ts'
import type { Reading } from '../act.ts'
import { one, sql, type Read } from '../store/sql.ts'
import type { ExceptionSource } from './deps.ts'

/** @param source must depend on nothing but what was entered, not on today's date */
export const onceAHead = (source: ExceptionSource): ExceptionSource => {
  const told = new WeakMap<Read, { seq: number; exceptions: SubjectException[] }>()
  return (reading: Reading) => {
    const seq = one<{ seq: number | null }>(reading.db, sql`select max(seq) as seq from entry`)?.seq ?? 0
    const known = told.get(reading.db)
    if (known?.seq === seq) return known.exceptions
    const exceptions = source(reading)
    told.set(reading.db, { seq, exceptions })
    return exceptions
  }
}
