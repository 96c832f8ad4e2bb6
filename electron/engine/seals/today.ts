/** What the seal register wants seen at the desk: requests that wait, seals that are out, and the last uses. */
import type { Seal, SealRequest } from '../../../shared/seals/records.ts'
import { localTime } from '../../../shared/office/dates.ts'
import { joinList, type Language } from '../../../shared/office/words.ts'
import type { Handover, Outing } from '../../../shared/seals/life/life-records.ts'
import type { LastSlip, TodayGroup } from '../desk/handlers.ts'
import type { Reading } from '../act.ts'
import { one, sql, type Read } from '../store/sql.ts'
import { requestsIn } from './requests/request-store.ts'
import { custodyOver, handoversBefore, outingsOverdue } from './life/life-store.ts'
import { bookPage, sealsAfter } from './store.ts'

const shown = 10

type Open = 'pending' | 'approved'

const sealsOf = (language: Language, { lines }: SealRequest): string =>
  joinList(
    language,
    lines.map(({ seal }) => seal.name),
  )

/** Lapsed ones are waited for no more. */
const countRequests = (db: Read, status: Open, today: string): number =>
  one<{ count: number }>(
    db,
    sql`select count(*) as count from seal_request where status = ${status} and submitted >= ${today.slice(0, 4)} and use_by >= ${today}`,
  )?.count ?? 0

const waiting = ({ db, today, language }: Reading, status: Open, key: TodayGroup['key']): TodayGroup => {
  const rows = requestsIn(db, status, today, undefined, shown).map((request) => ({
    subject: request.id,
    type: 'seal_request',
    title: request.document.title,
    detail: [request.number, request.applicant.name, sealsOf(language, request)].join(' · '),
  }))
  return { key, count: rows.length < shown ? rows.length : countRequests(db, status, today), rows }
}

const rowOfSeal = (seal: Seal) => ({
  subject: seal.id,
  type: 'seal',
  title: seal.name,
  detail: [seal.code, seal.custodian?.name, seal.statusReason].filter((part) => part !== undefined).join(' · '),
})

const rowOfOuting = ({ id, seal, number, taker, dueBackAt }: Outing) => ({
  subject: id,
  type: 'seal_outing',
  title: seal.name,
  detail: [number, taker.name, dueBackAt].join(' · '),
})

const rowOfHandover = ({ id, seal, number, from, to }: Handover) => ({
  subject: id,
  type: 'seal_handover',
  title: seal.name,
  detail: [number, `${from.name} → ${to.name}`].join(' · '),
})

const rowOfLent = ({ id, seal, number, from, to, temporaryUntil }: Handover) => ({
  subject: id,
  type: 'seal_handover',
  title: seal.name,
  detail: [number, `${to.name} → ${from.name}`, temporaryUntil].filter((part) => part !== undefined).join(' · '),
})

/** Requests to approve, approved ones to seal, and seals that are not where they lie; an overdue one is said once. */
export const sealsToday = (reading: Reading): TodayGroup[] => {
  const { db } = reading
  const overdue = outingsOverdue(db, localTime(reading.now, reading.zone), shown)
  const late = new Set(overdue.map(({ seal }) => seal.id))
  const out = sealsAfter(db, 'out', undefined, shown)
    .filter(({ id }) => !late.has(id))
    .map(rowOfSeal)
  const offered = handoversBefore(db, { status: 'offered', limit: shown })
  const lent = custodyOver(db, reading.today, shown)
  return [
    waiting(reading, 'pending', 'requests-waiting'),
    waiting(reading, 'approved', 'requests-approved'),
    { key: 'seals-overdue', count: overdue.length, rows: overdue.map(rowOfOuting) },
    { key: 'custody-overdue', count: lent.length, rows: lent.map(rowOfLent) },
    { key: 'handovers-waiting', count: offered.length, rows: offered.map(rowOfHandover) },
    { key: 'seals-out', count: out.length, rows: out },
  ]
}

/** The newest uses, void ones left out: what is printed again is a slip that counts. */
export const lastUses = ({ db }: Reading, limit: number): LastSlip[] =>
  bookPage(db, {
    seal: undefined,
    from: undefined,
    to: undefined,
    order: 'date',
    direction: 'backward',
    after: undefined,
    limit,
  })
    .filter(({ status, numbered }) => status === 'used' && numbered !== undefined)
    .map((use) => ({
      subject: use.id,
      type: 'seal_use',
      number: use.number,
      title: [use.document.title, use.counterparty].filter((part) => part !== undefined).join(' · '),
      time: use.usedAt,
    }))
