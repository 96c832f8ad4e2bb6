/** Approval routes 审批路线: which requests each applies to, which one a request takes, and entering them. */
import { z } from 'zod'
import { refuse, type Refusal } from '../../api/fault.ts'
import { subjectType } from '../../journal/subject.ts'
import type { Draft } from '../../journal/entry.ts'
import { routeStep } from './approval-route.ts'
import { laterBody, overlayAfter } from '../changes.ts'
import { categories, sealRef, sealTypes, type Seal, type SealRequest } from '../records.ts'
import { needsVerdict } from '../rules.ts'

/**
 * It applies to requests with one of its seals or seal types, in one of its categories, and of an amount from
 * `amountFrom` (included) to `amountTo` (not included), in minor units; what is left empty does not narrow.
 */
export const approvalRoute = z.object({
  id: z.string(),
  name: z.string(),
  seals: z.array(sealRef.extend({ type: z.enum(sealTypes) })),
  sealTypes: z.array(z.enum(sealTypes)),
  categories: z.array(z.enum(categories)),
  amountFrom: z.int().optional(),
  amountTo: z.int().optional(),
  currency: z.string(),
  /** Where several apply, the smallest goes first. */
  precedence: z.int(),
  steps: z.array(routeStep),
  isRetired: z.boolean(),
})
export type ApprovalRoute = z.infer<typeof approvalRoute>

export const routeSubject = subjectType<ApprovalRoute>({
  name: 'approval_route',
  kinds: {
    'seal.route-set': laterBody(approvalRoute.omit({ id: true }).shape),
    'seal.route-retired': approvalRoute.pick({ isRetired: true }),
  },
  reduce: overlayAfter('seal.route-set'),
})

type Applying = Pick<ApprovalRoute, 'seals' | 'sealTypes' | 'categories' | 'amountFrom' | 'amountTo' | 'currency'>
/** The amount in another currency by the rate of the day, minor units; undefined where no rate is on record. */
export type Convert = (amount: number, from: string, to: string) => number | undefined

export type Asking = Pick<SealRequest, 'category' | 'contract'> & {
  seals: Pick<Seal, 'id' | 'type'>[]
  convert?: Convert | undefined
}

/**
 * Amounts of a contract that are not known, or are in another currency than the route's without a rate that leads
 * there, count as beyond every amount: the strictest route must not be left by leaving the amount out. What is no
 * contract has none.
 */
const isInAmount = (route: Applying, { category, contract, convert }: Asking): boolean => {
  const { amountFrom, amountTo, currency } = route
  if (amountFrom === undefined && amountTo === undefined) return true
  if (!needsVerdict({ category, contract })) return false
  const told = contract?.currency ?? 'CNY'
  const known =
    contract?.amount === undefined || told === currency ? contract?.amount : convert?.(contract.amount, told, currency)
  const amount = known ?? Infinity
  return amount >= (amountFrom ?? 0) && (amountTo === undefined || amount < amountTo)
}

const isForSeal = (route: Applying, seal: Pick<Seal, 'id' | 'type'>): boolean =>
  (route.seals.length === 0 && route.sealTypes.length === 0) ||
  route.seals.some(({ id }) => id === seal.id) ||
  route.sealTypes.includes(seal.type)

/** Whether a route applies: to one seal of the request at least, so that no seal slips past by company. */
export const isFor = (route: Applying, asking: Asking): boolean =>
  (route.categories.length === 0 || route.categories.includes(asking.category)) &&
  isInAmount(route, asking) &&
  asking.seals.some((seal) => isForSeal(route, seal))

/** The route a request takes: the first in order of precedence; where two desks gave one twice, the older one. */
export const routeFor = (routes: readonly ApprovalRoute[], asking: Asking): ApprovalRoute | undefined =>
  routes
    .filter((route) => !route.isRetired && isFor(route, asking))
    .toSorted((a, b) => a.precedence - b.precedence || (a.id < b.id ? -1 : 1))[0]

const share = <T>(one: readonly T[], other: readonly T[]): boolean => one.some((value) => other.includes(value))

const shareSeals = (one: Applying, other: Applying): boolean => {
  const isOpen = [one, other].some(({ seals, sealTypes: types }) => seals.length === 0 && types.length === 0)
  if (isOpen || share(one.sealTypes, other.sealTypes)) return true
  const ids = ({ seals }: Applying) => seals.map(({ id }) => id)
  const types = ({ seals }: Applying) => seals.map(({ type }) => type)
  return share(ids(one), ids(other)) || share(types(one), other.sealTypes) || share(one.sealTypes, types(other))
}

const shareAmounts = (one: Applying, other: Applying): boolean =>
  // Amounts of two currencies are not compared; an amount unknown to both would meet both.
  one.currency !== other.currency ||
  ((one.amountFrom ?? 0) < (other.amountTo ?? Infinity) && (other.amountFrom ?? 0) < (one.amountTo ?? Infinity))

/** Whether some request could take either. */
export const overlaps = (one: Applying, other: Applying): boolean =>
  shareSeals(one, other) &&
  (one.categories.length === 0 || other.categories.length === 0 || share(one.categories, other.categories)) &&
  shareAmounts(one, other)

/**
 * Entering a route, or setting one anew: every step has someone, amounts rise, and no other route of the same
 * precedence could want the same request.
 * @param others all routes of the office
 */
export const setRoute = (route: ApprovalRoute, others: readonly ApprovalRoute[]): Draft[] | Refusal => {
  const { id, amountFrom, amountTo, precedence, ...rest } = route
  const empty = route.steps.findIndex(({ approvers }) => approvers.length === 0)
  if (route.steps.length === 0 || empty >= 0) {
    const path = empty >= 0 ? `steps.${empty}.approvers` : 'steps'
    return refuse({ code: 'invalid-input', problems: [{ path, reason: 'invalid.required' }] })
  }
  if (amountFrom !== undefined && amountTo !== undefined && amountFrom >= amountTo)
    return refuse({ code: 'route-amounts-reversed', amountFrom, amountTo, currency: route.currency })
  const other = others.find(
    (one) => one.id !== id && !one.isRetired && one.precedence === precedence && overlaps(one, route),
  )
  if (other) return refuse({ code: 'route-overlaps', name: other.name, precedence })
  const isKnown = others.some((one) => one.id === id)
  // What a set route leaves open is taken away, where it was narrower before.
  const open = isKnown ? null : undefined
  const amounts = { amountFrom: amountFrom ?? open, amountTo: amountTo ?? open }
  return [{ kind: 'seal.route-set', subject: id, body: { ...rest, ...amounts, precedence } }]
}

export const retireRoute = (route: ApprovalRoute): Draft[] | Refusal =>
  route.isRetired
    ? refuse({ code: 'route-retired', name: route.name })
    : [{ kind: 'seal.route-retired', subject: route.id, body: { isRetired: true } }]
