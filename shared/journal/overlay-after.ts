/** The plain fold, where only a first entry makes a record: whatever stands without its beginning makes none, not half a one. */
import type { Entry } from './entry.ts'
import { overlay, type Identified } from './subject.ts'

/**
 * Overlays the fields of each entry; null takes a field away.
 * @param first kinds that make a record
 */
export const overlayAfter =
  (...first: string[]) =>
  <R extends Identified>(record: R | undefined, entry: Entry): R | undefined => {
    if (!record && !first.includes(entry.kind)) return undefined
    const next = overlay(record, entry)
    const kept = Object.entries(next).filter(([, value]) => value !== null)
    return kept.length === Object.keys(next).length ? next : (Object.fromEntries(kept) as R)
  }
