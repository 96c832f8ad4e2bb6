/** Finds a PDF's objects one by one where its own directory is missing or wrong. */
import type { PDFContext } from 'pdf-lib'
import { PDFDict, PDFName, PDFObjectParser, PDFRawStream, PDFRef } from 'pdf-lib'
import { objectAt, type Directory, type Place } from './sections.ts'
import { numbersIn } from './object-stream.ts'
import { Unfit } from './unfit.ts'

const isNamed = (dict: PDFDict, type: string): boolean => dict.get(PDFName.of('Type')) === PDFName.of(type)

/** What a reader of damaged files must not fall over: an object that cannot be read is none. */
const tryObject = (file: Buffer, offset: number, context: PDFContext) => {
  try {
    return objectAt(file, offset, context)
  } catch {
    return undefined
  }
}

const trailersOf = (file: Buffer, text: string, context: PDFContext): PDFDict[] =>
  [...text.matchAll(/\btrailer\s*(?=<<)/g)].flatMap((found) => {
    try {
      const dict = PDFObjectParser.forBytes(file.subarray(found.index + found[0].length), context).parseObject()
      return dict instanceof PDFDict && dict.has(PDFName.of('Root')) ? [dict] : []
    } catch {
      return []
    }
  })

type Found = { places: Map<number, Place>; trailers: PDFDict[]; catalog: number | undefined; hasStreams: boolean }

/** Streams that hold other objects, sections that hold a trailer, and the catalogue; of the rest only the place counts. */
const look = (file: Buffer, text: string, context: PDFContext): Found => {
  const found: Found = { places: new Map(), trailers: [], catalog: undefined, hasStreams: false }
  for (const head of text.matchAll(/(?<![\d.])(\d{1,10})\s+(\d{1,5})\s+obj\b/g)) {
    const number = Number(head[1])
    found.places.set(number, { in: 'file', offset: head.index, generation: Number(head[2]) })
    if (!/\/Type\s*\/(ObjStm|XRef|Catalog)\b/.test(text.slice(head.index, head.index + 2048))) continue
    const object = tryObject(file, head.index, context)?.object
    if (object instanceof PDFRawStream && isNamed(object.dict, 'ObjStm')) {
      found.hasStreams = true
      numbersIn(object).forEach(({ number: inner }, index) =>
        found.places.set(inner, { in: 'stream', stream: number, index }),
      )
    } else if (object instanceof PDFRawStream && isNamed(object.dict, 'XRef')) found.trailers.push(object.dict)
    else if (object instanceof PDFDict && isNamed(object, 'Catalog')) found.catalog = number
  }
  return found
}

/** A file that breaks off holds an object that does not end. */
const endsWhole = (text: string): boolean => {
  const last = [...text.matchAll(/\d\s+obj\b/g)].at(-1)
  return last !== undefined && text.includes('endobj', last.index)
}

/**
 * A directory of all that can be found; it has no section before it, so ours has to name every object.
 * @throws Unfit where the file breaks off or has no catalogue
 */
export const scanObjects = (file: Buffer, context: PDFContext): Directory => {
  const text = file.toString('latin1')
  if (!endsWhole(text)) throw new Unfit('truncated')
  const { places, trailers, catalog, hasStreams } = look(file, text, context)
  const trailer = [...trailersOf(file, text, context), ...trailers].at(-1)
  const kind = hasStreams ? 'stream' : 'table'
  if (trailer?.has(PDFName.of('Root'))) return { places, trailer, kind, newest: undefined }
  if (catalog === undefined) throw new Unfit('truncated')
  const made = context.obj({ Size: Math.max(...places.keys()) + 1 })
  made.set(PDFName.of('Root'), PDFRef.of(catalog))
  return { places, trailer: made, kind, newest: undefined }
}
