/** Expected refusals of this room; each is worded under `fault.<code>` in its words. */
import type { BudgetFault } from './budget/budget-faults.ts'
import type { BuyingFault } from './buying/buying-faults.ts'
import type { ItemFault } from './items/item-faults.ts'
import type { StocktakeFault } from './stocktake/faults.ts'
import type { ValueFault } from './value/value-faults.ts'

import type { CounterFault } from './counter/counter-faults.ts'

/** An item as a fault or a slip names it. */
type Named = { id: string; code: string; name: string }

/** A person's month with this slip added; quantities in the base unit. */
type OverQuota = { item: string; name: string; quota: number; drawn: number; asked: number; unit: string }

export type SupplyFault =
  | ItemFault
  | BudgetFault
  | BuyingFault
  | ValueFault
  | StocktakeFault
  /** What was scanned is neither a barcode nor the code of an item. */
  | { code: 'unknown-barcode'; barcode: string }
  /** Several items carry this barcode; `items` is their names for the sentence, `candidates` lets the page ask which. */
  | { code: 'ambiguous-barcode'; barcode: string; items: string[]; candidates: Named[] }
  | { code: 'barcode-taken'; barcode: string; item: string }
  | { code: 'item-code-taken'; itemCode: string }
  | { code: 'item-retired'; item: string }
  /** The item knows neither this unit nor a pack of that name. */
  | { code: 'unknown-unit'; item: string; unit: string }
  /** The base unit counts what was already moved, so it can no longer become another. */
  | { code: 'base-unit-fixed'; item: string; unit: string }
  /** Quantities in the base unit. */
  | { code: 'stock-short'; item: string; location: string; left: number; asked: number; unit: string }
  /** Over quota is possible, but needs a reason; `items` reads `中性笔 5/3 支` (with this slip / quota), base units. */
  | { code: 'quota-exceeded'; items: string[]; over: OverQuota[] }
  /** 以旧换新: the old one comes back, or a reason stands on the slip. */
  | { code: 'old-one-needed'; items: string[] }
  | { code: 'slip-in-future'; date: string }
  | { code: 'slip-reversed'; number: string; by: string }
  /** A reversing slip is not itself reversed: the act is entered anew. */
  | { code: 'slip-not-reversible'; number: string }
  | { code: 'slip-has-returns'; number: string }
  | { code: 'not-an-issue'; number: string }
  | { code: 'return-exceeds-issue'; item: string; left: number; asked: number; unit: string }
  | { code: 'same-location'; item: string; location: string }
  | CounterFault
