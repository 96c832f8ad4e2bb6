/** What the supplies register needs to know from others; the composition root hands these in. */
import type { Recipient } from '../../../shared/supplies/records.ts'
import type { Reading } from '../act.ts'

export type SupplyDeps = {
  /** A person as a slip keeps them, with department; undefined where nobody has this id. */
  person: (reading: Reading, id: string) => Recipient | undefined
}
