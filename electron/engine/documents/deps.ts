/** What the printing room is handed by the house: a record's facts and images, the desk's key, how far the journal stands. */
import type { Facts } from '../../../shared/documents/facts.ts'
import type { FormName } from '../../../shared/documents/forms.ts'
import type { Reading } from '../act.ts'
import type { Read } from '../store/sql.ts'
import type { ImpressionFile } from './impression.ts'
import type { KeptFile } from './kept-file.ts'

/** What to print: a record, or a seal's month. */
export type Wanted = { form: FormName; subject: string; period?: string | undefined }

export type Source = {
  facts: Facts
  /** The record's own number; undefined where the document takes one of its own. */
  number: string | undefined
  /** Short text for lists: the document sealed, the recipient, the month. */
  title: string
  impression: ImpressionFile | undefined
}

export type DocumentDeps = {
  /** Path of NotoSansSC-Regular.ttf; read when the first document is printed. */
  font: string
  /** Undefined where there is no such record. */
  source: (reading: Reading, wanted: Wanted) => Source | undefined
  /** Whether the record that a file was stamped for stands as it did at that time (office time): not void, not corrected. */
  standsSince: (reading: Reading, of: { type: string; subject: string }, at: string) => boolean
  /** The stamped file that this one is, or begins with; undefined where none was kept. */
  keptFile: (reading: Reading, file: Buffer) => KeptFile | undefined
  /** This desk: the hash of its public key in hex, and Ed25519 by its key. */
  desk: (db: Read) => { desk: string; sign: (bytes: Uint8Array) => Uint8Array }
  /** Whether an admitted desk, named by the first digits of its hash, signed the bytes; undefined where no such desk is known. */
  isSigned: (db: Read, desk: string, bytes: Uint8Array, signature: Uint8Array) => boolean | undefined
  /** Hash of this desk's last entry, hex. */
  head: (db: Read) => string
}
