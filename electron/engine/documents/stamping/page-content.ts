/** What a page draws itself, and how it is kept from bending what is drawn after it. */
import { PDFArray, PDFName, PDFRawStream, type PDFDict, type PDFObject } from 'pdf-lib'
import { balanceOf } from './graphics-balance.ts'
import { itemsOf, type SourceFile } from './source-file.ts'
import { unpack } from './unpack.ts'

/** The streams that a page's content consists of, as its dictionary names them. */
export const contentsOf = (source: SourceFile, page: PDFDict): PDFObject[] => {
  const contents = page.get(PDFName.of('Contents'))
  const resolved = source.resolve(contents)
  if (resolved instanceof PDFArray) return itemsOf(resolved)
  return contents === undefined || resolved === undefined ? [] : [contents]
}

/** Undefined where it is packed in a way that is not read here. */
const bytesOf = (source: SourceFile, part: PDFObject): Buffer | undefined => {
  const stream = source.resolve(part)
  if (!(stream instanceof PDFRawStream)) return Buffer.alloc(0)
  try {
    return unpack(stream)
  } catch {
    return undefined
  }
}

export type Wrap =
  /** `closing`: graphics states that are put back after the page's own content. */
  | { wrap: 'around'; closing: number }
  /** It puts back what it never saved, so nothing may be saved before it: drawn as a form, its states are its own. */
  | { wrap: 'form'; operators: Buffer }

const joined = (parts: readonly Buffer[]): Buffer => Buffer.concat(parts.flatMap((part) => [part, Buffer.from('\n')]))

export const wrapOf = (source: SourceFile, parts: readonly PDFObject[]): Wrap => {
  const found = parts.map((part) => bytesOf(source, part))
  const known = found.filter((bytes) => bytes !== undefined)
  if (known.length < found.length) return { wrap: 'around', closing: 1 }
  const operators = joined(known)
  const { lowest, last } = balanceOf(operators)
  return lowest < 0 ? { wrap: 'form', operators } : { wrap: 'around', closing: 1 + last }
}
