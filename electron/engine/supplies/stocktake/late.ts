/** Movements with a time before a posted stocktake's cut-off that arrived after it was posted: shown and settled by entry. */
import type { SubjectException } from '../../../../shared/office/exceptions.ts'
import { dateAt } from '../../../../shared/office/dates.ts'
import type { Slip } from '../../../../shared/supplies/records.ts'
import { movedBy, piecesOf, placeKey } from '../../../../shared/supplies/stocktake/places.ts'
import type { Place, SettledLine, Stocktake } from '../../../../shared/supplies/stocktake/records.ts'
import { stocktakeSubject } from '../../../../shared/supplies/stocktake/subjects.ts'
import { movedAt } from '../../../../shared/supplies/stocktake/time.ts'
import type { Reading } from '../../act.ts'
import { recordsOf } from '../../store/derived.ts'
import { all, one, sql, type Read } from '../../store/sql.ts'
import { settledLines } from './store.ts'
import { idFrom } from '../id-from.ts'
import { slipOf } from '../store.ts'

const day = 86_400_000

/** Slips that other desks entered before the cut-off; stamps rise on a desk, so they follow its position at once. */
const enteredBefore = (db: Read, desk: string, n: number, cutoff: number): string[] => {
  const first = one<{ n: number }>(
    db,
    sql`select n from desk_key join entry on entry.desk = desk_key.id
      where desk_key.desk = ${desk} and n > ${n} and at > ${`${new Date(cutoff).toISOString()}~`} order by n limit 1`,
  )?.n
  const end = first ?? Number.MAX_SAFE_INTEGER
  return all<{ subject: string }>(
    db,
    sql`select distinct subject from desk_key join entry on entry.desk = desk_key.id
      where desk_key.desk = ${desk} and n > ${n} and n < ${end} and kind like 'stock.%'`,
  ).map(({ subject }) => subject)
}

/** Slips entered after the cut-off for a day before it; read date by date, so that no other slip is looked at. */
const backdated = (db: Read, cutoff: number, zone: string): string[] => {
  const from = idFrom(cutoff - day)
  return all<{ subject: string }>(
    db,
    sql`with recursive days(date) as (
        select max(date) from supply_slip where date < ${dateAt(cutoff, zone)}
        union all select (select max(date) from supply_slip where date < days.date) from days where days.date is not null
      )
      select subject from days join supply_slip on supply_slip.date = days.date and supply_slip.subject > ${from}
      limit 10000`,
  ).map(({ subject }) => subject)
}

/** What other stocktakes posted belongs to their cut-off, whatever day it was posted on. */
const foundByOthers = (db: Read, cutoff: number): string[] =>
  all<{ subject: string }>(
    db,
    sql`select subject from supply_slip where verb in ('gain', 'loss') and subject > ${idFrom(cutoff - day)}`,
  ).map(({ subject }) => subject)

/** Where the first entry of a subject stands. */
const placeOfFirst = (db: Read, subject: string) =>
  one<{ desk: string; n: number }>(
    db,
    sql`select desk_key.desk as desk, n from entry join desk_key on entry.desk = desk_key.id
      where subject = ${subject} order by generation, at limit 1`,
  )

/** Slips that moved something before the cut-off and were not here when the stocktake was posted. */
export const lateSlips = (db: Read, { id, cutoff, posted }: Stocktake, zone: string): Slip[] => {
  if (!posted) return []
  const heads = new Map(posted.heads.map(({ desk, n }) => [desk, n]))
  const desks = all<{ desk: string }>(db, sql`select desk from desk_key`).map(({ desk }) => desk)
  const candidates = new Set([
    ...desks.flatMap((desk) => enteredBefore(db, desk, heads.get(desk) ?? 0, cutoff)),
    ...backdated(db, cutoff, zone),
    ...foundByOthers(db, cutoff),
  ])
  return [...candidates].toSorted().flatMap((subject) => {
    const slip = slipOf(db, subject)
    if (!slip || slip.stocktake?.id === id || movedAt(slip, zone) > cutoff) return []
    const first = placeOfFirst(db, subject)
    return first && first.n > (heads.get(first.desk) ?? 0) ? [slip] : []
  })
}

export type LatePlace = { line: SettledLine; place: Place; late: number }

/** By how much the book at the cut-off moved, per counted line, beyond what was reconciled already. */
export const lateByPlace = (db: Read, stocktake: Stocktake, zone: string): LatePlace[] => {
  const slips = lateSlips(db, stocktake, zone)
  if (slips.length === 0) return []
  const moved = piecesOf(movedBy(slips))
  const settled = new Map<string, number>()
  for (const { lines } of stocktake.reconciled ?? [])
    for (const { late, ...place } of lines) settled.set(placeKey(place), (settled.get(placeKey(place)) ?? 0) + late)
  return settledLines(db, stocktake).flatMap((line) => {
    const { item, location, lot, counted } = line
    const place = { item: item.id, location, ...(lot === undefined ? {} : { lot }) }
    const late = (moved.get(placeKey(place))?.pieces ?? 0) - (settled.get(placeKey(place)) ?? 0)
    return late === 0 || counted === undefined ? [] : [{ line, place, late }]
  })
}

/** The source for the register of exceptions; depends on nothing but what was entered. */
export const lateMovements = ({ db, zone }: Reading): SubjectException[] =>
  recordsOf(db, stocktakeSubject, sql`where state = 'posted' order by subject`).flatMap((stocktake) =>
    lateByPlace(db, stocktake, zone).map(({ line, place, late }) => ({
      kind: 'late-before-cutoff',
      subject: stocktake.id,
      type: stocktakeSubject.name,
      part: placeKey(place),
      on: dateAt(stocktake.cutoff, zone),
      values: {
        number: stocktake.numbered.number,
        item: line.item.name,
        location: line.location,
        late: late > 0 ? `+${late}` : `${late}`,
        unit: line.item.unit,
      },
    })),
  )
