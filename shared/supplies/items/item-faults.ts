/** Expected refusals about items: merging, scanning and labels; worded in `item-words.ts`. */

export type ItemFault =
  /** A scanner sent two codes as one: none of them is taken. */
  | { code: 'two-barcodes'; barcode: string; first: string; second: string; items: string[] }
  /** The item was merged; `into` is the one that was kept. */
  | { code: 'item-merged'; item: string; into: string }
  | { code: 'merge-same'; item: string }
  /** Pieces of one are not pieces of the other. */
  | { code: 'merge-unit-differs'; item: string; unit: string; into: string; intoUnit: string }
  /** Below zero somewhere: what is oversold is cleared up first, else the other one would inherit it unseen. */
  | { code: 'merge-oversold'; item: string; location: string; quantity: number; unit: string }
  /** A pack without a barcode: nothing that a scanner reads would stand for it. */
  | { code: 'label-no-barcode'; item: string; unit: string }
  /** The bars of this code are wider than the label. */
  | { code: 'label-too-small'; item: string; barcode: string }
  | { code: 'too-many-labels'; count: number; most: number }
  /** A file that was chosen as an item's picture and shows none. */
  | { code: 'not-a-picture'; name: string }
  /** A part of a pack that is no whole number of the base unit: `base` is what it comes to. */
  /** A part of what is counted in whole pieces. */
  | { code: 'base-not-whole'; item: string; quantity: number; unit: string }
  | { code: 'quantity-not-whole'; item: string; quantity: number; unit: string; base: number; baseUnit: string }
