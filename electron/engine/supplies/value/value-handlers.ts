/** Handlers of the stock's value: late prices and corrections. */
import { refuse } from '../../../../shared/api/fault.ts'
import { decideCorrection, decideLatePrice } from '../../../../shared/supplies/value/revalue-rules.ts'
import type { valueOperations } from '../../../../shared/supplies/value/value-operations.ts'
import type { Handlers } from '../../act.ts'
import { refuseStale } from '../../office/office.ts'
import { enterSlip } from '../counter/enter-slip.ts'
import { shelfOf, slipOf } from '../store.ts'
import { drawnSince } from './drawn.ts'

export const valueHandlers = (): Handlers<typeof valueOperations> => ({
  'supplies.reprice': (act, { id, basedOn, ...input }) => {
    const receipt = slipOf(act.db, id)
    if (!receipt) return refuse({ code: 'not-found', what: 'supply_slip', id })
    const stale = refuseStale(act, 'supply_slip', id, basedOn)
    const drawn = (item: string) => drawnSince(act.db, item, receipt.date)
    return stale ?? enterSlip(act, decideLatePrice(shelfOf(act.db), { ...input, receipt, drawn }, act.today))
  },
  'supplies.revalue': (act, input) => enterSlip(act, decideCorrection(shelfOf(act.db), input, act.today)),
})
