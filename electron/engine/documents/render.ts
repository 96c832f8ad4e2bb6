/** From a draft to a PDF: words, layout, the check of every character, the press. Loaded when the first document is printed. */
import { refuse, type Refusal } from '../../../shared/api/fault.ts'
import { layOut } from '../../../shared/documents/forms/all.ts'
import type { Layout, Press } from '../../../shared/documents/layout.ts'
import { printWords } from '../../../shared/documents/print-words.ts'
import type { Face } from './font.ts'
import { isShowable } from './impression.ts'
import { missingGlyph, pressPdf } from './press.ts'
import type { Draft, Order } from './sheet.ts'

const pressOf = ({ source, sheet }: Draft, face: Face): Press => ({
  words: printWords(sheet.language),
  measure: face.measure,
  number: sheet.number,
  print: sheet.print,
  printedAt: sheet.printedAt,
  printedBy: sheet.printedBy,
  hasImpression: source.impression !== undefined && isShowable(source.impression, face),
})

/** Lays a draft out; a character that the font lacks is a fault before anything is counted or printed. */
export const layOutDraft = (draft: Draft, face: Face): Layout | Refusal => {
  const layout = layOut(draft.source.facts, pressOf(draft, face))
  const missing = missingGlyph(layout, face)
  if (!missing) return layout
  const { character, text } = missing
  const codePoint = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  return refuse({ code: 'missing-glyph', character, codePoint, text })
}

/** The PDF of an order that was laid out, whole but for the signature over all of it. */
export const pressOrder = (
  order: Order,
  layout: Layout,
  face: Face,
  onPages?: (done: number) => void,
): Promise<Buffer> => {
  const { source, sheet, now, code, attachment } = order
  const title = `${printWords(sheet.language)(`documents.title.${sheet.form}`)} ${sheet.number}`
  return pressPdf({
    layout,
    face,
    title,
    subject: source.title,
    author: source.facts.office,
    language: sheet.language,
    now,
    impression: source.impression,
    code,
    facts: attachment,
    desk: sheet.desk,
    onPages,
  })
}
