/**
 * Uses whose stamped paper has not come back. No use pays for an index of its own: what was filed is counted per seal and
 * month when it is archived, so that months with nothing missing are passed over and the total is known.
 */
import { filedAccount, filedPrefix, monthAccount, monthPrefix } from '../../../../shared/seals/accounts.ts'
import { archiveState } from '../../../../shared/seals/archive/archive-rules.ts'
import type { Seal } from '../../../../shared/seals/records.ts'
import type { StoredUse } from '../../../../shared/seals/subjects.ts'
import { all, sql, type Read } from '../../store/sql.ts'
import { bookPage } from '../store.ts'

export type MissingAsked = {
  seal: Seal | undefined
  from: string | undefined
  to: string | undefined
  after: string | undefined
  limit: number
}

export type MissingPage = { rows: StoredUse[]; next: string | undefined }

/** Rows looked at for one page, so that one strange month does not stall the desk; such a page may be short. */
const mostLookedAt = 2000
const step = 200

type Account = { account: string; amount: number }

const accountsFrom = (db: Read, prefix: string): Account[] =>
  all<Account>(
    db,
    sql`select account, amount from balance where account >= ${prefix} and account < ${`${prefix}~`} and amount <> 0`,
  )

/** How many papers of each month are missing, newest month first; of one seal or of all. */
export const missingByMonth = (db: Read, seal: Seal | undefined): Map<string, number> => {
  const filed = new Map(accountsFrom(db, filedPrefix(seal?.id)).map(({ account, amount }) => [account, amount]))
  const months = new Map<string, number>()
  for (const { account, amount } of accountsFrom(db, monthPrefix(seal?.id))) {
    const [, id = '', month = ''] = account.split(':')
    if (account !== monthAccount(id, month, 'uses')) continue
    const left = amount - (filed.get(filedAccount(id, month)) ?? 0)
    if (left > 0) months.set(month, (months.get(month) ?? 0) + left)
  }
  return new Map([...months].toSorted(([a], [b]) => (a < b ? 1 : -1)))
}

/** Newest first by date; a page may be short, or even empty, and still have a `next`. */
export const missingScans = (db: Read, { limit, seal, from = '', to = '9', after }: MissingAsked): MissingPage => {
  const rows: StoredUse[] = []
  let seen = 0
  let last = after
  for (const [month] of missingByMonth(db, seal)) {
    const [start, end] = [`${month}-01`, `${month}-31`]
    if (end < from || start > to || (after !== undefined && start > after)) continue
    const span = { from: start > from ? start : from, to: end < to ? end : to }
    const isInside = last !== undefined && last < `${span.to}~`
    for (let place = isInside ? last : undefined; ;) {
      const found = bookPage(db, { seal, ...span, after: place, order: 'date', direction: 'backward', limit: step })
      seen += found.length
      for (const use of found) {
        place = use.dateKey
        last = place
        if (archiveState(use) === 'waiting') rows.push(use)
        if (rows.length === limit) return { rows, next: last }
      }
      if (found.length < step) break
      if (seen >= mostLookedAt) return { rows, next: last }
    }
  }
  return { rows, next: undefined }
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
