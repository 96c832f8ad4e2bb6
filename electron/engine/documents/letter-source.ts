/** Facts of a letter of authority, from the delegation as it lies in the register. */
import { termsOn } from '../../../shared/contracts/amendment.ts'
import { officeItself } from '../../../shared/contracts/delegation.ts'
import type { LetterFacts } from '../../../shared/documents/letter-facts.ts'
import { postOn } from '../../../shared/office/posts.ts'
import type { Reading } from '../act.ts'
import { delegationOf } from '../contracts/delegation-store.ts'
import { contractOf } from '../contracts/store.ts'
import { personOf } from '../people/store.ts'
import type { Source } from './deps.ts'

/** @param office the office's name */
export const letterSource = ({ db, today }: Reading, office: string, id: string): Source | undefined => {
  const found = delegationOf(db, id)
  if (!found) return undefined
  // A letter that is printed again says what holds now, and by which amendments.
  const one = termsOn(found, today)
  const contract = one.contract === undefined ? undefined : contractOf(db, one.contract)
  const holder = one.delegate === undefined ? undefined : personOf(db, one.delegate)
  const { number, kind, actions, contractTypes, counterparties, currency, excludedTypes, excludedCounterparties } = one
  const { limit, aggregateLimit, aggregatePeriod, longestMonths, jointNeeded, depth } = one
  const { validFrom, validTo, issuedOn, originals, revokedOn, remarks } = one
  const facts: LetterFacts = {
    form: 'letter-of-authority',
    office,
    number,
    kind,
    delegator: one.delegator === officeItself ? '' : one.delegatorName,
    parent: one.parent === undefined ? undefined : delegationOf(db, one.parent)?.number,
    delegate: one.delegateName ?? one.post ?? '',
    // As it was on the day it was made out, since the paper is of that day.
    delegatePost: holder && postOn(holder, issuedOn),
    isPost: one.delegate === undefined,
    matter: contract ? `${contract.number} ${contract.name}` : one.matter,
    jointSigners: one.jointSigners.map(({ name }) => name),
    actions,
    contractTypes,
    counterparties,
    currency,
    excludedTypes,
    excludedCounterparties,
    limit,
    aggregateLimit,
    aggregatePeriod,
    longestMonths,
    jointNeeded,
    depth,
    validFrom,
    validTo,
    issuedOn,
    originals,
    revokedOn,
    remarks,
  }
  // Canonical JSON holds no `undefined`.
  const defined = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as LetterFacts
  return { facts: defined, number, title: facts.delegate, impression: undefined }
}
