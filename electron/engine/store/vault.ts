/**
 * The office's files: encrypted, content-addressed, `files/<aa>/<id>` in the data folder. The id is a keyed hash, so that
 * neither a file's name nor the journal tells who holds a known document. Nothing lies here in clear at any time: bytes
 * are encrypted as they come in, into `files/part/`, and moved to their place once they are whole, synced and read back.
 */
import { createHmac, randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { refuse, type Refusal } from '../../../shared/api/fault.ts'
import { attachmentLimit } from '../../../shared/attachments/attachment.ts'
import { blockBytes, blockCount, blockPlace, headerBytes, openBlock, openHeader, type Header } from './sealed-file.ts'
import { openIntake, type Intake, type Taken } from './vault-intake.ts'

export type Vault = {
  /** Takes the next bytes of an upload; offset 0 begins it. Answers how many are here; a repeat is answered the same. */
  take: (upload: string, offset: number, bytes: Uint8Array) => { received: number } | Refusal
  /** Moves an upload that is whole to its place; the same content is there once. */
  keep: (upload: string) => Taken | Refusal
  /** The same for a large one, resting now and then so that others at the desk do not wait. */
  keepLater: (upload: string) => Promise<Taken | Refusal>
  /** Plain bytes from an offset on, `most` at the most, proved as they are read. */
  read: (file: string, offset: number, most: number) => Buffer | 'missing' | 'damaged'
  /** Every byte of a file against its tags and its id. */
  check: (file: string) => 'sound' | 'missing' | 'damaged'
  /** Makes a file unreadable and takes it away; one that is not there is no fault. */
  erase: (file: string) => void
  has: (file: string) => boolean
  /** What a content is kept by, whether it is here or not. */
  idFor: (bytes: Uint8Array) => string
  /** Takes everything away, with the office itself. */
  clear: () => void
}

export type VaultOptions = {
  folder: string
  /** The office file's key, 64 hexadecimal digits. */
  key: () => string
  /** The office's own secret that ids are made with, 32 bytes; made where there is none yet. */
  secret: () => Uint8Array
  random?: (bytes: number) => Uint8Array
}

/** HMAC-SHA-256, hex. */
const fileId = /^[0-9a-f]{64}$/

/** Uploads at once; what a closed page left unfinished gives way. */
const mostUploads = 8

export const syncFolder = (folder: string): void => {
  // Windows cannot sync a folder, and needs it less: NTFS journals its names.
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

export const createVault = ({ folder, key: keyNow, secret, random = randomBytes }: VaultOptions): Vault => {
  const home = join(folder, 'files')
  const parts = join(home, 'part')
  // A key may be typed after the folder was opened without it.
  const key = (): Buffer => Buffer.from(keyNow(), 'hex')
  const uploads = new Map<string, Intake>()
  let isSwept = false

  const placeOf = (file: string): string => join(home, file.slice(0, 2), file)

  /** An entry from elsewhere may name anything; only an id of ours is ever looked for on the disk. */
  const isHere = (file: string): boolean => fileId.test(file) && existsSync(placeOf(file))

  /** What an engine that died left half is of no use to anybody. */
  const sweep = (): void => {
    if (!isSwept) rmSync(parts, { recursive: true, force: true })
    isSwept = true
    mkdirSync(parts, { recursive: true, mode: 0o700 })
  }

  const drop = (upload: string): void => {
    uploads.get(upload)?.drop()
    uploads.delete(upload)
  }

  const begin = (upload: string): Intake => {
    drop(upload)
    sweep()
    const [oldest] = uploads.keys()
    if (uploads.size >= mostUploads && oldest !== undefined) drop(oldest)
    const intake = openIntake({ parts, key: key(), secret: secret(), random })
    uploads.set(upload, intake)
    return intake
  }

  const withFile = <T>(file: string, using: (handle: number, header: Header) => T): T | 'missing' | 'damaged' => {
    if (!isHere(file)) return 'missing'
    const handle = openSync(placeOf(file), 'r')
    try {
      const header = openHeader(key(), readAt(handle, 0, headerBytes))
      return header === undefined || header.id !== file ? 'damaged' : using(handle, header)
    } finally {
      closeSync(handle)
    }
  }

  const check: Vault['check'] = (file) =>
    withFile(file, (handle, header) => (idOf(handle, header, secret()) === file ? 'sound' : 'damaged'))

  const checkLater = async (file: string): Promise<ReturnType<Vault['check']>> => {
    if (!isHere(file)) return 'missing'
    const handle = openSync(placeOf(file), 'r')
    try {
      const header = openHeader(key(), readAt(handle, 0, headerBytes))
      if (header?.id !== file) return 'damaged'
      const steps = idInSteps(handle, header, secret())
      for (let step = steps.next(); ; step = steps.next()) {
        if (step.done) return step.value === file ? 'sound' : 'damaged'
        await setImmediate()
      }
    } finally {
      closeSync(handle)
    }
  }

  const moveIn = (path: string, file: string): void => {
    mkdirSync(join(home, file.slice(0, 2)), { recursive: true, mode: 0o700 })
    renameSync(path, placeOf(file))
    syncFolder(join(home, file.slice(0, 2)))
    syncFolder(home)
  }

  return {
    idFor: (bytes) => createHmac('sha256', secret()).update(bytes).digest('hex'),

    take: (upload, offset, bytes) => {
      const known = offset === 0 && uploads.get(upload)?.received() !== bytes.length ? undefined : uploads.get(upload)
      if (!known && offset > 0) return refuse({ code: 'upload-lost' })
      if (offset + bytes.length > attachmentLimit) {
        drop(upload)
        return refuse({ code: 'attachment-too-large', megabytes: attachmentLimit / 1_048_576 })
      }
      const intake = known ?? begin(upload)
      try {
        return intake.take(offset, bytes) ? { received: intake.received() } : refuse({ code: 'upload-lost' })
      } catch (error) {
        drop(upload)
        throw error
      }
    },
    keep: (upload) => {
      const intake = uploads.get(upload)
      if (!intake) return refuse({ code: 'upload-lost' })
      try {
        const { path, ...taken } = intake.finish()
        if (check(taken.file) === 'sound') return taken
        moveIn(path, taken.file)
        if (check(taken.file) !== 'sound') throw unreadable()
        return taken
      } finally {
        drop(upload)
      }
    },
    keepLater: async (upload) => {
      const intake = uploads.get(upload)
      if (!intake) return refuse({ code: 'upload-lost' })
      // From here on it is nobody's upload any more: another of the same name begins anew beside it.
      uploads.delete(upload)
      try {
        const { path, ...taken } = await intake.finishLater()
        if ((await checkLater(taken.file)) === 'sound') return taken
        moveIn(path, taken.file)
        if ((await checkLater(taken.file)) !== 'sound') throw unreadable()
        return taken
      } finally {
        intake.drop()
      }
    },
    read: (file, offset, most) => withFile(file, (handle, header) => readPart(handle, header, offset, most)),
    check,
    erase: (file) => {
      if (!isHere(file)) return
      const path = placeOf(file)
      // Without its salt there is no key to it, wherever the disk may still keep its blocks.
      const handle = openSync(path, 'r+')
      try {
        writeSync(handle, Buffer.alloc(headerBytes), 0, headerBytes, 0)
        fsyncSync(handle)
      } finally {
        closeSync(handle)
      }
      rmSync(path)
      syncFolder(join(home, file.slice(0, 2)))
    },
    has: isHere,
    clear: () => {
      for (const upload of uploads.keys()) drop(upload)
      rmSync(home, { recursive: true, force: true })
    },
  }
}

const readAt = (handle: number, at: number, length: number): Buffer => {
  const bytes = Buffer.alloc(length)
  return bytes.subarray(0, readSync(handle, bytes, 0, length, at))
}

const blockAt = (handle: number, { keys, size }: Header, index: number): Buffer | undefined => {
  const { at, length } = blockPlace(size, index)
  return openBlock(keys, index, index === blockCount(size) - 1, readAt(handle, at, length))
}

const readPart = (handle: number, header: Header, offset: number, most: number): Buffer | 'damaged' => {
  const end = Math.min(header.size, offset + most)
  const found: Buffer[] = []
  for (let index = Math.floor(offset / blockBytes); index * blockBytes < end; index++) {
    const block = blockAt(handle, header, index)
    if (!block) return 'damaged'
    const start = index * blockBytes
    found.push(block.subarray(Math.max(0, offset - start), Math.min(block.length, end - start)))
  }
  return Buffer.concat(found)
}

const unreadable = (): Error => new Error('a file that was just written does not read back')

/** Blocks of one step: a few milliseconds. */
const blocksAtOnce = 8

/** The id that the content has by itself; undefined where a block is damaged. Rests after every few blocks. */
const idInSteps = function* (handle: number, header: Header, secret: Uint8Array): Generator<void, string | undefined> {
  const hash = createHmac('sha256', secret)
  for (let index = 0; index < blockCount(header.size); index++) {
    const block = blockAt(handle, header, index)
    if (!block) return undefined
    hash.update(block)
    if (index % blocksAtOnce === blocksAtOnce - 1) yield
  }
  return hash.digest('hex')
}

const idOf = (handle: number, header: Header, secret: Uint8Array): string | undefined => {
  const steps = idInSteps(handle, header, secret)
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
}
