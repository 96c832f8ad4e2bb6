/** What is left of a request, when it is done or closed, and taking it back or asking it again. */
import { refuse, type Refusal } from '../../api/fault.ts'
import type { Draft } from '../../journal/entry.ts'
import { isLapsed } from './lapse.ts'
import type { Named, RequestLine, Seal, SealRef, SealRequest } from '../records.ts'

/** One seal of a request; the ceiling is what all copies need, on their faces and over their seams. */
export const lineOf = (seal: SealRef, copies: number, perCopy: number, seamPerCopy: number): RequestLine => ({
  seal: { id: seal.id, code: seal.code, name: seal.name },
  perCopy,
  seamPerCopy,
  approved: copies * (perCopy + seamPerCopy),
})

/** Nobody waits for the approval of what can never be stamped: the seal is out of use, for a time or for good. */
export const refuseEnded = ({ name, status }: Pick<Seal, 'name' | 'status'>): Refusal | undefined =>
  status === 'retired' || status === 'sealed-away' || status === 'destroyed' || status === 'lost'
    ? refuse({ code: 'seal-not-in-use', seal: name, status })
    : undefined

/** What is left of a line; never below zero, also where two desks went over it side by side. */
export const leftOf = (line: RequestLine, made: number): number => Math.max(0, line.approved - made)

/**
 * Whether a request is done, told again after each use, void or correction on it; nothing where that has not changed.
 * @param left impressions left over all its seals
 */
export const settleRequest = (request: SealRequest, left: number): Draft[] => {
  const { id, status, closed } = request
  if (closed) return []
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

/**
 * Closing a request though impressions are left: what was not needed stays unused, and shows as an exception.
 * @param left impressions left over all its seals
 * @param uses how many uses were entered on it
 */
export const closeRequest = (
  request: SealRequest,
  why: { reason: string; by: Named; at: string },
  { left, uses }: { left: number; uses: number },
): Draft[] | Refusal => {
  const { id, number, status } = request
  if (status === 'done') return refuse({ code: 'request-done', number })
  if (status !== 'approved') return refuse({ code: 'request-not-approved', number, status })
  // Nothing sealed on it yet: that is a withdrawal, and its applicant's to make.
  if (uses === 0) return refuse({ code: 'request-not-used', number })
  return [{ kind: 'seal.request-closed', subject: id, body: { closed: { ...why, left } } }]
}

/**
 * Asking again: only what was rejected, withdrawn or lapsed, by who asked for it, and once.
 * @param again the request that asks it again already
 */
export const mayResubmit = (
  request: SealRequest,
  person: Named,
  today: string,
  again: SealRequest | undefined,
): Refusal | undefined => {
  const { number, status, applicant, proxy } = request
  if (person.id !== applicant.id && person.id !== proxy?.id)
    return refuse({ code: 'not-permitted', permission: 'seals.request' })
  const isEnded = status === 'rejected' || status === 'withdrawn' || (status !== 'done' && isLapsed(request, today))
  if (!isEnded) return refuse({ code: 'request-not-ended', number, status })
  return again && refuse({ code: 'request-asked-again', number, again: again.number })
}
