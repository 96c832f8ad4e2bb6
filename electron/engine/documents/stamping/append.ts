/** Appends changed and new objects to a PDF: what was there stays, byte for byte, and a new section points back at it. */
import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import {
  PDFArray,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  type PDFDict,
  type PDFObject,
  type PDFRef,
} from 'pdf-lib'
import type { Place } from './sections.ts'
import type { SourceFile } from './source-file.ts'

const serialised = (number: number, generation: number, object: PDFObject): Buffer => {
  const head = `${number} ${generation} obj\n`
  const size = object.sizeInBytes()
  const bytes = Buffer.alloc(head.length + size + 8)
  bytes.write(head, 0, 'latin1')
  object.copyBytesInto(bytes, head.length)
  bytes.write('\nendobj\n', head.length + size, 'latin1')
  return bytes
}

type Row = [number: number, place: Place]

/** Runs of numbers that follow one another. */
const runsOf = (rows: readonly Row[]): Row[][] => {
  const runs: Row[][] = []
  for (const row of rows) {
    const run = runs.at(-1)
    if (run && row[0] === (run.at(-1)?.[0] ?? -2) + 1) run.push(row)
    else runs.push([row])
  }
  return runs
}

const tableLine = (place: Place): string =>
  place.in === 'file'
    ? `${String(place.offset).padStart(10, '0')} ${String(place.generation).padStart(5, '0')} n \n`
    : '0000000000 65535 f \n'

const tableOf = (rows: readonly Row[]): string =>
  runsOf(rows)
    .map((run) => `${run[0]?.[0] ?? 0} ${run.length}\n${run.map(([, place]) => tableLine(place)).join('')}`)
    .join('')

/** One byte of type, five of offset, four of generation or index. */
const streamRow = (place: Place): Buffer => {
  const row = Buffer.alloc(10)
  if (place.in === 'nowhere') return row
  row[0] = place.in === 'file' ? 1 : 2
  row.writeUIntBE(place.in === 'file' ? place.offset : place.stream, 1, 5)
  row.writeUInt32BE(place.in === 'file' ? place.generation : place.index, 6)
  return row
}

/** What the newest trailer says, with the file's identifier changed in its second half, as every change asks. */
const trailerOf = ({ context, directory }: SourceFile, size: number, content: Buffer): PDFDict => {
  const trailer = context.obj({ Size: size })
  const { newest } = directory
  for (const key of ['Root', 'Info']) {
    const value = directory.trailer.get(PDFName.of(key))
    if (value) trailer.set(PDFName.of(key), value)
  }
  if (newest !== undefined) trailer.set(PDFName.of('Prev'), PDFNumber.of(newest))
  const ids = directory.trailer.get(PDFName.of('ID'))
  const first = ids instanceof PDFArray ? ids.get(0) : undefined
  if (first) {
    const id = PDFArray.withContext(context)
    id.push(first)
    id.push(PDFHexString.of(createHash('sha256').update(content).digest('hex').slice(0, 32)))
    trailer.set(PDFName.of('ID'), id)
  }
  return trailer
}

const sectionStream = (trailer: PDFDict, rows: readonly Row[], { context }: SourceFile): PDFRawStream => {
  const runs = runsOf(rows)
  const table = Buffer.concat(rows.map(([, place]) => streamRow(place)))
  const dict = context.obj({ Type: 'XRef', W: [1, 5, 4], Filter: 'FlateDecode' })
  dict.set(PDFName.of('Index'), context.obj(runs.flatMap((run) => [run[0]?.[0] ?? 0, run.length])))
  for (const [key, value] of trailer.entries()) dict.set(key, value)
  return PDFRawStream.of(dict, new Uint8Array(deflateSync(table)))
}

/** Where the directory was rebuilt there is nothing to point back at: every object is named anew. */
const olderRows = ({ directory }: SourceFile): Map<number, Place> =>
  new Map(directory.newest === undefined ? [[0, { in: 'nowhere' }], ...directory.places] : [])

export type Changed = [PDFRef, PDFObject]

/**
 * @param bytes the file as it is; they are copied, never touched
 * @param changed objects that take the place of older ones, beside all that is new in the source's context
 */
export const appendObjects = (bytes: Buffer, source: SourceFile, changed: readonly Changed[]): Buffer => {
  const parts: Buffer[] = [bytes]
  let at = bytes.length - source.start
  const put = (part: Buffer): void => {
    parts.push(part)
    at += part.length
  }
  if (bytes.at(-1) !== 10) put(Buffer.from('\n'))
  const places = olderRows(source)
  for (const [ref, object] of [...changed, ...source.context.enumerateIndirectObjects()]) {
    const { objectNumber: number, generationNumber: generation } = ref
    places.set(number, { in: 'file', offset: at, generation })
    put(serialised(number, generation, object))
  }
  const isStream = source.directory.kind === 'stream'
  const last = source.context.largestObjectNumber + (isStream ? 1 : 0)
  const trailer = trailerOf(source, last + 1, Buffer.concat(parts.slice(1)))
  const start = at
  if (isStream) places.set(last, { in: 'file', offset: start, generation: 0 })
  const rows: Row[] = [...places].toSorted(([one], [other]) => one - other)
  if (isStream) put(serialised(last, 0, sectionStream(trailer, rows, source)))
  else put(Buffer.from(`xref\n${tableOf(rows)}trailer\n${trailer.toString()}\n`, 'latin1'))
  put(Buffer.from(`startxref\n${start}\n%%EOF\n`))
  return Buffer.concat(parts)
}
