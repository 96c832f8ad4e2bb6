/** Numbering and entering what a rule planned, signed by who is at the desk. */
import { isRefusal, refuse, type Refusal } from '../../../../shared/api/fault.ts'
import { kindOf, type Recipient, type Slip } from '../../../../shared/supplies/records.ts'
import type { SlipPlan } from '../../../../shared/supplies/rules.ts'
import type { Act, Reading } from '../../act.ts'
import type { SupplyDeps } from '../deps.ts'
import { slipOf } from '../store.ts'

export const recipientOf = (deps: SupplyDeps, reading: Reading, id: string): Recipient | Refusal =>
  deps.person(reading, id) ?? refuse({ code: 'not-found', what: 'person', id })

export const enterSlip = (act: Act, plan: SlipPlan | Refusal): { slip: Slip } | Refusal => {
  if (isRefusal(plan)) return plan
  const id = act.newId()
  const clerk = { id: act.actor.person, name: act.actor.name }
  act.enter({ kind: kindOf[plan.verb], subject: id, body: { ...plan, clerk, numbered: act.number(plan.verb) } })
  const slip = slipOf(act.db, id)
  if (!slip) throw new Error('an entered slip was not folded')
  return { slip }
}
