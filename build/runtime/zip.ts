/**
 * Takes some entries out of a zip without unpacking the rest (the runtime is 60 of 25,820 entries).
 *
 * Reads the central directory only; knows stored and deflated entries, which is what the one archive we open holds.
 */
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'
import { SetupProblem } from './talk.ts'

type Entry = {
  readonly name: string
  readonly deflated: boolean
  readonly compressedSize: number
  readonly headerAt: number
  readonly mode: number
}

/** Extracts every file entry for which `target` names a path (relative to `folder`). */
export async function takeFromZip(
  zip: string,
  folder: string,
  target: (name: string) => string | undefined,
): Promise<void> {
  const file = await open(zip)
  try {
    for (const entry of await readDirectory(file)) {
      const path = entry.name.endsWith('/') ? undefined : target(entry.name)
      if (path !== undefined) await extract(zip, file, entry, join(folder, path))
    }
  } finally {
    await file.close()
  }
}

async function readDirectory(file: FileHandle): Promise<Entry[]> {
  const { size } = await file.stat()
  const tailSize = Math.min(size, 65_557)
  const tail = await readAt(file, size - tailSize, tailSize)
  const end = tail.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
  if (end < 0) throw new SetupProblem('The runtime archive has no directory: it is damaged.')
  const directory = await readAt(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12))
  const entries: Entry[] = []
  for (let at = 0; at + 46 <= directory.length;) {
    const nameLength = directory.readUInt16LE(at + 28)
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      deflated: directory.readUInt16LE(at + 10) === 8,
      compressedSize: directory.readUInt32LE(at + 20),
      headerAt: directory.readUInt32LE(at + 42),
      mode: directory.readUInt16LE(at + 40) & 0o777,
    })
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

async function extract(zip: string, file: FileHandle, entry: Entry, path: string): Promise<void> {
  const header = await readAt(file, entry.headerAt, 30)
  const start = entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  await mkdir(dirname(path), { recursive: true })
  const target = createWriteStream(path, { mode: entry.mode === 0 ? 0o644 : entry.mode })
  if (entry.compressedSize === 0) return void target.end()
  const source = createReadStream(zip, { start, end: start + entry.compressedSize - 1 })
  if (entry.deflated) await pipeline(source, createInflateRaw(), target)
  else await pipeline(source, target)
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer } = await file.read(Buffer.alloc(length), 0, length, position)
  return buffer
}
