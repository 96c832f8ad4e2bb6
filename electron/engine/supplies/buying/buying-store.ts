/** Reading purchase requests: lists, what is still to come of each line, and the receipts that brought the rest. */
import { joinList } from '../../../../shared/office/words.ts'
import { purchaseLeftAccount, purchaseSlipAccount } from '../../../../shared/supplies/buying/buying-accounts.ts'
import { approvedAmount, purchaseRequest } from '../../../../shared/supplies/buying/buying-fold.ts'
import type { PurchaseList, PurchaseRow } from '../../../../shared/supplies/buying/buying-operations.ts'
import type { Purchase } from '../../../../shared/supplies/buying/buying-records.ts'
import { stateOfPurchase } from '../../../../shared/supplies/buying/buying-rules.ts'
import type { Slip } from '../../../../shared/supplies/records.ts'
import type { Reading } from '../../act.ts'
import { balanceOf, recordOf, recordsOf } from '../../store/derived.ts'
import { all, one, raw, sql, type Read } from '../../store/sql.ts'

const idLength = 36
const leftPrefix = 'purchase-left:'

export const purchaseOf = (db: Read, id: string): Purchase | undefined => recordOf(db, purchaseRequest, id)

export const headsOfPurchase = (db: Read, id: string): string[] => {
  const row = one<{ heads: string }>(db, sql`select heads from purchase_request where subject = ${id}`)
  return row ? (JSON.parse(row.heads) as string[]).toSorted() : []
}

/** Base units per line; below zero where more came. Of an ended one only what came beyond nothing, so 0 at the most. */
export const leftOf = (db: Read, { id, lines }: Purchase): number[] =>
  lines.map((_, index) => balanceOf(db, purchaseLeftAccount(id, index)))

/** Receipts that name the purchase, oldest first; reversing slips are left out, their receipts say so themselves. */
export const receiptsOf = (db: Read, purchase: string): Slip[] => {
  const prefix = purchaseSlipAccount(purchase, '')
  return all<{ record: string }>(
    db,
    sql`select record from balance cross join supply_slip on subject = substr(account, ${prefix.length + 1})
      where account >= ${prefix} and account < ${`${prefix.slice(0, -1)};`} and verb = 'receipt' order by account`,
  ).map(({ record }) => JSON.parse(record) as Slip)
}

/** Something is to come of it. */
const hasLeft = raw(
  `exists (select 1 from balance where account >= 'purchase-left:' || subject || ':' and account < 'purchase-left:' || subject || ';' and amount > 0)`,
)

const inList = {
  pending: sql`status = 'pending'`,
  open: sql`status in ('approved', 'ordered') and ${hasLeft}`,
  received: sql`status in ('approved', 'ordered') and not ${hasLeft}`,
  ended: sql`status in ('rejected', 'withdrawn', 'closed')`,
  all: sql`true`,
} as const satisfies Record<PurchaseList, unknown>

/** Newest first, before the purchase `after`. */
export const purchasesPage = (db: Read, show: PurchaseList, after: string | undefined, limit: number): Purchase[] => {
  const before = after === undefined ? sql`` : sql`and subject < ${after}`
  return recordsOf(db, purchaseRequest, sql`where ${inList[show]} ${before} order by subject desc limit ${limit}`)
}

export const purchaseRowOf = ({ db, today, language }: Reading, purchase: Purchase): PurchaseRow => {
  const { id, numbered, date, requester, lines, wanted, ordered } = purchase
  const left = leftOf(db, purchase)
  const state = stateOfPurchase(purchase, left)
  const due = ordered?.expected ?? wanted
  return {
    id,
    number: numbered.number,
    date,
    requester: requester.name,
    suppliers: [...new Set(lines.flatMap(({ supplier }) => supplier ?? []))],
    content: joinList(
      language,
      lines.map((line) => `${line.item.name} ${line.quantity} ${line.unit}`),
    ),
    lines: lines.length,
    open: left.filter((base) => base > 0).length,
    amount: approvedAmount(purchase),
    state,
    ...(wanted === undefined ? {} : { wanted }),
    ...(ordered?.expected === undefined ? {} : { expected: ordered.expected }),
    isLate: due !== undefined && due < today && ['pending', 'approved', 'ordered', 'partly'].includes(state),
  }
}

/** Approved or ordered purchases of which something is to come, oldest first: few, whatever ended before. */
export const openPurchases = (db: Read): Purchase[] =>
  [...new Set(comingAccounts(db).map(({ purchase }) => purchase))]
    .flatMap((id) => purchaseOf(db, id) ?? [])
    .filter(({ status }) => status === 'approved' || status === 'ordered')

/** What is to come by purchase and line, base unit above zero. */
const comingAccounts = (db: Read): { purchase: string; line: number; base: number }[] =>
  all<{ account: string; amount: number }>(
    db,
    sql`select account, amount from balance where account >= ${leftPrefix} and account < 'purchase-left;' and amount > 0 order by account`,
  ).map(({ account, amount }) => ({
    purchase: account.slice(leftPrefix.length, leftPrefix.length + idLength),
    line: Number(account.slice(leftPrefix.length + idLength + 1)),
    base: amount,
  }))

export type OnOrder = { requested: number; ordered: number }

/**
 * What is on its way of each item, base unit: only accounts above zero are read, however many purchases ended.
 * Goods of an item that was merged come as the item that was kept.
 */
export const onOrder = (db: Read, keptAs: (item: string) => string): ReadonlyMap<string, OnOrder> => {
  const known = new Map<string, Purchase | undefined>()
  const sums = new Map<string, OnOrder>()
  for (const { purchase: id, line: index, base } of comingAccounts(db)) {
    if (!known.has(id)) known.set(id, purchaseOf(db, id))
    const purchase = known.get(id)
    const line = purchase?.lines[index]
    if (!purchase || !line) continue
    const item = keptAs(line.item.id)
    const { requested, ordered } = sums.get(item) ?? { requested: 0, ordered: 0 }
    const isOrdered = purchase.status === 'ordered'
    sums.set(item, isOrdered ? { requested, ordered: ordered + base } : { requested: requested + base, ordered })
  }
  return sums
}
