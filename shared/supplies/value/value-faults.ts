/** What refuses a revaluation, the closing of a month of the stock, or a slip into a closed one; worded in value-words.ts. */
export type ValueFault =
  /** The business date lies in a month that is closed. */
  | { code: 'stock-month-closed'; date: string; month: string; closedThrough: string }
  | { code: 'stock-month-running'; month: string }
  /** Months are closed in their order, from the first in which something moved. */
  | { code: 'stock-earlier-open'; month: string; earlier: string }
  | { code: 'stock-month-empty'; month: string }
  | { code: 'stock-already-closed'; month: string; number: string }
  | { code: 'stock-closing-same-person'; person: string }
  | { code: 'stock-closing-signed'; number: string }
  /** A slip that says a late price must name a receipt that stands. */
  | { code: 'not-a-receipt'; number: string }
  | { code: 'nothing-to-revalue' }
  /** The stock of an item is never worth less than nothing by entry; amounts in minor units. */
  | { code: 'value-below-zero'; item: string; value: number; asked: number }
  /** Another valuation begins with a month that is not closed. */
  | { code: 'method-in-closed-month'; month: string; closedThrough: string }
  | { code: 'method-unchanged'; month: string }
