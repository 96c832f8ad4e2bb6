/** Which subject type an entry kind belongs to, over all rooms. */
import type { SubjectType } from '../../../shared/journal/subject.ts'
import type { DerivedTable } from '../store/derived.ts'

/** A subject type whose record's shape does not matter here. */
export type AnyType = SubjectType
export type Kinds = {
  of: (kind: string) => AnyType | undefined
  /** The type of a subject by its entries, some of which may be of kinds that only a newer desk knows. */
  ofSubject: (entries: readonly { kind: string }[]) => AnyType | undefined
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
  const ofSubject: Kinds['ofSubject'] = (entries) =>
    byKind.get(entries.find(({ kind }) => byKind.has(kind))?.kind ?? '')
  return { of: (kind) => byKind.get(kind), ofSubject, tables }
}
