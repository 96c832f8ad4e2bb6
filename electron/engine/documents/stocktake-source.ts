/** The facts of a stocktake sheet: blind or with the book while it is counted, the submitted lines from then on. */
import type { StocktakeSheetFacts } from '../../../shared/documents/stocktake-facts.ts'
import { localTime } from '../../../shared/office/dates.ts'
import type { StocktakeLine } from '../../../shared/supplies/stocktake/operations.ts'
import type { Reading } from '../act.ts'
import { shownLines } from '../supplies/stocktake/shown.ts'
import { stocktakeOf } from '../supplies/stocktake/store.ts'
import type { Source } from './deps.ts'

/** Canonical JSON holds no `undefined`. */
const defined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T

const resultLine = (line: StocktakeLine) => {
  const { first, counted, amount, difference = 0, cause } = line
  const worth = amount === undefined ? undefined : difference < 0 ? -amount : amount
  return { first, counted, amount: worth, cause }
}

export const stocktakeSource = ({ db, zone }: Reading, office: string, id: string): Source | undefined => {
  const stocktake = stocktakeOf(db, id)
  if (!stocktake) return undefined
  const { numbered, state, scope, isBlind, cutoff, counters, observer, plannedBy, note, approved, posted } = stocktake
  const isResult = state !== 'counting' && state !== 'cancelled'
  const { lines, totals } = shownLines(db, stocktake, zone, isBlind && !isResult)
  const signed = (act: { by: { name: string }; at: number } | undefined) =>
    act && { by: act.by.name, at: localTime(act.at, zone) }
  // Who really counted, where it was not planned.
  const counted = [...new Set(lines.flatMap(({ tallied }) => tallied.map(({ counter }) => counter.name)))]
  const facts: StocktakeSheetFacts = defined({
    form: 'stocktake-sheet' as const,
    office,
    number: numbered.number,
    shows: isResult ? ('result' as const) : ('sheet' as const),
    isBlind,
    state,
    locations: scope.locations ?? [],
    category: scope.category,
    groups: scope.groups ?? [],
    cutoff: localTime(cutoff, zone),
    counters: isResult && counted.length > 0 ? counted : counters.map(({ name }) => name),
    observer: observer?.name,
    plannedBy: plannedBy.name,
    note,
    approved: isResult ? signed(approved) : undefined,
    posted: signed(posted),
    slips: (posted?.slips ?? []).map(({ number }) => number),
    lines: lines.map((line) =>
      defined({
        row: line.row,
        code: line.item.code,
        name: line.item.name,
        spec: line.item.spec,
        lot: line.lot,
        location: line.location,
        unit: line.item.unit,
        book: line.book,
        ...(isResult ? resultLine(line) : {}),
      }),
    ),
    totals: isResult ? totals : undefined,
  })
  return { facts, number: numbered.number, title: note ?? numbered.number, impression: undefined }
}
