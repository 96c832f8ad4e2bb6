/** What a print says about itself, and what the desk signs of it before it is printed. */
import { createHash } from 'node:crypto'
import { printWords } from '../../../shared/documents/print-words.ts'
import { canonical, type Json } from '../../../shared/journal/canonical.ts'
import type { Language } from '../../../shared/office/words.ts'
import type { Source } from './deps.ts'
import { codeText } from './code.ts'

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

/** What a saved file is called: `用印单 GZ01-2026-0001.pdf`. */
export const fileNameOf = (sheet: Pick<Sheet, 'form' | 'number' | 'language'>): string =>
  `${printWords(sheet.language)(`documents.title.${sheet.form}`)} ${sheet.number}.pdf`
