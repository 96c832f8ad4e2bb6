/** Expected refusals of the seal register; each is worded under `fault.<code>` in its words. */
import type { ArchiveFault } from './archive/archive-faults.ts'
import type { ClosingFault } from './closing/closing-faults.ts'
import type { Fault } from '../api/fault.ts'
import type { LifeFault } from './life/life-faults.ts'
import type { Verdict } from '../office/verdict.ts'

/** The duties that different people carry for a high-risk seal (审用分离). */
export type Duty = 'applicant' | 'approver' | 'sealer' | 'signatory'

export type SealFault =
  | ClosingFault
  | ArchiveFault
  | { code: 'seal-code-taken'; sealCode: string }
  | { code: 'seal-not-in-use'; seal: string; status: string }
  /** A physical seal is used only at the desk it lies at. */
  | { code: 'seal-elsewhere'; seal: string; homeDesk: string; desk: string }
  | LifeFault
  | { code: 'impression-not-inert'; reason: string }
  /** Outside internal authority, or not enough known; the verdict says why. */
  | { code: 'not-authorized'; verdict: Verdict }
  /** Neither an approved request nor a registered contract: nothing says that this may be sealed. */
  | { code: 'request-needed' }
  /** The contract was terminated or archived: nothing more is sealed on it. */
  | { code: 'contract-not-open'; number: string }
  | { code: 'request-not-pending'; number: string; status: string }
  | { code: 'request-not-approved'; number: string; status: string }
  /** Everything that was approved has been made. */
  | { code: 'request-done'; number: string }
  | { code: 'approval-lapsed'; number: string; useBy: string }
  | { code: 'seal-not-requested'; seal: string; number: string }
  /** approved = actual + spoiled + left; `asked` is what would go beyond `left`. */
  | { code: 'over-approved'; seal: string; approved: number; left: number; asked: number }
  | { code: 'nothing-stamped'; seal: string }
  | { code: 'seam-over-actual'; seal: string; seam: number; actual: number }
  | { code: 'duties-not-separated'; seal: string; person: string; duties: Duty[] }
  | { code: 'blank-document' }
  /** The file at hand is not the file that was approved (SHA-256 bound at request time). */
  | { code: 'document-differs'; approved: string; found: string }
  | { code: 'use-voided'; number: string }
  /** Corrected or archived since it was looked at, or without saying what was looked at: who, when, why, which fields. */
  | { code: 'use-changed'; number: string; by: string; at: string; why: string; changed: string[]; heads: string[] }
  | { code: 'person-unknown'; person: string }
  | ApprovalFault

/** Refusals of approving, its routes and absences, counting, and the emergency use. */
type ApprovalFault =
  | { code: 'not-your-step'; number: string; step: number; waitsFor: string[] }
  | { code: 'already-approved'; number: string; person: string }
  /** Several at once: none was approved, and each that could not be is named with its reason. */
  | { code: 'requests-refused'; refused: { number: string; fault: Fault }[] }
  | { code: 'route-amounts-reversed'; amountFrom: number; amountTo: number; currency: string }
  | { code: 'route-overlaps'; name: string; precedence: number }
  | { code: 'route-retired'; name: string }
  /** Nobody who may approve is meant by it: a post without holder, a role or a person who may not approve. */
  | { code: 'route-cannot-approve'; step: number; who: string }
  /** Only the applicant or proxy could approve a step of the route that applies. */
  | { code: 'route-needs-other'; route: string; step: number }
  | { code: 'absence-reversed'; from: string; to: string }
  | { code: 'absence-overlaps'; person: string; from: string; to: string }
  | { code: 'absence-over'; person: string; to: string }
  | { code: 'stand-in-self'; person: string }
  | { code: 'stand-in-twice'; person: string }
  | { code: 'stand-in-cannot-approve'; person: string }
  | { code: 'spoiled-reason-needed'; seal: string; spoiled: number }
  | { code: 'request-not-used'; number: string }
  | { code: 'request-not-ended'; number: string; status: string }
  | { code: 'request-asked-again'; number: string; again: string }
  /** Nothing stops this use: it is made in the ordinary way. */
  | { code: 'override-not-needed' }
  | { code: 'second-not-independent'; person: string; duty: Duty }
  | { code: 'second-may-not'; person: string }
