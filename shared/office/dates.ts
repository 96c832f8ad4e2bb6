/** Business dates: plain `2026-11-23` in the office's zone, apart from instants (UTC milliseconds). */

const pattern = /^(19|2[01])\d\d-\d\d-\d\d$/

/** Whether a text is a calendar date that exists, 1900-01-01 to 2199-12-31. */
export const isPlainDate = (value: string): boolean => {
  if (!pattern.test(value)) return false
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

const formats = new Map<string, Intl.DateTimeFormat>()

const formatOf = (zone: string): Intl.DateTimeFormat => {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
    formats.set(zone, format)
  }
  return format
}

/**
 * The wall-clock time of an instant in the office's zone as `2026-11-23 13:05`.
 * @param instant milliseconds since 1970, UTC
 * @param zone an IANA name, such as Asia/Shanghai
 */
export const localTime = (instant: number, zone: string): string => {
  // Fixed eight-hour offset is the common case and worth a shortcut: China keeps one zone and no summer time.
  if (zone === 'Asia/Shanghai') return new Date(instant + 28_800_000).toISOString().slice(0, 16).replace('T', ' ')
  const part = Object.fromEntries(
    formatOf(zone)
      .formatToParts(instant)
      .map((piece) => [piece.type, piece.value]),
  )
  return `${part['year']}-${part['month']}-${part['day']} ${part['hour']}:${part['minute']}`
}

/** The office's calendar date at an instant. */
export const dateAt = (instant: number, zone: string): string => localTime(instant, zone).slice(0, 10)

/** `2026-11-23` -> `2026`. */
export const yearOf = (date: string): number => Number(date.slice(0, 4))

/** `2026-11-23` -> `2026-11`. */
export const monthOf = (date: string): string => date.slice(0, 7)

/** The date `days` later (or earlier, where negative). */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** The last day of a month `2026-02` -> `2026-02-28`. */
export const endOfMonth = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}
