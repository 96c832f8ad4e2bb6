/** Expected refusals of this room; each is worded under `fault.<code>` in its words. */
import type { StampingFault } from './stamping/faults.ts'

export type DocumentFault =
  | StampingFault
  /** The font has no shape for a character, so it would vanish from the page and from the text. */
  | { code: 'missing-glyph'; character: string; codePoint: string; text: string }
  /** The form was asked for without what it prints: a subject, or a seal and a month. */
  | { code: 'document-needs'; form: string; needs: string }
  /** A file or a scanned text that is not one of ours. */
  | { code: 'not-our-document'; reason: string }
