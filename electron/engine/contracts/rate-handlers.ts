/** Handlers of exchange rates 汇率登记. */
import { refuse } from '../../../shared/api/fault.ts'
import type { rateOperations } from '../../../shared/contracts/rate-operations.ts'
import type { Handlers } from '../act.ts'
import { refuseStale } from '../office/office.ts'
import { rateOf, ratesFrom, ratesPage } from './rate-store.ts'

export const rateHandlers: Handlers<typeof rateOperations> = {
  'rates.list': ({ db }, { after, limit, currency }) => {
    const rows = ratesPage(db, after, limit, currency)
    const last = rows.length === limit ? rows.at(-1) : undefined
    return last ? { rows, next: `${last.from}\n${last.id}` } : { rows }
  },
  'rates.enter': (act, input) => {
    if (input.from > act.today)
      return refuse({ code: 'invalid-input', problems: [{ path: 'from', reason: 'invalid.future' }] })
    const [taken] = ratesFrom(act.db, input.currency, input.from)
    if (taken) return refuse({ code: 'rate-taken', currency: input.currency, on: input.from })
    const id = act.newId()
    act.enter({ kind: 'rate.entered', subject: id, body: input })
    return { id }
  },
  'rates.withdraw': (act, { id, basedOn, reason }) => {
    const record = rateOf(act.db, id)
    if (!record) return refuse({ code: 'not-found', what: 'exchange_rate', id })
    const stale = refuseStale(act, 'exchange_rate', id, basedOn)
    if (stale) return stale
    if (record.withdrawnOn !== undefined) return refuse({ code: 'rate-withdrawn', on: record.withdrawnOn })
    act.enter({ kind: 'rate.withdrawn', subject: id, body: { withdrawnOn: act.today, withdrawnReason: reason } })
    return { id }
  },
}
