/**
 * An encrypted file: a header, then blocks of AES-256-GCM that can each be read and proved on its own.
 *
 * header = "SEALBKF1" · salt (32) · block size (4, big-endian) · size (8) · id (32) · HMAC of all before it (32)
 * block  = ciphertext · tag (16), with nonce = number (4) · 1 if it is the last (1) · zeros, and "SEALBKF1" · salt as AAD
 *
 * Block and header key come from the office file's key by HKDF-SHA-256 over the random salt, so no two files share a key
 * and a counter may be the nonce. The last block says that it is the last, so a file cut short is found.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

const magic = Buffer.from('SEALBKF1')
export const saltBytes = 32
const idBytes = 32
const macBytes = 32
const tagBytes = 16
const sizeAt = magic.length + saltBytes + 4
export const headerBytes = sizeAt + 8 + idBytes + macBytes

/** Plain bytes of a block: a preview needs some of them, the whole file many. */
export const blockBytes = 262_144

export type FileKeys = { salt: Buffer; block: Buffer; head: Buffer }

/** @param key the office file's key, 32 bytes */
export const fileKeys = (key: Uint8Array, salt: Buffer): FileKeys => {
  const derived = Buffer.from(hkdfSync('sha256', key, salt, 'sealbook file 1', 64))
  return { salt, block: derived.subarray(0, 32), head: derived.subarray(32) }
}

const nonceOf = (index: number, isLast: boolean): Buffer => {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(index, 0)
  nonce[4] = isLast ? 1 : 0
  return nonce
}

export const sealBlock = (keys: FileKeys, index: number, isLast: boolean, plain: Uint8Array): Buffer => {
  const cipher = createCipheriv('aes-256-gcm', keys.block, nonceOf(index, isLast))
  cipher.setAAD(Buffer.concat([magic, keys.salt]))
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Undefined where a single bit is not as it was written. */
export const openBlock = (keys: FileKeys, index: number, isLast: boolean, sealed: Uint8Array): Buffer | undefined => {
  if (sealed.length < tagBytes) return undefined
  const decipher = createDecipheriv('aes-256-gcm', keys.block, nonceOf(index, isLast))
  decipher.setAAD(Buffer.concat([magic, keys.salt]))
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - tagBytes)), decipher.final()])
  } catch {
    return undefined
  }
}

const macOf = (keys: FileKeys, start: Uint8Array): Buffer => createHmac('sha256', keys.head).update(start).digest()

/** @param id the content's keyed hash, hex; in the header so that two files cannot be exchanged unnoticed */
export const sealedHeader = (keys: FileKeys, size: number, id: string): Buffer => {
  const sizes = Buffer.alloc(12)
  sizes.writeUInt32BE(blockBytes, 0)
  sizes.writeBigUInt64BE(BigInt(size), 4)
  const start = Buffer.concat([magic, keys.salt, sizes, Buffer.from(id, 'hex')])
  return Buffer.concat([start, macOf(keys, start)])
}

export type Header = { keys: FileKeys; size: number; id: string }

/** Undefined where it is none of ours, or not as it was written. */
export const openHeader = (key: Uint8Array, header: Buffer): Header | undefined => {
  if (header.length < headerBytes || !header.subarray(0, magic.length).equals(magic)) return undefined
  const keys = fileKeys(key, Buffer.from(header.subarray(magic.length, magic.length + saltBytes)))
  const start = header.subarray(0, headerBytes - macBytes)
  if (!timingSafeEqual(macOf(keys, start), header.subarray(headerBytes - macBytes, headerBytes))) return undefined
  if (header.readUInt32BE(sizeAt - 4) !== blockBytes) return undefined
  const id = header.toString('hex', sizeAt + 8, sizeAt + 8 + idBytes)
  return { keys, size: Number(header.readBigUInt64BE(sizeAt)), id }
}

/** How many blocks a file of this size has; an empty one has one, so that its end is proved, too. */
export const blockCount = (size: number): number => Math.max(1, Math.ceil(size / blockBytes))

/** Where a block lies in the file, and how long it is there. */
export const blockPlace = (size: number, index: number): { at: number; length: number } => {
  const plain = Math.min(blockBytes, size - index * blockBytes)
  return { at: headerBytes + index * (blockBytes + tagBytes), length: plain + tagBytes }
}
