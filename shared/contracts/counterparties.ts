/** Telling whether two writings mean the same counterparty: by credit code where both have one, else by name. */
import { isCreditCode } from './credit-code.ts'

/** Full-width letters and brackets, spaces and case do not make another company. */
export const plainName = (name: string): string => name.normalize('NFKC').replaceAll(/\s/gu, '').toUpperCase()

export type Counterparty = { name?: string | undefined; creditCode?: string | undefined }

/**
 * - `yes` the writing names this counterparty
 * - `no` it does not
 * - `unknown` too little is known of the counterparty to tell
 */
export type Match = 'yes' | 'no' | 'unknown'

/** Whether one writing (a name or a credit code) means this counterparty. */
export const matchesCounterparty = (writing: string, party: Counterparty): Match => {
  const plain = plainName(writing)
  const known = isCreditCode(plain) ? party.creditCode : party.name
  if (known === undefined) return 'unknown'
  return plainName(known) === plain ? 'yes' : 'no'
}

/** `yes` where any writing matches; else `unknown` where any might. */
export const matchesAny = (writings: readonly string[], party: Counterparty): Match => {
  const matches = writings.map((writing) => matchesCounterparty(writing, party))
  return matches.includes('yes') ? 'yes' : matches.includes('unknown') ? 'unknown' : 'no'
}

/** Whether a declared interest (a name, perhaps with a code) concerns this counterparty. */
export const concernsCounterparty = (
  declared: { counterparty: string; creditCode?: string | undefined },
  party: Counterparty,
): Match => matchesAny([declared.counterparty, ...(declared.creditCode ? [declared.creditCode] : [])], party)
