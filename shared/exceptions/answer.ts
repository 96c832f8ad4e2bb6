/** An answer to an exception: its explanation, or that it is settled; each is a subject of its own, at whatever desk. */
import { z } from 'zod'
import { overlay, subjectType } from '../journal/subject.ts'

const named = z.object({ id: z.string(), name: z.string() })

/** What was answered, as it stood then: so that it stays in the register after nothing tells it any more. */
export const answered = z.object({
  kind: z.string(),
  subject: z.string(),
  type: z.string(),
  on: z.string(),
  person: z.string().optional(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
})
export type AnsweredException = z.infer<typeof answered>

/** `at`: office time `2026-11-23 13:05`; `measure` what is done so that it does not happen again. */
export const exceptionAnswer = z.object({
  id: z.string(),
  /** Id of the exception: kind, subject and part. */
  exception: z.string(),
  act: z.enum(['explained', 'settled']),
  text: z.string(),
  measure: z.string().optional(),
  by: named,
  at: z.string(),
  /** Absent on answers from before it was kept. */
  about: answered.optional(),
})
export type ExceptionAnswer = z.infer<typeof exceptionAnswer>

const body = exceptionAnswer.omit({ id: true, act: true, measure: true })

export const exceptionAnswerSubject = subjectType<ExceptionAnswer>({
  name: 'exception_answer',
  kinds: {
    'exception.explained': body,
    'exception.settled': body.extend({ measure: z.string().optional() }),
  },
  // Only a first entry makes an answer: the kind says which, and nothing later changes it.
  reduce: (record, entry) =>
    record ?? {
      ...overlay<ExceptionAnswer>(undefined, entry),
      act: entry.kind === 'exception.settled' ? 'settled' : 'explained',
    },
})
