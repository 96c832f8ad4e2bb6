/** What a seal use's own record tells as an exception. */
import type { DerivedException } from '../../office/exceptions.ts'
import { countedImpressions } from '../accounts.ts'
import { expectedSha, fileMatch } from '../archive/archive-rules.ts'
import type { SealUse } from '../records.ts'

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
    found.push({
      kind: 'spoiled',
      ...whoSealed,
      values: { number, impressions: spoiled, reason: use.spoiledReason ?? '—' },
    })
  if (use.exception !== undefined)
    found.push({ kind: 'exception-noted', ...whoSealed, values: { number, text: use.exception } })
  const { documentShaBefore: before = use.document.sha256, documentShaAfter: after } = use
  if (before !== undefined && after !== undefined && before !== after)
    found.push({
      kind: 'document-differs',
      ...whoSealed,
      values: { number, before: before.slice(0, 12), after: after.slice(0, 12) },
    })
  return [...found, ...countAndOverride(use), ...notCompared(use), ...archiveDiffers(use)]
}

/** Counts that a correction changed, and a use made although rules stopped it. */
const countAndOverride = (use: SealUse): DerivedException[] => {
  const { number, firstCounts: first, corrected, override } = use
  const found: DerivedException[] = []
  if (override) {
    const values = { number, second: override.second.name, reason: override.reason }
    found.push({ kind: 'override', on: use.usedAt.slice(0, 10), person: use.sealer?.id, values })
  }
  const isRecounted = first !== undefined && (first.actual !== use.actual || first.spoiled !== use.spoiled)
  if (isRecounted && corrected && use.status === 'used') {
    const now = { actualNow: use.actual, spoiledNow: use.spoiled, reason: corrected.reason }
    const values = { number, ...first, ...now }
    found.push({ kind: 'corrected-count', on: corrected.at.slice(0, 10), person: corrected.by.id, values })
  }
  return found
}

/** A certain file was approved, and none was held against it: neither at the chop nor, so far, from the archive. */
const notCompared = (use: SealUse): DerivedException[] => {
  const { number, status, request, document, documentShaBefore: before, documentShaAfter: after, archived } = use
  if (status !== 'used' || request === undefined || document.sha256 === undefined) return []
  if (before !== undefined || after !== undefined || archived?.sha256 !== undefined) return []
  const values = { number, sha256: document.sha256.slice(0, 12) }
  return [{ kind: 'file-not-compared', on: use.usedAt.slice(0, 10), person: use.sealer?.id, values }]
}

/** The file that went to the archive is not the one that was approved. */
const archiveDiffers = (use: SealUse): DerivedException[] => {
  const { number, archivedOn, archived } = use
  const [expected, found] = [expectedSha(use), archived?.sha256]
  if (expected === undefined || found === undefined || fileMatch(expected, found) !== 'differs') return []
  const values = { number, before: expected.slice(0, 12), after: found.slice(0, 12) }
  return [{ kind: 'archive-differs', on: archivedOn ?? use.usedAt.slice(0, 10), person: archived?.by.id, values }]
}
