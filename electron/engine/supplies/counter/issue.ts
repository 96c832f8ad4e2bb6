/** Issuing 领用: against the stock, or a request; a partial issue with a promise leaves a request for the rest. */
import { isRefusal, refuse, type Refusal } from '../../../../shared/api/fault.ts'
import { localTime } from '../../../../shared/office/dates.ts'
import type { ValidInputOf } from '../../../../shared/api/operation.ts'
import { decideIssue, type Approver } from '../../../../shared/supplies/counter/issue-rules.ts'
import type { supplyOperations } from '../../../../shared/supplies/operations.ts'
import type { Recipient, Slip } from '../../../../shared/supplies/records.ts'
import { decideAsk, decidePromise } from '../../../../shared/supplies/counter/request-rules.ts'
import type { SupplyRequest } from '../../../../shared/supplies/counter/request-records.ts'
import type { Act } from '../../act.ts'
import type { SupplyDeps } from '../deps.ts'
import { enterSlip, recipientOf } from './enter-slip.ts'
import { linesOfRequest, policyOf, requestOf } from './request-store.ts'
import { shelfOf } from '../store.ts'
import { whole } from '../items/whole-lines.ts'

type Input = ValidInputOf<(typeof supplyOperations)['supplies.issue']>
/** Who confirmed at the counter, and what they said. */
export type Confirmed = { approver: Approver; opinion?: string | undefined }

export const issue = (deps: SupplyDeps, act: Act, input: Input, confirmed?: Confirmed): { slip: Slip } | Refusal =>
  whole(act, input, (all) => issueWhole(deps, act, all, confirmed))

const issueWhole = (deps: SupplyDeps, act: Act, input: Input, confirmed?: Confirmed): { slip: Slip } | Refusal => {
  const recipient = recipientOf(deps, act, input.recipient)
  if (isRefusal(recipient)) return recipient
  const request = requestFor(act, input, recipient)
  if (isRefusal(request)) return request
  const isPartial = request !== undefined && input.request === undefined
  const lines = isPartial ? input.lines.map((line, requestLine) => ({ ...line, requestLine })) : input.lines
  const decided = decideIssue(
    shelfOf(act.db),
    { ...input, lines, recipient, request, clerk: act.actor.person, ...confirmed },
    act.today,
    policyOf(act.db),
  )
  const answer = enterSlip(act, decided)
  if (isRefusal(answer) || input.promised === undefined || !request) return answer
  const promised = promise(act, request.id, input.promised)
  return isRefusal(promised) ? promised : answer
}

/** The request that is named, or the one that a partial issue with a promise makes of itself. */
const requestFor = (act: Act, input: Input, recipient: Recipient): SupplyRequest | Refusal | undefined => {
  if (input.request !== undefined)
    return requestOf(act.db, input.request) ?? refuse({ code: 'not-found', what: 'supply_request', id: input.request })
  const isPartial = input.lines.some(({ asked, quantity }) => (asked ?? quantity) > quantity)
  if (!isPartial || input.promised === undefined) return undefined
  const { reason, purpose } = input
  const asked = input.lines.map((line) => ({ ...line, quantity: line.asked ?? line.quantity }))
  const requester = { id: recipient.id, name: recipient.name }
  const plan = decideAsk(shelfOf(act.db), { requester, recipient, reason, purpose, lines: asked }, act.today, {
    bands: [],
    requests: 'bands',
  })
  if (isRefusal(plan)) return plan
  const id = act.newId()
  act.enter({ kind: 'supply.requested', subject: id, body: { ...plan, numbered: act.number('supplyRequest') } })
  return requestOf(act.db, id)
}

/** The date stands on the request, whose rest it is. */
const promise = (act: Act, id: string, date: string): Refusal | undefined => {
  const request = requestOf(act.db, id)
  if (!request) return undefined
  const by = { id: act.actor.person, name: act.actor.name }
  const left = linesOfRequest(act.db, request).map((line) => line.left)
  if (left.every((base) => base <= 0)) return undefined
  const drafts = decidePromise(request, left, { date }, { by, at: localTime(act.now, act.zone), today: act.today })
  if (isRefusal(drafts)) return drafts
  act.enter(...drafts)
  return undefined
}
