/** What refuses closing a period, or entering into a closed one; each is worded in closing-words.ts. */
export type ClosingFault =
  /** It has not ended: its last use may still come. */
  | { code: 'period-running'; period: string }
  | { code: 'period-closed'; seal: string; period: string }
  /** Periods are closed in their order. */
  | { code: 'earlier-period-open'; seal: string; period: string; earlier: string }
  /** Before the seal's first own entry there is nothing to close. */
  | { code: 'period-empty'; seal: string; period: string }
  | { code: 'closing-same-person'; person: string }
  | { code: 'closing-countersigned'; number: string }
  /** The entry's period is closed: it takes only a correction that says so. */
  | { code: 'use-in-closed-period'; number: string; period: string }
