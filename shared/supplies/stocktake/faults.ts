/** What refuses a stocktake's acts; each is worded in stocktake-words.ts. */

export type StocktakeFault =
  /** Nothing lies in the scope and nothing should. */
  | { code: 'stocktake-empty' }
  /** It was submitted, posted or cancelled meanwhile. */
  | { code: 'stocktake-not-counting'; number: string }
  /** What lies there before the cut-off says nothing of the book at the cut-off. */
  | { code: 'stocktake-before-cutoff'; number: string; cutoff: string }
  | { code: 'outside-stocktake'; number: string; item: string; location: string }
  | { code: 'nothing-counted'; item: string }
  /** Counts that differ, or recounts that were ordered and not made; the first few by name. */
  | { code: 'counts-unsettled'; count: number; items: string[] }
  | { code: 'lines-uncounted'; count: number; items: string[] }
  | { code: 'gain-without-price'; count: number; items: string[] }
  | { code: 'cause-wanted'; count: number; items: string[] }
  | { code: 'stocktake-not-submitted'; number: string }
  | { code: 'stocktake-not-approved'; number: string }
  | { code: 'stocktake-posted'; number: string }
  /** Approver and whoever submitted or counted are different people. */
  | { code: 'stocktake-same-person'; person: string }
  /** Counts or movements before the cut-off arrived after it was submitted. */
  | { code: 'stocktake-moved'; number: string; items: string[] }
  | { code: 'posting-before-cutoff'; date: string; cutoff: string }
  | { code: 'nothing-late'; number: string }
