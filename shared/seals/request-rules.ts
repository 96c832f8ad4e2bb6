/** Deciding about requests: who may, when an approval lapses, and what is left of it. */
import { refuse, type Refusal } from '../api/fault.ts'
import type { Draft } from '../journal/entry.ts'
import type { Approval, Named, RequestLine, SealRef, SealRequest } from './records.ts'

/** Every approval lapses at the turn of the year, whatever its use-by says (domain §1). */
export const lastUseBy = (today: string): string => `${today.slice(0, 4)}-12-31`

/** One seal of a request; the ceiling is what all copies need, on their faces and over their seams. */
export const lineOf = (seal: SealRef, copies: number, perCopy: number, seamPerCopy: number): RequestLine => ({
  seal: { id: seal.id, code: seal.code, name: seal.name },
  perCopy,
  seamPerCopy,
  approved: copies * (perCopy + seamPerCopy),
})

/** What is left of a line; never below zero, also where two desks went over it side by side. */
export const leftOf = (line: RequestLine, made: number): number => Math.max(0, line.approved - made)

/**
 * Approving or rejecting. Nobody decides on their own request, nor on one they typed for someone else.
 * @param decision its person is the one who decides
 */
export const decideRequest = (request: SealRequest, decision: Approval): Draft[] | Refusal => {
  const { id, number, status, applicant, proxy, approvals, lines } = request
  if (status !== 'pending') return refuse({ code: 'request-not-pending', number, status })
  const { person } = decision
  if (person.id === applicant.id || person.id === proxy?.id) {
    const seal = lines[0]?.seal.name ?? ''
    return refuse({ code: 'duties-not-separated', seal, person: person.name, duties: ['applicant', 'approver'] })
  }
  const kind = decision.decision === 'approved' ? 'seal.request-approved' : 'seal.request-rejected'
  return [{ kind, subject: id, body: { status: decision.decision, approvals: [...approvals, decision] } }]
}

/**
 * Whether a request is done, told again after each use, void or correction on it; nothing where that has not changed.
 * @param left impressions left over all its seals
 */
export const settleRequest = (request: SealRequest, left: number): Draft[] => {
  const { id, status } = request
  if (status === 'approved' && left === 0) return [{ kind: 'seal.request-done', subject: id, body: { status: 'done' } }]
  if (status === 'done' && left > 0)
    return [{ kind: 'seal.request-reopened', subject: id, body: { status: 'approved' } }]
  return []
}

/**
 * Taking a request back: by its applicant or proxy, while nothing was sealed on it.
 * @param uses how many uses were entered on it
 */
export const withdrawRequest = (request: SealRequest, person: Named, uses: number): Draft[] | Refusal => {
  const { id, number, status, applicant, proxy } = request
  if (uses > 0 || (status !== 'pending' && status !== 'approved'))
    return refuse({ code: 'request-not-pending', number, status })
  if (person.id !== applicant.id && person.id !== proxy?.id)
    return refuse({ code: 'not-permitted', permission: 'seals.request' })
  return [{ kind: 'seal.request-withdrawn', subject: id, body: { status: 'withdrawn' } }]
}
