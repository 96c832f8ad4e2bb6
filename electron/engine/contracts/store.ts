/** Reading contracts, checks and interests: by id, by page, by what they are about. */
import type { AuthorityCheck } from '../../../shared/contracts/authority-check.ts'
import type { Contract } from '../../../shared/contracts/contract.ts'
import type { Interest } from '../../../shared/contracts/interest.ts'
import { authorityCheckType, contractType, interestType } from '../../../shared/contracts/subjects.ts'
import { likenessOf } from '../../../shared/contracts/splitting.ts'
import { recordOf, recordsOf } from '../store/derived.ts'
import { all, one, raw, sql, type Read, type Sql } from '../store/sql.ts'

/** A registered contract by its subject id; also handed to other rooms by the composition root. */
export const contractOf = (db: Read, id: string): Contract | undefined => recordOf(db, contractType, id)

/** The first contract entered under a number; two desks may have typed the same one. */
export const contractByNumber = (db: Read, number: string): Contract | undefined =>
  recordsOf(db, contractType, sql`where number = ${number} order by subject limit 1`)[0]

export const headsOfRow = (
  db: Read,
  table: 'contract' | 'delegation' | 'authority_check' | 'interest',
  id: string,
): string[] => {
  const row = one<{ heads: string }>(db, sql`select heads from ${raw(table)} where subject = ${id}`)
  return row ? (JSON.parse(row.heads) as string[]) : []
}

/** Conditions joined by `and`; at least one of them. */
export const whereAll = (conditions: readonly (Sql | undefined)[]): Sql => {
  const given = conditions.filter((condition) => condition !== undefined)
  const [first, ...rest] = given
  return first ? rest.reduce((joined, condition) => sql`${joined} and ${condition}`, sql`where ${first}`) : sql``
}

/** A page's key: the number, and the id for the rare numbers that two desks both gave. */
const keyOf = (row: { number: string; id: string }): string => `${row.number}\n${row.id}`

/** The condition that continues behind a page's last row, in falling order of numbers. */
export const afterKey = (after: string | undefined): Sql => {
  if (after === undefined) return sql`number is not null`
  const [number = '', id = ''] = after.split('\n')
  return sql`number <= ${number} and (number < ${number} or subject < ${id})`
}

/** Rows with the key of the next page, where the page is full. */
export const paged = <R extends { number: string; id: string }>(
  rows: R[],
  limit: number,
): { rows: R[]; next?: string } => {
  const last = rows.length === limit ? rows.at(-1) : undefined
  return last ? { rows, next: keyOf(last) } : { rows }
}

export type ContractFilter = {
  status?: string | undefined
  type?: string | undefined
  /** Part of the name. */
  counterparty?: string | undefined
  signatory?: string | undefined
  ends?: { from: string; to: string } | undefined
}

// Beyond so many names a text says so little that a page fills by going through the numbers.
const mostNames = 200

/** Counterparties whose name holds a text: by going from name to name in their index, names being few where contracts are many. */
const partyCondition = (db: Read, text: string): Sql => {
  const names = all<{ value: string }>(
    db,
    sql`with recursive name(value) as (
        select min(counterparty) from contract
        union all select (select min(counterparty) from contract where counterparty > name.value) from name
          where name.value is not null
      ) select value from name where instr(value, ${text}) > 0 limit ${mostNames + 1}`,
  ).map(({ value }) => value)
  return names.length > mostNames
    ? sql`instr(counterparty, ${text}) > 0`
    : sql`counterparty in (select value from json_each(${JSON.stringify(names)}))`
}

export const contractsPage = (
  db: Read,
  after: string | undefined,
  limit: number,
  filter: ContractFilter,
): Contract[] => {
  const { status, type, counterparty, signatory, ends } = filter
  const where = whereAll([
    status === undefined ? undefined : sql`status = ${status}`,
    type === undefined ? undefined : sql`type = ${type}`,
    counterparty === undefined ? undefined : partyCondition(db, counterparty),
    signatory === undefined ? undefined : sql`signatory = ${signatory}`,
    // The plus leaves the order to the index of numbers: few rows are looked at until a page is full.
    ends && sql`+endsOn >= ${ends.from} and +endsOn <= ${ends.to} and +status in ('signed', 'performing')`,
    afterKey(after),
  ])
  return recordsOf(db, contractType, sql`${where} order by number desc, subject desc limit ${limit}`)
}

