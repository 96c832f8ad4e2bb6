/** What the register of exceptions needs to know from others; the composition root hands these in. */
import type { SubjectException } from '../../../shared/office/exceptions.ts'
import type { Reading } from '../act.ts'

/** What cannot be known from one record alone: what is overdue today, later knowledge, a number given twice. */
export type ExceptionSource = (reading: Reading) => SubjectException[]

export type ExceptionDeps = {
  sources: readonly ExceptionSource[]
  nameOf: (reading: Reading, person: string) => string | undefined
}
