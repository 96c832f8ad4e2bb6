/** The source of `number-twice`: contract numbers are typed, and two desks may have typed the same one; both stand. */
import type { Contract } from '../../../shared/contracts/contract.ts'
import { contractType } from '../../../shared/contracts/subjects.ts'
import { idInstant } from '../../../shared/journal/ids.ts'
import type { SubjectException } from '../../../shared/office/exceptions.ts'
import { dateAt } from '../../../shared/office/dates.ts'
import type { Reading } from '../act.ts'
import { recordsOf } from '../store/derived.ts'
import { sql, type Read } from '../store/sql.ts'

/** Contracts that carry a number which others carry too, terminated ones as well: a number is never reused. */
export const numbersTwice = ({ db, zone }: Reading): SubjectException[] => {
  const rows = recordsOf<Contract>(
    db,
    contractType,
    sql`where number in (select number from contract where number is not null group by number having count(*) > 1 limit 500)
      order by number, subject limit 2000`,
  )
  const byNumber = Map.groupBy(rows, ({ number }) => number)
  return rows.map(({ id, number, name }) => ({
    kind: 'number-twice',
    subject: id,
    type: 'contract',
    on: dateAt(idInstant(id) ?? 0, zone),
    values: {
      number,
      name,
      others: (byNumber.get(number) ?? []).flatMap((one) => (one.id === id ? [] : [one.name])),
    },
  }))
}

/** The others that carry a contract's number. */
export const sameNumber = (db: Read, { id, number }: Contract): Contract[] =>
  recordsOf(db, contractType, sql`where number = ${number} and subject <> ${id} order by subject limit 20`)
