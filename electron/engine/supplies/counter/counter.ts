/** What the counter asks before a slip is written: what was scanned, how much lies there, what the person may still draw. */
import { isRefusal, type Refusal } from '../../../../shared/api/fault.ts'
import { monthOf } from '../../../../shared/office/dates.ts'
import type { Offer } from '../../../../shared/supplies/operations.ts'
import { toBase } from '../../../../shared/supplies/items/units.ts'
import type { Reading } from '../../act.ts'
import type { SupplyDeps } from '../deps.ts'
import { moreOf } from './offer-more.ts'
import { findScanned, type Found } from '../items/scanned.ts'
import { drawnBy, itemRowOf, stockAt } from '../store.ts'

/** The item with its stock and the recipient's quota of this month. */
export const offerOf = (
  reading: Reading,
  { item, unit, amount }: Found,
  recipient: string | undefined,
  person: SupplyDeps['person'],
): Offer => {
  const { db, today } = reading
  const drawn = recipient === undefined ? 0 : drawnBy(db, recipient, item.id, monthOf(today))
  const quota =
    item.quota === undefined || recipient === undefined
      ? {}
      : { quota: { quota: item.quota, drawn, left: Math.max(0, item.quota - drawn) } }
  return {
    item: itemRowOf(db, item),
    stockAt: stockAt(db, item.id),
    unit,
    amount,
    base: toBase(item, amount, unit) ?? amount,
    ...quota,
    ...moreOf(reading, item, recipient, person),
  }
}

/** @param which the item that was chosen where several carry the code */
export const scan = (
  reading: Reading,
  { text, recipient, item }: { text: string; recipient?: string | undefined; item?: string | undefined },
  person: SupplyDeps['person'],
): Offer | Refusal => {
  const found = findScanned(reading.db, text, item)
  return isRefusal(found) ? found : offerOf(reading, found, recipient, person)
}
