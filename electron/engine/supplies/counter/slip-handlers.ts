/** Handlers of slips: load what the rule needs, decide, number and enter. */
import { isRefusal, refuse } from '../../../../shared/api/fault.ts'
import { joinList, type Language } from '../../../../shared/office/words.ts'
import { returnedAccount } from '../../../../shared/supplies/accounts.ts'
import type { SlipRow, supplyOperations } from '../../../../shared/supplies/operations.ts'
import type { Slip } from '../../../../shared/supplies/records.ts'
import { decideScrap, decideTransfer } from '../../../../shared/supplies/rules.ts'
import { decideReturn, decideReverse } from '../../../../shared/supplies/counter/undo-rules.ts'
import type { Handlers } from '../../act.ts'
import { refuseStale } from '../../office/office.ts'
import { balanceOf } from '../../store/derived.ts'
import type { SupplyDeps } from '../deps.ts'
import { enterSlip, recipientOf } from './enter-slip.ts'
import { issue } from './issue.ts'
import { receive } from './receive.ts'
import { whole } from '../items/whole-lines.ts'
import { headsOfSlip, shelfOf, slipOf, slipsPage } from '../store.ts'

type SlipOperations = Pick<
  typeof supplyOperations,
  | 'supplies.receive'
  | 'supplies.issue'
  | 'supplies.return'
  | 'supplies.transfer'
  | 'supplies.scrap'
  | 'supplies.reverse'
  | 'supplies.slips'
  | 'supplies.slip'
>

export const slipHandlers = (deps: SupplyDeps): Handlers<SlipOperations> => ({
  'supplies.receive': (act, input) => whole(act, input, (all) => receive(act, all)),
  'supplies.issue': (act, input) => issue(deps, act, input),
  'supplies.return': (act, input) => {
    const recipient = input.recipient === undefined ? undefined : recipientOf(deps, act, input.recipient)
    if (isRefusal(recipient)) return recipient
    const original = input.original === undefined ? undefined : slipOf(act.db, input.original)
    if (input.original !== undefined && !original)
      return refuse({ code: 'not-found', what: 'supply_slip', id: input.original })
    return whole(act, input, (all) =>
      enterSlip(act, decideReturn(shelfOf(act.db), { ...all, recipient, original }, act.today)),
    )
  },
  'supplies.transfer': (act, input) =>
    whole(act, input, (all) => enterSlip(act, decideTransfer(shelfOf(act.db), all, act.today))),
  'supplies.scrap': (act, input) =>
    whole(act, input, (all) => enterSlip(act, decideScrap(shelfOf(act.db), all, act.today))),
  'supplies.reverse': (act, { id, reason, basedOn }) => {
    const slip = slipOf(act.db, id)
    if (!slip) return refuse({ code: 'not-found', what: 'supply_slip', id })
    const stale = refuseStale(act, 'supply_slip', id, basedOn)
    if (stale) return stale
    const answer = enterSlip(act, decideReverse(shelfOf(act.db), slip, { reason }, act.today))
    if (isRefusal(answer)) return answer
    const reversedBy = { id: answer.slip.id, number: answer.slip.numbered.number }
    act.enter({ kind: 'slip.reversed', subject: id, body: { reversedBy } })
    return answer
  },
  'supplies.slips': ({ db, language }, { after, limit, ...filter }) => {
    const rows = slipsPage(db, filter, after, limit).map((slip) => rowOf(language, slip))
    const last = rows.length === limit ? rows.at(-1) : undefined
    return last ? { rows, next: last.id } : { rows }
  },
  'supplies.slip': ({ db }, { id }) => {
    const slip = slipOf(db, id)
    if (!slip) return refuse({ code: 'not-found', what: 'supply_slip', id })
    const returned = slip.lines.map((_, line) => (slip.verb === 'issue' ? balanceOf(db, returnedAccount(id, line)) : 0))
    return { slip, returned, heads: headsOfSlip(db, id) }
  },
})

/** A slip as a list shows it. */
export const rowOf = (language: Language, slip: Slip): SlipRow => ({
  id: slip.id,
  number: slip.numbered.number,
  verb: slip.verb,
  date: slip.date,
  enteredAt: slip.enteredAt,
  clerk: slip.clerk.name,
  party: slip.recipient?.name ?? slip.supplier,
  department: slip.recipient?.department?.name,
  content: joinList(
    language,
    slip.lines.map((line) => `${line.item.name} ${line.quantity} ${line.unit}`),
  ),
  lines: slip.lines.length,
  amount: slip.amount,
  reason: slip.reason,
  isOverQuota: slip.verb === 'issue' && slip.lines.some((line) => (line.overQuota ?? 0) > 0),
  reversedBy: slip.reversedBy?.number,
  reverses: slip.reverses?.number,
})
