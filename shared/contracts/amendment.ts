/**
 * Amending a delegation 变更授权: from a day on it reads narrower. What it granted until then stays as it was, so the terms are
 * told per day; and since every amendment only narrows, their order does not matter: all of them hold, whoever entered
 * which first. Wider terms are a new delegation, because nobody may be granted by an entry what no letter says.
 */
import { z } from 'zod'
import { count, date, money, text } from '../api/fields.ts'
import { aggregatePeriods, contractTypes, type AuthorityAction } from './kinds.ts'

/** What may be narrowed; a field that is left out stays as it is. Exclusions are those that are added. */
export const amendableFields = {
  limit: money().optional(),
  aggregateLimit: money().optional(),
  /** Only where there was no aggregate limit before. */
  aggregatePeriod: z.enum(aggregatePeriods).optional(),
  longestMonths: count(1, 1200).optional(),
  validTo: date().optional(),
  /** Those that are left. */
  contractTypes: z.array(z.enum(contractTypes)).min(1).max(contractTypes.length).optional(),
  excludedTypes: z.array(z.enum(contractTypes)).max(contractTypes.length).optional(),
  excludedCounterparties: z.array(text(200)).max(100).optional(),
  jointNeeded: count(0, 9).optional(),
}

export const amendmentBody = z.object({
  amendedFrom: z.string(),
  amendedOn: z.string(),
  amendedReason: z.string(),
  limit: z.int().optional(),
  aggregateLimit: z.int().optional(),
  aggregatePeriod: z.enum(aggregatePeriods).optional(),
  longestMonths: z.int().optional(),
  validTo: z.string().optional(),
  contractTypes: z.array(z.string()).optional(),
  excludedTypes: z.array(z.string()).optional(),
  excludedCounterparties: z.array(z.string()).optional(),
  jointNeeded: z.int().optional(),
})
export type Amendment = z.infer<typeof amendmentBody>

/** What the terms of a delegation are made of; the rest of it no amendment touches. */
export type Terms = {
  limit?: number | undefined
  aggregateLimit?: number | undefined
  aggregatePeriod?: (typeof aggregatePeriods)[number] | undefined
  longestMonths?: number | undefined
  validTo?: string | undefined
  actions: readonly AuthorityAction[]
  contractTypes: readonly string[]
  excludedTypes: readonly string[]
  excludedCounterparties: readonly string[]
  jointNeeded: number
  amendments?: readonly Amendment[] | undefined
}

const lower = <T extends number | string>(a: T | undefined, b: T | undefined): T | undefined =>
  a === undefined ? b : b === undefined || a < b ? a : b

/** Two desks may have left no type in common; then it is for nothing, which an empty list of types would not say. */
const typesLeft = ({ actions, contractTypes: mine }: Terms, theirs: readonly string[] = []) => {
  const all = mine.length === 0 ? theirs : theirs.length === 0 ? mine : mine.filter((type) => theirs.includes(type))
  const isNone = all.length === 0 && mine.length > 0
  return { contractTypes: isNone ? [...mine] : [...all], actions: isNone ? [] : [...actions] }
}

const both = (mine: readonly string[], theirs: readonly string[] = []): string[] => [...new Set([...mine, ...theirs])]

/** The terms with one amendment: of every field the narrower. */
const narrowed = <T extends Terms>(terms: T, by: Amendment): T => ({
  ...terms,
  limit: lower(terms.limit, by.limit),
  aggregateLimit: lower(terms.aggregateLimit, by.aggregateLimit),
  aggregatePeriod: terms.aggregatePeriod ?? by.aggregatePeriod,
  longestMonths: lower(terms.longestMonths, by.longestMonths),
  validTo: lower(terms.validTo, by.validTo),
  ...typesLeft(terms, by.contractTypes),
  excludedTypes: both(terms.excludedTypes, by.excludedTypes),
  excludedCounterparties: both(terms.excludedCounterparties, by.excludedCounterparties),
  jointNeeded: Math.max(terms.jointNeeded, by.jointNeeded ?? 0),
})

/** A delegation as it reads on a day; the same record where nothing was amended by then. */
export const termsOn = <T extends Terms>(record: T, on: string): T =>
  (record.amendments ?? []).filter(({ amendedFrom }) => amendedFrom <= on).reduce(narrowed, record)

/**
 * The record with an amendment taken in. An earlier end holds at once: no amendment ends a delegation before the day it
 * begins to say so, so on no day is anything else told by it.
 */
export const withAmendment = <T extends Terms>(record: T, amendment: Amendment): T => {
  const validTo = lower(record.validTo, amendment.validTo)
  return {
    ...record,
    ...(validTo === undefined ? {} : { validTo }),
    amendments: [...(record.amendments ?? []), amendment],
  }
}
