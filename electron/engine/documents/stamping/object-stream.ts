/** Objects packed together in an object stream (ISO 32000-1, 7.5.7). */
import type { PDFContext } from 'pdf-lib'
import { PDFObjectParser, type PDFObject, type PDFRawStream } from 'pdf-lib'
import { intIn } from './sections.ts'
import { Unfit } from './unfit.ts'
import { unpack } from './unpack.ts'

const mostInOne = 1_000_000

type Packed = { number: number; offset: number }

const listIn = (bytes: Buffer, first: number, count: number): Packed[] => {
  const numbers = bytes.toString('latin1', 0, first).trim().split(/\s+/).map(Number)
  return Array.from({ length: Math.min(count, numbers.length >> 1) }, (_, index) => ({
    number: numbers[index * 2] ?? 0,
    offset: first + (numbers[index * 2 + 1] ?? 0),
  }))
}

export type ObjectStream = { list: Packed[]; at: (index: number) => PDFObject | undefined }

export const openObjectStream = (stream: PDFRawStream, context: PDFContext): ObjectStream => {
  const [first, count] = [intIn(stream.dict, 'First') ?? -1, intIn(stream.dict, 'N') ?? -1]
  if (first < 0 || count < 0 || count > mostInOne) throw new Unfit('damaged')
  const bytes = unpack(stream)
  const list = listIn(bytes, first, count)
  return {
    list,
    at: (index) => {
      const packed = list[index]
      return packed && PDFObjectParser.forBytes(bytes.subarray(packed.offset), context).parseObject()
    },
  }
}

/** The numbers that a stream holds, in its order; none where it cannot be read. */
export const numbersIn = (stream: PDFRawStream): Packed[] => {
  try {
    return openObjectStream(stream, stream.dict.context).list
  } catch {
    return []
  }
}
