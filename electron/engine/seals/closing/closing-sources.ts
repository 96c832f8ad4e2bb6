/** Uses that arrived from another desk in a month that was closed here already: kept, shown, never refused. */
import type { SubjectException } from '../../../../shared/office/exceptions.ts'
import { closingSubject, isYear, type SealClosing } from '../../../../shared/seals/closing/closing.ts'
import { useSubject } from '../../../../shared/seals/subjects.ts'
import type { Reading } from '../../act.ts'
import { entriesOf } from '../../journal/entries.ts'
import { recordsOf } from '../../store/derived.ts'
import { sql, type Read } from '../../store/sql.ts'
import { usesOfMonth, wasKnownAt } from './closed-month.ts'
import { monthCounts } from '../store.ts'

/** Uses of the month whose first entry the closing did not know. */
const arrivedLater = (db: Read, closing: SealClosing): SubjectException[] => {
  const isKnown = wasKnownAt(db, closing)
  return usesOfMonth(db, closing.seal.id, closing.period)
    .filter(({ id }) => {
      const [first] = entriesOf(db, id)
      return first !== undefined && !isKnown(first)
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
