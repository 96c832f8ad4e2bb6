/** Seal-use requests: submitting, approving, rejecting, withdrawing, closing. */
import { isRefusal, type Refusal } from '../../../../shared/api/fault.ts'
import { localTime } from '../../../../shared/office/dates.ts'
import type { sealOperations } from '../../../../shared/seals/operations.ts'
import type { SealRequest } from '../../../../shared/seals/records.ts'
import { closeRequest, withdrawRequest } from '../../../../shared/seals/requests/request-rules.ts'
import {
  decideRequest,
  slotsFor,
  stepsOf,
  waitingStep,
  type Decider,
} from '../../../../shared/seals/requests/approvals.ts'
import { stateOf } from '../../../../shared/seals/requests/lapse.ts'
import type { Draft } from '../../../../shared/journal/entry.ts'
import type { Act, Handlers, Reading } from '../../act.ts'
import { refuseStale } from '../../office/office.ts'
import { notFound } from '../life/cabinet.ts'
import type { SealDeps } from '../deps.ts'
import { actorOf } from '../use/use-facts.ts'
import { awaitedNow } from './awaited.ts'
import { deciderOf } from './deciders.ts'
import { requestBody } from './request-body.ts'
import { askedAgain, countsOf, requestsIn } from './request-store.ts'
import { settle } from '../use/settle.ts'
import { headsOfRow, requestByNumber, requestKey, requestOf, rowShown, usesOn, usesOnRequest } from '../store.ts'

type RequestOperations = Pick<
  typeof sealOperations,
  | 'seals.requests'
  | 'seals.requestGet'
  | 'seals.requestSubmit'
  | 'seals.requestApprove'
  | 'seals.requestReject'
  | 'seals.requestWithdraw'
  | 'seals.requestClose'
>

/** Finds, checks for staleness, decides and enters: what every later act on a request has in common. */
const actOn = (
  act: Act,
  input: { id: string; basedOn?: string[] | undefined },
  decide: (request: SealRequest) => Draft[] | Refusal,
): { id: string; number: string } | Refusal => {
  const request = requestOf(act.db, input.id)
  if (!request) return notFound('seal_request', input.id)
  const stale = refuseStale(act, 'seal_request', input.id, input.basedOn)
  if (stale) return stale
  const drafts = decide(request)
  if (isRefusal(drafts)) return drafts
  act.enter(...drafts)
  return { id: request.id, number: request.number }
}

/** Deciding as whoever is signed in; what an emergency sealed before its approval is then done at once. */
export const decide = (
  act: Act,
  by: Decider,
  request: SealRequest,
  decision: 'approved' | 'rejected',
  opinion: string | undefined,
): Draft[] | Refusal =>
  decideRequest(request, by, { decision, opinion, at: localTime(act.now, act.zone), today: act.today })

/** A request in a list: its state today, and whose turn it is. */
export const listed = (request: SealRequest, today: string) => {
  const state = stateOf(request, today)
  return { ...request, state, waitsFor: state === 'pending' ? (waitingStep(request)?.open ?? []) : [] }
}

const found = (deps: SealDeps, reading: Reading, request: SealRequest) => {
  const { db, today } = reading
  const state = stateOf(request, today)
  const again = state === 'pending' || state === 'approved' ? undefined : askedAgain(db, request)
  const waiting = state === 'pending' ? waitingStep(request) : undefined
  const mayDecide = state === 'pending' && reading.actor.permissions.has('seals.approve')
  return {
    request,
    state,
    steps: stepsOf(request),
    mine: mayDecide ? slotsFor(request, deciderOf(deps, reading)) : undefined,
    awaits: waiting ? awaitedNow(reading, deps, request, waiting) : [],
    left: countsOf(db, request),
    again: again && { id: again.id, number: again.number },
    uses: usesOn(db, { request: request.id }, 50).map(rowShown),
    heads: headsOfRow(db, 'seal_request', request.id),
  }
}

export const requestHandlers = (deps: SealDeps): Handlers<RequestOperations> => ({
  'seals.requests': ({ db, today }, { status, after, limit }) => {
    const rows = requestsIn(db, status, today, after, limit + 1)
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return {
      rows: shown.map((request) => listed(request, today)),
      next: rows.length > limit && last ? requestKey(last) : undefined,
    }
  },

  'seals.requestGet': (reading, { id, number }) => {
    const { db } = reading
    const request =
      id !== undefined ? requestOf(db, id) : number !== undefined ? requestByNumber(db, number) : undefined
    return request ? found(deps, reading, request) : notFound('seal_request', id ?? number)
  },

  'seals.requestSubmit': (act, input) => {
    const body = requestBody(deps, act, input)
    if (isRefusal(body)) return body
    const id = act.newId()
    const numbered = act.number('sealRequest')
    act.enter({ kind: 'seal.requested', subject: id, body: { ...body, numbered, number: numbered.number } })
    return { id, number: numbered.number }
  },

  'seals.requestApprove': (act, input) => {
    const answer = actOn(act, input, (request) => decide(act, deciderOf(deps, act), request, 'approved', input.opinion))
    if (!isRefusal(answer)) settle(act, answer.id)
    return answer
  },

  'seals.requestReject': (act, input) =>
    actOn(act, input, (request) => decide(act, deciderOf(deps, act), request, 'rejected', input.opinion)),

  'seals.requestClose': (act, input) => {
    const request = requestOf(act.db, input.id)
    const left = request ? countsOf(act.db, request).reduce((sum, line) => sum + line.left, 0) : 0
    const why = { reason: input.reason, by: actorOf(act), at: localTime(act.now, act.zone) }
    const answer = actOn(act, input, (asked) =>
      closeRequest(asked, why, { left, uses: usesOnRequest(act.db, asked.id) }),
    )
    return isRefusal(answer) ? answer : { ...answer, left }
  },

  'seals.requestWithdraw': (act, input) =>
    actOn(act, input, (request) =>
      withdrawRequest(request, { id: act.actor.person, name: act.actor.name }, usesOnRequest(act.db, request.id)),
    ),
})
