/** What came of each line of a purchase, and what was paid for it against what was expected. */
import type { Purchase } from '../../../../shared/supplies/buying/buying-records.ts'
import { approvedOfPurchase } from '../../../../shared/supplies/buying/buying-fold.ts'
import { share } from '../../../../shared/supplies/value/costs.ts'
import type { Slip } from '../../../../shared/supplies/records.ts'
import type { Read } from '../../store/sql.ts'
import { leftOf } from './buying-store.ts'

export type PurchaseLineState = { approved: number; left: number; received: number; paid: number; difference?: number }

/**
 * @param slips the receipts that name the purchase
 * @returns per line base units and minor units; nothing is left of one that ended
 */
export const linesOfPurchase = (db: Read, purchase: Purchase, slips: readonly Slip[]): PurchaseLineState[] => {
  const isComing = ['pending', 'approved', 'ordered'].includes(purchase.status)
  const standing = slips.filter(({ reversedBy }) => reversedBy === undefined).flatMap(({ lines }) => lines)
  const left = leftOf(db, purchase)
  return purchase.lines.map(({ base, amount, price }, index) => {
    const balance = left[index] ?? 0
    const approved = purchase.status === 'rejected' ? 0 : approvedOfPurchase(purchase, index)
    const received = (isComing ? approved : 0) - balance
    const paid = standing
      .filter(({ purchaseLine }) => purchaseLine === index)
      .reduce((sum, line) => sum + line.amount, 0)
    return {
      approved,
      left: isComing ? balance : 0,
      received,
      paid,
      ...(price === undefined || received === 0 ? {} : { difference: paid - share(amount, received, base) }),
    }
  })
}
