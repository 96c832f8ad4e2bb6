/** Folding a subject's entries into its record, and seeing where desks entered differing values at the same time. */
import { canonical } from './canonical.ts'
import { compareEntries, type Entry } from './entry.ts'
import type { Identified, SubjectType } from './subject.ts'

/**
 * Entries whose parents are all here, in fold order; the others wait. One that claims another generation than its
 * parents give it is left out on every desk alike, else it could stand above all later ones for ever.
 */
export const inOrder = (entries: readonly Entry[]): Entry[] => {
  const sorted = entries.toSorted(compareEntries)
  const present = new Map<string, number>()
  return sorted.filter((entry) => {
    let greatest = 0
    for (const hash of entry.basedOn) greatest = Math.max(greatest, present.get(hash) ?? Infinity)
    if (entry.generation !== greatest + 1) return false
    present.set(entry.hash, entry.generation)
    return true
  })
}

/** Entries that no other one has seen: one head where all agree, several where desks entered side by side. */
export const headsOf = (entries: readonly Entry[]): Entry[] => {
  const seen = new Set(entries.flatMap((entry) => entry.basedOn))
  return entries.filter((entry) => !seen.has(entry.hash))
}

/**
 * The record that a subject's entries fold into; the same entries give the same record on every desk.
 * An entry of an unknown kind or with a body that does not meet its schema is passed over, not lost; where that was the
 * one the record began with, the changes after it make no record of their own: they hold only the changed fields.
 */
export const foldEntries = <R extends Identified>(type: SubjectType<R>, entries: readonly Entry[]): R | undefined => {
  let record: R | undefined
  for (const entry of inOrder(entries)) {
    const isBegun = record !== undefined || entry.basedOn.length === 0
    if (isBegun && isFoldable(type, entry)) record = type.reduce(record, entry)
  }
  return record
}

export const isFoldable = <R extends Identified>(type: SubjectType<R>, entry: Entry): boolean =>
  type.kinds[entry.kind]?.safeParse(entry.body).success ?? false

/** A field in which two heads differ, with each side's value in fold order; the last one stands until settled. */
export type Conflict = { field: string; values: { desk: string; at: string; value: unknown }[] }

/**
 * Fields that entries on differing branches set to differing values. A later entry based on all heads settles them,
 * since there is then one head.
 * @param merged fields that are taken in beside each other, which never differ
 */
export const findConflicts = (entries: readonly Entry[], merged: readonly string[] = []): Conflict[] => {
  const ordered = inOrder(entries)
  const heads = headsOf(ordered)
  if (heads.length < 2) return []
  const byHash = new Map(ordered.map((entry) => [entry.hash, entry]))
  const branches = heads.map((head) => ancestry(head, byHash))
  const fields = new Map<string, Conflict['values']>()
  for (const [index, branch] of branches.entries()) {
    const others = branches.filter((_, other) => other !== index)
    const last = new Map<string, Conflict['values'][number]>()
    for (const entry of branch) {
      if (others.every((other) => other.includes(entry))) continue
      for (const [field, value] of Object.entries(entry.body))
        last.set(field, { desk: entry.desk, at: entry.at, value })
    }
    for (const [field, value] of last) fields.set(field, [...(fields.get(field) ?? []), value])
  }
  return [...fields]
    .filter(
      ([field, values]) =>
        !merged.includes(field) && new Set(values.map(({ value }) => canonical((value ?? null) as never))).size > 1,
    )
    .map(([field, values]) => ({ field, values }))
}

/**
 * The record as each head had it: what its desk knew when it entered its last. Where there is one head that is the row.
 * Of use to whoever must not rely on what only one of several desks says.
 */
export const foldHeads = <R extends Identified>(type: SubjectType<R>, entries: readonly Entry[]): R[] => {
  const ordered = inOrder(entries)
  const byHash = new Map(ordered.map((entry) => [entry.hash, entry]))
  return headsOf(ordered).flatMap((head) => foldEntries(type, ancestry(head, byHash)) ?? [])
}

const ancestry = (head: Entry, byHash: ReadonlyMap<string, Entry>): Entry[] => {
  const found = new Set<Entry>()
  const queue = [head]
  for (let entry = queue.pop(); entry; entry = queue.pop()) {
    if (found.has(entry)) continue
    found.add(entry)
    for (const hash of entry.basedOn) {
      const parent = byHash.get(hash)
      if (parent) queue.push(parent)
    }
  }
  return [...found].toSorted(compareEntries)
}
