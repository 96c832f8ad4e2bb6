/** Reading what merged items lead to, what was merged into one, and the lots that lie there. */
import { unspelt } from '../../../../shared/supplies/counter/lot-accounts.ts'
import type { LotAt } from '../../../../shared/supplies/items/merge-rules.ts'
import type { Item } from '../../../../shared/supplies/records.ts'
import { item } from '../../../../shared/supplies/subjects.ts'
import { recordsOf } from '../../store/derived.ts'
import { all, sql, type Read } from '../../store/sql.ts'
import { itemOf, itemsByBarcode } from '../store.ts'

/** Items that were merged into this one, straight or by way of others. */
export const mergedItems = (db: Read, id: string): Item[] => {
  const found = new Map<string, Item>()
  const queue = [id]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    for (const record of recordsOf(db, item, sql`where merged = ${next} order by subject limit 200`)) {
      if (record.id === id || found.has(record.id)) continue
      found.set(record.id, record)
      queue.push(record.id)
    }
  }
  return [...found.values()]
}

/** The item that was kept in the end; where two desks merged two into each other, the one entered first stands for both. */
export const keptOf = (db: Read, record: Item): Item => {
  const way: Item[] = []
  for (
    let at: Item | undefined = record;
    at;
    at = at.mergedInto === undefined ? undefined : itemOf(db, at.mergedInto)
  ) {
    const { id } = at
    const place = way.findIndex((each) => each.id === id)
    if (place !== -1) return way.slice(place).toSorted((a, b) => (a.id < b.id ? -1 : 1))[0] ?? record
    way.push(at)
  }
  return way.at(-1) ?? record
}

type Account = { account: string; amount: number }
const under = (db: Read, prefix: string): Account[] =>
  all<Account>(
    db,
    sql`select account, amount from balance where account >= ${prefix} and account < ${`${prefix.slice(0, -1)};`} order by account`,
  )

/** Lots of an item by place, with the earliest day that a receipt said they are good until. */
export const lotsOfItem = (db: Read, id: string): LotAt[] => {
  const expiryOf = new Map<string, string>()
  for (const { account, amount } of under(db, `lot-expiry:${id}:`)) {
    const [lot = '', expiry = ''] = account.slice(`lot-expiry:${id}:`.length).split(':')
    if (amount > 0 && !expiryOf.has(lot)) expiryOf.set(lot, expiry)
  }
  return under(db, `stock-lot:${id}:`).flatMap(({ account, amount }) => {
    const rest = account.slice(`stock-lot:${id}:`.length)
    const cut = rest.lastIndexOf(':')
    const lot = rest.slice(cut + 1)
    return amount === 0
      ? []
      : [{ location: rest.slice(0, cut), lot: unspelt(lot), expiry: expiryOf.get(lot), quantity: amount }]
  })
}

/** Who else names a barcode: neither the item itself nor one that was merged into it. */
export const otherCarrier = (db: Read, code: string, self: string | undefined): Item | undefined =>
  itemsByBarcode(db, code)
    .flatMap((owner) => [owner, ...mergedItems(db, owner.id)])
    .filter(({ barcodes }) => barcodes.some((barcode) => barcode.code === code))
    .find((carrier) => carrier.id !== self && keptOf(db, carrier).id !== self)
