/** A use as the authority registry judges it again: the question of that moment, with the contract as it stands now. */
import type { AuthorityQuestion, Verdict } from '../../../../shared/office/verdict.ts'
import type { ContractFacts } from '../../../../shared/seals/rules.ts'
import type { Read } from '../../store/sql.ts'
import { all, sql } from '../../store/sql.ts'
import { useOf } from '../store.ts'

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

type Row = { date_key: string; subject: string; verdict: string | null; contract: string | null }
type Judged = { key: string; id: string; verdict: Verdict; contract: string | undefined; joint: readonly string[] }

const judgedOf = ({ date_key: key, subject: id, verdict: told, contract }: Row): Judged[] => {
  if (told === null) return []
  const verdict = JSON.parse(told) as Verdict
  return [{ key, id, verdict, contract: contract ?? undefined, joint: verdict.present ?? [] }]
}

const columns = sql`date_key, subject, json_extract(record, '$.verdict') as verdict, contract`

/** Uses of a span of days with the verdict they rested on, by the book's own index of dates; few have none. */
export const usesJudged = (
  db: Read,
  { after, until }: { after: string; until: string },
  limit: number,
): { rows: Judged[]; seen: number; next: string } => {
  const rows = all<Row>(
    db,
    sql`select ${columns} from seal_use where date_key > ${after} and date_key < ${`${until}~`}
      order by date_key limit ${limit}`,
  )
  return { rows: rows.flatMap(judgedOf), seen: rows.length, next: rows.at(-1)?.date_key ?? after }
}

/** One use with the verdict it rested on. */
export const useJudged = (db: Read, id: string): Judged | undefined =>
  all<Row>(db, sql`select ${columns} from seal_use where subject = ${id}`).flatMap(judgedOf)[0]
