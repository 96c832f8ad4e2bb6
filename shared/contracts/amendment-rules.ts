/** Deciding an amendment, which may only narrow, and the lifting of exclusions, which widens nothing that was granted. */
import type { z } from 'zod'
import { refuse, type FieldProblem, type Refusal } from '../api/fault.ts'
import type { Draft } from '../journal/entry.ts'
import { amountText } from './amounts.ts'
import { termsOn, type Amendment, type amendableFields } from './amendment.ts'
import type { Delegation } from './delegation.ts'

type Narrowing = z.output<z.ZodObject<typeof amendableFields>>

type Amending = { from: string; today: string; reason: string; terms: Narrowing }

const problem = (path: string, reason: string, detail?: string): FieldProblem => ({
  path,
  reason: `invalid.${reason}`,
  ...(detail === undefined ? {} : { detail }),
})

type Check = readonly [isWrong: boolean, path: string, reason: string, detail?: string | undefined]

/** Every field that would be wider than it is, or that says nothing sound. */
const problemsOf = (record: Delegation, { from, terms }: Amending): FieldProblem[] => {
  const now = termsOn(record, from)
  const { limit, aggregateLimit, aggregatePeriod, longestMonths, validTo, contractTypes, jointNeeded } = terms
  const above = (mine: number | string | undefined, theirs: number | string | undefined): boolean =>
    mine !== undefined && theirs !== undefined && mine > theirs
  const money = (amount: number | undefined): string => amountText(amount ?? 0, record.currency)
  const isOutside = (type: string): boolean => now.contractTypes.length > 0 && !now.contractTypes.includes(type)
  const signers = record.jointSigners.length
  const checks: Check[] = [
    [from < record.validFrom, 'from', 'before-start', record.validFrom],
    [record.validTo !== undefined && from > record.validTo, 'from', 'after-end'],
    [above(limit, now.limit), 'limit', 'wider', money(now.limit)],
    [above(aggregateLimit, now.aggregateLimit), 'aggregateLimit', 'wider', money(now.aggregateLimit)],
    [
      aggregateLimit !== undefined && now.aggregatePeriod === undefined && aggregatePeriod === undefined,
      'aggregatePeriod',
      'period-needed',
    ],
    [
      aggregatePeriod !== undefined && now.aggregatePeriod !== undefined && aggregatePeriod !== now.aggregatePeriod,
      'aggregatePeriod',
      'period-fixed',
    ],
    [above(longestMonths, now.longestMonths), 'longestMonths', 'wider', String(now.longestMonths ?? '')],
    [above(validTo, now.validTo), 'validTo', 'wider', now.validTo],
    [validTo !== undefined && validTo < from, 'validTo', 'before-start'],
    [(contractTypes ?? []).some(isOutside), 'contractTypes', 'wider-types'],
    [jointNeeded !== undefined && jointNeeded < now.jointNeeded, 'jointNeeded', 'wider', String(now.jointNeeded)],
    [signers > 0 && (jointNeeded ?? 0) > signers, 'jointNeeded', 'joint-too-few'],
  ]
  return checks.flatMap(([isWrong, path, reason, detail]) => (isWrong ? [problem(path, reason, detail)] : []))
}

/** Only what differs from how it reads by then, so that the entry says what it changed and nothing else. */
const changesOf = (record: Delegation, { from, terms }: Amending): Narrowing => {
  const now = termsOn(record, from)
  const added = <T extends string>(mine: readonly T[] | undefined, theirs: readonly string[]): T[] =>
    (mine ?? []).filter((one) => !theirs.includes(one))
  const excludedTypes = added(terms.excludedTypes, now.excludedTypes)
  const excludedCounterparties = added(terms.excludedCounterparties, now.excludedCounterparties)
  const isLess = terms.contractTypes !== undefined && terms.contractTypes.length !== now.contractTypes.length
  const plain = (['limit', 'aggregateLimit', 'longestMonths', 'validTo', 'jointNeeded'] as const).flatMap((field) =>
    terms[field] !== undefined && terms[field] !== now[field] ? [[field, terms[field]] as const] : [],
  )
  const isNewPeriod = terms.aggregateLimit !== undefined && now.aggregatePeriod === undefined
  return {
    ...Object.fromEntries(plain),
    ...(isNewPeriod ? { aggregatePeriod: terms.aggregatePeriod } : {}),
    ...(isLess ? { contractTypes: terms.contractTypes } : {}),
    ...(excludedTypes.length > 0 ? { excludedTypes } : {}),
    ...(excludedCounterparties.length > 0 ? { excludedCounterparties } : {}),
  }
}

export const decideAmendment = (record: Delegation, amending: Amending): Draft[] | Refusal => {
  if (record.revokedOn !== undefined)
    return refuse({ code: 'delegation-revoked', number: record.number, on: record.revokedOn })
  const problems = problemsOf(record, amending)
  if (problems.length > 0) return refuse({ code: 'invalid-input', problems })
  const changes = changesOf(record, amending)
  if (Object.keys(changes).length === 0)
    return refuse({ code: 'invalid-input', problems: [problem('limit', 'nothing-narrower')] })
  const { from, today, reason } = amending
  const body: Amendment = { amendedFrom: from, amendedOn: today, amendedReason: reason, ...changes }
  return [{ kind: 'delegation.amended', subject: record.id, body }]
}

/**
 * What a delegation excludes is forbidden to its holder whatever else they hold. Lifting that leaves the delegation itself
 * as narrow as it was, revoked or not; only the holder's other delegations count again.
 */
export const decideLifting = (record: Delegation, on: string, reason: string): Draft[] | Refusal => {
  const { excludedTypes, excludedCounterparties } = termsOn(record, on)
  if (excludedTypes.length + excludedCounterparties.length === 0)
    return refuse({ code: 'no-exclusions', number: record.number })
  if (record.exclusionsLiftedOn !== undefined || record.liftsExclusions === true)
    return refuse({
      code: 'exclusions-lifted',
      number: record.number,
      on: record.exclusionsLiftedOn ?? record.revokedOn ?? '',
    })
  if (on < record.validFrom)
    return refuse({ code: 'invalid-input', problems: [problem('on', 'before-start', record.validFrom)] })
  const body = { exclusionsLiftedOn: on, exclusionsLiftedReason: reason }
  return [{ kind: 'delegation.exclusions-lifted', subject: record.id, body }]
}
