/** Cross-reference sections, from the newest back to the first: where each object of a PDF lies. */
import type { PDFContext } from 'pdf-lib'
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFObjectParser, PDFRawStream } from 'pdf-lib'
import { Unfit } from './unfit.ts'
import { unpack } from './unpack.ts'

/** At an offset of the file, in an object stream, or given up. */
export type Place =
  | { in: 'file'; offset: number; generation: number }
  | { in: 'stream'; stream: number; index: number }
  | { in: 'nowhere' }

export type Directory = {
  places: Map<number, Place>
  /** The newest section's; its Root, Info, ID and Encrypt hold for the file. */
  trailer: PDFDict
  /** How the newest section is written, so that ours is written alike. */
  kind: 'table' | 'stream'
  /** Offset of the newest section, for `Prev`; undefined where the objects were looked for one by one. */
  newest: number | undefined
}

type Section = { places: [number, Place][]; trailer: PDFDict; kind: Directory['kind'] }

const mostObjects = 4_000_000
const mostSections = 4096

export const intIn = (dict: PDFDict, key: string): number | undefined => {
  const value = dict.get(PDFName.of(key))
  return value instanceof PDFNumber && Number.isSafeInteger(value.asNumber()) ? value.asNumber() : undefined
}

/** Reads text as Latin-1, which keeps every byte. */
const textAt = (file: Buffer, from: number, length: number): string => file.toString('latin1', from, from + length)

const readTable = (file: Buffer, start: number, context: PDFContext): Section => {
  let at = start + 4
  const places: [number, Place][] = []
  for (;;) {
    const head = /^\s*(\d{1,10})\s+(\d{1,10})\s*/.exec(textAt(file, at, 64))
    if (!head) break
    at += head[0].length
    const [first, count] = [Number(head[1]), Number(head[2])]
    if (first + count > mostObjects || count * 18 > file.length - at) throw new Unfit('damaged')
    for (let index = 0; index < count; index++) {
      const line = /^\s*(\d{1,10}) +(\d{1,5}) +([nf])/.exec(textAt(file, at, 32))
      if (!line) throw new Unfit('damaged')
      at += line[0].length
      const [offset, generation] = [Number(line[1]), Number(line[2])]
      places.push([first + index, line[3] === 'n' ? { in: 'file', offset, generation } : { in: 'nowhere' }])
    }
  }
  const trailer = /^\s*trailer/.exec(textAt(file, at, 64))
  if (!trailer) throw new Unfit('damaged')
  const dict = PDFObjectParser.forBytes(file.subarray(at + trailer[0].length), context).parseObject()
  if (!(dict instanceof PDFDict)) throw new Unfit('damaged')
  return { places, trailer: dict, kind: 'table' }
}

const objectHead = /^\s*(\d{1,10})\s+(\d{1,5})\s+obj\b/

/** The object at an offset with its number; undefined where none begins there. */
export const objectAt = (file: Buffer, offset: number, context: PDFContext) => {
  const head = objectHead.exec(textAt(file, offset, 48))
  if (!head) return undefined
  const object = PDFObjectParser.forBytes(file.subarray(offset + head[0].length), context).parseObject()
  return { number: Number(head[1]), generation: Number(head[2]), object }
}

const widthsOf = (dict: PDFDict): number[] => {
  const widths = dict.get(PDFName.of('W'))
  if (!(widths instanceof PDFArray) || widths.size() < 3) throw new Unfit('damaged')
  return [0, 1, 2].map((index) => {
    const width = widths.get(index)
    const bytes = width instanceof PDFNumber ? width.asNumber() : -1
    if (!(bytes >= 0 && bytes <= 6)) throw new Unfit('damaged')
    return bytes
  })
}

const runsOf = (dict: PDFDict): [number, number][] => {
  const index = dict.get(PDFName.of('Index'))
  if (!(index instanceof PDFArray)) return [[0, intIn(dict, 'Size') ?? 0]]
  const numbers = index.asArray().map((value) => (value instanceof PDFNumber ? value.asNumber() : 0))
  return numbers.flatMap((first, at) => (at % 2 === 0 ? [[first, numbers[at + 1] ?? 0] as [number, number]] : []))
}

const placeOf = (type: number, second: number, third: number): Place =>
  type === 1
    ? { in: 'file', offset: second, generation: third }
    : type === 2
      ? { in: 'stream', stream: second, index: third }
      : { in: 'nowhere' }

export const readSectionStream = (stream: PDFRawStream): Section => {
  const [typeWidth = 0, secondWidth = 0, thirdWidth = 0] = widthsOf(stream.dict)
  const bytes = unpack(stream)
  const size = typeWidth + secondWidth + thirdWidth
  if (size === 0) throw new Unfit('damaged')
  const places: [number, Place][] = []
  let at = 0
  for (const [first, count] of runsOf(stream.dict)) {
    if (!(first >= 0 && count >= 0 && first + count <= mostObjects)) throw new Unfit('damaged')
    for (let index = 0; index < count && at + size <= bytes.length; index++, at += size) {
      const type = typeWidth === 0 ? 1 : bytes.readUIntBE(at, typeWidth)
      const second = secondWidth === 0 ? 0 : bytes.readUIntBE(at + typeWidth, secondWidth)
      const third = thirdWidth === 0 ? 0 : bytes.readUIntBE(at + typeWidth + secondWidth, thirdWidth)
      places.push([first + index, placeOf(type, second, third)])
    }
  }
  return { places, trailer: stream.dict, kind: 'stream' }
}

const readSection = (file: Buffer, offset: number, context: PDFContext): Section => {
  if (!(offset > 0 && offset < file.length)) throw new Unfit('damaged')
  const space = /^\s*/.exec(textAt(file, offset, 16))?.[0].length ?? 0
  if (textAt(file, offset + space, 4) === 'xref') return readTable(file, offset + space, context)
  const found = objectAt(file, offset, context)
  if (!(found?.object instanceof PDFRawStream)) throw new Unfit('damaged')
  return readSectionStream(found.object)
}

/**
 * Follows the sections back; what a newer one says of an object holds.
 * @param start offset of the newest section
 * @throws Unfit where a section is not where the one after it says
 */
export const readSections = (file: Buffer, start: number, context: PDFContext): Directory => {
  const places = new Map<number, Place>()
  const seen = new Set<number>()
  const waiting = [start]
  let newest: Section | undefined
  for (let offset = waiting.shift(); offset !== undefined; offset = waiting.shift()) {
    // Sections that lead back to one another say nothing new.
    if (seen.has(offset)) continue
    if (seen.size >= mostSections) throw new Unfit('damaged')
    seen.add(offset)
    const section = readSection(file, offset, context)
    newest ??= section
    // A hybrid file's table gives up what its stream then names, so that old readers do not see it.
    const hidden = intIn(section.trailer, 'XRefStm')
    const parts = hidden === undefined ? [section] : [readSection(file, hidden, context), section]
    for (const part of parts)
      for (const [number, place] of part.places) if (!places.has(number)) places.set(number, place)
    const older = intIn(section.trailer, 'Prev')
    if (older !== undefined) waiting.push(older)
  }
  if (!newest) throw new Unfit('damaged')
  return { places, trailer: newest.trailer, kind: newest.kind, newest: start }
}
