/** Merging duplicates of an item: the pointer, and the slip that moves what lies there. */
import { isRefusal, refuse } from '../../../../shared/api/fault.ts'
import type { itemOperations } from '../../../../shared/supplies/items/item-operations.ts'
import { decideMerge } from '../../../../shared/supplies/items/merge-rules.ts'
import type { Handlers } from '../../act.ts'
import { refuseStale } from '../../office/office.ts'
import { lotsOfItem } from './merge-store.ts'
import { enterSlip } from '../counter/enter-slip.ts'
import { itemOf, shelfOf } from '../store.ts'

export const mergeHandlers = (): Handlers<Pick<typeof itemOperations, 'supplies.mergeItems'>> => ({
  'supplies.mergeItems': (act, { duplicate: fromId, into: intoId, reason, basedOn }) => {
    const [from, into] = [itemOf(act.db, fromId), itemOf(act.db, intoId)]
    if (!from || !into) return refuse({ code: 'not-found', what: 'supply_item', id: from ? intoId : fromId })
    const stale = refuseStale(act, 'supply_item', fromId, basedOn)
    if (stale) return stale
    const plan = decideMerge(shelfOf(act.db), { from, into, reason, lots: lotsOfItem(act.db, fromId) }, act.today)
    if (isRefusal(plan)) return plan
    const moved = plan.slip && enterSlip(act, plan.slip)
    if (isRefusal(moved)) return moved
    if (plan.isNew) act.enter({ kind: 'item.merged', subject: fromId, body: { mergedInto: intoId, active: false } })
    return { id: fromId, ...(moved ? { slip: moved.slip.numbered.number } : {}) }
  },
})
