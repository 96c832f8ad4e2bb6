/** Delegations as lists show them: how each stands on a day, by itself and through what lies above it. */
import { termsOn } from '../../../shared/contracts/amendment.ts'
import type { Delegation } from '../../../shared/contracts/delegation.ts'
import { stateOf } from '../../../shared/contracts/delegation-rules.ts'
import type { DelegationState } from '../../../shared/contracts/kinds.ts'
import type { Read } from '../store/sql.ts'
import { delegationsAbove } from './delegation-store.ts'

export type DelegationRow = Delegation & { state: DelegationState; fell?: { number: string; on: string } | undefined }

/** Rows with their state on a day; one that stands by itself may have fallen with one above it. */
export const rowsOf = (db: Read, delegations: readonly Delegation[], on: string): DelegationRow[] => {
  const above = delegationsAbove(db, delegations)
  return delegations.map((delegation) => {
    const state = stateOf(delegation, on)
    return {
      ...termsOn(delegation, on),
      state,
      fell: state === 'revoked' ? undefined : fellWith(delegation, above, on),
    }
  })
}

/** The nearest delegation above that was revoked by a day. */
const fellWith = (
  delegation: Delegation,
  above: ReadonlyMap<string, { delegation: Delegation }>,
  on: string,
): DelegationRow['fell'] => {
  const seen = new Set<string>()
  for (let { parent } = delegation; parent !== undefined && !seen.has(parent);) {
    seen.add(parent)
    const found = above.get(parent)?.delegation
    if (!found) return undefined
    if (found.revokedOn !== undefined && found.revokedOn <= on) return { number: found.number, on: found.revokedOn }
    parent = found.parent
  }
  return undefined
}

/** Whether it stands on a day, or will: not revoked, not ended, and nothing above it revoked. */
export const isLiving = ({ state, fell }: DelegationRow): boolean =>
  (state === 'in-force' || state === 'future') && fell === undefined
