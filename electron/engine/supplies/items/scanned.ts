/** What a scanned text stands for: a barcode first, else an item's code; those of merged items lead to the kept one. */
import { refuse, type Refusal } from '../../../../shared/api/fault.ts'
import type { Item } from '../../../../shared/supplies/records.ts'
import { factorOf, toBase } from '../../../../shared/supplies/items/units.ts'
import type { Read } from '../../store/sql.ts'
import { keptOf, mergedItems } from './merge-store.ts'
import { itemsByBarcode, itemsByCode } from '../store.ts'

export type Found = { item: Item; unit: string; amount: number }

/** Shorter ones are no barcodes, so a text is not cut there. */
const shortest = 4

/**
 * The one item that a text stands for.
 * @param which the item that was chosen where several carry the code
 * Faults: unknown-barcode, two-barcodes, ambiguous-barcode, item-retired.
 */
export const findScanned = (db: Read, text: string, which: string | undefined): Found | Refusal => {
  const all = carriersOf(db, text)
  const found = which === undefined ? all : all.filter(({ id }) => id === which)
  const [first, second] = found
  if (!first) return twoIn(db, text) ?? refuse({ code: 'unknown-barcode', barcode: text })
  if (second) {
    const candidates = found.map(({ id, code, name }) => ({ id, code, name }))
    return refuse({
      code: 'ambiguous-barcode',
      barcode: text,
      items: found.map(({ name }) => name),
      candidates,
    })
  }
  if (!first.active) return refuse({ code: 'item-retired', item: first.name })
  return meantBy(db, first, text)
}

const carriersOf = (db: Read, text: string): Item[] => {
  const carriers = itemsByBarcode(db, text)
  const found = carriers.length > 0 ? carriers : itemsByCode(db, text)
  return [...new Map(found.map((item) => keptOf(db, item)).map((item) => [item.id, item])).values()]
}

/** Unit and amount stand with the barcode; one that came by a merge may name a pack that the kept item does not have. */
const meantBy = (db: Read, item: Item, text: string): Found => {
  const own = item.barcodes.find(({ code }) => code === text)
  if (own) return { item, unit: own.unit, amount: own.amount }
  for (const merged of mergedItems(db, item.id)) {
    const { unit, amount } = merged.barcodes.find(({ code }) => code === text) ?? {}
    if (unit === undefined || amount === undefined) continue
    return factorOf(item, unit) === factorOf(merged, unit)
      ? { item, unit, amount }
      : { item, unit: item.unit, amount: toBase(merged, amount, unit) ?? amount }
  }
  return { item, unit: item.unit, amount: 1 }
}

/** Some scanners send two codes without a stop between them; guessing would put the wrong thing on the slip. */
const twoIn = (db: Read, text: string): Refusal | undefined => {
  for (let cut = shortest; cut <= text.length - shortest; cut++) {
    const [first, second] = [text.slice(0, cut), text.slice(cut)]
    const [a] = itemsByBarcode(db, first)
    const [b] = a ? itemsByBarcode(db, second) : []
    if (a && b) return refuse({ code: 'two-barcodes', barcode: text, first, second, items: [a.name, b.name] })
  }
  return undefined
}