export const supplementsOf = (db: Read, id: string): Contract[] =>
  recordsOf(db, contractType, sql`where parent = ${id} order by number limit 200`)

/** Living contracts that end, or whose day of notice comes, from `today` to `until`. */
export const contractsEnding = (db: Read, today: string, until: string): Contract[] => {
  // The plus keeps the planner on the dates: most of a big register is living, few of it ends this month.
  const living = sql`+status in ('signed', 'performing')`
  const ending = recordsOf<Contract>(
    db,
    contractType,
    sql`where endsOn >= ${today} and endsOn <= ${until} and ${living} order by endsOn limit 200`,
  )
  const notice = recordsOf<Contract>(
    db,
    contractType,
    sql`where noticeOn >= ${today} and noticeOn <= ${until} and ${living} order by noticeOn limit 200`,
  )
  const known = new Set(ending.map(({ id }) => id))
  return [...ending, ...notice.filter(({ id }) => !known.has(id))]
}

/** Signed or performing although their last day has passed, the latest end first: somebody has to close or renew them. */
export const contractsPastEnd = (db: Read, today: string, after: string | undefined, limit: number): Contract[] => {
  const [on = today, id = ''] = after?.split('|') ?? []
  return recordsOf<Contract>(
    db,
    contractType,
    sql`where endsOn <= ${on} and (endsOn, subject) < (${on}, ${id}) and +status in ('signed', 'performing')
      order by endsOn desc, subject desc limit ${limit}`,
  )
}

/** Signed in a span about the same subject with the same counterparty, by its credit code or by its name. */
const alikeIn = (db: Read, about: Parameters<typeof likenessOf>[0], from: string, to: string): Contract[] => {
  const { byName, byCode } = likenessOf(about)
  const named =
    byName === undefined
      ? []
      : recordsOf<Contract>(
          db,
          contractType,
          sql`where likeName = ${byName} and signedOn >= ${from} and signedOn <= ${to} limit 200`,
        )
  const coded =
    byCode === undefined
      ? []
      : recordsOf<Contract>(
          db,
          contractType,
          sql`where likeCode = ${byCode} and signedOn >= ${from} and signedOn <= ${to} limit 200`,
        )
  return [...named, ...coded]
}

/**
 * Other contracts that one asked about may have been split off from: alike ones signed in a span, their supplements, and
 * the family of its own main contract whenever it was signed.
 */
export const likeContracts = (
  db: Read,
  about: Parameters<typeof likenessOf>[0],
  main: string | undefined,
  from: string,
  to: string,
): Contract[] => {
  const alike = alikeIn(db, about, from, to)
  const supplements = alike.flatMap(({ id }) => supplementsOf(db, id))
  const family = main === undefined ? [] : [contractOf(db, main), ...supplementsOf(db, main)]
  const signed = [...alike, ...supplements, ...family].flatMap((one) => (one?.signedOn === undefined ? [] : [one]))
  return [...new Map(signed.map((one) => [one.id, one] as const)).values()]
}

export const checksPage = (
  db: Read,
  after: string | undefined,
  limit: number,
  filter: { person?: string | undefined; contract?: string | undefined },
): AuthorityCheck[] => {
  const { person, contract } = filter
  const where = whereAll([
    person === undefined ? undefined : sql`person = ${person}`,
    contract === undefined ? undefined : sql`contract = ${contract}`,
    afterKey(after),
  ])
  return recordsOf(db, authorityCheckType, sql`${where} order by number desc, subject desc limit ${limit}`)
}

export const checkOf = (db: Read, idOrNumber: string): AuthorityCheck | undefined =>
  recordOf<AuthorityCheck>(db, authorityCheckType, idOrNumber) ??
  recordsOf<AuthorityCheck>(db, authorityCheckType, sql`where number = ${idOrNumber} order by subject limit 1`)[0]

export const interestOf = (db: Read, id: string): Interest | undefined => recordOf(db, interestType, id)

export const interestsOfPerson = (db: Read, person: string): Interest[] =>
  recordsOf(db, interestType, sql`where person = ${person} order by subject limit 200`)

export const interestsPage = (
  db: Read,
  after: string | undefined,
  limit: number,
  person: string | undefined,
): Interest[] => {
  const where = whereAll([person === undefined ? undefined : sql`person = ${person}`, sql`subject > ${after ?? ''}`])
  return recordsOf(db, interestType, sql`${where} order by subject limit ${limit}`)
}
