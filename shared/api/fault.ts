/** Expected refusals as data: one union of all registers' faults, each worded once under `fault.<code>`. */
import type { AttachmentFault } from '../attachments/faults.ts'
import type { ContractFault } from '../contracts/faults.ts'
import type { DocumentFault } from '../documents/faults.ts'
import type { ExceptionFault } from '../exceptions/faults.ts'
import type { PeopleFault } from '../people/faults.ts'
import type { SealFault } from '../seals/faults.ts'
import type { SupplyFault } from '../supplies/faults.ts'
import type { TableFault } from '../tables/faults.ts'

/** One field of an input that did not meet its rule. `reason` is a word key under `invalid.*`. */
export type FieldProblem = { path: string; reason: string; detail?: string | readonly string[] | undefined }

/** Faults that any operation may answer with. */
export type OfficeFault =
  | { code: 'invalid-input'; problems: FieldProblem[] }
  | { code: 'unknown-operation'; operation: string }
  | { code: 'not-signed-in' }
  | { code: 'not-permitted'; permission: string }
  | { code: 'not-found'; what: string; id: string }
  /** The page decided on an older state of this record than the desk now holds. */
  | { code: 'stale'; what: string; id: string }
  | { code: 'no-office' }
  | { code: 'office-exists' }
  | { code: 'folder-in-use'; folder: string }
  | { code: 'folder-read-only'; folder: string }
  | { code: 'newer-version'; found: number; known: number }
  | { code: 'wrong-key' }
  /** No key was found on this machine, or none that could be read. */
  | { code: 'key-missing' }
  | { code: 'recovery-key-unfit' }
  | { code: 'empty-file'; folder: string }
  | { code: 'corrupt-file'; detail: string }
  | { code: 'disk-full' }
  | { code: 'cancelled' }
  | { code: 'engine-restarting' }
  | { code: 'unexpected'; ref: string }

export type Fault =
  | OfficeFault
  | AttachmentFault
  | PeopleFault
  | ContractFault
  | SealFault
  | SupplyFault
  | DocumentFault
  | TableFault
  | ExceptionFault

export type FaultCode = Fault['code']

/** A refusal, told apart from a value by its tag; rules return it, nobody throws it. */
export type Refusal = { refused: Fault }

/**
 * Wraps a fault so that a rule can return it where a value was expected.
 * @param fault the expected refusal, with the details its words need
 */
export const refuse = (fault: Fault): Refusal => ({ refused: fault })

/** Whether a rule's or handler's answer is a refusal. */
export const isRefusal = (answer: unknown): answer is Refusal =>
  typeof answer === 'object' && answer !== null && 'refused' in answer
