/** Deciding supply requests 申领单: asking, approving, promising the rest, and ending. */
import { isRefusal, refuse, type Refusal } from '../../api/fault.ts'
import type { Draft } from '../../journal/entry.ts'
import { monthOf } from '../../office/dates.ts'
import { drawnAccount, valueAccount } from '../accounts.ts'
import { share } from '../value/costs.ts'
import type { Approver } from './issue-rules.ts'
import { groundsOf, postsOf, type PolicyFields } from '../items/policy.ts'
import type { Recipient } from '../records.ts'
import type { RequestDecision, RequestFields, RequestLine, SupplyRequest } from './request-records.ts'
import type { Shelf } from '../tally.ts'
import { toBase } from '../items/units.ts'

export type RequestInput = {
  requester: { id: string; name: string }
  recipient: Recipient
  purpose?: string | undefined
  reason?: string | undefined
  neededBy?: string | undefined
  lines: readonly { item: string; quantity: number; unit: string }[]
}

/** A request that is not yet numbered. */
export type RequestPlan = Omit<RequestFields, 'numbered'>

/** 申领: nothing is taken off the shelf yet; over quota says why at once, so that the approver reads it. */
export const decideAsk = (
  shelf: Shelf,
  input: RequestInput,
  today: string,
  policy: PolicyFields,
): RequestPlan | Refusal => {
  const { requester, recipient, purpose, reason, neededBy } = input
  if (neededBy !== undefined && neededBy < today) return refuse({ code: 'promise-in-past', date: neededBy })
  const asked = new Map<string, number>()
  const lines: RequestLine[] = []
  for (const line of input.lines) {
    const entered = askedLine(shelf, line, recipient, { month: monthOf(today), asked })
    if (isRefusal(entered)) return entered
    lines.push(entered)
  }
  const amount = lines.reduce((sum, line) => sum + line.amount, 0)
  const over = lines.filter((line) => (line.overQuota ?? 0) > 0)
  if (reason === undefined && over.length > 0)
    return refuse({ code: 'quota-exceeded', items: over.map(({ item }) => item.name), over: [] })
  const plan = { date: today, requester, recipient, purpose, reason, neededBy, lines, amount }
  return { ...plan, needsApproval: policy.requests === 'all' || groundsOf(weighed(shelf, plan), policy).length > 0 }
}

type Asked = { month: string; asked: Map<string, number> }

const askedLine = (
  shelf: Shelf,
  { item: id, quantity, unit }: RequestInput['lines'][number],
  recipient: Recipient,
  { month, asked }: Asked,
): RequestLine | Refusal => {
  const item = shelf.item(id)
  if (!item) return refuse({ code: 'not-found', what: 'supply_item', id })
  if (!item.active) return refuse({ code: 'item-retired', item: item.name })
  const base = toBase(item, quantity, unit)
  if (base === undefined) return refuse({ code: 'unknown-unit', item: item.name, unit })
  const pieces = shelf.stockAt(id).reduce((sum, each) => sum + each.quantity, 0)
  const drawn = shelf.balance(drawnAccount(recipient.id, id, month)) + (asked.get(id) ?? 0)
  asked.set(id, (asked.get(id) ?? 0) + base)
  return {
    item: { id, code: item.code, name: item.name, ...(item.spec === undefined ? {} : { spec: item.spec }) },
    quantity,
    unit,
    base,
    baseUnit: item.unit,
    amount: share(Math.max(0, shelf.balance(valueAccount(id))), base, pieces),
    ...(item.quota === undefined ? {} : { overQuota: Math.max(0, Math.min(base, drawn + base - item.quota)) }),
  }
}

/** A request as the bands weigh it: with the quota that each line goes over. */
const weighed = (shelf: Shelf, { lines, amount }: Pick<RequestFields, 'lines' | 'amount'>) => ({
  amount,
  lines: lines.map((line) => ({ ...line, quota: shelf.item(line.item.id)?.quota })),
})

export type Told = {
  decision: RequestDecision['decision']
  opinion: string | undefined
  /** Per line in the unit it was asked for in; all of it where left out. */
  approved: readonly number[] | undefined
  at: string
}

