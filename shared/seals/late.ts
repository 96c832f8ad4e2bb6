/** Voids and corrections made after their period was closed: kept one by one, each an exception. */
import { z } from 'zod'
import type { Entry } from '../journal/entry.ts'
import type { DerivedException } from '../office/exceptions.ts'

export const lateLine = z.object({
  /** The closed month `2026-10`. */
  period: z.string(),
  act: z.enum(['voided', 'corrected']),
  at: z.string(),
  by: z.object({ id: z.string(), name: z.string() }),
  reason: z.string(),
})
export type LateLine = z.infer<typeof lateLine>

const remark = lateLine.omit({ period: true, act: true }).extend({ closedPeriod: z.string() })

/** What an entry adds: only one that itself says that its period was closed. */
export const lateOf = (before: readonly LateLine[] | undefined, { kind, body }: Entry): LateLine[] | undefined => {
  const act = kind === 'seal.use-voided' ? 'voided' : kind === 'seal.use-corrected' ? 'corrected' : undefined
  const told = act && remark.safeParse(body[act])
  if (!act || told?.success !== true) return before ? [...before] : undefined
  const { closedPeriod, at, by, reason } = told.data
  return [...(before ?? []), { period: closedPeriod, act, at, by, reason }]
}

export const lateExceptions = (use: { number: string; late?: readonly LateLine[] | undefined }): DerivedException[] =>
  (use.late ?? []).map(({ period, at, by, reason }, index) => ({
    kind: 'after-closing',
    part: String(index + 1),
    on: at.slice(0, 10),
    person: by.id,
    values: { number: use.number, period, reason },
  }))
