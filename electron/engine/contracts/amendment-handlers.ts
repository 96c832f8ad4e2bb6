/** Handlers of amending a delegation and of lifting what it excludes. */
import { isRefusal, refuse, type Refusal } from '../../../shared/api/fault.ts'
import type { amendmentOperations } from '../../../shared/contracts/amendment-operations.ts'
import { decideAmendment, decideLifting } from '../../../shared/contracts/amendment-rules.ts'
import type { Delegation } from '../../../shared/contracts/delegation.ts'
import type { Draft } from '../../../shared/journal/entry.ts'
import type { Act, Handlers } from '../act.ts'
import { refuseStale } from '../office/office.ts'
import { noticesOfAmendment, toBeTold } from '../../../shared/contracts/revocation-rules.ts'
import { delegationOf } from './delegation-store.ts'
import type { ContractDeps } from './deps.ts'
import { reachedByAmendment } from './falling.ts'

type Which = { id: string; basedOn?: readonly string[] | undefined }

const enterOn = (
  act: Act,
  { id, basedOn }: Which,
  decide: (record: Delegation) => Draft[] | Refusal,
): { id: string; number: string } | Refusal => {
  const record = delegationOf(act.db, id)
  if (!record) return refuse({ code: 'not-found', what: 'delegation', id })
  const drafts = refuseStale(act, 'delegation', id, basedOn) ?? decide(record)
  if (isRefusal(drafts)) return drafts
  act.enter(...drafts)
  return { id, number: record.number }
}

export const amendmentHandlersOf = (deps: ContractDeps): Handlers<typeof amendmentOperations> => ({
  'delegations.amend': (act, { id, basedOn, from = act.today, reason, ...terms }) =>
    enterOn(act, { id, basedOn }, (record) => {
      const { today, newId } = act
      const drafts = decideAmendment(record, { from, today, reason, terms })
      if (isRefusal(drafts)) return drafts
      const told = toBeTold(reachedByAmendment(deps, act, record, from))
      const by = { id: act.actor.person, name: act.actor.name }
      return [...drafts, ...noticesOfAmendment(record, { on: from, reason, told, by, today, newId })]
    }),
  'delegations.liftExclusions': (act, { id, basedOn, on = act.today, reason }) =>
    enterOn(act, { id, basedOn }, (record) => decideLifting(record, on, reason)),
})