/** 审批: by an approver who neither asked nor receives; in the post that a band asks for. */
export const decideRequest = (
  shelf: Shelf,
  request: SupplyRequest,
  by: Approver,
  told: Told,
  policy: PolicyFields,
): Draft[] | Refusal => {
  const { number } = request.numbered
  if (request.status !== 'pending') return refuse({ code: 'supply-request-decided', number, status: request.status })
  if (by.id === request.requester.id || by.id === request.recipient.id)
    return refuse({ code: 'approver-is-involved', person: by.name })
  const posts = postsOf(groundsOf(weighed(shelf, request), policy))
  if (!by.mayApprove || (posts.length > 0 && !posts.includes(by.post ?? '')))
    return refuse({ code: 'supplies-approver-unfit', person: by.name, posts })
  const approved = told.decision === 'approved' ? approvedIn(request, told.approved) : undefined
  if (isRefusal(approved)) return approved
  const { decision, opinion, at } = told
  const entered: RequestDecision = {
    by: { id: by.id, name: by.name },
    decision,
    at,
    ...(opinion === undefined ? {} : { opinion }),
    ...(approved === undefined ? {} : { approved }),
  }
  return [{ kind: 'supply.request-decided', subject: request.id, body: { decision: entered } }]
}

/** Base units per line; undefined where all of it is approved. */
const approvedIn = (request: SupplyRequest, quantities: Told['approved']): number[] | Refusal | undefined => {
  if (quantities === undefined) return undefined
  const approved: number[] = []
  for (const [index, line] of request.lines.entries()) {
    const quantity = quantities[index] ?? 0
    if (quantity > line.quantity)
      return refuse({
        code: 'approved-beyond-asked',
        item: line.item.name,
        asked: line.quantity,
        approved: quantity,
        unit: line.unit,
      })
    approved.push((line.base / line.quantity) * quantity)
  }
  return approved.some((base) => base > 0)
    ? approved
    : refuse({ code: 'approved-nothing', number: request.numbered.number })
}

type Act = { by: { id: string; name: string }; at: string; today: string }

/** When the rest comes; again where the date moves, which the history shows. */
export const decidePromise = (
  request: SupplyRequest,
  left: readonly number[],
  promised: { date: string; note?: string | undefined },
  { by, at, today }: Act,
): Draft[] | Refusal => {
  const { number } = request.numbered
  if (request.status !== 'approved') return refuse({ code: 'request-not-open', number, status: request.status })
  if (left.every((base) => base <= 0)) return refuse({ code: 'request-nothing-left', number })
  if (promised.date < today) return refuse({ code: 'promise-in-past', date: promised.date })
  const { date, note } = promised
  const body = { promised: { date, by, at, ...(note === undefined ? {} : { note }) } }
  return [{ kind: 'supply.request-promised', subject: request.id, body }]
}

/**
 * 撤回 by who asked for it, before anything was issued; 结清 by the counter, of a rest that is not wanted or will not come.
 * @param issued whether anything was
 */
export const decideEnd = (
  request: SupplyRequest,
  issued: boolean,
  { reason, isClerk }: { reason: string | undefined; isClerk: boolean },
  { by, at }: Act,
): Draft[] | Refusal => {
  const { number } = request.numbered
  const isOpen = request.status === 'pending' || request.status === 'approved'
  if (!isOpen) return refuse({ code: 'request-not-open', number, status: request.status })
  const isOwn = by.id === request.requester.id || by.id === request.recipient.id
  if (!isOwn && !isClerk) return refuse({ code: 'not-permitted', permission: 'supplies.issue' })
  if (issued && !isClerk) return refuse({ code: 'request-has-issues', number })
  if (!isOwn && reason === undefined)
    return refuse({ code: 'invalid-input', problems: [{ path: 'reason', reason: 'invalid.required' }] })
  const how = isOwn && !issued ? 'withdrawn' : 'closed'
  const ended = { how, by, at, ...(reason === undefined ? {} : { reason }) }
  return [{ kind: 'supply.request-ended', subject: request.id, body: { ended } }]
}
