/** Unpacks the two kinds of stream that say where a PDF's objects lie; bounded, since a few bytes may unpack to anything. */
import { constants, inflateSync } from 'node:zlib'
import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, type PDFRawStream } from 'pdf-lib'
import { Unfit } from './unfit.ts'

/** What the tables of a file of 50 MB with a million objects take. */
const mostUnpacked = 64 * 1024 * 1024

const numberIn = (dict: PDFDict, key: string, otherwise: number): number => {
  const value = dict.get(PDFName.of(key))
  return value instanceof PDFNumber ? value.asNumber() : otherwise
}

/** The only element of an array, or the value itself: filters may be written either way. */
const single = (value: PDFObject | undefined): PDFObject | undefined => {
  if (!(value instanceof PDFArray)) return value
  if (value.size() > 1) throw new Unfit('filter')
  return value.size() === 0 ? undefined : value.get(0)
}

const inflate = (bytes: Uint8Array): Buffer => {
  try {
    // A stream whose last bytes are missing still gives what it holds.
    return inflateSync(bytes, { maxOutputLength: mostUnpacked, finishFlush: constants.Z_SYNC_FLUSH })
  } catch (error) {
    throw new Unfit(error instanceof RangeError ? 'too-large' : 'damaged')
  }
}

const paeth = (left: number, up: number, corner: number): number => {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

/** Undoes the PNG predictors (ISO 32000-1, 7.4.4.4). */
const unpredict = (bytes: Buffer, width: number): Buffer => {
  const rows = Math.floor(bytes.length / (width + 1))
  const out = Buffer.alloc(rows * width)
  for (let row = 0; row < rows; row++) {
    const kind = bytes[row * (width + 1)] ?? 0
    for (let column = 0; column < width; column++) {
      const at = row * width + column
      const left = column > 0 ? (out[at - 1] ?? 0) : 0
      const up = row > 0 ? (out[at - width] ?? 0) : 0
      const corner = row > 0 && column > 0 ? (out[at - width - 1] ?? 0) : 0
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind] ?? 0
      out[at] = ((bytes[row * (width + 1) + 1 + column] ?? 0) + guess) & 255
    }
  }
  return out
}

/** The content of a cross-reference or object stream, which come plain or deflated. */
export const unpack = ({ dict, contents }: PDFRawStream): Buffer => {
  const filter = single(dict.get(PDFName.of('Filter')))
  if (filter === undefined) return Buffer.from(contents.buffer, contents.byteOffset, contents.byteLength)
  if (filter !== PDFName.of('FlateDecode') && filter !== PDFName.of('Fl')) throw new Unfit('filter')
  const bytes = inflate(contents)
  const parameters = single(dict.get(PDFName.of('DecodeParms')))
  if (!(parameters instanceof PDFDict) || numberIn(parameters, 'Predictor', 1) < 10) return bytes
  const bits = numberIn(parameters, 'Colors', 1) * numberIn(parameters, 'BitsPerComponent', 8)
  const width = Math.ceil((bits * numberIn(parameters, 'Columns', 1)) / 8)
  if (!(width >= 1 && width <= 4096)) throw new Unfit('damaged')
  return unpredict(bytes, width)
}
