/** Expected refusals of this room; each is worded under `fault.<code>` in its words. */
import type { ContractStatus } from './contract.ts'

export type ContractFault =
  | { code: 'contract-number-taken'; number: string }
  | { code: 'contract-move'; from: ContractStatus; to: ContractStatus }
  /** An archived or terminated contract keeps what it says. */
  | { code: 'contract-closed'; number: string }
  /** Signed outside internal authority: needs a reason, which then shows as an exception. */
  | { code: 'outside-authority'; person: string; result: string }
  | { code: 'delegation-revoked'; number: string; on: string }
  /** One with the very same terms stands already. */
  | { code: 'delegation-twice'; number: string }
  | { code: 'no-exclusions'; number: string }
  | { code: 'exclusions-lifted'; number: string; on: string }
  | { code: 'delegation-returned'; number: string; on: string }
  | { code: 'interest-withdrawn'; on: string }
  /** A notice of revocation is signed for once. */
  | { code: 'notice-acknowledged'; name: string; on: string }
  /** A rate of this currency from this day stands already; withdraw it first. */
  | { code: 'rate-taken'; currency: string; on: string }
  | { code: 'rate-withdrawn'; on: string }
