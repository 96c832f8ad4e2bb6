/** Reads a date as it is typed at the desk, counted from the office's today. */
import { addDays, isPlainDate } from '../../shared/office/dates.ts'

export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6

/** Sunday is 0. */
export const weekdayOf = (date: string): Weekday => new Date(`${date}T00:00:00Z`).getUTCDay() as Weekday

const compose = (year: string, month: string, day: string): string | undefined => {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isPlainDate(date) ? date : undefined
}

/**
 * `2026-11-23`, `20261123`, `1123`, `11-23`, `2026年11月23日`, `0` today, `1` tomorrow, `+30`, `-7`.
 * @param today the office's date, from which short forms are counted
 */
export const readDate = (typed: string, today: string): string | undefined => {
  const text = typed.trim()
  if (/^[+-]?\d{1,3}$/.test(text)) return addDays(today, Number(text))
  const solid = /^(\d{4})?(\d{2})(\d{2})$/.exec(text)
  if (solid !== null) return compose(solid[1] ?? today.slice(0, 4), solid[2] ?? '', solid[3] ?? '')
  const parted = /^(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?$/.exec(text)
  if (parted === null) return undefined
  return compose(parted[1] ?? today.slice(0, 4), parted[2] ?? '', parted[3] ?? '')
}
