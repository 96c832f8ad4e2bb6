/** The same authority is issued once: a second letter with the very terms of one that stands is a slip of the hand. */
import { refuse, type Refusal } from '../api/fault.ts'
import { termsOn } from './amendment.ts'
import type { Delegation, DelegationInput } from './delegation.ts'

/** Terms in which two delegations may differ; numbers, originals and remarks make no other authority. */
const compared = [
  'kind',
  'delegator',
  'parent',
  'delegate',
  'post',
  'contract',
  'matter',
  'limit',
  'aggregateLimit',
  'aggregatePeriod',
  'currency',
  'longestMonths',
  'validFrom',
  'validTo',
  'depth',
  'jointNeeded',
] as const satisfies readonly (keyof Delegation & keyof DelegationInput)[]

const lists = [
  'actions',
  'contractTypes',
  'counterparties',
  'excludedTypes',
  'excludedCounterparties',
] as const satisfies readonly (keyof Delegation & keyof DelegationInput)[]

const isSameSet = (some: readonly string[], others: readonly string[]): boolean =>
  [...new Set(some)].toSorted().join('\n') === [...new Set(others)].toSorted().join('\n')

const isTwin = (input: DelegationInput, record: Delegation): boolean =>
  compared.every((name) => input[name] === record[name]) &&
  lists.every((name) => isSameSet(input[name], record[name])) &&
  isSameSet(
    input.jointSigners,
    record.jointSigners.map(({ id }) => id),
  )

/**
 * Only an exact twin is refused; one that differs in a term or a day is the office's to decide.
 * @param others delegations to the same person or post; those revoked, or with exclusions lifted, no more stand as written
 */
export const refuseTwin = (
  input: DelegationInput,
  others: readonly Delegation[],
  today: string,
): Refusal | undefined => {
  const isStanding = ({ revokedOn, exclusionsLiftedOn }: Delegation): boolean =>
    revokedOn === undefined && exclusionsLiftedOn === undefined
  const twin = others.find((record) => isStanding(record) && isTwin(input, termsOn(record, today)))
  return twin && refuse({ code: 'delegation-twice', number: twin.number })
}
