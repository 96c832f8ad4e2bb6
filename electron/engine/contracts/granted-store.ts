/** Contracts by the delegation they were signed under: found by the last link of the chain, whose row names it. */
import type { Contract } from '../../../shared/contracts/contract.ts'
import { contractType } from '../../../shared/contracts/subjects.ts'
import { recordsOf } from '../store/derived.ts'
import { sql, type Read, type Sql } from '../store/sql.ts'

/** Every chain through a delegation ends in it or in one below it. */
const leavesOf = (delegation: string): Sql => sql`(
  with recursive under(id) as (
    select ${delegation} union select below.subject from under cross join delegation as below on below.parent = under.id
  ) select id from under)`

/** Contracts signed under a delegation, or under what was passed on from it, and that bind or have bound; by number. */
export const contractsGrantedBy = (db: Read, delegation: string): Contract[] =>
  recordsOf<Contract>(
    db,
    contractType,
    sql`where leaf in ${leavesOf(delegation)}
      and +status in ('signed', 'performing', 'expired', 'archived')
      and exists (select 1 from json_each(record, '$.grantedBy') where value = ${delegation})
      order by number limit 500`,
  )

/** Those of them that are being carried out. */
export const contractsRestingOn = (db: Read, delegation: string): Contract[] =>
  contractsGrantedBy(db, delegation).filter(({ status }) => status === 'signed' || status === 'performing')

/** Signed under a delegation in a span of days. */
export const contractsSignedUnder = (db: Read, delegation: string, from: string, to: string): Contract[] =>
  recordsOf<Contract>(
    db,
    contractType,
    sql`where leaf in ${leavesOf(delegation)}
      and signedOn >= ${from} and signedOn <= ${to}
      and exists (select 1 from json_each(record, '$.grantedBy') where value = ${delegation})`,
  )
