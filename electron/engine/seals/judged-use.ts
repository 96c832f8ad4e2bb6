/** A use as the authority registry judges it again: the question of that moment, with the contract as it stands now. */
import type { AuthorityQuestion, Verdict } from '../../../shared/office/verdict.ts'
import type { ContractFacts } from '../../../shared/seals/rules.ts'
import type { Read } from '../store/sql.ts'
import { useOf } from './store.ts'

type JudgedUse = { number: string; person: string | undefined; before: Verdict; question: AuthorityQuestion }

/** @param contractOf a registered contract by its id, as the seal register is handed it */
export const judgedUse =
  (contractOf: (db: Read, id: string) => ContractFacts | undefined) =>
  (db: Read, id: string): JudgedUse | undefined => {
    const use = useOf(db, id)
    if (!use?.verdict || use.status === 'voided') return undefined
    const { verdict: before, contract: typed } = use
    const contract = typed?.id === undefined ? undefined : contractOf(db, typed.id)
    const question: AuthorityQuestion = {
      person: before.person.id,
      action: 'seal',
      asOf: before.asOf,
      contractType: contract?.type ?? typed?.type ?? '',
      amount: contract ? contract.amount : typed?.amount,
      currency: contract?.currency ?? typed?.currency ?? 'CNY',
      counterparty: contract?.counterparty ?? use.counterparty,
      contract: contract?.id,
      joint:
        before.present ?? (contract?.joint ?? []).map((signer) => signer.id).filter((one) => one !== before.person.id),
    }
    return { number: use.number, person: use.sealer?.id, before, question }
  }
