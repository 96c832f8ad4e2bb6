/** The shape of an entry: who entered what about which subject, having seen which heads. */
import type { Json } from './canonical.ts'

export type Body = { [key: string]: Json | undefined }

export type Entry<B = Body> = {
  /** Hash of the author desk's public key, hex. */
  desk: string
  /** 1, 2, 3 … per desk. */
  n: number
  /** Hybrid logical clock, UTC; rises on a desk. */
  at: string
  /** Subject id of the person who acted. */
  actor: string
  /** `seal.used`, `stock.issued` … */
  kind: string
  subject: string
  /** Hashes of all heads of the subject that the author saw, sorted; empty for a first entry. */
  basedOn: string[]
  /** 1 + the greatest generation among `basedOn`. */
  generation: number
  /** For later entries only the changed fields. */
  body: B
  hash: string
}

/** What a rule returns: an act to be entered. Desk, n, time, heads and hash are added by the journal. */
export type Draft = { kind: string; subject: string; body: Body }

/** The order in which a subject's entries are folded (architecture §3): a clock at 2099 does not win for ever. */
export const compareEntries = (a: Entry<unknown>, b: Entry<unknown>): number =>
  a.generation - b.generation || compareText(a.at, b.at) || compareText(a.desk, b.desk) || a.n - b.n

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
