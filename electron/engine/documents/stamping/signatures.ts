/** Whether a PDF is signed, and whether its author's signature permits no change at all (ISO 32000-1, 12.8.2.2). */
import type { PDFDict } from 'pdf-lib'
import { PDFName, PDFNumber, type PDFObject } from 'pdf-lib'
import { dictOf, itemsOf, valueOf, type SourceFile } from './source-file.ts'

export type Signing = { signatures: number; isLocked: boolean }

const mostFields = 20_000

const isName = (object: PDFObject | undefined, name: string): boolean => object === PDFName.of(name)

/** Signature dictionaries of fields that are signed. */
const signed = (source: SourceFile): PDFDict[] => {
  const form = dictOf(valueOf(source, source.catalog, 'AcroForm'))
  const waiting = itemsOf(valueOf(source, form, 'Fields')).map((field) => ({
    field,
    type: undefined as PDFObject | undefined,
  }))
  const seen = new Set<PDFDict>()
  const found: PDFDict[] = []
  for (let next = waiting.pop(); next && seen.size < mostFields; next = waiting.pop()) {
    const field = dictOf(source.resolve(next.field))
    if (!field || seen.has(field)) continue
    seen.add(field)
    const type = valueOf(source, field, 'FT') ?? next.type
    const value = dictOf(valueOf(source, field, 'V'))
    if (isName(type, 'Sig') && value) found.push(value)
    for (const kid of itemsOf(valueOf(source, field, 'Kids'))) waiting.push({ field: kid, type })
  }
  return found
}

const forbidsAll = (source: SourceFile, signature: PDFDict | undefined): boolean =>
  itemsOf(valueOf(source, signature, 'Reference')).some((item) => {
    const reference = dictOf(source.resolve(item))
    if (!isName(valueOf(source, reference, 'TransformMethod'), 'DocMDP')) return false
    const permission = valueOf(source, dictOf(valueOf(source, reference, 'TransformParams')), 'P')
    return permission instanceof PDFNumber && permission.asNumber() === 1
  })

export const signingOf = (source: SourceFile): Signing => {
  const signatures = signed(source)
  const author = dictOf(valueOf(source, dictOf(valueOf(source, source.catalog, 'Perms')), 'DocMDP'))
  const all = author && !signatures.includes(author) ? [...signatures, author] : signatures
  return { signatures: all.length, isLocked: all.some((signature) => forbidsAll(source, signature)) }
}
