/** What a later entry holds: only what differs from the record as it is. */
import { canonical, type Json } from './canonical.ts'
import type { Body } from './entry.ts'

/**
 * What a change really changes: fields left out or the same as before are dropped.
 * @param change null where a field is to be taken away
 */
export const onlyChanged = (record: object, change: Readonly<Record<string, unknown>>): Body => {
  const before = record as Readonly<Record<string, Json | undefined>>
  const differs = ([name, value]: [string, unknown]): boolean =>
    value !== undefined && canonical((value ?? null) as Json) !== canonical(before[name] ?? null)
  return Object.fromEntries(Object.entries(change).filter(differs)) as Body
}
