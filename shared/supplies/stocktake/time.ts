/** When goods moved, as a stocktake sees it: the moment by which a movement lies before or after the cut-off. */
import { addDays, dateAt, localTime } from '../../office/dates.ts'
import type { Slip } from '../records.ts'

/**
 * The instant of a wall-clock time `2026-11-24 18:00` in the office's zone, milliseconds since 1970, UTC.
 * Where the clocks were put back and the time came twice, one of the two.
 */
export const instantIn = (local: string, zone: string): number => {
  const wanted = Date.parse(`${local.replace(' ', 'T')}:00Z`)
  const differing = (instant: number): number =>
    wanted - Date.parse(`${localTime(instant, zone).replace(' ', 'T')}:00Z`)
  const near = wanted + differing(wanted)
  return near + differing(near)
}

/**
 * A slip moved goods when it was entered. One that was entered on a later day than it says moved them at the end of
 * its own day; what a stocktake posted belongs to the cut-off of that stocktake.
 */
export const movedAt = ({ date, enteredAt, stocktake }: Slip, zone: string): number => {
  if (stocktake?.cutoff !== undefined) return stocktake.cutoff
  return date < dateAt(enteredAt, zone) ? instantIn(`${addDays(date, 1)} 00:00`, zone) - 1 : enteredAt
}
