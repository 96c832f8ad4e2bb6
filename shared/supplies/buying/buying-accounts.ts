/** Accounts of what is bought and has not come, and the index that leads from a purchase to its receipts. */
import type { Contribution } from '../../journal/subject.ts'
import type { Slip } from '../records.ts'

/**
 * What of a line of a purchase request is still to come, base unit; below zero where more came. An account that is even
 * has no row, so a range over those above zero is what is on its way.
 */
export const purchaseLeftAccount = (purchase: string, line: number): string => `purchase-left:${purchase}:${line}`
/** Leads from a purchase to the slips that name it; slip ids sort by time. */
export const purchaseSlipAccount = (purchase: string, slip: string): string => `purchase-slip:${purchase}:${slip}`

/** What a receipt against a purchase adds beside its stock; a reversing slip gives back what its receipt took. */
export const contributionsOfPurchased = ({ id, verb, purchase, lines }: Slip): Contribution[] => {
  if (purchase === undefined) return []
  const sign = verb === 'reverse' ? 1 : -1
  return [
    { account: purchaseSlipAccount(purchase.id, id), delta: 1 },
    ...lines.flatMap(({ purchaseLine, base }) =>
      purchaseLine === undefined
        ? []
        : [{ account: purchaseLeftAccount(purchase.id, purchaseLine), delta: sign * base }],
    ),
  ]
}
