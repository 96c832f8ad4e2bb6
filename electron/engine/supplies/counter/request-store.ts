/** Reading supply requests, what is left of them, and the office's bands. */
import { joinList } from '../../../../shared/office/words.ts'
import type { RequestRow, requestOperations } from '../../../../shared/supplies/counter/request-operations.ts'
import { noPolicy, policyId, supplyPolicy, type PolicyFields } from '../../../../shared/supplies/items/policy.ts'
import { approvedOf, requestLeftAccount, supplyRequest } from '../../../../shared/supplies/counter/request-fold.ts'
import type { SupplyRequest } from '../../../../shared/supplies/counter/request-records.ts'
import type { ValidInputOf } from '../../../../shared/api/operation.ts'
import type { Reading } from '../../act.ts'
import { balanceOf, recordOf, recordsOf } from '../../store/derived.ts'
import { all, one, sql, type Read } from '../../store/sql.ts'

export const policyOf = (db: Read): PolicyFields => recordOf(db, supplyPolicy, policyId) ?? noPolicy

export const requestOf = (db: Read, id: string): SupplyRequest | undefined => recordOf(db, supplyRequest, id)

/** Base units per line: what was approved, and what of it is not issued; below zero where two desks issued it. */
export const linesOfRequest = (
  db: Read,
  request: SupplyRequest,
): { approved: number; left: number; issued: number }[] =>
  request.lines.map((_, index) => {
    const approved = approvedOf(request, index)
    const balance = balanceOf(db, requestLeftAccount(request.id, index))
    // Once it is ended its own share of the account is gone, and what is left there is what was issued.
    const counted = request.status === 'approved' ? approved : 0
    return { approved, left: request.status === 'approved' ? balance : 0, issued: counted - balance }
  })

const idLength = 36
const prefix = 'request-left:'

/** Ids of requests of which something is still to be issued; an account that is even has no row. */
const idsWithSomethingLeft = (db: Read): string[] => [
  ...new Set(
    all<{ account: string }>(
      db,
      sql`select account from balance where account >= ${prefix} and account < 'request-left;' and amount > 0`,
    ).map(({ account }) => account.slice(prefix.length, prefix.length + idLength)),
  ),
]

/** Requests that were approved and not wholly issued, the first promised first. */
export const openRequests = (db: Read): SupplyRequest[] => {
  const due = ({ promised, neededBy, id }: SupplyRequest): string => `${promised?.date ?? neededBy ?? '9999'}|${id}`
  return idsWithSomethingLeft(db)
    .flatMap((id) => requestOf(db, id) ?? [])
    .filter(({ status }) => status === 'approved')
    .toSorted((one_, other) => (due(one_) < due(other) ? -1 : 1))
}

/** Requests more of which was issued than approved, because two desks did. */
export const overIssued = (db: Read): { request: SupplyRequest; line: number; over: number }[] =>
  all<{ account: string; amount: number }>(
    db,
    sql`select account, amount from balance where account >= ${prefix} and account < 'request-left;' and amount < 0`,
  ).flatMap(({ account, amount }) => {
    const request = requestOf(db, account.slice(prefix.length, prefix.length + idLength))
    const line = Number(account.slice(prefix.length + idLength + 1))
    return request?.status === 'approved' ? [{ request, line, over: -amount }] : []
  })

export const countPending = (db: Read): number =>
  one<{ count: number }>(db, sql`select count(*) as count from supply_request where status = 'pending'`)?.count ?? 0

type Asked = ValidInputOf<(typeof requestOperations)['supplies.requests']>

/** Newest first; of the open ones the first promised first, all of them on one page. */
export const requestsPage = (db: Read, { show, after, limit }: Asked, me: string): SupplyRequest[] => {
  if (show === 'open') return after === undefined ? openRequests(db) : []
  const state = {
    pending: sql`status = 'pending'`,
    mine: sql`requester = ${me}`,
    all: sql`true`,
  }[show]
  const before = after === undefined ? sql`` : sql`and subject < ${after}`
  return recordsOf(db, supplyRequest, sql`where ${state} ${before} order by subject desc limit ${limit}`)
}

/** Whether its promised day is past. */
export const isLate = ({ status, promised }: SupplyRequest, today: string): boolean =>
  status === 'approved' && promised !== undefined && promised.date < today

export const requestRowOf = (
  { db, today, language }: Pick<Reading, 'db' | 'today' | 'language'>,
  request: SupplyRequest,
): RequestRow => ({
  id: request.id,
  number: request.numbered.number,
  date: request.date,
  requester: request.requester.name,
  recipient: request.recipient.name,
  department: request.recipient.department?.name,
  content: joinList(
    language,
    request.lines.map((line) => `${line.item.name} ${line.quantity} ${line.unit}`),
  ),
  amount: request.amount,
  status: request.status,
  isDone: request.status === 'approved' && linesOfRequest(db, request).every(({ left }) => left <= 0),
  neededBy: request.neededBy,
  promised: request.promised?.date,
  isLate: isLate(request, today) && linesOfRequest(db, request).some(({ left }) => left > 0),
})
