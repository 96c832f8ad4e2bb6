/** Reading lots 批次 of an item: what lies where, and until when it is good. */
import { lotExpiryPrefix, lotPrefix, lotsIn } from '../../../../shared/supplies/counter/lot-accounts.ts'
import type { LotAt } from '../../../../shared/supplies/tally.ts'
import { all, sql, type Read } from '../../store/sql.ts'

type Balance = { account: string; amount: number }

/** Everything under a prefix that ends in a colon; `;` is the character after it. */
const under = (db: Read, prefix: string): [string, number][] =>
  all<Balance>(
    db,
    sql`select account, amount from balance where account >= ${prefix} and account < ${`${prefix.slice(0, -1)};`}`,
  ).map(({ account, amount }) => [account, amount])

export const lotsAt = (db: Read, item: string): LotAt[] =>
  lotsIn([...under(db, lotPrefix(item)), ...under(db, lotExpiryPrefix(item))], item)
