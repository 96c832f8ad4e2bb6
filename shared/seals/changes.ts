/** Changing a record by a later entry, where null takes a field away. */
import { z } from 'zod'
import type { Entry } from '../journal/entry.ts'
import { overlay, type Identified } from '../journal/subject.ts'

/** The schema of a later entry: every field may be left out, and those a record can do without may be null. */
export const laterBody = (shape: Readonly<Record<string, z.ZodType>>): z.ZodType => {
  const fields = Object.entries(shape).map(([name, field]) => {
    const isOptional = field.safeParse(undefined).success
    return [name, (isOptional ? field.nullable() : field).optional()] as const
  })
  return z.object(Object.fromEntries(fields))
}

/** The plain fold, where only a first entry makes a record and null takes a field away. */
export const overlayAfter =
  (...first: string[]) =>
  <R extends Identified>(record: R | undefined, entry: Entry): R | undefined => {
    if (!record && !first.includes(entry.kind)) return undefined
    const next = overlay(record, entry)
    const kept = Object.entries(next).filter(([, value]) => value !== null)
    return kept.length === Object.keys(next).length ? next : (Object.fromEntries(kept) as R)
  }
