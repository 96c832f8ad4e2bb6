/**
 * What had been signed under a delegation up to an act: the sum that its aggregate limit should have been held against,
 * had all that was entered since been known. Acts of one day stand in the order of their entries' stamps, on every desk.
 */
import { monthsOfPeriod } from '../../../shared/contracts/amounts.ts'
import type { Contract } from '../../../shared/contracts/contract.ts'
import type { Delegation } from '../../../shared/contracts/delegation.ts'
import { contractType, signedAccount } from '../../../shared/contracts/subjects.ts'
import { one, sql, type Read } from '../store/sql.ts'
import { contractsSignedUnder } from './granted-store.ts'

/** @param act the day it was judged for, and the stamp of its entry */
export const signedBefore =
  (db: Read, act: { asOf: string; at: string }, asked: Contract | undefined) =>
  (delegation: Delegation): number => {
    const { id, currency, aggregatePeriod } = delegation
    const { from } = monthsOfPeriod(aggregatePeriod ?? 'term', delegation, act.asOf)
    const first = signedAccount(id, currency, from)
    return contractsSignedUnder(db, id, `${from}-01`, act.asOf)
      .filter((one_) => one_.id !== asked?.id && isBefore(db, one_, act))
      .flatMap((one_) => contractType.contribute?.(one_) ?? [])
      .filter(({ account }) => account.startsWith(`signed:${id}:${currency}:`) && account >= first)
      .reduce((sum, { delta }) => sum + delta, 0)
  }

const isBefore = (db: Read, { id, signedOn = '' }: Contract, { asOf, at }: { asOf: string; at: string }): boolean => {
  if (signedOn !== asOf) return signedOn < asOf
  const signing = one<{ at: string }>(
    db,
    sql`select at from entry join body on body.seq = entry.seq
      where subject = ${id} and kind = 'contract.moved' and body ->> '$.signedOn' is not null order by at desc limit 1`,
  )
  return signing !== undefined && signing.at < at
}
