/** The item that one was merged into in the end 合并; itself where it was not, nothing where two were merged into each other. */
import type { Item } from '../records.ts'

export const keptItem = (shelf: { item: (id: string) => Item | undefined }, id: string): Item | undefined => {
  const seen = new Set<string>()
  let kept = shelf.item(id)
  while (kept?.mergedInto !== undefined && !seen.has(kept.id)) {
    seen.add(kept.id)
    kept = shelf.item(kept.mergedInto)
  }
  return kept?.mergedInto === undefined ? kept : undefined
}
