/** Reading notices of revocation and revoked delegations. */
import type { Delegation } from '../../../shared/contracts/delegation.ts'
import { revocationNoticeType, toldAs, type RevocationNotice } from '../../../shared/contracts/revocation.ts'
import { delegationType } from '../../../shared/contracts/subjects.ts'
import { recordOf, recordsOf } from '../store/derived.ts'
import { raw, sql, type Read } from '../store/sql.ts'

export const noticeOf = (db: Read, id: string): RevocationNotice | undefined => recordOf(db, revocationNoticeType, id)

const noticesAbout = (db: Read, delegation: string): RevocationNotice[] =>
  recordsOf(db, revocationNoticeType, sql`where delegation = ${delegation} order by subject limit 500`)

/** Notices that it reads narrower, the oldest first. */
export const noticesOfAmendments = (db: Read, delegation: string): RevocationNotice[] =>
  noticesAbout(db, delegation).filter(({ isAmendment }) => isAmendment === true)

/** The delegate's notice first, then those of the others by what they are told as; ids of one act have no order. */
export const noticesOfRevocation = (db: Read, delegation: string): RevocationNotice[] =>
  noticesAbout(db, delegation)
    .filter(({ isAmendment }) => isAmendment !== true)
    .toSorted((a, b) => rankOf(a) - rankOf(b) || (a.person.name < b.person.name ? -1 : 1))

const rankOf = ({ as }: RevocationNotice): number => Math.min(...as.map((role) => toldAs.indexOf(role)))

/** Notices to a person that are not signed for, the oldest first. */
export const noticesTo = (db: Read, person: string): RevocationNotice[] =>
  recordsOf(
    db,
    revocationNoticeType,
    sql`where person = ${person} and acknowledgedOn is null order by subject limit 100`,
  )

/** Revoked delegations, the latest day first; the key is the day with the number and id behind it. */
export const revokedBefore = (db: Read, after: string | undefined, limit: number): Delegation[] => {
  const [on = '9', number = '', id = ''] = after?.split('|') ?? []
  return recordsOf(
    db,
    delegationType,
    sql`where revokedOn is not null and (revokedOn, number, subject) < (${on}, ${number}, ${id})
      order by revokedOn desc, number desc, subject desc limit ${limit}`,
  )
}

export const revokedKey = ({ revokedOn = '', number, id }: Delegation): string => `${revokedOn}|${number}|${id}`

/** The SQL of `originalsOf(…).out > 0`, in step with it: an entry without a count brought back all. */
const isOut = raw(
  `coalesce((select sum(value ->> '$.count') from json_each(record, '$.handed')), record ->> '$.originals')
    > coalesce((select sum(coalesce(value ->> '$.count', 1000000)) from json_each(record, '$.returned')), 0)`,
)

/** Delegations that were revoked, or fell with one above them, and have originals with somebody; the longest first. */
export const originalsOfRevoked = (db: Read, today: string): Delegation[] =>
  recordsOf(
    db,
    delegationType,
    sql`where subject in (
        with recursive fallen(id) as (
          select subject from delegation where revokedOn is not null and revokedOn <= ${today}
          union select under.subject from fallen cross join delegation as under on under.parent = fallen.id
        ) select id from fallen)
      and ${isOut} order by coalesce(revokedOn, '9'), number limit 500`,
  )
