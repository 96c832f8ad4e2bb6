/**
 * Unpacks an .xlsx, which is a zip, by its directory, counting what really comes out: the sizes that the directory
 * claims are not believed, since a zip bomb lies about them.
 */
import { inflateRawSync } from 'node:zlib'
import { refuse, type Refusal } from '../../../shared/api/fault.ts'
import type { Limits } from '../../../shared/tables/targets.ts'

export type Parts = Record<string, Uint8Array>

type Member = { path: string; method: number; isEncrypted: boolean; start: number; packed: number }

const directoryEnd = 0x06054b50
const directoryEntry = 0x02014b50
const localEntry = 0x04034b50

/** Only what a sheet is made of; pictures and macros are left packed and cost nothing. */
const isWanted = (path: string): boolean => /\.(xml|rels)$/i.test(path) && !/(^|\/)\.\.(\/|$)/.test(path)

/**
 * @param name the file's name, for the fault
 * @returns path -> bytes, or `table-damaged`, `table-too-large`, `table-encrypted`
 */
export const unpack = (bytes: Uint8Array, name: string, limits: Limits): Parts | Refusal => {
  const damaged = (detail: string): Refusal => refuse({ code: 'table-damaged', name, detail })
  const tooLarge = refuse({ code: 'table-too-large', megabytes: limits.unpackedBytes / 1_048_576 })
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const members = directoryOf(view, bytes, limits.parts)
  if (typeof members === 'string') return damaged(members)
  const parts: Parts = {}
  let left = limits.unpackedBytes
  for (const member of members) {
    if (!isWanted(member.path)) continue
    if (member.isEncrypted) return refuse({ code: 'table-encrypted', name })
    if (member.path in parts) return damaged(`${member.path} stands twice`)
    const packed = packedBytes(view, bytes, member)
    if (!packed) return damaged(`${member.path} is cut off`)
    if (member.method === 0 && packed.length > left) return tooLarge
    const part = member.method === 0 ? packed : inflate(packed, left)
    if (part === 'too-large') return tooLarge
    if (part === 'damaged') return damaged(`${member.path} cannot be unpacked`)
    left -= part.length
    parts[member.path] = part
  }
  return parts
}

const inflate = (packed: Uint8Array, left: number): Uint8Array | 'too-large' | 'damaged' => {
  try {
    // Stops as soon as one byte more than allowed came out.
    return inflateRawSync(packed, { maxOutputLength: Math.max(left, 1) })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    return code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'damaged'
  }
}

/** The members a zip's directory lists, or what is wrong with it. */
const directoryOf = (view: DataView, bytes: Uint8Array, most: number): Member[] | string => {
  const end = endOf(view)
  if (end < 0) return 'no directory at its end'
  const total = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (total > most) return `more than ${most} parts`
  const members: Member[] = []
  for (let index = 0; index < total; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== directoryEntry) return 'its directory is damaged'
    const nameLength = view.getUint16(at + 28, true)
    const path = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/')
    members.push({
      path,
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packed: view.getUint32(at + 20, true),
      start: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  const odd = members.find(({ method, path }) => isWanted(path) && method !== 0 && method !== 8)
  return odd ? `${odd.path} is packed in an unknown way (${odd.method})` : members
}

/** A comment of up to 65,535 bytes may stand behind the end record. */
const endOf = (view: DataView): number => {
  const last = view.byteLength - 22
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) if (view.getUint32(at, true) === directoryEnd) return at
  return -1
}

const packedBytes = (view: DataView, bytes: Uint8Array, { start, packed }: Member): Uint8Array | undefined => {
  if (start + 30 > view.byteLength || view.getUint32(start, true) !== localEntry) return undefined
  const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true)
  return from + packed > bytes.length ? undefined : bytes.subarray(from, from + packed)
}
