/** Deciding an issue 领用: stock, lots, quotas, old for new, the request it fills, and whether an approver is asked. */
import { isRefusal, refuse, type Refusal } from '../../api/fault.ts'
import { monthOf } from '../../office/dates.ts'
import { drawnAccount } from '../accounts.ts'
import { keptItem } from '../items/kept-item.ts'
import { pickLots, type LotLine } from './lot-rules.ts'
import { groundsOf, noPolicy, postsOf, type Ground, type PolicyFields } from '../items/policy.ts'
import { quotasOfLine, quotaStates, type Drawn } from './quota-rules.ts'
import type { Item, Recipient, SlipApproval, SlipLine } from '../records.ts'
import { requestLeftAccount } from './request-fold.ts'
import type { SupplyRequest } from './request-records.ts'
import { placeOf, planSlip, takenFrom, type Decided, type SlipInput, type SlipPlan } from '../rules.ts'
import type { Shelf, Tally } from '../tally.ts'

export type IssueLine = LotLine & { oldReturned?: boolean | undefined; requestLine?: number | undefined }

/** Who confirmed at the counter, and whether they may. */
export type Approver = { id: string; name: string; post?: string | undefined; mayApprove: boolean }

export type IssueInput = SlipInput<IssueLine> & {
  recipient: Recipient
  purpose?: string | undefined
  /** The request that is filled. */
  request?: SupplyRequest | undefined
  /** When the rest of what was asked for comes. */
  promised?: string | undefined
  approver?: Approver | undefined
  opinion?: string | undefined
  /** Who issues: nobody approves their own act. */
  clerk?: string | undefined
}

/**
 * Never beyond the stock of this desk. Over quota and 以旧换新 without the old one need a reason; what the office's bands
 * ask an approver for is refused without one, unless the request it fills was approved.
 */
export const decideIssue = (
  shelf: Shelf,
  input: IssueInput,
  today: string,
  policy: PolicyFields = noPolicy,
): SlipPlan | Refusal => {
  const { recipient, purpose, request, promised } = input
  const refused = request && refuseRequest(request, recipient)
  if (refused) return refused
  const reason = input.reason ?? request?.reason
  const head = {
    today,
    recipient,
    purpose: purpose ?? request?.purpose,
    ...(request === undefined ? {} : { request: { id: request.id, number: request.numbered.number } }),
    ...(promised === undefined ? {} : { promised }),
  }
  const month = monthOf(input.date ?? today)
  const drawn = new Map<string, Drawn>()
  const lines = pickLots(shelf, input.lines, today)
  const plan = planSlip(shelf, 'issue', { ...input, reason, lines }, head, (line, { item, base }, tally) => {
    const location = placeOf(shelf, line, item, base, tally)
    const taken = takenFrom(shelf, line, { item, base, location }, tally)
    if (isRefusal(taken)) return taken
    const over = ofRequest(shelf, request, line, { item, base }, tally) ?? refuseExpired(item, taken, today, reason)
    if (over) return over
    const drawing = drawingOf(shelf, item, { base, amount: taken.amount }, { recipient, month, drawing: drawn }, tally)
    return { ...taken, ...drawing, ...saidOf(item, line) }
  })
  if (isRefusal(plan)) return plan
  const isDecided = request !== undefined && request.decisions.length > 0
  return (plan.reason === undefined ? unexcused(shelf, plan, isDecided) : undefined) ?? approved(plan, input, policy)
}

/** A request is filled while it is approved, for whom it was made. */
const refuseRequest = ({ status, numbered, recipient: wanted }: SupplyRequest, recipient: Recipient) => {
  const { number } = numbered
  if (status !== 'approved') return refuse({ code: 'request-not-open', number, status })
  return wanted.id === recipient.id ? undefined : refuse({ code: 'request-of-other', number, person: wanted.name })
}

/** Whose month it is, and what the lines before draw of each item. */
type Drawing = { recipient: Recipient; month: string; drawing: Map<string, Drawn> }

/** Quotas of a line as they stand with the lines before it. */
const drawingOf = (
  shelf: Shelf,
  item: Item,
  line: Drawn,
  { recipient, month, drawing }: Drawing,
  tally: Tally,
): Partial<SlipLine> => {
  const before = drawing.get(item.id) ?? { base: 0, amount: 0 }
  drawing.set(item.id, { base: before.base + line.base, amount: before.amount + line.amount })
  const quotas = quotasOfLine(line, quotaStates(item, recipient, month, shelf.drawn, before))
  if (item.quota === undefined) return quotas
  const { base } = line
  const drawn = tally.balance(drawnAccount(recipient.id, item.id, month))
  return { quota: item.quota, overQuota: Math.max(0, Math.min(base, drawn + base - item.quota)), ...quotas }
}

