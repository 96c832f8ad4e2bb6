/** What the register of exceptions needs to know from others; the composition root hands these in. */
import type { SubjectException } from '../../../shared/office/exceptions.ts'
import type { Reading } from '../act.ts'
import type { Read } from '../store/sql.ts'

/**
 * What cannot be known from one record alone: what is overdue today, later knowledge, a number given twice.
 * @param isWhole whether all of it is asked for at once; else a source that has much to read may tell the rest at later readings
 */
export type ExceptionSource = {
  (reading: Reading, isWhole?: boolean): SubjectException[]
  /** Of a source that reads in portions: whether it has told all there is. */
  isWhole?: (db: Read) => boolean
}

export type ExceptionDeps = {
  sources: readonly ExceptionSource[]
  nameOf: (reading: Reading, person: string) => string | undefined
}
