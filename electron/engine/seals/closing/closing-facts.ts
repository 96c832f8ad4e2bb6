/** Gathers what a closing says: totals, reconciliation, what is missing, and where every desk's journal stands. */
import {
  bookRowsPerPage,
  closingSubject,
  isYear,
  type ClosingContent,
  type ClosingCounts,
  type SealClosing,
} from '../../../../shared/seals/closing/closing.ts'
import type { ClosingFacts } from '../../../../shared/seals/closing/closing-rules.ts'
import { countedImpressions, monthMeasures, requestAccount } from '../../../../shared/seals/accounts.ts'
import { deskType } from '../../../../shared/office/subjects.ts'
import type { Seal, SealUse } from '../../../../shared/seals/records.ts'
import { useSubject } from '../../../../shared/seals/subjects.ts'
import type { Reading } from '../../act.ts'
import { positions } from '../../journal/entries.ts'
import { balanceOf, recordsOf } from '../../store/derived.ts'
import { all, one, sql, type Read } from '../../store/sql.ts'
import { outingsOutAt } from '../life/life-store.ts'
import { missingScansIn } from '../archive/missing-scans.ts'
import { monthCounts, requestOf, useShown, usesOn } from '../store.ts'

/** The latest closed month of a seal; everything up to its end is closed. */
export const closedThrough = (db: Read, seal: string): string | undefined =>
  one<{ period: string | null }>(
    db,
    sql`select max(period) as period from seal_closing where seal = ${seal} and length(period) = 7`,
  )?.period ?? undefined

const closedYears = (db: Read, seal: string): string[] =>
  all<{ period: string }>(db, sql`select period from seal_closing where seal = ${seal} and length(period) = 4`).map(
    ({ period }) => period,
  )

/** From the first own entry on; lines of an old ledger before it were closed on their own paper. */
const monthsOf = (db: Read, seal: string): string[] => {
  const first = one<{ month: string }>(
    db,
    sql`select substr(date_key, 1, 7) as month from seal_use
      where seal = ${seal} and record ->> '$.numbered.serial' is not null order by date_key limit 1`,
  )?.month
  if (first === undefined) return []
  const prefix = `seal-month:${seal}:`
  return all<{ month: string }>(
    db,
    sql`select distinct substr(account, ${prefix.length + 1}, 7) as month from balance
      where account > ${prefix} and account < ${`${prefix}~`} order by 1`,
  )
    .map(({ month }) => month)
    .filter((month) => month >= first)
}

export const closingFacts = (reading: Reading, seal: Seal, period: string, desk: string): ClosingFacts => ({
  seal,
  desk,
  period,
  today: reading.today,
  months: monthsOf(reading.db, seal.id),
  closedThrough: closedThrough(reading.db, seal.id),
  closedYears: closedYears(reading.db, seal.id),
})

const none: ClosingCounts = { uses: 0, voided: 0, copies: 0, actual: 0, spoiled: 0 }

const sum = (counts: readonly ClosingCounts[]): ClosingCounts =>
  Object.fromEntries(
    monthMeasures.map((measure) => [measure, counts.reduce((total, each) => total + each[measure], 0)]),
  ) as ClosingCounts

const countsOf = (use: SealUse): ClosingCounts =>
  use.status === 'used'
    ? { uses: 1, voided: 0, copies: use.copies, ...countedImpressions(use) }
    : { ...none, voided: 1, ...countedImpressions(use) }

const upTo = (db: Read, seal: string, period: string): { month: string; counts: ClosingCounts }[] => {
  const last = isYear(period) ? 12 : Number(period.slice(5))
  return Array.from({ length: last }, (_, index) => {
    const month = `${period.slice(0, 4)}-${(index + 1).toString().padStart(2, '0')}`
    return { month, counts: monthCounts(db, seal, month) }
  })
}

const pagesOf = (uses: readonly SealUse[]): ClosingContent['parts'] =>
  Array.from({ length: Math.ceil(uses.length / bookRowsPerPage) }, (_, index) => ({
    part: String(index + 1),
    ...sum(uses.slice(index * bookRowsPerPage, (index + 1) * bookRowsPerPage).map(countsOf)),
  }))

/** More than these are counted, not listed: the sheet stays a sheet. */
const mostListed = 60

const requestsOf = (db: Read, seal: string, uses: readonly SealUse[]): ClosingContent['requests'] => {
  const ids = new Set(uses.flatMap(({ request }) => request?.id ?? []))
  const found = [...ids].flatMap((id) => {
    const request = requestOf(db, id)
    const approved = request?.lines.find((line) => line.seal.id === seal)?.approved
    if (!request || approved === undefined) return []
    const made = usesOn(db, { request: id }, 1000).filter((use) => use.seal.id === seal)
    const { actual, spoiled } = sum(made.map(countsOf))
    const left = approved - balanceOf(db, requestAccount(id, seal))
    return [{ number: request.number, title: request.document.title, approved, actual, spoiled, left }]
  })
  const total = (measure: 'approved' | 'actual' | 'spoiled' | 'left'): number =>
    found.reduce((all, each) => all + each[measure], 0)
  return {
    count: found.length,
    counter: uses.filter(({ request, numbered }) => !request && numbered).length,
    approved: total('approved'),
    actual: total('actual'),
    spoiled: total('spoiled'),
    left: total('left'),
    differing: found.filter(({ left, spoiled }) => left !== 0 || spoiled > 0).slice(0, mostListed),
  }
}

