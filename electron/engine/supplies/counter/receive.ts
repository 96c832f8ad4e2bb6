/** 入库: goods come free, or against a purchase request, whose lines they fill. */
import { isRefusal, refuse, type Refusal } from '../../../../shared/api/fault.ts'
import type { ValidInputOf } from '../../../../shared/api/operation.ts'
import { fillPurchase } from '../../../../shared/supplies/buying/buying-rules.ts'
import type { supplyOperations } from '../../../../shared/supplies/operations.ts'
import type { Slip } from '../../../../shared/supplies/records.ts'
import { decideReceipt } from '../../../../shared/supplies/rules.ts'
import type { Act } from '../../act.ts'
import { purchaseOf } from '../buying/buying-store.ts'
import { enterSlip } from './enter-slip.ts'
import { shelfOf } from '../store.ts'
import { keptIds } from '../buying/suggestion-store.ts'

type Received = ValidInputOf<(typeof supplyOperations)['supplies.receive']>

/** Faults beside those of a slip: purchase-not-approved, purchase-line-differs. */
export const receive = (act: Act, { purchase: id, ...input }: Received): { slip: Slip } | Refusal => {
  if (id === undefined)
    return enterSlip(act, decideReceipt(shelfOf(act.db), { ...input, lines: free(input.lines) }, act.today))
  const purchase = purchaseOf(act.db, id)
  if (!purchase) return refuse({ code: 'not-found', what: 'purchase_request', id })
  const keptAs = keptIds(act.db)
  const lines = fillPurchase(purchase, input.lines, (one, other) => keptAs(one) === keptAs(other))
  if (isRefusal(lines)) return lines
  const against = { id, number: purchase.numbered.number }
  return enterSlip(act, decideReceipt(shelfOf(act.db), { ...input, lines, purchase: against }, act.today))
}

/** A line number says nothing without its purchase. */
const free = (lines: Received['lines']): Received['lines'] =>
  lines.map((line) => ({ ...line, purchaseLine: undefined }))
