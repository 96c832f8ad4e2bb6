/** Facts of a month of a seal's book: as it stands, or, once it is closed, as its closing saw it with what came later. */
import { createHash } from 'node:crypto'
import type { BookTotals } from '../../../shared/documents/facts.ts'
import { sealBookFactsOf } from '../../../shared/documents/facts-of.ts'
import { bookType } from '../../../shared/office/subjects.ts'
import { monthMeasures } from '../../../shared/seals/accounts.ts'
import type { SealClosing } from '../../../shared/seals/closing/closing.ts'
import type { Reading } from '../act.ts'
import { closingOfMonth, monthAtClosing, usesOfMonth } from '../seals/closing/closed-month.ts'
import { impressionOf, monthCounts, sealOf, useShown } from '../seals/store.ts'
import { recordOf } from '../store/derived.ts'
import type { Read } from '../store/sql.ts'
import type { Source } from './deps.ts'

const totalsOf = (of: (measure: keyof BookTotals) => number): BookTotals =>
  Object.fromEntries(monthMeasures.map((measure) => [measure, of(measure)])) as BookTotals

/** What the year held before a month, from the counts that the uses contributed. */
const before = (db: Read, seal: string, month: string): BookTotals => {
  const year = month.slice(0, 4)
  const earlier = Array.from({ length: Number(month.slice(5)) - 1 }, (_, index) =>
    monthCounts(db, seal, `${year}-${(index + 1).toString().padStart(2, '0')}`),
  )
  return totalsOf((measure) => earlier.reduce((total, counts) => total + counts[measure], 0))
}

/** The same as the closing had it, so that running totals are those of its sheet. */
const beforeAtClosing = ({ year, totals }: SealClosing): BookTotals =>
  totalsOf((measure) => year[measure] - totals[measure])

const monthOf = (db: Read, seal: string, month: string) => {
  const closed = closingOfMonth(db, seal, month)
  if (!closed) return { rows: usesOfMonth(db, seal, month).map(useShown), before: before(db, seal, month) }
  const { rows, later } = monthAtClosing(db, closed)
  const { number } = closed
  const closing = { number, closed: { by: closed.closed.by.name, at: closed.closed.at }, later }
  return { rows, before: beforeAtClosing(closed), closing }
}

export const bookSource = ({ db }: Reading, office: string, id: string, month: string): Source | undefined => {
  const seal = sealOf(db, id)
  if (!seal) return undefined
  const told = monthOf(db, id, month)
  const image = seal.impression === undefined ? undefined : impressionOf(db, seal.impression)
  const bookId = told.rows.findLast(({ numbered }) => numbered !== undefined)?.numbered?.book
  const book = bookId === undefined ? 1 : (recordOf(db, bookType, bookId)?.book ?? 1)
  const impression = image && createHash('sha256').update(image.data).digest('hex')
  const facts = sealBookFactsOf(office, { seal, month, impression, book, ...told })
  return { facts, number: undefined, title: `${seal.name} ${month}`, impression: image }
}
