/** Expected refusals of lots, approvals and supply requests; worded in `request-words.ts`. */
import type { Ground } from '../items/policy.ts'

export type CounterFault =
  /** Base units of a lot at a location. */
  | { code: 'lot-short'; item: string; lot: string; location: string; left: number; asked: number; unit: string }
  /** The item is kept by lots, so what comes says which. */
  | { code: 'lot-needed'; item: string }
  /** Past its date; a reason lets it go out all the same. */
  | { code: 'lot-expired'; item: string; lot: string; expiry: string }
  /** What the office's bands ask an approver for; `posts` where only one in such a post may. */
  | { code: 'approval-needed'; grounds: Ground[]; posts: string[] }
  | { code: 'supplies-approver-unfit'; person: string; posts: string[] }
  /** Who issues or receives does not approve it too. */
  | { code: 'approver-is-involved'; person: string }
  /** Not approved yet, or no more; `status` as in `supplies.request-status`. */
  | { code: 'request-not-open'; number: string; status: string }
  | { code: 'request-of-other'; number: string; person: string }
  /** Base units. */
  | { code: 'request-exceeded'; number: string; item: string; left: number; asked: number; unit: string }
  | { code: 'supply-request-decided'; number: string; status: string }
  /** Per line at most what was asked for, and something of it; else it is rejected. */
  | { code: 'approved-beyond-asked'; item: string; asked: number; approved: number; unit: string }
  | { code: 'approved-nothing'; number: string }
  | { code: 'request-nothing-left'; number: string }
  | { code: 'request-has-issues'; number: string }
  | { code: 'promise-in-past'; date: string }
  | { code: 'slip-signed'; number: string }
