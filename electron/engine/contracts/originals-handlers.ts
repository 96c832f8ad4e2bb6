/** Handlers of originals 原件: where they went and that they came back. */
import { isRefusal, refuse, type Refusal } from '../../../shared/api/fault.ts'
import type { Delegation } from '../../../shared/contracts/delegation.ts'
import { decideHanding, decideReturn } from '../../../shared/contracts/originals.ts'
import type { originalsOperations } from '../../../shared/contracts/originals-operations.ts'
import type { Draft } from '../../../shared/journal/entry.ts'
import type { Act, Handlers } from '../act.ts'
import { refuseStale } from '../office/office.ts'
import { delegationOf } from './delegation-store.ts'

export const originalsHandlers: Handlers<typeof originalsOperations> = {
  'delegations.handed': (act, { on = act.today, to, count, ...which }) =>
    later(act, which, (record) => decideHanding(record, on, to, count)),
  'delegations.returned': (act, { on = act.today, count, ...which }) =>
    later(act, which, (record) => decideReturn(record, on, count)),
}

const later = (
  act: Act,
  { id, basedOn }: { id: string; basedOn?: readonly string[] | undefined },
  decide: (record: Delegation) => Draft[] | Refusal,
): { id: string; number: string } | Refusal => {
  const record = delegationOf(act.db, id)
  if (!record) return refuse({ code: 'not-found', what: 'delegation', id })
  const drafts = refuseStale(act, 'delegation', id, basedOn) ?? decide(record)
  if (isRefusal(drafts)) return drafts
  act.enter(...drafts)
  return { id, number: record.number }
}
