/** Making every derived row anew from the journal, in one transaction: readers see the old rows until it is done. */
import type { Kinds } from './kinds.ts'
import { createSearchIndex } from '../search/search-index.ts'
import { makeDerivedToFill } from '../store/open.ts'
import type { Write } from '../store/sql.ts'
import { eachBySubject, foldable } from './entries.ts'
import { keepExceptions } from './exceptions.ts'
import { keepLines } from './lines.ts'
import { addToBalances, contributionsOf, foldRow, writeRow } from './rows.ts'

/**
 * Drops and refolds all derived tables.
 * @returns how many entries were folded
 */
export const rebuild = (db: Write, kinds: Kinds): number => {
  let count = 0
  db.transaction(() => {
    const makeIndexes = makeDerivedToFill(db, kinds.tables)
    const index = createSearchIndex()
    const sums = new Map<string, number>()
    for (const group of eachBySubject(db)) {
      count += group.length
      const entries = group.map(foldable)
      const type = kinds.ofSubject(entries)
      const row = type && foldRow(type, entries)
      if (!type || !row) continue
      writeRow(db, type, row)
      for (const { account, delta } of contributionsOf(type, row.record))
        sums.set(account, (sums.get(account) ?? 0) + delta)
      if (sums.size >= mostSums) settle(db, sums)
      if (type.lines) keepLines(db, type.lines, undefined, row.record)
      if (type.exceptions) keepExceptions(db, type, row.record.id, undefined, row.record)
      index.update(db, type, row.record.id, undefined, row.record)
    }
    settle(db, sums)
    makeIndexes()
  }).immediate()
  return count
}

/** Sums are gathered up to this many accounts, so that a rebuild's memory does not grow with the office. */
const mostSums = 200_000

/** Writes the sums in the order of their key, so that most go to the end of their table, and empties them. */
const settle = (db: Write, sums: Map<string, number>): void => {
  const left = [...sums].filter(([, sum]) => sum !== 0)
  addToBalances(db, new Map(left.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))))
  sums.clear()
}
