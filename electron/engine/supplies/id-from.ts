/** Ids begin with the time they were made at, so a span of them is a span of time. */

/** Ids made at or after an instant (milliseconds since 1970, UTC) sort behind this text. */
export const idFrom = (instant: number): string => {
  const time = Math.max(0, instant).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}`
}
