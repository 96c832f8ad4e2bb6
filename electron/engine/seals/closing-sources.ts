/** Uses that arrived from another desk in a month that was closed here already: kept, shown, never refused. */
import type { SubjectException } from '../../../shared/office/exceptions.ts'
import { closingSubject, isYear, type SealClosing } from '../../../shared/seals/closing.ts'
import { deskType } from '../../../shared/office/subjects.ts'
import { useSubject } from '../../../shared/seals/subjects.ts'
import type { Reading } from '../act.ts'
import { entriesOf } from '../journal/entries.ts'
import { recordsOf } from '../store/derived.ts'
import { sql, type Read } from '../store/sql.ts'
import { monthCounts } from './store.ts'

/** Which line stood when the month was closed: those whose first entry lies at or before the head of its desk. */
const arrivedLater = (db: Read, closing: SealClosing): SubjectException[] => {
  const desks = new Map(recordsOf(db, deskType, sql`order by subject`).map(({ desk, letter }) => [desk, letter]))
  const heads = new Map(closing.heads.map(({ desk, n }) => [desk, n]))
  return recordsOf(
    db,
    useSubject,
    sql`where seal = ${closing.seal.id} and date_key >= ${closing.period} and date_key < ${`${closing.period}~`}`,
  )
    .filter(({ id }) => {
      const [first] = entriesOf(db, id)
      const letter = first && (desks.get(first.desk) ?? first.desk.slice(0, 8))
      return first !== undefined && first.n > (heads.get(letter ?? '') ?? 0)
    })
    .map((use) => ({
      kind: 'arrived-after-closing',
      subject: use.id,
      type: useSubject.name,
      on: use.usedAt.slice(0, 10),
      person: use.sealer?.id,
      values: { number: use.number, period: closing.period, closing: closing.number },
    }))
}

/** Two looked-up counts per closing say whether a line more lies in the month; only then is the month read. */
export const closingExceptions = ({ db }: Reading): SubjectException[] =>
  recordsOf(db, closingSubject, sql`order by subject`)
    .filter(({ period }) => !isYear(period))
    .filter(({ seal, period, totals }) => {
      const now = monthCounts(db, seal.id, period)
      return now.uses + now.voided > totals.uses + totals.voided
    })
    .flatMap((closing) => arrivedLater(db, closing))
