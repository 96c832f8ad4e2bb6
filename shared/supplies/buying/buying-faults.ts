/** What refuses acts on purchase requests; each is worded in buying-words.ts. */

export type BuyingFault =
  /** Decided, ordered or ended meanwhile; `purchaseState` as in `buying.state`. */
  | { code: 'purchase-not-pending'; number: string; purchaseState: string }
  | { code: 'purchase-not-approved'; number: string; purchaseState: string }
  | { code: 'purchase-not-open'; number: string; purchaseState: string }
  /** Who asks does not approve it too. */
  | { code: 'purchase-same-person'; number: string; person: string }
  | { code: 'purchase-date-past'; date: string }
  /** The same item in the same unit from the same supplier stands on it already. */
  | { code: 'purchase-line-twice'; item: string }
  /** Goods come against the line they were asked for with. */
  | { code: 'purchase-line-differs'; number: string; item: string }
