/**
 * Facts of an authority check as it prints: one recorded under its own number, or the one that a seal use carries. The
 * latter was made at the chop, is stored in the use, and goes by the use's register number.
 */
import { authorityCheckFactsOf } from '../../../shared/documents/facts-of.ts'
import type { AuthorityCheckFacts } from '../../../shared/documents/facts.ts'
import type { Reading } from '../act.ts'
import { checkOf } from '../contracts/store.ts'
import { entriesOf } from '../journal/entries.ts'
import { personOf } from '../people/store.ts'
import { useOf } from '../seals/store.ts'
import type { Source } from './deps.ts'

const ofUse = ({ db }: Reading, office: string, id: string): Source | undefined => {
  const use = useOf(db, id)
  if (!use?.verdict) return undefined
  const { contract, counterparty, number, usedAt, sealer, verdict, document } = use
  const facts: AuthorityCheckFacts = {
    form: 'authority-check',
    office,
    number,
    at: usedAt,
    clerk: sealer?.name ?? '',
    action: 'seal',
    contractNumber: contract?.number,
    contractName: contract?.name ?? document.title,
    contractType: contract?.type,
    counterparty,
    amount: contract?.amount,
    currency: contract?.currency ?? 'CNY',
    joint: (verdict.present ?? []).flatMap((signer) => personOf(db, signer)?.name ?? []),
    verdict,
    instead: [],
    freshness: [],
    use: use.seal.name,
  }
  // Canonical JSON holds no `undefined`.
  const defined = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
  return { facts: defined as AuthorityCheckFacts, number, title: verdict.person.name, impression: undefined }
}

/** @param office the office's name */
export const checkSource = (reading: Reading, office: string, id: string): Source | undefined => {
  const check = checkOf(reading.db, id)
  if (!check) return ofUse(reading, office, id)
  const facts = authorityCheckFactsOf(office, check, entriesOf(reading.db, check.id)[0]?.at, reading.zone)
  const title = [check.person.name, check.asked.name].filter(Boolean).join(' ')
  return { facts, number: check.number, title, impression: undefined }
}
