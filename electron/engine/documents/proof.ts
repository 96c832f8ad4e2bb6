/**
 * The desk's signature over a whole PDF file: 128 hex digits in a stream of the file itself, taken as zeros while
 * signing. Unlike a signature over a byte range, nothing can be appended or changed anywhere without it showing.
 * It is Sealbook's own proof that the file is as issued, not an electronic signature under 电子签名法.
 */
import { createHash } from 'node:crypto'

const marker = Buffer.from('SEALBOOK-PROOF-1 ')
const signedAs = 'sealbook document file 1\n'
const deskDigits = 64
const signatureDigits = 128

/** The stream's content before the file is signed. */
export const emptyProof = (desk: string): Uint8Array =>
  Buffer.concat([marker, Buffer.from(`${desk} ${'0'.repeat(signatureDigits)}`)])

type Place = { desk: string; signature: string; from: number }

const find = (file: Buffer): Place | undefined => {
  const start = file.indexOf(marker)
  // A second marker would leave open which of them counts.
  if (start < 0 || file.includes(marker, start + 1)) return undefined
  const from = start + marker.length + deskDigits + 1
  const desk = file.toString('latin1', start + marker.length, from - 1)
  const signature = file.toString('latin1', from, from + signatureDigits)
  return /^[0-9a-f]{64}$/.test(desk) && /^[0-9a-f]{128}$/.test(signature) ? { desk, signature, from } : undefined
}

const signedBytes = (file: Buffer, { from }: Place): Uint8Array => {
  const hash = createHash('sha256')
  hash
    .update(file.subarray(0, from))
    .update('0'.repeat(signatureDigits))
    .update(file.subarray(from + signatureDigits))
  return Buffer.concat([Buffer.from(signedAs), hash.digest()])
}

/** Fills in the signature, in place. */
export const signFile = (file: Buffer, sign: (bytes: Uint8Array) => Uint8Array): void => {
  const place = find(file)
  if (!place) throw new Error('the file has no single place for its proof')
  file.write(Buffer.from(sign(signedBytes(file, place))).toString('hex'), place.from, 'latin1')
}

/** The proof of a file: whose it says it is, over which bytes; undefined where it carries none. */
export const readProof = (file: Buffer): { desk: string; signed: Uint8Array; signature: Uint8Array } | undefined => {
  const place = find(file)
  return place && { desk: place.desk, signed: signedBytes(file, place), signature: Buffer.from(place.signature, 'hex') }
}
