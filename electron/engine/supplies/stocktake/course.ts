/** Handlers of a stocktake's course after counting: submit, approve, post, reconcile, cancel. */
import { isRefusal, refuse, type Refusal } from '../../../../shared/api/fault.ts'
import type { ValidInputOf } from '../../../../shared/api/operation.ts'
import { totalsOf } from '../../../../shared/supplies/stocktake/lines.ts'
import type { stocktakeOperations } from '../../../../shared/supplies/stocktake/operations.ts'
import { linesPerSheet, type SettledLine, type Stocktake } from '../../../../shared/supplies/stocktake/records.ts'
import {
  decideSubmission,
  refuseApprover,
  refuseCounting,
  refuseMoved,
} from '../../../../shared/supplies/stocktake/rules.ts'
import type { Act, Handlers } from '../../act.ts'
import { refuseStale } from '../../office/office.ts'
import { post, reconcile } from './posting.ts'
import { actsOf, linesOf, settledLines, stocktakeOf, worthOf } from './store.ts'

type Course = Pick<
  typeof stocktakeOperations,
  | 'supplies.submitStocktake'
  | 'supplies.returnStocktake'
  | 'supplies.approveStocktake'
  | 'supplies.postStocktake'
  | 'supplies.reconcileStocktake'
  | 'supplies.cancelStocktake'
>

/** The stocktake as the page saw it. */
const asSeen = (act: Act, id: string, basedOn: readonly string[] | undefined): Stocktake | Refusal => {
  const stocktake = stocktakeOf(act.db, id)
  if (!stocktake) return refuse({ code: 'not-found', what: 'stocktake', id })
  return refuseStale(act, 'stocktake', id, basedOn) ?? stocktake
}

const signed = ({ actor, now }: Act) => ({ by: { id: actor.person, name: actor.name }, at: now })

/** The lines as they are submitted become entries of their own, so that what was approved can be read for ever. */
const keepSheets = (act: Act, stocktake: string, submission: string, lines: readonly SettledLine[]): number => {
  const pages = Math.ceil(lines.length / linesPerSheet)
  for (let page = 1; page <= pages; page += 1) {
    const settled = lines.slice((page - 1) * linesPerSheet, page * linesPerSheet)
    act.enter({ kind: 'sheet.settled', subject: act.newId(), body: { stocktake, page, submission, settled } })
  }
  return pages
}

const submit = (act: Act, input: ValidInputOf<Course['supplies.submitStocktake']>): { id: string } | Refusal => {
  const { id, leaveUncounted, cause, basedOn } = input
  const stocktake = asSeen(act, id, basedOn)
  if (isRefusal(stocktake)) return stocktake
  const refused = refuseCounting(stocktake, act.now, act.zone)
  if (refused) return refused
  const lines = linesOf(act.db, stocktake, act.zone)
  const settled = decideSubmission({ lines, worthOf: worthOf(act.db), leaveUncounted, cause })
  if (isRefusal(settled)) return settled
  const submission = act.newId()
  const pages = keepSheets(act, id, submission, settled)
  const submitted = { id: submission, ...signed(act), pages, totals: totalsOf(settled) }
  act.enter({ kind: 'stocktake.submitted', subject: id, body: { submitted } })
  return { id }
}

const giveBack = (act: Act, id: string, reason: string): { id: string } | Refusal => {
  const stocktake = asSeen(act, id, undefined)
  if (isRefusal(stocktake)) return stocktake
  const { permissions } = act.actor
  if (!permissions.has('supplies.manage') && !permissions.has('supplies.approve'))
    return refuse({ code: 'not-permitted', permission: 'supplies.approve' })
  const { submitted, state, numbered } = stocktake
  if (!submitted || (state !== 'submitted' && state !== 'approved'))
    return refuse({ code: 'stocktake-not-submitted', number: numbered.number })
  const returned = { ...signed(act), submission: submitted.id, reason }
  act.enter({ kind: 'stocktake.returned', subject: id, body: { returned } })
  return { id }
}

const approve = (act: Act, input: ValidInputOf<Course['supplies.approveStocktake']>): { id: string } | Refusal => {
  const stocktake = asSeen(act, input.id, input.basedOn)
  if (isRefusal(stocktake)) return stocktake
  const counters = actsOf(act.db, input.id).flatMap(({ counter }) => (counter ? [counter.id] : []))
  const refused =
    refuseApprover(stocktake, { id: act.actor.person, name: act.actor.name }, counters) ??
    refuseMoved(stocktake, settledLines(act.db, stocktake), linesOf(act.db, stocktake, act.zone))
  if (refused) return refused
  const opinion = input.opinion === undefined || input.opinion === '' ? {} : { opinion: input.opinion }
  const approved = { ...signed(act), submission: stocktake.submitted?.id ?? '', ...opinion }
  act.enter({ kind: 'stocktake.approved', subject: input.id, body: { approved } })
  return { id: input.id }
}

export const courseHandlers = (): Handlers<Course> => ({
  'supplies.submitStocktake': submit,
  'supplies.returnStocktake': (act, { id, reason }) => giveBack(act, id, reason),
  'supplies.approveStocktake': approve,
  'supplies.postStocktake': (act, { id, date, basedOn }) => {
    const stocktake = asSeen(act, id, basedOn)
    return isRefusal(stocktake) ? stocktake : post(act, stocktake, date)
  },
  'supplies.reconcileStocktake': (act, { id, basedOn }) => {
    const stocktake = asSeen(act, id, basedOn)
    return isRefusal(stocktake) ? stocktake : reconcile(act, stocktake)
  },
  'supplies.cancelStocktake': (act, { id, reason, basedOn }) => {
    const stocktake = asSeen(act, id, basedOn)
    if (isRefusal(stocktake)) return stocktake
    const { state, numbered } = stocktake
    if (state === 'posted' || state === 'cancelled')
      return refuse({ code: 'stocktake-not-counting', number: numbered.number })
    act.enter({ kind: 'stocktake.cancelled', subject: id, body: { cancelled: { ...signed(act), reason } } })
    return { id }
  },
})
