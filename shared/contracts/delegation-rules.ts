/** Deciding what may be entered about a delegation: nobody passes on more than they hold (民法典 §169). */
import { refuse, type Refusal } from '../api/fault.ts'
import type { Draft } from '../journal/entry.ts'
import type { Numbered } from '../office/numbers.ts'
import { problemsOfDelegation, type DelegationFacts } from './delegation-problems.ts'
import type { PersonRef } from './contract.ts'
import type { DelegationState } from './kinds.ts'
import type { Delegation, DelegationInput } from './delegation.ts'

export const refuseDelegation = (input: DelegationInput, facts: DelegationFacts): Refusal | undefined => {
  const problems = problemsOfDelegation(input, facts)
  return problems.length > 0 ? refuse({ code: 'invalid-input', problems }) : undefined
}

/** The entry of a delegation that was found in order; its number was drawn in the same transaction. */
export const draftDelegation = (
  id: string,
  input: DelegationInput,
  facts: DelegationFacts,
  numbered: Numbered,
  today: string,
  confirmedBy?: PersonRef,
): Draft => ({
  kind: 'delegation.issued',
  subject: id,
  body: {
    ...input,
    remarks: input.remarks === '' ? undefined : input.remarks,
    number: numbered.number,
    numbered,
    delegatorName: facts.delegator?.name ?? '',
    delegateName: facts.delegate?.name,
    jointSigners: facts.jointSigners.map(({ id: signer, name }) => ({ id: signer, name })),
    issuedOn: input.issuedOn ?? today,
    ...(confirmedBy ? { confirmedBy } : {}),
  },
})

/** @param liftsExclusions whether what it excluded is allowed again; where it excluded nothing there is nothing to lift */
export const decideRevocation = (
  record: Delegation,
  on: string,
  reason: string,
  liftsExclusions = false,
): Draft[] | Refusal => {
  if (record.revokedOn !== undefined)
    return refuse({ code: 'delegation-revoked', number: record.number, on: record.revokedOn })
  const lifted = liftsExclusions ? { liftsExclusions } : {}
  return [{ kind: 'delegation.revoked', subject: record.id, body: { revokedOn: on, revokedReason: reason, ...lifted } }]
}

/** How a delegation stands on a date, by itself; whether its chain holds is the check's to say. */
export const stateOf = (record: Delegation, on: string): DelegationState => {
  if (record.revokedOn !== undefined && record.revokedOn <= on) return 'revoked'
  if (record.validFrom > on) return 'future'
  return record.validTo !== undefined && record.validTo < on ? 'ended' : 'in-force'
}
