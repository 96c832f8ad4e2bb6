/** Requests lapse at their use-by and at the turn of the year; derived by date, without an entry. */
import type { RequestStatus, SealRequest } from '../records.ts'

/** Every approval lapses at the turn of the year, whatever its use-by says (domain §1). */
export const lastUseBy = (today: string): string => `${today.slice(0, 4)}-12-31`

/** 已失效 beside what a request's entries say of it. */
export const requestStates = ['pending', 'approved', 'done', 'rejected', 'withdrawn', 'lapsed'] as const
export type RequestState = (typeof requestStates)[number]

type Dated = Pick<SealRequest, 'useBy' | 'submittedAt'>

/** Whether its last day is over; a use-by beyond the year it was asked in does not count. */
export const isLapsed = ({ useBy, submittedAt }: Dated, today: string): boolean =>
  today > useBy || today > lastUseBy(submittedAt)

/** What lists show: an open request whose last day is over is lapsed. */
export const stateOf = (request: Dated & { status: RequestStatus }, today: string): RequestState =>
  (request.status === 'pending' || request.status === 'approved') && isLapsed(request, today)
    ? 'lapsed'
    : request.status
