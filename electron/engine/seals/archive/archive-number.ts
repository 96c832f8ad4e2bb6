/** Archive numbers: which use carries one, and why one cannot be typed. */
import { refuse, type Refusal } from '../../../../shared/api/fault.ts'
import type { SealUse } from '../../../../shared/seals/records.ts'
import type { StoredUse } from '../../../../shared/seals/subjects.ts'
import { archiveAccount } from '../../../../shared/seals/accounts.ts'
import { all, sql, type Read } from '../../store/sql.ts'
import { useOf } from '../store.ts'

/** The uses that carry an archive number, by what each contributed when it was archived; a use pays nothing at the chop. */
export const usesByArchiveNumber = (db: Read, archiveNumber: string): StoredUse[] => {
  const prefix = archiveAccount(archiveNumber, '')
  return all<{ account: string }>(
    db,
    sql`select account from balance where account > ${prefix} and account < ${`${prefix}~`} and amount > 0 order by account limit 50`,
  ).flatMap(({ account }) => useOf(db, account.slice(prefix.length)) ?? [])
}

export const useByArchiveNumber = (db: Read, archiveNumber: string): StoredUse | undefined =>
  usesByArchiveNumber(db, archiveNumber)[0]

/** The form of the numbers given here, whoever's desk it is: typed by hand it would be given a second time. */
const ownNumber = /^GD-[A-Z]-\d{4}(\.\d+)?-\d{4,}$/

/** Why a number cannot be typed as the archive number of a use, if so. */
export const refuseArchiveNumber = (db: Read, use: SealUse, typed: string): Refusal | undefined => {
  if (typed === use.archiveNumber) return undefined
  const other = useByArchiveNumber(db, typed)
  if (other) return refuse({ code: 'archive-number-taken', archiveNumber: typed, number: other.number })
  return ownNumber.test(typed)
    ? refuse({ code: 'invalid-input', problems: [{ path: 'archiveNumber', reason: 'invalid.own-number' }] })
    : undefined
}
