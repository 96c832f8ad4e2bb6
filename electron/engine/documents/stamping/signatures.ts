/** Whether a PDF is signed, and what its signatures permit to be changed afterwards (ISO 32000-1, 12.8.2.2; 32000-2, table 236). */
import type { PDFDict } from 'pdf-lib'
import { PDFName, PDFNumber, type PDFObject } from 'pdf-lib'
import { dictOf, itemsOf, valueOf, type SourceFile } from './source-file.ts'

/**
 * What may still be done: nothing; filling in forms and signing; or annotations, too. A signature that says nothing of
 * it permits annotations, which is how readers judge it. None permits new content on a page.
 */
export type Permitted = 'nothing' | 'forms' | 'annotations'

export type Signing = { signatures: number; permits: Permitted }

const levels: readonly Permitted[] = ['nothing', 'forms', 'annotations']

const mostFields = 20_000

const isName = (object: PDFObject | undefined, name: string): boolean => object === PDFName.of(name)

type Signed = { value: PDFDict; field: PDFDict | undefined }

/** Signature dictionaries of fields that are signed. */
const signed = (source: SourceFile): Signed[] => {
  const form = dictOf(valueOf(source, source.catalog, 'AcroForm'))
  const waiting = itemsOf(valueOf(source, form, 'Fields')).map((field) => ({
    field,
    type: undefined as PDFObject | undefined,
  }))
  const seen = new Set<PDFDict>()
  const found: Signed[] = []
  for (let next = waiting.pop(); next && seen.size < mostFields; next = waiting.pop()) {
    const field = dictOf(source.resolve(next.field))
    if (!field || seen.has(field)) continue
    seen.add(field)
    const type = valueOf(source, field, 'FT') ?? next.type
    const value = dictOf(valueOf(source, field, 'V'))
    if (isName(type, 'Sig') && value) found.push({ value, field })
    for (const kid of itemsOf(valueOf(source, field, 'Kids'))) waiting.push({ field: kid, type })
  }
  return found
}

/** 1, 2 or 3, as `P` says it; what is not said is 2 of an author's transform (its default), else nothing is. */
const levelIn = (source: SourceFile, dict: PDFDict | undefined, otherwise: number | undefined): number | undefined => {
  const level = valueOf(source, dict, 'P')
  return level instanceof PDFNumber ? level.asNumber() : otherwise
}

const levelsOf = (source: SourceFile, { value, field }: Signed): number[] => {
  const transforms = itemsOf(valueOf(source, value, 'Reference')).flatMap((item) => {
    const reference = dictOf(source.resolve(item))
    if (!isName(valueOf(source, reference, 'TransformMethod'), 'DocMDP')) return []
    return [levelIn(source, dictOf(valueOf(source, reference, 'TransformParams')), 2)]
  })
  const lock = levelIn(source, dictOf(valueOf(source, field, 'Lock')), undefined)
  return [...transforms, lock].filter((level) => level !== undefined)
}

export const signingOf = (source: SourceFile): Signing => {
  const found = signed(source)
  const author = dictOf(valueOf(source, dictOf(valueOf(source, source.catalog, 'Perms')), 'DocMDP'))
  const isKnown = !author || found.some(({ value }) => value === author)
  const all = isKnown ? found : [...found, { value: author, field: undefined }]
  const level = Math.min(3, ...all.flatMap((each) => levelsOf(source, each)))
  return { signatures: all.length, permits: levels[level - 1] ?? 'nothing' }
}