type ExceptionCounts = ClosingContent['exceptions']

const exceptionsOf = (db: Read, seal: string, period: string): ExceptionCounts => {
  const counts: ExceptionCounts = { open: 0, explained: 0, settled: 0 }
  const rows = all<{ acts: string | null; count: number }>(
    db,
    sql`select (select max(act) from exception_answer where exception = exception.id) as acts, count(*) as count
      from exception join seal_use on seal_use.subject = exception.subject
      where seal_use.seal = ${seal} and on_date >= ${period} and on_date < ${`${period}~`} group by 1`,
  )
  // 'settled' sorts behind 'explained', so the greatest act is the furthest.
  for (const { acts, count } of rows)
    counts[acts === 'settled' ? 'settled' : acts === 'explained' ? 'explained' : 'open'] += count
  return counts
}

const lateOf = (db: Read, seal: string, period: string): ClosingContent['late'] =>
  all<{ on_date: string; values_json: string }>(
    db,
    sql`select on_date, values_json from exception join seal_use on seal_use.subject = exception.subject
      where exception.kind = 'after-closing' and seal_use.seal = ${seal}
      and on_date >= ${period} and on_date < ${`${period}~`} order by on_date, exception.id limit ${mostListed}`,
  ).map(({ on_date, values_json }) => {
    const { number, period: closed, reason } = JSON.parse(values_json) as Record<string, string>
    return { number: number ?? '', period: closed ?? '', on: on_date, reason: reason ?? '' }
  })

const headsOf = (db: Read): ClosingContent['heads'] => {
  const letters = new Map(recordsOf(db, deskType, sql`order by subject`).map(({ desk, letter }) => [desk, letter]))
  return positions(db)
    .filter(({ n }) => n > 0)
    .map(({ desk, n, hash }) => ({ desk: letters.get(desk) ?? desk.slice(0, 8), n, hash }))
    .toSorted((a, b) => (a.desk < b.desk ? -1 : a.desk > b.desk ? 1 : 0))
}

/** Outings that were out when the period ended, whatever became of them since; of a running period those out now. */
const outingsOf = (db: Read, seal: string, period: string): ClosingContent['outings'] =>
  outingsOutAt(db, seal, isYear(period) ? `${period}-12-31 24:00` : `${period}-31 24:00`, mostListed).map(
    ({ number, taker, dueBackAt }) => ({ number, taker: taker.name, due: dueBackAt }),
  )

export const closingContentOf = ({ db }: Reading, seal: Seal, period: string): ClosingContent => {
  const uses = recordsOf(
    db,
    useSubject,
    sql`where seal = ${seal.id} and date_key >= ${period} and date_key < ${`${period}~`} order by number_key`,
  ).map(useShown)
  const months = upTo(db, seal.id, period)
  const missing = missingScansIn(db, seal, period, isYear(period) ? `${period}-12-31` : `${period}-31`)
  return {
    totals: isYear(period) ? sum(months.map(({ counts }) => counts)) : (months.at(-1)?.counts ?? none),
    year: sum(months.map(({ counts }) => counts)),
    parts: isYear(period) ? months.map(({ month, counts }) => ({ part: month, ...counts })) : pagesOf(uses),
    requests: requestsOf(db, seal.id, uses),
    missing: {
      count: missing.length,
      rows: missing
        .slice(0, mostListed)
        .map(({ number, document, usedAt }) => ({ number, title: document.title, on: usedAt.slice(0, 10) })),
    },
    outings: outingsOf(db, seal.id, period),
    late: lateOf(db, seal.id, period),
    exceptions: exceptionsOf(db, seal.id, period),
    heads: headsOf(db),
  }
}

export const closingOf = (db: Read, id: string): SealClosing | undefined =>
  recordsOf(db, closingSubject, sql`where subject = ${id}`)[0]

/** The latest period first; the key is the period with the id behind it. */
export const closingsBefore = (
  db: Read,
  seal: string | undefined,
  after: string | undefined,
  limit: number,
): SealClosing[] => {
  const [period = '~', id = ''] = after?.split('|') ?? []
  return recordsOf(
    db,
    closingSubject,
    sql`where (period, subject) < (${period}, ${id}) ${seal === undefined ? sql`` : sql`and seal = ${seal}`}
      order by period desc, subject desc limit ${limit}`,
  )
}

export const closingKey = ({ period, id }: SealClosing): string => `${period}|${id}`
