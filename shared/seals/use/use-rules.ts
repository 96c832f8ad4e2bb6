/** Voiding and correcting an entry of the book: by new entries, which keep its number. */
import { refuse, type Refusal } from '../../api/fault.ts'
import type { Draft } from '../../journal/entry.ts'
import { onlyChanged } from '../../journal/changed.ts'
import type { Named, SealUse } from '../records.ts'

export type Why = { reason: string; by: Named; at: string; closedPeriod?: string | undefined }

/**
 * @param wasStamped whether the paper bore the impressions, which then count as spoiled
 */
export const voidUse = (use: SealUse, why: Why, wasStamped: boolean): Draft[] | Refusal => {
  if (use.status === 'voided') return refuse({ code: 'use-voided', number: use.number })
  return [{ kind: 'seal.use-voided', subject: use.id, body: { status: 'voided', voided: { ...why, wasStamped } } }]
}

type Changed<T> = { [K in keyof T]?: undefined extends T[K] ? T[K] | null : T[K] | undefined }

/** Null takes a text away. */
export type Correction = Changed<
  Pick<
    SealUse,
    | 'document'
    | 'recipient'
    | 'counterparty'
    | 'purpose'
    | 'copies'
    | 'actual'
    | 'spoiled'
    | 'seam'
    | 'spoiledReason'
    | 'archiveNumber'
    | 'archivedOn'
    | 'exception'
    | 'remarks'
  >
>

/**
 * Corrected counts stay under the ceiling that stood when it was sealed; an old ledger's entry knows none.
 * @param left what is left on the request, or undefined where there is none
 */
export const correctUse = (use: SealUse, change: Correction, why: Why, left: number | undefined): Draft[] | Refusal => {
  if (use.status === 'voided') return refuse({ code: 'use-voided', number: use.number })
  const changed = onlyChanged(use, change)
  if (Object.keys(changed).length === 0)
    return refuse({ code: 'invalid-input', problems: [{ path: 'change', reason: 'invalid.required' }] })
  const { actual, spoiled, seam } = {
    actual: use.actual,
    spoiled: use.spoiled,
    seam: use.seam,
    ...changed,
  } as SealUse
  const ceiling = left === undefined ? use.approved : Math.min(use.approved, use.actual + use.spoiled + left)
  const asked = actual + spoiled
  if (use.numbered && asked > ceiling) {
    return refuse({ code: 'over-approved', seal: use.seal.name, approved: use.approved, left: ceiling, asked })
  }
  // What was never stamped is voided, which shows; a correction to nothing would free the approval unseen.
  if (use.numbered && asked === 0) return refuse({ code: 'nothing-stamped', seal: use.seal.name })
  if (seam > actual) return refuse({ code: 'seam-over-actual', seal: use.seal.name, seam, actual })
  // More spoiled than was known: where nobody says why, the reason of the correction does.
  const isUnexplained = spoiled > use.spoiled && change.spoiledReason === undefined && use.spoiledReason === undefined
  const spoiledReason = isUnexplained ? { spoiledReason: why.reason } : {}
  return [{ kind: 'seal.use-corrected', subject: use.id, body: { ...changed, ...spoiledReason, corrected: why } }]
}
