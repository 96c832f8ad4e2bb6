/** Handlers of declared interests 利益申报. */
import { isRefusal, refuse } from '../../../shared/api/fault.ts'
import type { contractOperations } from '../../../shared/contracts/operations.ts'
import type { Handlers } from '../act.ts'
import { refuseStale } from '../office/office.ts'
import type { ContractDeps } from './deps.ts'
import { personIn } from './refs.ts'
import { interestOf, interestsPage } from './store.ts'

type InterestHandlers = Pick<
  Handlers<typeof contractOperations>,
  Extract<keyof typeof contractOperations, `interests.${string}`>
>

export const interestHandlersOf = (deps: ContractDeps): InterestHandlers => ({
  'interests.list': ({ db }, { after, limit, person }) => {
    const rows = interestsPage(db, after, limit, person)
    const last = rows.length === limit ? rows.at(-1) : undefined
    return last ? { rows, next: last.id } : { rows }
  },
  'interests.declare': (act, { person: id, counterparty, creditCode, nature, declaredOn }) => {
    const person = personIn(deps, act.db, id)
    if (!person || isRefusal(person)) return refuse({ code: 'not-found', what: 'person', id })
    const subject = act.newId()
    const body = {
      person: id,
      personName: person.name,
      counterparty,
      creditCode,
      nature,
      declaredOn: declaredOn ?? act.today,
    }
    act.enter({ kind: 'interest.declared', subject, body })
    return { id: subject }
  },
  'interests.withdraw': (act, { id, basedOn, on }) => {
    const record = interestOf(act.db, id)
    if (!record) return refuse({ code: 'not-found', what: 'interest', id })
    const stale = refuseStale(act, 'interest', id, basedOn)
    if (stale) return stale
    if (record.withdrawnOn !== undefined) return refuse({ code: 'interest-withdrawn', on: record.withdrawnOn })
    act.enter({ kind: 'interest.withdrawn', subject: id, body: { withdrawnOn: on ?? act.today } })
    return { id }
  },
})
