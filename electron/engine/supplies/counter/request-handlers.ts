/** Handlers of supply requests, of approval at the counter, of signatures and of the office's bands. */
import { isRefusal, refuse, type Refusal } from '../../../../shared/api/fault.ts'
import { localTime } from '../../../../shared/office/dates.ts'
import type { Draft } from '../../../../shared/journal/entry.ts'
import { keptItem } from '../../../../shared/supplies/items/kept-item.ts'
import { policyId } from '../../../../shared/supplies/items/policy.ts'
import type { requestOperations } from '../../../../shared/supplies/counter/request-operations.ts'
import type { SupplyRequest } from '../../../../shared/supplies/counter/request-records.ts'
import {
  decideAsk,
  decideEnd,
  decidePromise,
  decideRequest,
} from '../../../../shared/supplies/counter/request-rules.ts'
import type { Act, Handlers } from '../../act.ts'
import { refuseStale } from '../../office/office.ts'
import type { SupplyDeps } from '../deps.ts'
import { recipientOf } from './enter-slip.ts'
import { issue } from './issue.ts'
import { linesOfRequest, policyOf, requestOf, requestRowOf, requestsPage } from './request-store.ts'
import { signSlip } from './sign-slip.ts'
import { headsOfTable, itemOf, itemRowOf, shelfOf, slipsOfRequest } from '../store.ts'

const found = (act: Act, id: string, basedOn: string[] | undefined): SupplyRequest | Refusal => {
  const request = requestOf(act.db, id)
  if (!request) return refuse({ code: 'not-found', what: 'supply_request', id })
  return refuseStale(act, 'supply_request', id, basedOn) ?? request
}

const byNow = (act: Act) => ({
  by: { id: act.actor.person, name: act.actor.name },
  at: localTime(act.now, act.zone),
  today: act.today,
})

const entered = (act: Act, request: SupplyRequest, drafts: Draft[] | Refusal) => {
  if (isRefusal(drafts)) return drafts
  act.enter(...drafts)
  return { id: request.id, number: request.numbered.number }
}

export const requestHandlers = (deps: SupplyDeps): Handlers<typeof requestOperations> => ({
  'supplies.requests': (reading, input) => {
    const { db, actor } = reading
    const requests = requestsPage(db, input, actor.person)
    const last = input.show !== 'open' && requests.length === input.limit ? requests.at(-1) : undefined
    const rows = requests.map((request) => requestRowOf(reading, request))
    return last ? { rows, next: last.id } : { rows }
  },
  'supplies.request': ({ db }, { id }) => {
    const request = requestOf(db, id)
    if (!request) return refuse({ code: 'not-found', what: 'supply_request', id })
    const lines = linesOfRequest(db, request).map((line, index) => {
      const asked = request.lines[index]?.item.id ?? ''
      const item = keptItem({ item: (id) => itemOf(db, id) }, asked)
      return { ...line, item: item?.id ?? asked, stock: item ? itemRowOf(db, item).stock : 0 }
    })
    const slips = slipsOfRequest(db, id).map((slip) => ({
      id: slip.id,
      number: slip.numbered.number,
      date: slip.date,
      isReversed: slip.reversedBy !== undefined,
    }))
    return { request, lines, slips, heads: headsOfTable(db, 'supply_request', id) }
  },
  'supplies.ask': (act, { recipient: id, ...input }) => {
    const { by, today } = byNow(act)
    const recipient = recipientOf(deps, act, id ?? by.id)
    if (isRefusal(recipient)) return recipient
    const plan = decideAsk(shelfOf(act.db), { ...input, requester: by, recipient }, today, policyOf(act.db))
    if (isRefusal(plan)) return plan
    const subject = act.newId()
    const numbered = act.number('supplyRequest')
    act.enter({ kind: 'supply.requested', subject, body: { ...plan, numbered } })
    return { id: subject, number: numbered.number }
  },
  'supplies.requestDecide': (act, { id, basedOn, decision, opinion, approved }) => {
    const request = found(act, id, basedOn)
    if (isRefusal(request)) return request
    const approver = deps.approver(act, act.actor.person)
    if (!approver) return refuse({ code: 'not-found', what: 'person', id: act.actor.person })
    const told = { decision, opinion, approved, at: byNow(act).at }
    return entered(act, request, decideRequest(shelfOf(act.db), request, approver, told, policyOf(act.db)))
  },
  'supplies.requestPromise': (act, { id, basedOn, date, note }) => {
    const request = found(act, id, basedOn)
    if (isRefusal(request)) return request
    const left = linesOfRequest(act.db, request).map((line) => line.left)
    return entered(act, request, decidePromise(request, left, { date, note }, byNow(act)))
  },
  'supplies.requestEnd': (act, { id, basedOn, reason }) => {
    const request = found(act, id, basedOn)
    if (isRefusal(request)) return request
    const issued = linesOfRequest(act.db, request).some((line) => line.issued > 0)
    const isClerk = act.actor.permissions.has('supplies.issue')
    return entered(act, request, decideEnd(request, issued, { reason, isClerk }, byNow(act)))
  },
  'supplies.issueApproved': async (work, { approver, opinion, ...input }) => {
    // Outside the act: proving a password takes a third of a second, and nobody else should wait for it.
    const person = await deps.confirm(work, approver)
    if (isRefusal(person)) return person
    return work.act((act) => issue(deps, act, input, { approver: person, opinion }))
  },
  'supplies.sign': (act, input) => signSlip(deps, act, input),
  'supplies.policy': ({ db }) => {
    const { overQuotaPercent, bands, requests } = policyOf(db)
    return { policy: { overQuotaPercent, bands, requests }, heads: headsOfTable(db, 'supply_policy', policyId) }
  },
  'supplies.policySet': (act, { basedOn, ...policy }) => {
    const stale = refuseStale(act, 'supply_policy', policyId, basedOn)
    if (stale) return stale
    act.enter({ kind: 'supply.policy-set', subject: policyId, body: policy })
    return { id: policyId }
  },
})
