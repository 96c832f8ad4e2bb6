/** Changing a record by a later entry: only what differs is entered, and null takes a field away. */
import { z } from 'zod'
import { canonical, type Json } from '../journal/canonical.ts'
import type { Body, Entry } from '../journal/entry.ts'
import { overlay, type Identified } from '../journal/subject.ts'

/** The schema of a later entry: every field may be left out, and those a record can do without may be null. */
export const laterBody = (shape: Readonly<Record<string, z.ZodType>>): z.ZodType => {
  const fields = Object.entries(shape).map(([name, field]) => {
    const isOptional = field.safeParse(undefined).success
    return [name, (isOptional ? field.nullable() : field).optional()] as const
  })
  return z.object(Object.fromEntries(fields))
}

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

/** The plain fold, where only a first entry makes a record and null takes a field away. */
export const overlayAfter =
  (...first: string[]) =>
  <R extends Identified>(record: R | undefined, entry: Entry): R | undefined => {
    if (!record && !first.includes(entry.kind)) return undefined
    const next = overlay(record, entry)
    const kept = Object.entries(next).filter(([, value]) => value !== null)
    return kept.length === Object.keys(next).length ? next : (Object.fromEntries(kept) as R)
  }
