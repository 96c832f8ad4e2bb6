/** The house's answers to the attachments: the open office's vault, and whether a record of any register is there. */
import { createHash } from 'node:crypto'
import { isRefusal } from '../../../shared/api/fault.ts'
import type { Attachment } from '../../../shared/attachments/attachment.ts'
import type { Kinds } from '../journal/kinds.ts'
import type { FolderKeeper } from '../office/folder.ts'
import { one, raw, sql, type Read } from '../store/sql.ts'
import type { Vault } from '../store/vault.ts'
import type { AttachmentDeps } from './deps.ts'
import { attachmentOf } from './store.ts'
import { sweepErased } from './erase.ts'

export const titleOf: AttachmentDeps['titleOf'] = (db, { subject }) => {
  const found = one<{ title: string; detail: string }>(
    db,
    sql`select title, detail from found where subject = ${subject}`,
  )
  return found ? `${found.title} · ${found.detail}` : ''
}

export const attachmentDeps = (keeper: () => FolderKeeper, kinds: Kinds): AttachmentDeps => {
  let swept: Vault | undefined
  return {
    vault: () => {
      const office = keeper().office()
      if (isRefusal(office)) return office
      // Once per opening: what an engine that died had entered as erased, and not yet taken away.
      if (swept !== office.vault) sweepErased(office.journal.db, office.vault)
      return (swept = office.vault)
    },
    titleOf,
    isThere: (db, { type, subject }) =>
      kinds.tables.some((table) => table.type.name === type) &&
      one(db, sql`select 1 from ${raw(type)} where subject = ${subject}`) !== undefined,
  }
}

/** No picture that goes onto a slip is larger. */
const largestPicture = 1_048_576

/** The content of a small attachment, such as a signature; undefined where it was erased, is missing or damaged. */
export const readPicture =
  (keeper: () => FolderKeeper) =>
  ({ db }: { db: Read }, id: string): Buffer | undefined => {
    const office = keeper().office()
    const found = attachmentOf(db, id)
    if (isRefusal(office) || !found || found.erased || found.size > largestPicture) return undefined
    const bytes = office.vault.read(found.file, 0, largestPicture)
    return typeof bytes === 'string' ? undefined : bytes
  }

/** What the office keeps a content by; undefined where none is open. */
export const idForContent =
  (keeper: () => FolderKeeper) =>
  (bytes: Uint8Array): string | undefined => {
    const office = keeper().office()
    return isRefusal(office) ? undefined : office.vault.idFor(bytes)
  }

const portion = 4 * 1_048_576

/**
 * SHA-256 of an attachment's content, hex, as it stands on a printed request; undefined where it was erased, is missing or
 * damaged. A file id stands for one content, so each is read once.
 */
export const fileDigest = (keeper: () => FolderKeeper) => {
  const known = new Map<string, string>()
  return ({ file, size, erased }: Attachment): string | undefined => {
    const office = keeper().office()
    if (isRefusal(office) || erased) return undefined
    const told = known.get(file)
    if (told !== undefined) return told
    const hash = createHash('sha256')
    for (let offset = 0; offset < size; offset += portion) {
      const bytes = office.vault.read(file, offset, portion)
      if (typeof bytes === 'string') return undefined
      hash.update(bytes)
    }
    const digest = hash.digest('hex')
    known.set(file, digest)
    return digest
  }
}
