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

/** A person with the places they hold by name and post; who decides holds roles besides. */
export type Holder = { person: Named; keys: readonly string[] }

/**
 * Who decides: what they hold themselves, and whom they stand in for today with what those hold. `first`: who stands in
 * before them, wherever that one can.
 */
export type Decider = Holder & { absent: readonly (Holder & { first?: Holder | undefined })[] }

type Told = { decision: Approval['decision']; opinion: string | undefined; at: string; today: string }

type Asked = Pick<SealRequest, 'applicant' | 'proxy'>

const isOwn = ({ applicant, proxy }: Asked, id: string): boolean => id === applicant.id || id === proxy?.id

type Places = Pick<StepState, 'mode' | 'approvers' | 'given'>

/** Why a stand-in cannot fill an absent person's place of a step: it is their own request, or they fill a place of their own. */
export const hindranceOf = (
  request: Asked,
  step: Places,
  { person, keys }: Holder,
): 'asks' | 'own-place' | undefined => {
  if (isOwn(request, person.id)) return 'asks'
  const holdsOne = step.mode === 'all-of' && step.approvers.some((one) => keys.includes(keyOf(one)))
  return holdsOne || step.given.some((one) => one.person.id === person.id) ? 'own-place' : undefined
}

type Slots = { slots: string[]; standsFor?: Named }

const slotsOfAbsent = (request: SealRequest, step: StepState, { absent }: Decider): Slots | undefined => {
  for (const { person, keys, first } of absent) {
    const slots = step.open.map(keyOf).filter((key) => keys.includes(key))
    const isFree = first === undefined || hindranceOf(request, step, first) !== undefined
    if (slots.length > 0 && isFree && !isOwn(request, person.id)) return { slots, standsFor: person }
  }
  return undefined
}

/**
 * What of the waiting step someone may decide: as themselves, else for one absent approver. Nobody decides on their own
 * request or one they typed, nor for an absent applicant; in a step that needs all, one person counts once.
 */
export const slotsFor = (request: SealRequest, by: Decider): Slots | undefined => {
  const step = waitingStep(request)
  if (!step || isOwn(request, by.person.id) || step.given.some(({ person }) => person.id === by.person.id))
    return undefined
  const own = step.open.map(keyOf).filter((key) => by.keys.includes(key))
  const held = own.length > 0 ? { slots: own } : undefined
  // In a step that needs all, a place by role is open to others too; an absent person's is not.
  const isByRole = step.mode === 'all-of' && own.every((key) => key.startsWith('role:'))
  return isByRole ? (slotsOfAbsent(request, step, by) ?? held) : (held ?? slotsOfAbsent(request, step, by))
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
  const waitsFor = step?.open.map(nameOfApprover) ?? []
  return refuse({ code: 'not-your-step', number, step: (step?.step ?? 0) + 1, waitsFor })
}
