/** What a seal use's own record tells as an exception. */
import type { DerivedException } from '../office/exceptions.ts'
import { countedImpressions } from './accounts.ts'
import type { SealUse } from './records.ts'

/** An old ledger's entries tell none: what was wrong with them was settled on its own paper. */
export const useExceptions = (use: SealUse): DerivedException[] => {
  if (!use.numbered) return []
  const { number, voided } = use
  const found: DerivedException[] = []
  const { spoiled } = countedImpressions(use)
  if (use.status === 'voided' && voided && spoiled > 0)
    found.push({
      kind: 'voided-stamped',
      on: voided.at.slice(0, 10),
      person: voided.by.id,
      values: { number, impressions: spoiled, reason: voided.reason },
    })
  const whoSealed = { on: use.usedAt.slice(0, 10), person: use.sealer?.id }
  if (use.status === 'used' && spoiled > 0)
    found.push({ kind: 'spoiled', ...whoSealed, values: { number, impressions: spoiled } })
  if (use.exception !== undefined)
    found.push({ kind: 'exception-noted', ...whoSealed, values: { number, text: use.exception } })
  const { documentShaBefore: before, documentShaAfter: after } = use
  if (before !== undefined && after !== undefined && before !== after)
    found.push({
      kind: 'document-differs',
      ...whoSealed,
      values: { number, before: before.slice(0, 12), after: after.slice(0, 12) },
    })
  return found
}
