/** Uses whose stamped paper has not come back: found by walking the book, so that no use pays for an index of its own. */
import { archiveState } from '../../../shared/seals/archive-rules.ts'
import type { Seal } from '../../../shared/seals/records.ts'
import type { StoredUse } from '../../../shared/seals/subjects.ts'
import type { Read } from '../store/sql.ts'
import { bookPage } from './store.ts'

export type MissingAsked = {
  seal: Seal | undefined
  from: string | undefined
  to: string | undefined
  after: string | undefined
  limit: number
}

export type MissingPage = { rows: StoredUse[]; next: string | undefined }

/** Rows looked at for one page: a well-kept archive answers short pages instead of walking years at once. */
const mostLookedAt = 2000
const step = 200

/** Newest first by date; a page may be short, or even empty, and still have a `next`. */
export const missingScans = (db: Read, { limit, ...asked }: MissingAsked): MissingPage => {
  const rows: StoredUse[] = []
  let after = asked.after
  for (let seen = 0; seen < mostLookedAt; seen += step) {
    const found = bookPage(db, { ...asked, after, order: 'date', direction: 'backward', limit: step })
    for (const use of found) {
      after = use.dateKey
      if (archiveState(use) === 'waiting') rows.push(use)
      if (rows.length === limit) return { rows, next: after }
    }
    if (found.length < step) return { rows, next: undefined }
  }
  return { rows, next: after }
}

/** All of a period, for its closing: a seal's month is a few hundred uses at the most. */
export const missingScansIn = (db: Read, seal: Seal, from: string, to: string): StoredUse[] => {
  const found: StoredUse[] = []
  for (let after: string | undefined; ;) {
    const page = missingScans(db, { seal, from, to, after, limit: 200 })
    found.push(...page.rows)
    if (page.next === undefined) return found
    after = page.next
  }
}
