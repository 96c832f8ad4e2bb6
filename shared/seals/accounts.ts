/** The names of the accounts to which uses contribute: monthly counts of a seal, and what was made on a request. */
import type { Contribution } from '../journal/subject.ts'
import { archiveState } from './archive/archive-rules.ts'
import type { SealUse } from './records.ts'

export const monthMeasures = ['uses', 'copies', 'actual', 'spoiled', 'voided'] as const
export type MonthMeasure = (typeof monthMeasures)[number]

/** Count of a seal in a month `2026-11`. */
export const monthAccount = (seal: string, month: string, measure: MonthMeasure): string =>
  `seal-month:${seal}:${month}:${measure}`

/** All months of a seal, or of every seal. */
export const monthPrefix = (seal: string | undefined): string =>
  seal === undefined ? 'seal-month:' : `seal-month:${seal}:`

/** Uses of a seal in a month whose paper is in the archive, or never will be: the rest is missing. Nothing at the chop. */
export const filedAccount = (seal: string, month: string): string => `seal-filed:${seal}:${month}`
export const filedPrefix = (seal: string | undefined): string =>
  seal === undefined ? 'seal-filed:' : `seal-filed:${seal}:`

/** The use that carries an archive number, found by the number; written when it is archived. */
export const archiveAccount = (archiveNumber: string, use: string): string => `archive-number:${archiveNumber}|${use}`

/** How many uses carry an archive number that was typed: two desks may have typed the same one. */
export const archiveTypedAccount = (archiveNumber: string): string => `archive-typed:${archiveNumber}`

/** Impressions made on a request with a seal, spoiled ones included: what its ceiling is compared with. */
export const requestAccount = (request: string, seal: string): string => `seal-request:${request}:${seal}`

/** Of those, the spoiled ones. */
export const requestSpoiledAccount = (request: string, seal: string): string =>
  `seal-request-spoiled:${request}:${seal}`

/** Uses entered on a request, void or not: a request with one cannot be withdrawn. */
export const requestUsesAccount = (request: string): string => `seal-request-uses:${request}`

/** Impressions as they count: a voided entry's impressions are spoiled where the paper bore them, else never made. */
export const countedImpressions = (use: SealUse): { actual: number; spoiled: number } =>
  use.status === 'used'
    ? { actual: use.actual, spoiled: use.spoiled }
    : { actual: 0, spoiled: use.voided?.wasStamped === false ? 0 : use.actual + use.spoiled }

/** What a use adds to the accounts; zeros are left out. */
export const contributionsOf = (use: SealUse): Contribution[] => {
  const month = use.usedAt.slice(0, 7)
  const { actual, spoiled } = countedImpressions(use)
  const isUsed = use.status === 'used'
  const counts: Record<MonthMeasure, number> = {
    uses: isUsed ? 1 : 0,
    copies: isUsed ? use.copies : 0,
    actual,
    spoiled,
    voided: isUsed ? 0 : 1,
  }
  const found: Contribution[] = monthMeasures.map((measure) => ({
    account: monthAccount(use.seal.id, month, measure),
    delta: counts[measure],
  }))
  if (use.request) {
    found.push({ account: requestAccount(use.request.id, use.seal.id), delta: actual + spoiled })
    found.push({ account: requestSpoiledAccount(use.request.id, use.seal.id), delta: spoiled })
    found.push({ account: requestUsesAccount(use.request.id), delta: 1 })
  }
  if (isUsed && archiveState(use) !== 'waiting') found.push({ account: filedAccount(use.seal.id, month), delta: 1 })
  if (use.archiveNumber !== undefined) {
    found.push({ account: archiveAccount(use.archiveNumber, use.id), delta: 1 })
    if (!use.archiveNumbered) found.push({ account: archiveTypedAccount(use.archiveNumber), delta: 1 })
  }
  if (use.numbered) found.push({ account: `book:${use.numbered.book}`, delta: 1 })
  if (use.archiveNumbered) found.push({ account: `book:${use.archiveNumbered.book}`, delta: 1 })
  return found.filter(({ delta }) => delta !== 0)
}
