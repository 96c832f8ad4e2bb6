/** Whether a file from outside is one that was stamped here and kept, byte for byte or with something appended behind it. */
import type { Attachment } from '../../../shared/attachments/attachment.ts'
import { withFile } from '../attachments/store.ts'
import type { Read } from '../store/sql.ts'

export type KeptFile = { attachment: Attachment; isWhole: boolean }

/** The keyed hash that the office keeps a content by; undefined where no office is open. */
export type IdFor = (bytes: Uint8Array) => string | undefined

/** Each takes a hash over all before it; what is added to a file ends it anew, so the last ones count. */
const mostEnds = 6
const end = Buffer.from('%%EOF')

/** Where the file ends, and where it may have ended before: behind each mark of an end and its line feed. */
const endsOf = (file: Buffer): number[] => {
  const ends = [file.length]
  let at = file.lastIndexOf(end)
  for (let seen = 0; at >= 0 && seen < mostEnds; seen++) {
    const behind = at + end.length
    const lines = /^\r?\n?/.exec(file.toString('latin1', behind, behind + 2))?.[0].length ?? 0
    ends.push(...new Set([behind, behind + lines]))
    at = at === 0 ? -1 : file.lastIndexOf(end, at - 1)
  }
  return ends.filter((each, index) => index === 0 || each < file.length)
}

export const keptFile = (db: Read, file: Buffer, idFor: IdFor): KeptFile | undefined => {
  for (const length of endsOf(file)) {
    const id = idFor(file.subarray(0, length))
    const attachment = id === undefined ? undefined : withFile(db, id).find(({ stamped }) => stamped !== undefined)
    if (attachment) return { attachment, isWhole: length === file.length }
  }
  return undefined
}
