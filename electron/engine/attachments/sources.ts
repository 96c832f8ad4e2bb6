/** The house's answers to the attachments: the open office's vault, and whether a record of any register is there. */
import { isRefusal } from '../../../shared/api/fault.ts'
import type { Kinds } from '../journal/kinds.ts'
import type { FolderKeeper } from '../office/folder.ts'
import { one, raw, sql } from '../store/sql.ts'
import type { Vault } from '../store/vault.ts'
import type { AttachmentDeps } from './deps.ts'
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
