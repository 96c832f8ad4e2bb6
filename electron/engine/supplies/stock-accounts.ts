/** Reading balances of stock by ranges of accounts; how they are spelt is told in shared/supplies/accounts.ts. */
import { stockAccount, stockPlaceOf, valueAccount } from '../../../shared/supplies/accounts.ts'
import { all, raw, sql, type Read, type Sql } from '../store/sql.ts'

/** Accounts that begin with a prefix ending in a colon; `;` is the character after it. */
export const under = (prefix: string): Sql => sql`account >= ${prefix} and account < ${`${prefix.slice(0, -1)};`}`

// An item's slips lie between the stocks of two items, so whoever wants all stock goes along an index of their accounts.
// Spelt out as in its definition, or SQLite would not know it again.
const stockOnly = raw(`account glob '${stockAccount('*', '*')}'`)
const valueOnly = raw(`account glob '${valueAccount('*')}'`)

/** Touched only where a place or an item begins or ceases to have anything, not as its amount changes. */
export const stockIndex = `CREATE INDEX balance_stock ON balance (account) WHERE ${stockOnly.text} OR ${valueOnly.text}`

export type Lying = { item: string; location: string; quantity: number }

/** Everything that lies anywhere, item by item. Reads each place of each item once, so it is for pages, not for the counter. */
export const allStock = (db: Read, only: Sql = sql`amount <> 0`): Lying[] =>
  all<{ account: string; amount: number }>(
    db,
    sql`select account, amount from balance indexed by balance_stock where ${stockOnly} and ${only} order by account`,
  ).flatMap(({ account, amount }) => {
    const place = stockPlaceOf(account)
    return place ? [{ ...place, quantity: amount }] : []
  })

/** All accounts of stock and value with their amounts. */
export const stockAndValue = (db: Read): Map<string, number> =>
  new Map(
    all<{ account: string; amount: number }>(
      db,
      sql`select account, amount from balance indexed by balance_stock where (${stockOnly} or ${valueOnly})`,
    ).map(({ account, amount }) => [account, amount]),
  )

/** The condition on the stock of a row's own item, by the column `subject`; in SQL, since it differs per row. */
export const stockOfSubject = raw(
  `account >= 'item:' || subject || ':stock:' and account < 'item:' || subject || ':stock;'`,
)
