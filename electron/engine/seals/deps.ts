/** What the seal register needs to know from others; the composition root hands these in. */
import type { ContractFacts } from '../../../shared/seals/rules.ts'
import type { Standing } from '../../../shared/seals/life/life-people.ts'
import type { Named } from '../../../shared/seals/records.ts'
import type { AuthorityQuestion, Verdict } from '../../../shared/office/verdict.ts'
import type { Refusal } from '../../../shared/api/fault.ts'
import type { Verification } from '../../../shared/documents/operations.ts'
import type { Act, Reading, Work } from '../act.ts'

/** A person as approving sees them: what they hold, and what their roles let them do. */
export type ApproverFacts = Named & {
  post?: string | undefined
  roles: readonly string[]
  mayApprove: boolean
  /** Whether they can be the second person of an emergency: they approve, or keep seals. */
  mayConfirm: boolean
}

export type SealDeps = {
  /** Undefined where unknown, or where they have left. */
  approver: (reading: Reading, id: string) => ApproverFacts | undefined
  /** Those who hold a post today. */
  inPost: (reading: Reading, post: string) => ApproverFacts[]
  /** Whether a role lets its holders approve; false for what is no role. */
  roleMayApprove: (role: string) => boolean
  /** Who proves to be there by staff number and password; nobody is signed in by it. */
  confirm: (work: Work, proof: { staffNo: string; password: string }) => Promise<ApproverFacts | Refusal>
  /** The authority registry's answer, as of the question's date; never fails open. */
  checkAuthority: (reading: Reading, question: AuthorityQuestion) => Verdict
  /** An amount in another currency by the registered rates of today, minor units; undefined where none leads there. */
  convert: (reading: Reading, amount: number, from: string, to: string) => number | undefined
  /** A registered contract's facts by its subject id. */
  contract: (reading: Reading, id: string) => ContractFacts | undefined
  person: (reading: Reading, id: string) => (Named & { department?: string | undefined }) | undefined
  /** What the code on a paper says, and whether a desk of ours signed it. */
  readCode: (reading: Reading, text: string) => Verification | Refusal
  /** Says that a scan of the tray belongs to a use; answers why not. */
  placeScan: (act: Act, scan: string, use: string) => Refusal | undefined
  /** A person as acts on a seal need to know them: whether still employed, whether they may approve. */
  standing: (reading: Reading, id: string) => Standing | undefined
  /** Letters of all desks of the office. */
  desks: (reading: Reading) => string[]
  /** This desk's letter, as printed in numbers. */
  desk: (reading: Reading) => string
}
