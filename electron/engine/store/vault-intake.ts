/** One file on its way into the vault: encrypted block by block as its bytes come, hashed on the way, whole at the end. */
import { createHash, createHmac } from 'node:crypto'
import { closeSync, fsync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { blockBytes, fileKeys, headerBytes, saltBytes, sealBlock, sealedHeader } from './sealed-file.ts'

/** What came in: the keyed hash it is kept by, its plain SHA-256 (for the file match), and its first bytes (to tell what it is). */
export type Taken = { file: string; sha256: string; size: number; start: Buffer }

export type Intake = {
  received: () => number
  /** False where the bytes do not follow on what is here; the last ones may come twice. */
  take: (offset: number, bytes: Uint8Array) => boolean
  /** Closes the file, synced, still under its passing name. */
  finish: () => Taken & { path: string }
  /** The same without holding up others while the disk takes what was written. */
  finishLater: () => Promise<Taken & { path: string }>
  /** Takes away what is here, if it has not been moved to its place. */
  drop: () => void
}

export type IntakeOptions = {
  parts: string
  key: Uint8Array
  secret: Uint8Array
  random: (bytes: number) => Uint8Array
}

const synced = promisify(fsync)

/** Enough to tell a PDF or a picture by. */
const startBytes = 16

export const openIntake = ({ parts, key, secret, random }: IntakeOptions): Intake => {
  const path = join(parts, Buffer.from(random(16)).toString('hex'))
  const keys = fileKeys(key, Buffer.from(random(saltBytes)))
  const hash = createHash('sha256')
  const keyed = createHmac('sha256', secret)
  let handle: number | undefined = openSync(path, 'w', 0o600)
  let waiting: Buffer = Buffer.alloc(0)
  let start: Buffer = Buffer.alloc(0)
  let index = 0
  let size = 0
  let before = 0

  const write = (bytes: Buffer, at: number): void => {
    if (handle === undefined) throw new Error('the file is closed')
    for (let done = 0; done < bytes.length;) done += writeSync(handle, bytes, done, bytes.length - done, at + done)
  }

  const writeBlock = (isLast: boolean, plain: Buffer): void => {
    write(sealBlock(keys, index, isLast, plain), headerBytes + index * (blockBytes + 16))
    index += 1
  }

  const close = (): void => {
    if (handle !== undefined) closeSync(handle)
    handle = undefined
  }

  /** Writes what is left, and the header that says what came. */
  const seal = (): Taken & { path: string } => {
    writeBlock(true, waiting)
    const file = keyed.digest('hex')
    write(sealedHeader(keys, size, file), 0)
    return { path, file, sha256: hash.digest('hex'), size, start: Buffer.from(start) }
  }

  return {
    received: () => size,
    take: (offset, bytes) => {
      if (offset === before && offset + bytes.length === size && size > 0) return true
      if (offset !== size) return false
      before = offset
      hash.update(bytes)
      keyed.update(bytes)
      if (start.length < startBytes) start = Buffer.concat([start, bytes]).subarray(0, startBytes)
      size += bytes.length
      waiting = Buffer.concat([waiting, bytes])
      // The last block is known only at the end, so a whole one waits for what follows it.
      while (waiting.length > blockBytes) {
        writeBlock(false, waiting.subarray(0, blockBytes))
        waiting = waiting.subarray(blockBytes)
      }
      return true
    },
    finish: () => {
      const taken = seal()
      if (handle !== undefined) fsyncSync(handle)
      close()
      return taken
    },
    finishLater: async () => {
      const taken = seal()
      if (handle !== undefined) await synced(handle)
      close()
      return taken
    },
    drop: () => {
      close()
      rmSync(path, { force: true })
    },
  }
}