const saidOf = (item: Item, { asked, requestLine, oldReturned, quantity }: IssueLine): Partial<SlipLine> => ({
  ...(item.exchangeOld ? { oldReturned: oldReturned ?? false } : {}),
  ...(asked === undefined || asked === quantity ? {} : { asked }),
  ...(requestLine === undefined ? {} : { requestLine }),
})

/** No more of a line of the request than was approved and not yet issued. */
const ofRequest = (
  shelf: Shelf,
  request: SupplyRequest | undefined,
  line: IssueLine,
  { item, base }: { item: Item; base: number },
  tally: Tally,
): Refusal | undefined => {
  if (!request || line.requestLine === undefined) return undefined
  const wanted = request.lines[line.requestLine]
  // What was asked for may have been merged since.
  const isWanted = wanted !== undefined && keptItem(shelf, wanted.item.id)?.id === item.id
  const left = isWanted ? tally.balance(requestLeftAccount(request.id, line.requestLine)) : 0
  if (base <= left) return undefined
  const { number } = request.numbered
  return refuse({ code: 'request-exceeded', number, item: item.name, left, asked: base, unit: item.unit })
}

/** What is past its date goes out only knowingly. */
const refuseExpired = (item: Item, { lot, expiry }: Decided, today: string, reason: string | undefined) =>
  lot !== undefined && expiry !== undefined && expiry < today && reason === undefined
    ? refuse({ code: 'lot-expired', item: item.name, lot, expiry })
    : undefined

/** What a slip without a reason must not hold; who approved the request knew how much it is, not that no old one comes back. */
const unexcused = (shelf: Shelf, plan: SlipPlan, isDecided: boolean): Refusal | undefined =>
  (isDecided ? undefined : beyondQuota(shelf, plan)) ?? withoutOld(plan)

const beyondQuota = (shelf: Shelf, plan: SlipPlan): Refusal | undefined => {
  const over = plan.lines.filter((line) => (line.overQuota ?? 0) > 0)
  if (over.length > 0) {
    const items = [...new Map(over.map((line) => [line.item.id, line])).values()].map((line) => {
      const drawn = shelf.balance(drawnAccount(plan.recipient?.id ?? '', line.item.id, plan.month))
      const asked = plan.lines.filter(({ item }) => item.id === line.item.id).reduce((sum, { base }) => sum + base, 0)
      return { item: line.item.id, name: line.item.name, quota: line.quota ?? 0, drawn, asked, unit: line.baseUnit }
    })
    const text = items.map(({ name, quota, drawn, asked, unit }) => `${name} ${drawn + asked}/${quota} ${unit}`)
    return refuse({ code: 'quota-exceeded', items: text, over: items })
  }
  const rules = plan.lines.filter((line) => (line.quotas ?? []).some((quota) => quota.over > 0))
  return rules.length > 0 ? refuse({ code: 'quota-exceeded', items: namesOf(rules), over: [] }) : undefined
}

const withoutOld = (plan: SlipPlan): Refusal | undefined => {
  const old = plan.lines.filter((line) => line.oldReturned === false)
  return old.length > 0 ? refuse({ code: 'old-one-needed', items: namesOf(old) }) : undefined
}

const namesOf = (lines: readonly SlipLine[]): string[] => [...new Set(lines.map(({ item }) => item.name))]

/** The slip with who let it through: who approved its request, or who is asked for by a band. */
const approved = (plan: SlipPlan, input: IssueInput, policy: PolicyFields): SlipPlan | Refusal => {
  const grounds = groundsOf(plan, policy)
  const standing = input.request?.status === 'approved' ? input.request.decisions[0] : undefined
  // Whoever approved the request approved its quantities, and with them what they come to.
  if (standing) return { ...plan, approval: approvalOf(standing.by, 'request', standing.opinion, grounds) }
  if (grounds.length === 0) return plan
  const by = confirmed(input, plan, grounds)
  return isRefusal(by) ? by : { ...plan, approval: approvalOf(by, 'counter', input.opinion, grounds) }
}

const approvalOf = (
  by: SlipApproval['by'],
  how: SlipApproval['how'],
  opinion: string | undefined,
  grounds: readonly Ground[],
): SlipApproval => ({
  by,
  how,
  grounds: [...new Set(grounds.map(({ why }) => why))],
  ...(opinion === undefined ? {} : { opinion }),
})

/** Who confirms at the counter: an approver, in one of the posts that are asked for, and neither giver nor receiver. */
const confirmed = (
  { approver, clerk }: IssueInput,
  plan: SlipPlan,
  grounds: readonly Ground[],
): SlipApproval['by'] | Refusal => {
  const posts = postsOf(grounds)
  if (!approver) return refuse({ code: 'approval-needed', grounds: [...grounds], posts })
  const { id, name, post, mayApprove } = approver
  if (!mayApprove || (posts.length > 0 && !posts.includes(post ?? '')))
    return refuse({ code: 'supplies-approver-unfit', person: name, posts })
  if (id === clerk || id === plan.recipient?.id) return refuse({ code: 'approver-is-involved', person: name })
  return { id, name }
}
