/** What the supplies register needs to know from others; the composition root hands these in. */
import type { Approver } from '../../../shared/supplies/counter/issue-rules.ts'
import type { Refusal } from '../../../shared/api/fault.ts'
import type { Recipient } from '../../../shared/supplies/records.ts'
import type { Reading, Work } from '../act.ts'

export type SupplyDeps = {
  /** A person as a slip keeps them, with department; undefined where nobody has this id. */
  person: (reading: Reading, id: string) => Recipient | undefined
  /** All departments by name. */
  departments: (reading: Reading) => { id: string; name: string }[]
  /** Who is signed in, as an approver. */
  approver: (reading: Reading, id: string) => Approver | undefined
  /** Who proves to stand at the counter, by staff number and password. */
  confirm: (work: Work, credentials: { staffNo: string; password: string }) => Promise<Approver | Refusal>
  /** Whether an attachment is there, belongs to this record and was not erased. */
  isAttachedTo: (reading: Reading, attachment: string, subject: string) => boolean
}
