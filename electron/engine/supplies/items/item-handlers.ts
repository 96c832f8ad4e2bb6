/** Handlers of items: entering, changing, listing, and what the counter asks about them. */
import { isRefusal, refuse } from '../../../../shared/api/fault.ts'
import type { ValidInputOf } from '../../../../shared/api/operation.ts'
import { checkItem, decideItemChange, type ItemFacts } from '../../../../shared/supplies/items/item-rules.ts'
import type { supplyOperations } from '../../../../shared/supplies/operations.ts'
import type { Item } from '../../../../shared/supplies/records.ts'
import type { Act, Handlers } from '../../act.ts'
import { refuseStale } from '../../office/office.ts'
import type { Read } from '../../store/sql.ts'
import { offerOf, scan } from '../counter/counter.ts'
import type { SupplyDeps } from '../deps.ts'
import { keptOf, mergedItems, otherCarrier } from './merge-store.ts'
import { headsOfItem, isMoved, itemOf, itemRowOf, itemsByCode, itemsPage, stockAt, type ItemKey } from '../store.ts'

type ItemOperations = Pick<
  typeof supplyOperations,
  'supplies.items' | 'supplies.item' | 'supplies.addItem' | 'supplies.changeItem' | 'supplies.scan' | 'supplies.offer'
>

export const itemHandlers = ({ person }: SupplyDeps): Handlers<ItemOperations> => ({
  'supplies.items': ({ db }, { show, group, after, limit }) => {
    const rows = itemsPage(db, { show, group }, readKey(after), limit).map((record) => itemRowOf(db, record))
    const last = rows.length === limit ? rows.at(-1) : undefined
    return last ? { rows, next: `${last.code}|${last.id}` } : { rows }
  },
  'supplies.item': ({ db }, { id }) => {
    const record = itemOf(db, id)
    if (!record) return refuse({ code: 'not-found', what: 'supply_item', id })
    return {
      item: itemRowOf(db, record),
      stockAt: stockAt(db, id),
      heads: headsOfItem(db, id),
      ...(record.mergedInto === undefined ? {} : { mergedInto: named(keptOf(db, record)) }),
      merged: mergedItems(db, id).map(named),
    }
  },
  'supplies.addItem': (act, input) => addItem(act, input),
  'supplies.changeItem': (act, { id, basedOn, ...patch }) => {
    const record = itemOf(act.db, id)
    if (!record) return refuse({ code: 'not-found', what: 'supply_item', id })
    const stale = refuseStale(act, 'supply_item', id, basedOn)
    if (stale) return stale
    const changes = decideItemChange(record, patch, factsFor(act.db, id), isMoved(act.db, id))
    if (isRefusal(changes)) return changes
    if (Object.keys(changes).length > 0) act.enter({ kind: 'item.changed', subject: id, body: changes })
    return { id }
  },
  'supplies.scan': (reading, input) => scan(reading, input, person),
  'supplies.offer': (reading, { item: id, recipient }) => {
    const record = itemOf(reading.db, id)
    if (!record) return refuse({ code: 'not-found', what: 'supply_item', id })
    return offerOf(reading, { item: record, unit: record.unit, amount: 1 }, recipient, person)
  },
})

const named = ({ id, code, name }: Item) => ({ id, code, name })

/**
 * Enters one item; an import calls it per row inside one act.
 * Faults: item-code-taken, barcode-taken, unknown-unit, invalid-input.
 */
export const addItem = (act: Act, input: ValidInputOf<ItemOperations['supplies.addItem']>) => {
  const fields = { ...input, active: true }
  const refused = checkItem(fields, factsFor(act.db, undefined))
  if (refused) return refused
  const id = act.newId()
  act.enter({ kind: 'item.added', subject: id, body: fields })
  return { id }
}

/** What other items already use, as far as this desk knows. */
const factsFor = (db: Read, self: string | undefined): ItemFacts => ({
  ownerOfCode: (code) => itemsByCode(db, code).find(({ id }) => id !== self)?.name,
  ownerOfBarcode: (code) => otherCarrier(db, code, self)?.name,
})

/** `<code>|<id>`; the code may hold a bar itself, the id is the last 36 characters. */
const readKey = (after: string | undefined): ItemKey | undefined =>
  after === undefined ? undefined : { code: after.slice(0, -37), id: after.slice(-36) }
