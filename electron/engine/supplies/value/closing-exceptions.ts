/** What two desks that close and write at the same time leave: slips of a closed month that came later, a month closed twice. */
import type { SubjectException } from '../../../../shared/office/exceptions.ts'
import { slip as slipType } from '../../../../shared/supplies/subjects.ts'
import { stockClosingSubject, type StockClosing } from '../../../../shared/supplies/value/stock-closing.ts'
import type { Reading } from '../../act.ts'
import { all, sql, type Read } from '../../store/sql.ts'
import { closingsOfMonth, countSlips, slipsBehind } from './closing-figures.ts'

const arrivedLater = (db: Read, closing: StockClosing): SubjectException[] =>
  slipsBehind(db, closing, closing.month).map((slip) => ({
    kind: 'stock-arrived-after-closing',
    subject: slip.id,
    type: slipType.name,
    on: slip.date,
    person: slip.clerk.id,
    values: { number: slip.numbered.number, period: closing.month, closing: closing.number },
  }))

const closedTwice = ([first, ...others]: readonly StockClosing[]): SubjectException[] =>
  others.map((other) => ({
    kind: 'stock-closed-twice',
    subject: other.id,
    type: stockClosingSubject.name,
    on: other.closed.at.slice(0, 10),
    person: other.closed.by.id,
    values: {
      number: other.number,
      period: other.month,
      first: first?.number ?? '',
      slip: other.revaluation?.number ?? '—',
    },
  }))

/** One counted range per closed month says whether a slip more lies in it; only then are its slips read. */
export const stockClosingExceptions = ({ db }: Reading): SubjectException[] =>
  all<{ month: string }>(db, sql`select distinct month from stock_closing order by month`).flatMap(({ month }) => {
    const closings = closingsOfMonth(db, month)
    const [first] = closings
    if (!first) return []
    return [...closedTwice(closings), ...(countSlips(db, month) > first.slips ? arrivedLater(db, first) : [])]
  })
