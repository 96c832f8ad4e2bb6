/** From facts to a PDF: words, layout, the check of every character, the code, the press. */
import { createHash } from 'node:crypto'
import { refuse, type Refusal } from '../../../shared/api/fault.ts'
import { layOut } from '../../../shared/documents/forms/all.ts'
import type { Layout, Press } from '../../../shared/documents/layout.ts'
import { printWords } from '../../../shared/documents/print-words.ts'
import { canonical, type Json } from '../../../shared/journal/canonical.ts'
import type { Language } from '../../../shared/office/words.ts'
import type { Source } from './deps.ts'
import { codeText } from './code.ts'
import type { Face } from './font.ts'
import { isShowable } from './impression.ts'
import { missingGlyph, pressPdf } from './press.ts'

/** What the attachment `sealbook.json` holds; signed as canonical JSON without `signature`. */
export type Sheet = {
  version: 1
  form: string
  number: string
  /** Which print: 第 n 次打印; 0 for a preview, which counts as none. */
  print: number
  printedAt: string
  printedBy: string
  language: Language
  desk: string
  /** Hash of this desk's last entry before the print. */
  head: string
  /** SHA-256 of the canonical facts. */
  hash: string
  facts: Source['facts']
}

const signedAs = 'sealbook document facts 1\n'

/** The bytes that the desk signs for a sheet. */
export const sheetBytes = (sheet: Json): Buffer => Buffer.from(signedAs + canonical(sheet))

export const hashOfFacts = (facts: Json): string => createHash('sha256').update(canonical(facts)).digest('hex')

/** What is to be laid out: the facts, and what this print of them says about itself. */
export type Draft = { source: Source; sheet: Sheet }

/** A draft with all that is signed before printing; it crosses to a worker as it is. */
export type Order = Draft & {
  /** Milliseconds since 1970, UTC. */
  now: number
  /** Text of the QR code. */
  code: string
  /** Canonical JSON of the sheet with its signature. */
  attachment: string
}

type Sign = (bytes: Uint8Array) => Uint8Array

/** Signs what is signed of a draft before it is printed: the code and the facts. */
export const orderOf = ({ source, sheet }: Draft, now: number, sign: Sign): Order => {
  const code = codeText({ ...sheet, form: source.facts.form }, sign)
  const signature = Buffer.from(sign(sheetBytes(sheet))).toString('hex')
  return { source, sheet, now, code, attachment: canonical({ ...sheet, signature }) }
}

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

/** What a saved file is called: `用印单 GZ01-2026-0001.pdf`. */
export const fileNameOf = (sheet: Pick<Sheet, 'form' | 'number' | 'language'>): string =>
  `${printWords(sheet.language)(`documents.title.${sheet.form}`)} ${sheet.number}.pdf`
