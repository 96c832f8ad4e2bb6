/** The emergency use, confirmed by a second person at the same desk, and the blank document that was sent away. */
import { isRefusal, type Refusal } from '../../../../shared/api/fault.ts'
import { localTime } from '../../../../shared/office/dates.ts'
import type { approvalOperations } from '../../../../shared/seals/requests/approval-operations.ts'
import type { BlankRefusal } from '../../../../shared/seals/use/blank.ts'
import { refuseOverride } from '../../../../shared/seals/use/override-rules.ts'
import type { ValidInputOf } from '../../../../shared/api/operation.ts'
import type { Act, Handlers } from '../../act.ts'
import { namedPerson, notFound, refOf } from '../life/cabinet.ts'
import type { ApproverFacts, SealDeps } from '../deps.ts'
import { requestOf, sealOf } from '../store.ts'
import { actorOf } from './use-facts.ts'
import { use, type Overriding } from './uses.ts'

type EmergencyOperations = Pick<typeof approvalOperations, 'seals.useEmergency' | 'seals.blankRefused'>
type Blank = ValidInputOf<(typeof approvalOperations)['seals.blankRefused']>

const confirmedBy =
  (second: ApproverFacts, reason: string): Overriding =>
  (facts, stops) =>
    refuseOverride(facts, stops, second, second.mayConfirm) ?? {
      reason,
      second: { id: second.id, name: second.name },
      stops: [...new Set(stops.map(({ code }) => code))],
    }

/** What the blank document was brought on, where that is known. */
const groundsOf = (
  deps: SealDeps,
  act: Act,
  input: Blank,
): Pick<BlankRefusal, 'seal' | 'request' | 'contract'> | Refusal => {
  const seal = input.seal === undefined ? undefined : sealOf(act.db, input.seal)
  if (input.seal !== undefined && !seal) return notFound('seal', input.seal)
  const request = input.request === undefined ? undefined : requestOf(act.db, input.request)
  if (input.request !== undefined && !request) return notFound('seal_request', input.request)
  const contract = input.contract === undefined ? undefined : deps.contract(act, input.contract)
  if (input.contract !== undefined && !contract) return notFound('contract', input.contract)
  return {
    seal: seal && refOf(seal),
    request: request && { id: request.id, number: request.number },
    contract: contract && { id: contract.id, number: contract.number },
  }
}

export const emergencyHandlers = (deps: SealDeps): Handlers<EmergencyOperations> => ({
  'seals.useEmergency': async (work, { reason, second, ...input }) => {
    // Outside the act: proving a password takes a third of a second, and nobody else should wait for it.
    const person = await deps.confirm(work, second)
    if (isRefusal(person)) return person
    return work.act((act) => use(deps, act, input, confirmedBy(person, reason)))
  },

  'seals.blankRefused': (act, input) => {
    const broughtBy = namedPerson(deps, act, input.broughtBy ?? act.actor.person)
    if (isRefusal(broughtBy)) return broughtBy
    const grounds = groundsOf(deps, act, input)
    if (isRefusal(grounds)) return grounds
    const id = act.newId()
    const { title, remarks } = input
    const body = { at: localTime(act.now, act.zone), title, broughtBy, refusedBy: actorOf(act), ...grounds, remarks }
    act.enter({ kind: 'seal.blank-refused', subject: id, body })
    return { id }
  },
})
