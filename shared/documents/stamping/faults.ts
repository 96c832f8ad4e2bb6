/** Why a PDF is not stamped; each is worded under `fault.<code>` and `stamping.unfit.<why>` in this room's words. */

export const unfitReasons = [
  /** Its first bytes are not those of a PDF. */
  'not-a-pdf',
  /** It ends in the middle of an object. */
  'truncated',
  /** What it says about its own objects is not so, and looking for them did not help. */
  'damaged',
  'no-pages',
  /** Its page tree leads back to itself, or names a page twice. */
  'page-cycle',
  'too-many-pages',
  /** It unpacks to more than any paper needs. */
  'too-large',
  /** It is packed in a way that is not read here. */
  'filter',
  /** It took longer than a file that is meant to be read. */
  'too-slow',
] as const
export type UnfitReason = (typeof unfitReasons)[number]

export type StampingFault =
  | { code: 'pdf-unfit'; name: string; why: UnfitReason }
  /** `wrong`: one was given and does not open it. */
  | { code: 'pdf-password'; name: string; state: 'needed' | 'wrong' }
  /** A signature permits no change whatever (DocMDP P=1). */
  | { code: 'pdf-locked'; name: string }
  /**
   * Signed. Where annotations are permitted the stamps become such and the signatures stay valid; where only forms are
   * (DocMDP P=2), readers will call the signature broken. Either way the signed bytes stay as they are.
   */
  | { code: 'pdf-signed'; name: string; signatures: number; permits: 'forms' | 'annotations' }
  /** A picture of a seal goes only with a use of it that is entered and stands. */
  | { code: 'stamp-needs-use'; number: string }
  /** The seal's impression was not kept, or cannot be drawn. */
  | { code: 'stamp-no-impression'; seal: string }
  /** A stamp that stands on no page of this file, or across the seam of fewer than two. */
  | { code: 'stamp-no-page'; stamp: string; pages: number }
  /** The text that a stamp is to stand beside is on none of its pages, or cannot be read there, as in a scan. */
  | { code: 'stamp-no-text'; stamp: string; text: string; pages: number }
