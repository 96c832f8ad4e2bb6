/** Reading notices of revocation and revoked delegations. */
import type { Delegation } from '../../../shared/contracts/delegation.ts'
import { revocationNoticeType, toldAs, type RevocationNotice } from '../../../shared/contracts/revocation.ts'
import { delegationType } from '../../../shared/contracts/subjects.ts'
import { recordOf, recordsOf } from '../store/derived.ts'
import { sql, type Read } from '../store/sql.ts'

export const noticeOf = (db: Read, id: string): RevocationNotice | undefined => recordOf(db, revocationNoticeType, id)

/** The delegate's notice first, then those of the others by what they are told as; ids of one act have no order. */
export const noticesOfRevocation = (db: Read, delegation: string): RevocationNotice[] =>
  recordsOf<RevocationNotice>(
    db,
    revocationNoticeType,
    sql`where delegation = ${delegation} order by subject limit 500`,
  ).toSorted((a, b) => rankOf(a) - rankOf(b) || (a.person.name < b.person.name ? -1 : 1))

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

/** Revoked delegations whose own originals are still with somebody, the longest first. */
export const originalsOfRevoked = (db: Read, today: string): Delegation[] =>
  recordsOf(
    db,
    delegationType,
    sql`where revokedOn is not null and revokedOn <= ${today} and record ->> '$.returnedOn' is null
      and record ->> '$.originals' > 0 order by revokedOn, number limit 100`,
  )
