/** How a purchase request's entries fold, and what it adds to accounts: how much of each line is still to come. */
import { z } from 'zod'
import { canonical } from '../../journal/canonical.ts'
import { instantOf } from '../../journal/clock.ts'
import type { Entry } from '../../journal/entry.ts'
import { subjectType, type Contribution } from '../../journal/subject.ts'
import {
  purchaseDecision,
  purchaseEnd,
  purchaseFields,
  purchaseOrder,
  type Purchase,
  type PurchaseDecision,
  type PurchaseEnd,
  type PurchaseFields,
  type PurchaseOrder,
  type PurchaseStatus,
} from './buying-records.ts'
import { share } from '../value/costs.ts'
import { purchaseLeftAccount } from './buying-accounts.ts'

/** A refusal stands before an approval, then the earlier, whatever order desks learn of them in. */
const ranked = (decisions: readonly PurchaseDecision[]): PurchaseDecision[] => {
  const key = (one: PurchaseDecision): string => `${one.decision === 'rejected' ? 0 : 1}|${one.at}|${canonical(one)}`
  const unique = new Map(decisions.map((one) => [canonical(one), one]))
  return [...unique.values()].toSorted((one, other) => (key(one) < key(other) ? -1 : 1))
}

const statusOf = ({ decisions, ordered, ended }: Omit<Purchase, 'status'>): PurchaseStatus => {
  if (ended) return ended.how
  const [standing] = decisions
  if (standing?.decision === 'rejected') return 'rejected'
  if (ordered) return 'ordered'
  return standing ? 'approved' : 'pending'
}

type Told = { decision?: PurchaseDecision; ordered?: PurchaseOrder; ended?: PurchaseEnd }

const settled = (purchase: Omit<Purchase, 'status'>): Purchase => ({ ...purchase, status: statusOf(purchase) })

const foldPurchase = (record: Purchase | undefined, entry: Entry): Purchase | undefined => {
  if (entry.kind === 'purchase.requested') {
    const begun = entry.body as PurchaseFields
    const { decisions = [], enteredAt = instantOf(entry.at), ...rest } = record ?? {}
    return settled({ ...rest, ...begun, id: entry.subject, enteredAt, decisions })
  }
  if (!record) return undefined
  const { decision, ordered, ended }: Told = entry.body
  return settled({
    ...record,
    ...(decision === undefined ? {} : { decisions: ranked([...record.decisions, decision]) }),
    ...(ordered === undefined ? {} : { ordered }),
    // What was ended first stays ended in that way.
    ...(ended === undefined || record.ended ? {} : { ended }),
  })
}

/** What of a line may be bought, base unit: what the standing approval left of it; all that is asked for before one. */
export const approvedOfPurchase = (
  { decisions, lines }: Pick<Purchase, 'decisions' | 'lines'>,
  index: number,
): number => {
  const [standing] = decisions
  return standing?.decision === 'approved' && standing.approved !== undefined
    ? (standing.approved[index] ?? 0)
    : (lines[index]?.base ?? 0)
}

/** What the lines come to as they are approved, minor units; as asked for before that. */
export const approvedAmount = (purchase: Pick<Purchase, 'decisions' | 'lines'>): number =>
  purchase.lines.reduce(
    (sum, { amount, base }, index) => sum + share(amount, approvedOfPurchase(purchase, index), base),
    0,
  )

const isComing = (status: PurchaseStatus): boolean =>
  status === 'pending' || status === 'approved' || status === 'ordered'

/** What is asked for or ordered is still to come; the receipts that fill it take away again. */
const contributionsOfPurchase = (purchase: Purchase): Contribution[] => [
  { account: `book:${purchase.numbered.book}`, delta: 1 },
  ...(isComing(purchase.status)
    ? purchase.lines.map((_, index) => ({
        account: purchaseLeftAccount(purchase.id, index),
        delta: approvedOfPurchase(purchase, index),
      }))
    : []),
]

export const purchaseRequest = subjectType<Purchase>({
  name: 'purchase_request',
  kinds: {
    'purchase.requested': purchaseFields,
    'purchase.decided': z.object({ decision: purchaseDecision }),
    'purchase.ordered': z.object({ ordered: purchaseOrder }),
    'purchase.ended': z.object({ ended: purchaseEnd }),
  },
  reduce: foldPurchase,
  merged: ['decision'],
  contribute: contributionsOfPurchase,
  search: ({ numbered, lines, date, purpose, requester, ordered }) => ({
    title: numbered.number,
    detail: [
      [...new Set(lines.flatMap(({ supplier }) => supplier ?? []))].join(' · '),
      lines
        .map(({ item }) => item.name)
        .join(' · ')
        .slice(0, 80),
      date,
    ]
      .filter(Boolean)
      .join(' · '),
    words: [requester.name, purpose, ordered?.reference].filter((word) => word !== undefined),
    class: 'log',
  }),
})
