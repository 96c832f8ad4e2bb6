/** A PDF opened for stamping: its objects are read where they lie, one by one as they are asked for, never the whole file. */
import { PDFArray, PDFContext, PDFDict, PDFName, PDFRawStream, PDFRef, type PDFObject } from 'pdf-lib'
import { openObjectStream, type ObjectStream } from './object-stream.ts'
import { scanObjects } from './scan.ts'
import { objectAt, readSections, type Directory } from './sections.ts'
import { Unfit } from './unfit.ts'

export type SourceFile = {
  /** Where new objects are registered, numbered after all that are there. */
  context: PDFContext
  directory: Directory
  /** The bytes that all offsets count from: junk before the header does not. */
  start: number
  /** An object behind a reference, or the object itself; undefined where there is none. */
  resolve: (object: PDFObject | undefined) => PDFObject | undefined
  catalog: PDFDict
}

/** References to references: more than a few lead nowhere. */
const mostSteps = 32

export const dictOf = (object: PDFObject | undefined): PDFDict | undefined =>
  object instanceof PDFDict ? object : object instanceof PDFRawStream ? object.dict : undefined

/** A value of a dictionary with what stands behind it. */
export const valueOf = (source: Pick<SourceFile, 'resolve'>, dict: PDFDict | undefined, key: string) =>
  source.resolve(dict?.get(PDFName.of(key)))

export const itemsOf = (object: PDFObject | undefined): PDFObject[] =>
  object instanceof PDFArray ? object.asArray() : []

type Load = (number: number) => PDFObject | undefined

const loader = (file: Buffer, context: PDFContext, { places }: Directory): Load => {
  const loaded = new Map<number, PDFObject | undefined>()
  const streams = new Map<number, ObjectStream>()
  const streamAt = (number: number): ObjectStream => {
    const known = streams.get(number)
    if (known) return known
    // An object stream never lies in another one; what says so would lead round in circles.
    if (places.get(number)?.in !== 'file') throw new Unfit('damaged')
    const object = load(number)
    if (!(object instanceof PDFRawStream)) throw new Unfit('damaged')
    const opened = openObjectStream(object, context)
    streams.set(number, opened)
    return opened
  }
  const read = (number: number): PDFObject | undefined => {
    const place = places.get(number)
    if (place === undefined || place.in === 'nowhere') return undefined
    if (place.in === 'file') {
      const found = objectAt(file, place.offset, context)
      if (found?.number !== number) throw new Unfit('damaged')
      return found.object
    }
    const opened = streamAt(place.stream)
    if (opened.list[place.index]?.number === number) return opened.at(place.index)
    const index = opened.list.findIndex((packed) => packed.number === number)
    if (index < 0) throw new Unfit('damaged')
    return opened.at(index)
  }
  const load = (number: number): PDFObject | undefined => {
    if (!loaded.has(number)) loaded.set(number, read(number))
    return loaded.get(number)
  }
  return load
}

const withDirectory = (file: Buffer, context: PDFContext, directory: Directory, start: number): SourceFile => {
  const load = loader(file, context, directory)
  const resolve: SourceFile['resolve'] = (object) => {
    let found = object
    for (let steps = 0; found instanceof PDFRef; steps++) {
      if (steps >= mostSteps) throw new Unfit('damaged')
      found = load(found.objectNumber)
    }
    return found
  }
  const catalog = dictOf(resolve(directory.trailer.get(PDFName.of('Root'))))
  if (!catalog || !dictOf(resolve(catalog.get(PDFName.of('Pages'))))) throw new Unfit('damaged')
  const size = directory.trailer.get(PDFName.of('Size'))
  let largest = (Number(String(size ?? 1)) || 1) - 1
  for (const number of directory.places.keys()) if (number > largest) largest = number
  context.largestObjectNumber = largest
  return { context, directory, start, resolve, catalog }
}

/** The header may follow some junk (ISO 32000-1, annex H, note 13). */
const headerOf = (file: Buffer): number => {
  const start = file.subarray(0, 1024 + 5).indexOf('%PDF-')
  if (start < 0) throw new Unfit('not-a-pdf')
  return start
}

/** Offset of the newest section; where objects follow the last end of file, the file broke off while it was being added to. */
const newestSection = (file: Buffer): number => {
  const at = file.lastIndexOf('startxref')
  const found = at < 0 ? null : /^startxref\s+(\d{1,12})\s*%%EOF/.exec(file.toString('latin1', at, at + 64))
  if (!found) throw new Unfit('damaged')
  const rest = file.toString('latin1', at + found[0].length, Math.min(file.length, at + found[0].length + 65_536))
  if (/\d\s+\d+\s+obj\b/.test(rest)) throw new Unfit('truncated')
  return Number(found[1])
}

/** By its own directory, which costs nothing to speak of. */
export const openByDirectory = (bytes: Buffer): SourceFile => {
  const start = headerOf(bytes)
  const file = bytes.subarray(start)
  const context = PDFContext.create()
  return withDirectory(file, context, readSections(file, newestSection(file), context), start)
}

/** By looking for its objects, where the directory leads astray. */
export const openByScan = (bytes: Buffer): SourceFile => {
  const start = headerOf(bytes)
  const file = bytes.subarray(start)
  const context = PDFContext.create()
  return withDirectory(file, context, scanObjects(file, context), start)
}
