/** When an example office works: hours of working days between two instants, and the pace at which entries fill them. */

const hour = 3_600_000
const day = 24 * hour
/** The office's zone in the example keeps one offset all year. */
const offset = 8 * hour

const midnight = (instant: number): number => Math.floor((instant + offset) / day) * day - offset
const isWorkday = (instant: number): boolean => {
  const weekday = new Date(instant + offset).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** The starts of working days (08:30) from one instant up to another. */
export const workdays = (from: number, to: number): number[] => {
  const days: number[] = []
  for (let start = midnight(from); start < to; start += day) {
    const opening = start + 8.5 * hour
    if (isWorkday(start) && opening > from && opening < to) days.push(opening)
  }
  return days
}

/** Length of a working day, which ends at 17:30. */
const workdayMs = 9 * hour

/**
 * The instant at which a share of the whole work is done: `0` is the first morning, `1` the last evening or `to`.
 * @param days as from `workdays`
 */
export const instantAt = (days: readonly number[], to: number, share: number): number => {
  const place = Math.min(Math.max(share, 0), 1) * days.length
  const index = Math.min(Math.floor(place), days.length - 1)
  const opening = days[index] ?? to
  const closing = Math.min(opening + workdayMs, to)
  return Math.floor(opening + (closing - opening) * Math.min(place - index, 1))
}

export const daysOf = (count: number): number => count * day
