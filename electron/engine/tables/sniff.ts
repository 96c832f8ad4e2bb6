/** Tells by its first bytes what a file is, since a name can say anything. */

export type FileKind = 'xlsx' | 'encrypted' | 'xls' | 'pdf' | 'image' | 'text' | 'binary' | 'empty'

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte)

/** UTF-16LE, as an OLE container's directory names its streams. */
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le')

/** A zip is taken for a workbook here; whether it is one shows when it is unpacked. */
export const kindOf = (bytes: Uint8Array): FileKind => {
  if (bytes.length === 0) return 'empty'
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'xlsx'
  // OLE: an old .xls, or the container into which Excel and WPS put a workbook with a password.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(encryptedPackage)
      ? 'encrypted'
      : 'xls'
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf'
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) || startsWith(bytes, 0xff, 0xd8, 0xff)) return 'image'
  return isText(bytes) ? 'text' : 'binary'
}

/** Texts hold no NUL, except UTF-16 ones, which start with a byte order mark. */
const isText = (bytes: Uint8Array): boolean => {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return true
  return !bytes.subarray(0, 64 * 1024).includes(0)
}
