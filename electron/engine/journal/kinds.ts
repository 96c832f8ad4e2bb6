/** Which subject type an entry kind belongs to, over all rooms. */
import type { Entry } from '../../../shared/journal/entry.ts'
import { inOrder } from '../../../shared/journal/fold.ts'
import type { SubjectType } from '../../../shared/journal/subject.ts'
import type { DerivedTable } from '../store/derived.ts'

/** A subject type whose record's shape does not matter here. */
export type AnyType = SubjectType
export type Kinds = {
  of: (kind: string) => AnyType | undefined
  /** The type of a subject by all its entries, some of which may be of kinds that only a newer desk knows. */
  ofSubject: (entries: readonly Entry[]) => AnyType | undefined
  tables: readonly DerivedTable[]
}

export const kindsOf = (tables: readonly DerivedTable[]): Kinds => {
  const byKind = new Map<string, AnyType>()
  for (const table of tables) {
    for (const kind of Object.keys(table.type.kinds)) {
      if (byKind.has(kind)) throw new Error(`two subject types claim the kind ${kind}`)
      byKind.set(kind, table.type as unknown as AnyType)
    }
  }
  const ofSubject: Kinds['ofSubject'] = (entries) => {
    const types = new Set(entries.flatMap(({ kind }) => byKind.get(kind) ?? []))
    if (types.size < 2) return [...types][0]
    // Two desks took one id for different things: what stands first in fold order stands on every desk alike.
    return byKind.get(inOrder(entries).find(({ kind }) => byKind.has(kind))?.kind ?? '')
  }
  return { of: (kind) => byKind.get(kind), ofSubject, tables }
}
