/** The forms the office prints: what each is called in numbers and names, its paper, and what it is asked for by. */
import { lifeFormNames } from './life-forms.ts'
import { stockFormNames } from './stock-forms.ts'

export const formNames = [
  'seal-use',
  'seal-request',
  'seal-book',
  'issue-slip',
  'authority-check',
  'revocation',
  'contract-register',
  'delegation-register',
  'letter-of-authority',
  'seal-closing',
  'stocktake-sheet',
  'purchase-request',
  'stock-closing',
  'item-ledger',
  'supply-report',
  ...lifeFormNames,
  ...stockFormNames,
] as const
export type FormName = (typeof formNames)[number]

/**
 * `month` forms print one holder's records of a month, `year` forms the office's or an item's of a year, the `report` form a
 * year's report by its name (`2026-slow`); `record` forms print one record.
 */
export const formScope: Record<FormName, 'record' | 'month' | 'year' | 'report'> = {
  'seal-use': 'record',
  'seal-request': 'record',
  'seal-book': 'month',
  'issue-slip': 'record',
  'authority-check': 'record',
  revocation: 'record',
  'contract-register': 'year',
  'delegation-register': 'record',
  'letter-of-authority': 'record',
  'seal-closing': 'record',
  'stocktake-sheet': 'record',
  'purchase-request': 'record',
  'stock-closing': 'record',
  'item-ledger': 'year',
  'supply-report': 'report',
  'seal-activation': 'record',
  'seal-disposal': 'record',
  'seal-loss': 'record',
  'seal-handover': 'record',
  'seal-outing': 'record',
  'receipt-slip': 'record',
  'return-slip': 'record',
  'move-slip': 'record',
  'supply-request': 'record',
}

/** The byte that stands for a form in a QR code; never reused. */
export const formCode: Record<FormName, number> = {
  'seal-use': 1,
  'seal-request': 20,
  'seal-book': 2,
  'issue-slip': 3,
  'authority-check': 4,
  revocation: 40,
  'contract-register': 41,
  'delegation-register': 42,
  'letter-of-authority': 45,
  'seal-closing': 30,
  'stocktake-sheet': 55,
  'purchase-request': 60,
  'stock-closing': 33,
  'item-ledger': 34,
  'supply-report': 35,
  'seal-activation': 10,
  'seal-disposal': 11,
  'seal-loss': 12,
  'seal-handover': 13,
  'seal-outing': 14,
  'receipt-slip': 50,
  'return-slip': 51,
  'move-slip': 52,
  'supply-request': 53,
}
