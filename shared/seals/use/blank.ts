/** A blank document that was brought to be sealed: never sealed, and the attempt is kept (domain §1). */
import { z } from 'zod'
import { overlay, subjectType } from '../../journal/subject.ts'
import { named, sealRef } from '../records.ts'

export const blankRefusal = z.object({
  id: z.string(),
  /** Office time `2026-11-23 13:05`. */
  at: z.string(),
  seal: sealRef.optional(),
  title: z.string(),
  broughtBy: named,
  refusedBy: named,
  request: z.object({ id: z.string(), number: z.string() }).optional(),
  contract: z.object({ id: z.string(), number: z.string() }).optional(),
  remarks: z.string().optional(),
})
export type BlankRefusal = z.infer<typeof blankRefusal>

export const blankSubject = subjectType<BlankRefusal>({
  name: 'seal_blank',
  kinds: { 'seal.blank-refused': blankRefusal.omit({ id: true }) },
  reduce: overlay,
  exceptions: ({ at, title, broughtBy, refusedBy }) => [
    {
      kind: 'blank-document',
      on: at.slice(0, 10),
      person: refusedBy.id,
      values: { who: broughtBy.name, title },
    },
  ],
  search: ({ title, broughtBy, at, seal }) => ({
    title,
    detail: [at, broughtBy.name, seal?.name].filter(Boolean).join(' · '),
    words: [broughtBy.name],
    class: 'log',
  }),
})
