/** Reading the seal register: by id, code or number, and pages of its lists by key. */
import {
  monthAccount,
  monthMeasures,
  requestAccount,
  requestUsesAccount,
  type MonthMeasure,
} from '../../../shared/seals/accounts.ts'
import type {
  Impression,
  RequestStatus,
  Seal,
  SealRequest,
  SealStatus,
  SealUse,
} from '../../../shared/seals/records.ts'
import { leftOf } from '../../../shared/seals/requests/request-rules.ts'
import { impressionSubject, requestSubject, sealSubject, useSubject } from '../../../shared/seals/subjects.ts'
import { keyOfNumber, type StoredUse } from '../../../shared/seals/use/use-keys.ts'
import { balanceOf, recordOf, recordsOf } from '../store/derived.ts'
import { one, raw, sql, type Read, type Sql } from '../store/sql.ts'

export const sealOf = (db: Read, id: string): Seal | undefined => recordOf(db, sealSubject, id)

/** Where two desks gave the same code, the seal that was entered first. */
export const sealByCode = (db: Read, code: string): Seal | undefined =>
  recordsOf(db, sealSubject, sql`where code = ${code} order by subject limit 1`)[0]

export const impressionOf = (db: Read, id: string): Impression | undefined => recordOf(db, impressionSubject, id)

export const sealsAfter = (
  db: Read,
  status: SealStatus | undefined,
  after: string | undefined,
  limit: number,
): Seal[] =>
  recordsOf(
    db,
    sealSubject,
    sql`where code > ${after ?? ''} ${status === undefined ? sql`` : sql`and status = ${status}`} order by code limit ${limit}`,
  )

export const requestOf = (db: Read, id: string): SealRequest | undefined => recordOf(db, requestSubject, id)

export const requestByNumber = (db: Read, number: string): SealRequest | undefined =>
  recordsOf(db, requestSubject, sql`where number = ${number} limit 1`)[0]

/** Newest first; the key is the time of submission with the id behind it. */
export const requestsBefore = (
  db: Read,
  status: RequestStatus | undefined,
  after: string | undefined,
  limit: number,
): SealRequest[] => {
  const [submitted = '9', id = ''] = after?.split('|') ?? []
  return recordsOf(
    db,
    requestSubject,
    sql`where (submitted, subject) < (${submitted}, ${id}) ${status === undefined ? sql`` : sql`and status = ${status}`} order by submitted desc, subject desc limit ${limit}`,
  )
}

export const requestKey = (request: SealRequest): string => `${request.submittedAt}|${request.id}`

/** Impressions that are left of each seal of a request. */
export const leftOfRequest = (db: Read, request: SealRequest): { seal: string; left: number }[] =>
  request.lines.map((line) => ({
    seal: line.seal.id,
    left: leftOf(line, balanceOf(db, requestAccount(request.id, line.seal.id))),
  }))

export const usesOnRequest = (db: Read, request: string): number => balanceOf(db, requestUsesAccount(request))

export const useOf = (db: Read, id: string): StoredUse | undefined => recordOf(db, useSubject, id)

export const useByNumber = (db: Read, number: string): StoredUse | undefined => {
  const key = keyOfNumber(number)
  const told =
    key === undefined
      ? []
      : recordsOf(db, useSubject, sql`where number_key > ${key} and number_key < ${`${key}~`} order by subject limit 1`)
  return told[0] ?? recordsOf(db, useSubject, sql`where odd_number = ${number} order by subject limit 1`)[0]
}

/** A use without the keys that only the table needs. */
export const useShown = ({ numberKey: _n, dateKey: _d, oddNumber: _o, ...use }: StoredUse): SealUse => use

export const rowShown = ({ verdict: _v, ...use }: StoredUse): Omit<SealUse, 'verdict'> => useShown(use)

/** What was sealed on a request or a contract, newest first. */
export const usesOn = (
  db: Read,
  on: { request?: string | undefined; contract?: string | undefined },
  limit: number,
): StoredUse[] => {
  if (on.contract !== undefined)
    return recordsOf(db, useSubject, sql`where contract = ${on.contract} order by date_key desc limit ${limit}`)
  if (on.request !== undefined)
    return recordsOf(db, useSubject, sql`where request = ${on.request} order by date_key desc limit ${limit}`)
  return []
}

export type BookPage = {
  seal: Seal | undefined
  from: string | undefined
  to: string | undefined
  order: 'date' | 'number'
  direction: 'forward' | 'backward'
  after: string | undefined
  limit: number
}

/**
 * A page of the book by one index, so that its middle costs what its start costs. In order of numbers a period
 * narrows the years by the key, and days within them row by row.
 */
export const bookPage = (db: Read, { seal, from, to, order, direction, after, limit }: BookPage): StoredUse[] => {
  const key = raw(order === 'date' ? 'date_key' : 'number_key')
  const [low, high] = order === 'date' ? dateBounds(from, to) : numberBounds(seal, from, to)
  const start = direction === 'forward' ? (after ?? low) : low
  const end = direction === 'backward' ? (after ?? high) : high
  const conditions: Sql[] = [sql`${key} > ${start}`, sql`${key} < ${end}`]
  if (order === 'date' && seal) conditions.push(sql`seal = ${seal.id}`)
  if (order === 'number' && from !== undefined) conditions.push(sql`date_key >= ${from}`)
  if (order === 'number' && to !== undefined) conditions.push(sql`date_key < ${`${to}~`}`)
  const where = conditions.reduce((joined, condition) => sql`${joined} and ${condition}`)
  return recordsOf(
    db,
    useSubject,
    sql`where ${where} order by ${key} ${raw(direction === 'forward' ? 'asc' : 'desc')} limit ${limit}`,
  )
}

// '~' sorts behind every character a key holds at that place; a date alone sorts before its times.
const dateBounds = (from: string | undefined, to: string | undefined): [string, string] => [
  from ?? '',
  to === undefined ? '~' : `${to}~`,
]

const numberBounds = (seal: Seal | undefined, from: string | undefined, to: string | undefined): [string, string] => {
  if (!seal) return ['', '~']
  return [`${seal.code}|${from?.slice(0, 4) ?? ''}`, `${seal.code}|${to?.slice(0, 4) ?? ''}~`]
}

export type MonthCounts = Record<MonthMeasure, number>

/** Totals of a seal in a month `2026-11`, from what the uses contributed. */
export const monthCounts = (db: Read, seal: string, month: string): MonthCounts => {
  const counts = monthMeasures.map((measure) => [measure, balanceOf(db, monthAccount(seal, month, measure))] as const)
  return Object.fromEntries(counts) as MonthCounts
}

export const headsOfRow = (
  db: Read,
  table: 'seal' | 'seal_request' | 'seal_use' | 'approval_route' | 'absence' | 'seal_closing',
  id: string,
): string[] => {
  const row = one<{ heads: string }>(db, sql`select heads from ${raw(table)} where subject = ${id}`)
  return row ? (JSON.parse(row.heads) as string[]) : []
}
