/** What the attachments need from the house. */
import type { Refusal } from '../../../shared/api/fault.ts'
import type { Owner } from '../../../shared/attachments/attachment.ts'
import type { Read } from '../store/sql.ts'
import type { Vault } from '../store/vault.ts'

export type AttachmentDeps = {
  /** Where the open office keeps its files. */
  vault: () => Vault | Refusal
  /** What the one box shows of a record; empty where it shows nothing. */
  titleOf: (db: Read, owner: Owner) => string
  /** Whether there is such a record. */
  isThere: (db: Read, owner: Owner) => boolean
}
