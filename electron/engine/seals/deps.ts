/** What the seal register needs to know from others; the composition root hands these in. */
import type { ContractFacts } from '../../../shared/seals/rules.ts'
import type { Named } from '../../../shared/seals/records.ts'
import type { AuthorityQuestion, Verdict } from '../../../shared/office/verdict.ts'
import type { Refusal } from '../../../shared/api/fault.ts'
import type { Verification } from '../../../shared/documents/operations.ts'
import type { Act, Reading } from '../act.ts'

export type SealDeps = {
  /** The authority registry's answer, as of the question's date; never fails open. */
  checkAuthority: (reading: Reading, question: AuthorityQuestion) => Verdict
  /** A registered contract's facts by its subject id. */
  contract: (reading: Reading, id: string) => ContractFacts | undefined
  person: (reading: Reading, id: string) => (Named & { department?: string | undefined }) | undefined
  /** What the code on a paper says, and whether a desk of ours signed it. */
  readCode: (reading: Reading, text: string) => Verification | Refusal
  /** Says that a scan of the tray belongs to a use; answers why not. */
  placeScan: (act: Act, scan: string, use: string) => Refusal | undefined
  /** This desk's letter, as printed in numbers. */
  desk: (reading: Reading) => string
}
