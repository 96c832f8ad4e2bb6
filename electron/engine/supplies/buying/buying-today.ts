/** Purchases that wait for approval or are late, and what is on its way of what runs low, for the desk's list of today. */
import { words } from '../../../../shared/api/words.ts'
import { fill, joinList, type Language } from '../../../../shared/office/words.ts'
import type { PurchaseRow } from '../../../../shared/supplies/buying/buying-operations.ts'
import type { Reading } from '../../act.ts'
import type { TodayGroup } from '../../desk/handlers.ts'
import { one, sql, type Read } from '../../store/sql.ts'
import { onOrder, openPurchases, purchaseRowOf, purchasesPage } from './buying-store.ts'
import { keptIds } from './suggestion-store.ts'

const shown = 10

/** `已申请 50`, `已下单 24` of an item; nothing where nothing is on its way. */
export const comingText = (db: Read, language: Language): ((item: string) => string[]) => {
  const coming = onOrder(db, keptIds(db))
  const word = words[language]
  return (item) => {
    const { requested = 0, ordered = 0 } = coming.get(item) ?? {}
    return [
      ...(requested > 0 ? [fill(language, word['buying.requested'], { base: requested })] : []),
      ...(ordered > 0 ? [fill(language, word['buying.ordered'], { base: ordered })] : []),
    ]
  }
}

const rowOf = (language: Language, row: PurchaseRow, parts: (string | undefined)[]): TodayGroup['rows'][number] => ({
  subject: row.id,
  type: 'purchase_request',
  title: joinList(language, row.suppliers) || row.number,
  detail: [...parts, row.content, row.number].filter((part) => part !== undefined).join(' · '),
})

export const purchasesToday = (reading: Reading): TodayGroup[] => {
  const { db, actor, language } = reading
  const pending = purchasesPage(db, 'pending', undefined, shown).map((purchase) => purchaseRowOf(reading, purchase))
  const late = openPurchases(db)
    .map((purchase) => purchaseRowOf(reading, purchase))
    .filter(({ isLate }) => isLate)
  const waiting = actor.permissions.has('supplies.approve') ? pending : []
  return [
    {
      key: 'purchases-waiting',
      count: waiting.length < shown ? waiting.length : countPending(db),
      rows: waiting.map((row) => rowOf(language, row, [row.requester])),
    },
    {
      key: 'purchases-late',
      count: late.length,
      rows: late.slice(0, shown).map((row) => rowOf(language, row, [row.expected ?? row.wanted])),
    },
  ]
}

const countPending = (db: Read): number =>
  one<{ count: number }>(db, sql`select count(*) as count from purchase_request where status = 'pending'`)?.count ?? 0
