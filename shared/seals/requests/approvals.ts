/** The state of an approval: a set of who decided in which step, from which everything else follows. */
import { refuse, type Refusal } from '../../api/fault.ts'
import { canonical } from '../../journal/canonical.ts'
import type { Draft } from '../../journal/entry.ts'
import { keyOf, nameOfApprover, plainRoute, type Approver, type RouteStep } from './approval-route.ts'
import { isLapsed } from './lapse.ts'
import type { Approval, Named, RequestStatus, SealRequest } from '../records.ts'

type Routed = Pick<SealRequest, 'route' | 'approvals'>

const stepOf = (approval: Approval): number => approval.step ?? 0

/** Of two decisions of one person in one step the refusal stands, else the earlier; the same on every desk. */
const prior = (one: Approval, other: Approval): Approval => {
  if (one.decision !== other.decision) return one.decision === 'rejected' ? one : other
  if (one.at !== other.at) return one.at < other.at ? one : other
  return canonical(one) <= canonical(other) ? one : other
}

/** Adds decisions to the set, one per person and step, so that the order in which desks learn of them changes nothing. */
export const withApprovals = (known: readonly Approval[], more: readonly Approval[]): Approval[] => {
  const set = new Map<string, Approval>()
  for (const approval of [...known, ...more]) {
    const key = `${stepOf(approval)}|${approval.person.id}`
    const before = set.get(key)
    set.set(key, before ? prior(before, approval) : approval)
  }
  return [...set]
    .toSorted(([a, one], [b, other]) => {
      const [left, right] = [`${one.at}|${a}`, `${other.at}|${b}`]
      return stepOf(one) - stepOf(other) || (left < right ? -1 : 1)
    })
    .map(([, approval]) => approval)
}

export type StepState = RouteStep & {
  step: number
  given: Approval[]
  /** Approvers of the step who have not decided yet; of an any-of step none, once one has. */
  open: Approver[]
  isDone: boolean
}

/** Each step of a request's route with who approved it; an approval from before there were routes fills its step whole. */
export const stepsOf = ({ route, approvals }: Routed): StepState[] =>
  (route ?? plainRoute).steps.map((step, index) => {
    const given = approvals.filter((one) => stepOf(one) === index && one.decision === 'approved')
    const filled = given.flatMap(({ slots }) => slots ?? step.approvers.map(keyOf))
    const left = step.approvers.filter((one) => !filled.includes(keyOf(one)))
    const isDone = step.mode === 'any-of' ? left.length < step.approvers.length : left.length === 0
    return { ...step, step: index, given, open: isDone ? [] : left, isDone }
  })

/** The step whose turn it is; undefined where all are done. */
export const waitingStep = (request: Routed): StepState | undefined => stepsOf(request).find(({ isDone }) => !isDone)

/** Total: whatever came in which order, withdrawn and rejected stand, and nothing is approved before its last step. */
export const statusOf = (request: Routed & Pick<SealRequest, 'ended'>): RequestStatus => {
  if (request.ended === 'withdrawn') return 'withdrawn'
  if (request.approvals.some(({ decision }) => decision === 'rejected')) return 'rejected'
  if (waitingStep(request)) return 'pending'
  return request.ended === 'done' ? 'done' : 'approved'
}

/** Who decides: what they hold themselves, and whom they stand in for today with what those hold. */
export type Decider = {
  person: Named
  keys: readonly string[]
  absent: readonly { person: Named; keys: readonly string[] }[]
}

type Told = { decision: Approval['decision']; opinion: string | undefined; at: string; today: string }

const isOwn = ({ applicant, proxy }: Pick<SealRequest, 'applicant' | 'proxy'>, id: string): boolean =>
  id === applicant.id || id === proxy?.id

/**
 * What of the waiting step someone may decide: as themselves, else for one absent approver. Nobody decides on their own
 * request or one they typed, nor for an absent applicant; in a step that needs all, one person counts once.
 */
export const slotsFor = (request: SealRequest, by: Decider): { slots: string[]; standsFor?: Named } | undefined => {
  const step = waitingStep(request)
  if (!step || isOwn(request, by.person.id) || step.given.some(({ person }) => person.id === by.person.id))
    return undefined
  const open = step.open.map(keyOf)
  const own = open.filter((key) => by.keys.includes(key))
  if (own.length > 0) return { slots: own }
  for (const { person, keys } of by.absent) {
    const slots = open.filter((key) => keys.includes(key))
    if (slots.length > 0 && !isOwn(request, person.id)) return { slots, standsFor: person }
  }
  return undefined
}

/** Approving a step or rejecting the request, by whoever's turn it is. */
export const decideRequest = (request: SealRequest, by: Decider, told: Told): Draft[] | Refusal => {
  const { id, number, status, useBy, lines } = request
  if (status !== 'pending') return refuse({ code: 'request-not-pending', number, status })
  if (isLapsed(request, told.today)) return refuse({ code: 'approval-lapsed', number, useBy })
  if (isOwn(request, by.person.id)) {
    const seal = lines[0]?.seal.name ?? ''
    return refuse({ code: 'duties-not-separated', seal, person: by.person.name, duties: ['applicant', 'approver'] })
  }
  const found = slotsFor(request, by)
  const step = waitingStep(request)
  if (!found || !step) return refuseTurn(request, by)
  const { decision, opinion, at } = told
  const approval = { person: by.person, decision, opinion, at, step: step.step, ...found }
  return [{ kind: 'seal.request-decided', subject: id, body: { approval } }]
}

const refuseTurn = (request: SealRequest, by: Decider): Refusal => {
  const { number } = request
  const step = waitingStep(request)
  if (step?.given.some(({ person }) => person.id === by.person.id) === true)
    return refuse({ code: 'already-approved', number, person: by.person.name })
  const waitsFor = step?.open.map(nameOfApprover).join('、') ?? ''
  return refuse({ code: 'not-your-step', number, step: (step?.step ?? 0) + 1, waitsFor })
}
