/** How fresh what is known here is: when each other desk's last entry here was made. */
import { instantOf } from '../../../shared/journal/clock.ts'
import { localTime } from '../../../shared/office/dates.ts'
import { readDeskKey } from '../journal/desk-key.ts'
import { all, sql, type Read } from '../store/sql.ts'

/** Other admitted desks by letter; `at` is local time, left out where nothing of the desk ever came. */
export const otherDesks = (db: Read, zone: string): { desk: string; at?: string }[] => {
  const rows = all<{ desk: string; letter: string; at: string | null }>(
    db,
    sql`select desk.desk, letter, (select at from entry where entry.desk = desk_key.id order by n desc limit 1) as at
      from desk left join desk_key on desk_key.desk = desk.desk order by letter, desk.desk`,
  )
  // An office of one desk, the usual one, asks no further.
  if (rows.length < 2) return []
  const own = readDeskKey(db)?.desk
  return rows
    .filter(({ desk }) => desk !== own)
    .map(({ letter, at }) => (at === null ? { desk: letter } : { desk: letter, at: localTime(instantOf(at), zone) }))
}
