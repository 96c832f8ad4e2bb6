/** Who will have to approve a request, told before it is submitted: by the code that fixes its route when it is. */
import { isRefusal } from '../../../../shared/api/fault.ts'
import { isAway } from '../../../../shared/seals/requests/absence.ts'
import type { approvalOperations, Awaited } from '../../../../shared/seals/requests/approval-operations.ts'
import { plainRoute, type Approver } from '../../../../shared/seals/requests/approval-route.ts'
import type { Named } from '../../../../shared/seals/records.ts'
import type { Handlers, Reading } from '../../act.ts'
import type { SealDeps } from '../deps.ts'
import { absencesOf } from './absences.ts'
import { holdersOf } from './deciders.ts'
import { askingOf } from './request-body.ts'

/** A person as one who is to decide: away or not, and who may do so meanwhile. Who asks decides for nobody. */
const personOf = (
  reading: Reading,
  deps: SealDeps,
  person: Named,
  asking: readonly string[],
): Awaited['people'][number] => {
  const away = absencesOf(reading.db, person.id).find((one) => isAway(one, reading.today))
  const mayStandIn =
    away !== undefined &&
    !asking.includes(away.standIn.id) &&
    !asking.includes(person.id) &&
    deps.approver(reading, away.standIn.id)?.mayApprove === true
  return {
    person: { id: person.id, name: person.name },
    isAsking: asking.includes(person.id),
    isAway: away !== undefined,
    ...(mayStandIn ? { standIn: away.standIn } : {}),
  }
}

const awaitedOf = (reading: Reading, deps: SealDeps, approver: Approver, asking: readonly string[]): Awaited => ({
  approver,
  people: holdersOf(deps, reading, approver).map((person) => personOf(reading, deps, person, asking)),
})

export const awaitedHandlers = (deps: SealDeps): Handlers<Pick<typeof approvalOperations, 'seals.requestRoute'>> => ({
  'seals.requestRoute': (reading, input) => {
    const asked = askingOf(deps, reading, input)
    if (isRefusal(asked)) return asked
    const { applicant, proxy, route } = asked
    const asking = [applicant.id, ...(proxy ? [proxy.id] : [])]
    return {
      ...(route === undefined ? {} : { name: route.name }),
      steps: (route ?? plainRoute).steps.map(({ mode, approvers }) => ({
        mode,
        awaited: approvers.map((approver) => awaitedOf(reading, deps, approver, asking)),
      })),
    }
  },
})
