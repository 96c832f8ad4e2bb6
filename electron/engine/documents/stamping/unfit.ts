/** Why a file cannot be stamped, as it is found deep inside the reading; answered as the fault `pdf-unfit`. */
import type { UnfitReason } from '../../../../shared/documents/stamping/faults.ts'

export class Unfit extends Error {
  readonly why: UnfitReason
  constructor(why: UnfitReason) {
    super(`the file cannot be stamped: ${why}`)
    this.why = why
  }
}
