/** The printed forms of the supplies, and which of them a slip has. */
import type { SlipVerb } from '../supplies/verbs.ts'

export const stockFormNames = ['receipt-slip', 'return-slip', 'move-slip', 'supply-request'] as const
export type StockFormName = Exclude<(typeof stockFormNames)[number], 'supply-request'> | 'issue-slip'

/** By the verb of the slip: transfers, scrap and what undoes or corrects share one. */
export const stockFormOf = (verb: SlipVerb): StockFormName => {
  if (verb === 'issue') return 'issue-slip'
  if (verb === 'receipt') return 'receipt-slip'
  return verb === 'return' ? 'return-slip' : 'move-slip'
}
