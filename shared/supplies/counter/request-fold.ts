/** How a supply request's entries fold, and what it adds to accounts: how much of each line is still to be issued. */
import { canonical } from '../../journal/canonical.ts'
import { instantOf } from '../../journal/clock.ts'
import type { Entry } from '../../journal/entry.ts'
import { subjectType, type Contribution } from '../../journal/subject.ts'
import {
  promise,
  requestDecision,
  requestEnd,
  requestFields,
  type Promised,
  type RequestDecision,
  type RequestEnd,
  type RequestFields,
  type RequestStatus,
  type SupplyRequest,
} from './request-records.ts'
import { z } from 'zod'

/** What is approved of a line and not yet issued, base unit; below zero where two desks issued it. */
export const requestLeftAccount = (request: string, line: number): string => `request-left:${request}:${line}`

/** A refusal stands before an approval, then the earlier, whatever order desks learn of them in. */
const ranked = (decisions: readonly RequestDecision[]): RequestDecision[] => {
  const key = (one: RequestDecision): string => `${one.decision === 'rejected' ? 0 : 1}|${one.at}|${canonical(one)}`
  const unique = new Map(decisions.map((one) => [canonical(one), one]))
  return [...unique.values()].toSorted((one, other) => (key(one) < key(other) ? -1 : 1))
}

const statusOf = ({ ended, decisions, needsApproval }: Omit<SupplyRequest, 'status'>): RequestStatus => {
  if (ended) return ended.how
  const [standing] = decisions
  if (standing) return standing.decision
  return needsApproval ? 'pending' : 'approved'
}

/** What is approved of a line, base unit. */
export const approvedOf = ({ status, decisions, lines }: SupplyRequest, index: number): number => {
  const asked = lines[index]?.base ?? 0
  if (status !== 'approved' && status !== 'closed') return 0
  const [standing] = decisions
  return standing?.decision === 'rejected' ? 0 : (standing?.approved?.[index] ?? asked)
}

type Told = { decision?: RequestDecision; promised?: Promised; ended?: RequestEnd }

const settled = (request: Omit<SupplyRequest, 'status'>): SupplyRequest => ({ ...request, status: statusOf(request) })

const foldRequest = (record: SupplyRequest | undefined, entry: Entry): SupplyRequest | undefined => {
  if (entry.kind === 'supply.requested') {
    const begun = entry.body as RequestFields
    const { decisions = [], enteredAt = instantOf(entry.at), ...rest } = record ?? {}
    return settled({ ...rest, ...begun, id: entry.subject, enteredAt, decisions })
  }
  if (!record) return undefined
  const { decision, promised, ended }: Told = entry.body
  return settled({
    ...record,
    ...(decision === undefined ? {} : { decisions: ranked([...record.decisions, decision]) }),
    ...(promised === undefined ? {} : { promised }),
    // What was ended first stays ended in that way.
    ...(ended === undefined || record.ended ? {} : { ended }),
  })
}

/** What a request adds while it may be issued; the slips that issue it take away again. */
const contributionsOfRequest = (request: SupplyRequest): Contribution[] => [
  { account: `book:${request.numbered.book}`, delta: 1 },
  ...(request.status === 'approved'
    ? request.lines.map((_, index) => ({
        account: requestLeftAccount(request.id, index),
        delta: approvedOf(request, index),
      }))
    : []),
]

export const supplyRequest = subjectType<SupplyRequest>({
  name: 'supply_request',
  kinds: {
    'supply.requested': requestFields,
    'supply.request-decided': z.object({ decision: requestDecision }),
    'supply.request-promised': z.object({ promised: promise }),
    'supply.request-ended': z.object({ ended: requestEnd }),
  },
  reduce: foldRequest,
  merged: ['decision'],
  contribute: contributionsOfRequest,
  search: (record) => ({
    title: record.numbered.number,
    detail: [
      record.recipient.name,
      record.lines
        .map(({ item }) => item.name)
        .join(' · ')
        .slice(0, 80),
      record.date,
    ]
      .filter(Boolean)
      .join(' · '),
    words: [record.recipient.name, record.requester.name],
    class: 'log',
  }),
})
