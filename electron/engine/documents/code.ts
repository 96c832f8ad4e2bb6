/**
 * The code on every document: number, print, short hash and the desk's signature, in one QR code of at most 178
 * characters (version 7, level M: 45 modules, so that at 16 mm a module is 0.36 mm and any phone reads it).
 *
 * Bytes: desk (first 4 of its hash) · form · print (2, big-endian) · hash (first 16 of SHA-256) · signature (64) · number (UTF-8).
 * Written as `SB1:`, Base45 (RFC 9285), whose alphabet QR codes pack into 5.5 bits a character, and a closing stop: Base45
 * may end in spaces, which every input field on a scanner's way trims.
 */
import { formCode, formNames, type FormName } from '../../../shared/documents/forms.ts'

/** What a code may stand on: a form of ours, or a file of somebody else's that was stamped here. */
export type CodeForm = FormName | 'stamped-file'
/** Beside those of the forms, never reused. */
const stampedFile = 70

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
const prefix = 'SB1:'
const stop = '.'
const signedAs = 'sealbook document code 1\n'
const head = 4 + 1 + 2 + 16
const signatureBytes = 64
const largestCharacters = 178
const room = largestCharacters - prefix.length - stop.length
const largestNumber = Math.floor(room / 3) * 2 + (room % 3 === 2 ? 1 : 0) - head - signatureBytes

/** RFC 9285. */
export const base45 = (bytes: Uint8Array): string => {
  let text = ''
  for (let index = 0; index < bytes.length; index += 2) {
    const [high = 0, low] = [bytes[index], bytes[index + 1]]
    let value = low === undefined ? high : high * 256 + low
    for (let digit = low === undefined ? 2 : 3; digit > 0; digit--) {
      text += alphabet[value % 45] ?? ''
      value = Math.floor(value / 45)
    }
  }
  return text
}

/** Undoes `base45`; undefined where the text is none. */
export const fromBase45 = (text: string): Uint8Array | undefined => {
  const bytes: number[] = []
  for (let index = 0; index < text.length; index += 3) {
    const digits = Array.from(text.slice(index, index + 3), (character) => alphabet.indexOf(character))
    if (digits.length === 1 || digits.includes(-1)) return undefined
    const value = digits.reduceRight((sum, digit) => sum * 45 + digit, 0)
    if (value >= (digits.length === 3 ? 65536 : 256)) return undefined
    if (digits.length === 3) bytes.push(value >> 8)
    bytes.push(value & 255)
  }
  return Uint8Array.from(bytes)
}

export type CodeContent = {
  /** Hash of the desk's public key, hex. */
  desk: string
  form: CodeForm
  number: string
  print: number
  /** SHA-256 of the canonical facts, hex. */
  hash: string
}

const unsigned = (content: CodeContent): { start: Buffer; number: Buffer } => {
  const start = Buffer.alloc(head)
  start.write(content.desk.slice(0, 8), 0, 'hex')
  start[4] = content.form === 'stamped-file' ? stampedFile : formCode[content.form]
  start.writeUInt16BE(Math.min(content.print, 0xffff), 5)
  start.write(content.hash.slice(0, 32), 7, 'hex')
  // A longer number is cut: the hash, not the number, ties the code to the record.
  return { start, number: Buffer.from(content.number).subarray(0, largestNumber) }
}

/**
 * The text of a document's QR code.
 * @param sign Ed25519 by the desk's key
 */
export const codeText = (content: CodeContent, sign: (bytes: Uint8Array) => Uint8Array): string => {
  const { start, number } = unsigned(content)
  const signature = sign(Buffer.concat([Buffer.from(signedAs), start, number]))
  return prefix + base45(Buffer.concat([start, signature, number])) + stop
}

export type ScannedCode = {
  /** First 8 hex digits of the desk's hash. */
  desk: string
  form: FormName | undefined
  /** On a stamped file: the hash is the keyed one of the file as it came. */
  isStamped: boolean
  number: string
  print: number
  /** First 32 hex digits of the facts' hash. */
  hash: string
  signed: Uint8Array
  signature: Uint8Array
}

/** Takes a scanned text apart; undefined where it is none of ours. Its signature is not checked here. */
export const scanCode = (text: string): ScannedCode | undefined => {
  const isWhole = text.startsWith(prefix) && text.endsWith(stop)
  const bytes = isWhole ? fromBase45(text.slice(prefix.length, -stop.length)) : undefined
  if (!bytes || bytes.length <= head + signatureBytes) return undefined
  const buffer = Buffer.from(bytes)
  const start = buffer.subarray(0, head)
  const number = buffer.subarray(head + signatureBytes)
  return {
    desk: start.toString('hex', 0, 4),
    form: formNames.find((name) => formCode[name] === start[4]),
    print: start.readUInt16BE(5),
    hash: start.toString('hex', 7, 23),
    isStamped: start[4] === stampedFile,
    number: number.toString(),
    signed: Buffer.concat([Buffer.from(signedAs), start, number]),
    signature: buffer.subarray(head, head + signatureBytes),
  }
}
