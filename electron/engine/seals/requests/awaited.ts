/** Who has to approve a request: told before it is submitted, by the code that fixes its route then, and while it waits. */
import { isRefusal } from '../../../../shared/api/fault.ts'
import { isAway, type Absence } from '../../../../shared/seals/requests/absence.ts'
import type { approvalOperations, Awaited } from '../../../../shared/seals/requests/approval-operations.ts'
import { plainRoute, type Approver } from '../../../../shared/seals/requests/approval-route.ts'
import { hindranceOf, type StepState } from '../../../../shared/seals/requests/approvals.ts'
import type { Named, SealRequest } from '../../../../shared/seals/records.ts'
import type { Handlers, Reading } from '../../act.ts'
import type { SealDeps } from '../deps.ts'
import { absencesOf, holdersOf, standInOf } from './deciders.ts'
import { askingOf } from './request-body.ts'

type Who = Awaited['people'][number]
type Asked = Pick<SealRequest, 'applicant' | 'proxy'>
type Step = Pick<StepState, 'mode' | 'approvers' | 'given'>

/** Who stands in for somebody away, the first who can; `taken`: who fills another place of the step, as one person counts once. */
const standInIn = (
  reading: Reading,
  deps: SealDeps,
  { standIn: first, nextStandIn: next }: Absence,
  { asked, step, taken }: { asked: Asked; step: Step; taken: Set<string> },
): Pick<Who, 'standIn' | 'hindered'> => {
  let hindered: Who['hindered']
  for (const named of [first, ...(next ? [next] : [])]) {
    const holder = standInOf(deps, reading, named)
    if (!holder) continue
    const why = taken.has(named.id) ? 'own-place' : hindranceOf(asked, step, holder)
    if (why === undefined) {
      if (step.mode === 'all-of') taken.add(named.id)
      return { standIn: named }
    }
    hindered ??= { person: named, why }
  }
  return hindered ? { hindered } : {}
}

const awaitedIn = (reading: Reading, deps: SealDeps, asked: Asked, step: Step) => {
  const asking = [asked.applicant.id, ...(asked.proxy ? [asked.proxy.id] : [])]
  const part = { asked, step, taken: new Set<string>() }
  /** A person as one who is to decide: away or not, and who may do so meanwhile. Nobody decides for who asks. */
  const personOf = ({ id, name }: Named): Who => {
    const isAsking = asking.includes(id)
    const away = absencesOf(reading.db, id).find((one) => isAway(one, reading.today))
    const person = { person: { id, name }, isAsking, isAway: away !== undefined }
    return away === undefined || isAsking ? person : { ...person, ...standInIn(reading, deps, away, part) }
  }
  return (approver: Approver): Awaited => ({
    approver,
    people: holdersOf(deps, reading, approver).map(personOf),
  })
}

/** Whom the step that waits still waits for. */
export const awaitedNow = (reading: Reading, deps: SealDeps, request: SealRequest, step: StepState): Awaited[] =>
  step.open.map(awaitedIn(reading, deps, request, step))

export const awaitedHandlers = (deps: SealDeps): Handlers<Pick<typeof approvalOperations, 'seals.requestRoute'>> => ({
  'seals.requestRoute': (reading, input) => {
    const asked = askingOf(deps, reading, input)
    if (isRefusal(asked)) return asked
    const { route } = asked
    return {
      ...(route === undefined ? {} : { name: route.name }),
      steps: (route ?? plainRoute).steps.map(({ mode, approvers }) => ({
        mode,
        awaited: approvers.map(awaitedIn(reading, deps, asked, { mode, approvers, given: [] })),
      })),
    }
  },
})
