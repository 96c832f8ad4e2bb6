/** A purchase request while it is filled: lines from suggestions, from scanning and from what an item cost before. */
import type { SuggestionRow } from '../../../shared/supplies/buying/buying-operations.ts'
import type { Offer } from '../../../shared/supplies/operations.ts'
import { sourceOf } from '../../../shared/supplies/buying/suggestion-rules.ts'
import { useKept } from '../../shell/kept.ts'
import { addOffer, type EntryLine } from '../counter/lines.ts'

export type PurchaseEntry = EntryLine & { readonly supplier: string }
export type PurchaseDraft = {
  readonly purpose: string
  readonly wanted: string | undefined
  readonly lines: readonly PurchaseEntry[]
}

const empty: PurchaseDraft = { purpose: '', wanted: undefined, lines: [] }

/** Lies by itself while pages are left and entered, as everything that was typed. */
export const usePurchaseDraft = () => useKept<PurchaseDraft>('supplies.purchase', empty)

/** What was suggested comes instead of what stood there of the same item and unit. */
export const withSuggestions = (draft: PurchaseDraft, rows: readonly SuggestionRow[]): PurchaseDraft => {
  const taken = rows.map(({ item, unit, quantity, price, supplier = '' }) => ({
    key: `${item.id} ${unit}`,
    item: item.id,
    name: [item.name, item.spec].filter(Boolean).join(' '),
    unit,
    quantity,
    oldReturned: false,
    price,
    supplier,
  }))
  const keys = new Set(taken.map(({ key }) => key))
  return { ...draft, lines: [...draft.lines.filter(({ key }) => !keys.has(key)), ...taken] }
}

/** A scanned item, with the supplier and price that its offers say for that unit. */
export const withOffer = (draft: PurchaseDraft, offer: Offer): PurchaseDraft => {
  const source = sourceOf(offer.item, undefined)
  const price = source.unit === offer.unit ? source.price : undefined
  const known = new Map(draft.lines.map((line) => [line.key, line]))
  const lines = addOffer(draft.lines, offer).map((line) => ({
    ...line,
    price: known.get(line.key)?.price ?? line.price ?? price,
    supplier: known.get(line.key)?.supplier ?? source.supplier ?? '',
  }))
  return { ...draft, lines }
}
