/** What the counter asks before a slip is written: what was scanned, how much lies there, what the person may still draw. */
import { isRefusal, refuse, type Refusal } from '../../../shared/api/fault.ts'
import { monthOf } from '../../../shared/office/dates.ts'
import type { Offer } from '../../../shared/supplies/operations.ts'
import type { Item } from '../../../shared/supplies/records.ts'
import { toBase } from '../../../shared/supplies/units.ts'
import type { Reading } from '../act.ts'
import { drawnBy, itemRowOf, itemsByBarcode, itemsByCode, stockAt } from './store.ts'

type Found = { item: Item; unit: string; amount: number }

/**
 * The one item that a scanned text stands for: by barcode first, else by item code.
 * Faults: unknown-barcode, ambiguous-barcode, item-retired.
 */
export const findScanned = (reading: Reading, text: string): Found | Refusal => {
  const carriers = itemsByBarcode(reading.db, text)
  const found = carriers.length > 0 ? carriers : itemsByCode(reading.db, text)
  const [first, second] = found
  if (!first) return refuse({ code: 'unknown-barcode', barcode: text })
  if (second) {
    const candidates = found.map(({ id, code, name }) => ({ id, code, name }))
    return refuse({
      code: 'ambiguous-barcode',
      barcode: text,
      items: found.map(({ name }) => name).join('、'),
      candidates,
    })
  }
  if (!first.active) return refuse({ code: 'item-retired', item: first.name })
  const barcode = first.barcodes.find(({ code }) => code === text)
  return { item: first, unit: barcode?.unit ?? first.unit, amount: barcode?.amount ?? 1 }
}

/** The item with its stock and the recipient's quota of this month. */
export const offerOf = (reading: Reading, { item, unit, amount }: Found, recipient: string | undefined): Offer => {
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
  }
}

export const scan = (reading: Reading, text: string, recipient: string | undefined): Offer | Refusal => {
  const found = findScanned(reading, text)
  return isRefusal(found) ? found : offerOf(reading, found, recipient)
}
