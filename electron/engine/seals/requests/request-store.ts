/** Reading requests by the state they are in today, and the last one like another; by key, at any size of the register. */
import { balanceOf, recordsOf } from '../../store/derived.ts'
import { raw, sql, type Read, type Sql } from '../../store/sql.ts'
import { requestAccount, requestSpoiledAccount } from '../../../../shared/seals/accounts.ts'
import type { RequestState } from '../../../../shared/seals/requests/lapse.ts'
import type { SealRequest } from '../../../../shared/seals/records.ts'
import { leftOf } from '../../../../shared/seals/requests/request-rules.ts'
import { requestSubject } from '../../../../shared/seals/subjects.ts'
import { requestKey, requestsBefore } from '../store.ts'

/**
 * Requests of a state, newest first. Open ones of an earlier year have lapsed, which bounds the search for those that
 * have not.
 */
export const requestsIn = (
  db: Read,
  state: RequestState | undefined,
  today: string,
  after: string | undefined,
  limit: number,
): SealRequest[] => {
  if (state === 'pending' || state === 'approved')
    return openRequests(db, state, sql`submitted >= ${today.slice(0, 4)} and use_by >= ${today}`, after, limit)
  if (state !== 'lapsed') return requestsBefore(db, state, after, limit)
  const isOver = sql`(use_by < ${today} or submitted < ${today.slice(0, 4)})`
  const found = (['pending', 'approved'] as const).flatMap((status) => openRequests(db, status, isOver, after, limit))
  const keyOf = ({ submittedAt, id }: SealRequest): string => `${submittedAt}|${id}`
  return found.toSorted((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1)).slice(0, limit)
}

const portion = 500

/** All that are open on a date, newest first: however many wait, none of them is overlooked. */
export const allRequestsIn = (db: Read, state: 'pending' | 'approved', today: string): SealRequest[] => {
  const found: SealRequest[] = []
  for (let after: string | undefined; ;) {
    const rows = requestsIn(db, state, today, after, portion)
    found.push(...rows)
    const last = rows.at(-1)
    if (rows.length < portion || !last) return found
    after = requestKey(last)
  }
}

/** The request that asks an ended one again, if any does. */
export const askedAgain = (db: Read, { id, submittedAt }: SealRequest): SealRequest | undefined =>
  recordsOf(
    db,
    requestSubject,
    sql`where submitted >= ${submittedAt} and record ->> '$.resubmits.id' = ${id} order by submitted, subject limit 1`,
  )[0]

const openRequests = (
  db: Read,
  status: 'pending' | 'approved',
  condition: Sql,
  after: string | undefined,
  limit: number,
): SealRequest[] => {
  const [submitted = '9', id = ''] = after?.split('|') ?? []
  return recordsOf(
    db,
    requestSubject,
    sql`where status = ${status} and (submitted, subject) < (${submitted}, ${id}) and ${condition} order by submitted desc, subject desc limit ${limit}`,
  )
}

/** The last request before this one that was approved: on the same contract, else of the same applicant. */
export const lastLike = (db: Read, request: SealRequest): SealRequest | undefined => {
  const { contract, applicant } = request
  const onContract = contract?.id === undefined ? undefined : lastBy(db, 'contract', contract.id, request)
  return onContract ?? lastBy(db, 'applicant', applicant.id, request)
}

const lastBy = (db: Read, column: 'contract' | 'applicant', value: string, request: SealRequest) =>
  recordsOf(
    db,
    requestSubject,
    sql`where ${raw(column)} = ${value} and submitted <= ${request.submittedAt} and subject <> ${request.id} and status in ('approved', 'done') order by submitted desc, subject desc limit 1`,
  )[0]

export type LineCount = { seal: string; approved: number; actual: number; spoiled: number; left: number }

/** approved = actual + spoiled + left, for each seal of a request, from what its uses contributed. */
export const countsOf = (db: Read, request: SealRequest): LineCount[] =>
  request.lines.map((line) => {
    const { id: seal } = line.seal
    const made = balanceOf(db, requestAccount(request.id, seal))
    const spoiled = balanceOf(db, requestSpoiledAccount(request.id, seal))
    return { seal, approved: line.approved, actual: made - spoiled, spoiled, left: leftOf(line, made) }
  })
