/** Lines of a stocktake as pages and sheets receive them: as they stand while it is counted, as submitted from then on. */
import {
  differenceAmount,
  differenceOf,
  totalsOf,
  type CountLine,
} from '../../../../shared/supplies/stocktake/lines.ts'
import type { StocktakeLine } from '../../../../shared/supplies/stocktake/operations.ts'
import { placeKey } from '../../../../shared/supplies/stocktake/places.ts'
import type { SettledLine, Stocktake, StocktakeTotals } from '../../../../shared/supplies/stocktake/records.ts'
import type { Read } from '../../store/sql.ts'
import { lateByPlace } from './late.ts'
import { linesOf, settledLines, worthOf } from './store.ts'

/** Without the book, for who counts blind. */
export const blindLine = (line: CountLine): StocktakeLine => {
  const shown: StocktakeLine = { ...line }
  delete shown.book
  delete shown.since
  delete shown.difference
  return shown
}

/** With what the difference is worth. */
export const openLine = (db: Read, line: CountLine): StocktakeLine => {
  const amount = line.difference === undefined ? undefined : differenceAmount(line, worthOf(db)(line.item.id))
  return amount === undefined ? line : { ...line, amount }
}

export const shownLine = (db: Read, { isBlind, state }: Stocktake, line: CountLine): StocktakeLine =>
  isBlind && state === 'counting' ? blindLine(line) : openLine(db, line)

const submittedLine = (line: SettledLine, late: number): StocktakeLine => {
  const { counters, counted, ...rest } = line
  return {
    ...rest,
    key: placeKey({ item: line.item.id, location: line.location, lot: line.lot }),
    state: counted === undefined ? 'uncounted' : 'counted',
    round: line.first === undefined ? 1 : 2,
    ...(counted === undefined ? {} : { counted, difference: differenceOf(line) }),
    tallied: counters.map((name) => ({
      counter: { id: '', name },
      round: 1,
      quantity: counted ?? 0,
      source: 'screen',
    })),
    ...(late === 0 ? {} : { late }),
  }
}

export const shownLines = (
  db: Read,
  stocktake: Stocktake,
  zone: string,
  isBlind: boolean,
): { lines: StocktakeLine[]; totals: StocktakeTotals } => {
  const { state } = stocktake
  if (state === 'counting' || state === 'cancelled') {
    const lines = linesOf(db, stocktake, zone)
    const shown = lines.map((line) => (isBlind ? blindLine(line) : openLine(db, line)))
    return { lines: shown, totals: standingTotals(shown) }
  }
  const late = new Map(lateByPlace(db, stocktake, zone).map((each) => [placeKey(each.place), each.late]))
  const settled = settledLines(db, stocktake)
  const lines = settled.map((line) =>
    submittedLine(line, late.get(placeKey({ item: line.item.id, location: line.location, lot: line.lot })) ?? 0),
  )
  return { lines, totals: totalsOf(settled) }
}

/** Totals of what is not yet submitted; where the book is not shown, nothing differs. */
const standingTotals = (lines: readonly StocktakeLine[]): StocktakeTotals => {
  const sum = (some: readonly StocktakeLine[]): number => some.reduce((total, { amount = 0 }) => total + amount, 0)
  const gains = lines.filter(({ difference = 0 }) => difference > 0)
  const losses = lines.filter(({ difference = 0 }) => difference < 0)
  return {
    lines: lines.length,
    counted: lines.filter(({ state }) => state === 'counted' || state === 'conflict').length,
    gains: gains.length,
    losses: losses.length,
    gainAmount: sum(gains),
    lossAmount: sum(losses),
  }
}
