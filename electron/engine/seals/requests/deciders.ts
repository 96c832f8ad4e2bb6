/** Who may decide what today: what a person holds, for whom they stand in, and whether a route's approvers exist. */
import { isRefusal, refuse, type Refusal } from '../../../../shared/api/fault.ts'
import { absenceSubject, absentFor, isAway, type Absence } from '../../../../shared/seals/requests/absence.ts'
import {
  nameOfApprover,
  type Approver,
  type RouteSnapshot,
  type RouteStep,
} from '../../../../shared/seals/requests/approval-route.ts'
import type { Decider, Holder } from '../../../../shared/seals/requests/approvals.ts'
import { routeFor, routeSubject, type ApprovalRoute, type Convert } from '../../../../shared/seals/requests/route.ts'
import type { Named, SealRequest } from '../../../../shared/seals/records.ts'
import type { Reading } from '../../act.ts'
import { recordsOf } from '../../store/derived.ts'
import { sql, type Read } from '../../store/sql.ts'
import { namedPerson } from '../life/cabinet.ts'
import type { ApproverFacts, SealDeps } from '../deps.ts'
import { sealOf } from '../store.ts'
import { actorOf } from '../use/use-facts.ts'

export const routesOf = (db: Read): ApprovalRoute[] => recordsOf(db, routeSubject, sql`order by subject limit 1000`)

/** A person's, the latest first. */
export const absencesOf = (db: Read, person: string): Absence[] =>
  recordsOf(db, absenceSubject, sql`where person = ${person} order by until desc limit 200`)

const standingFor = (db: Read, person: string, today: string): Absence[] => [
  ...recordsOf(db, absenceSubject, sql`where stand_in = ${person} and until >= ${today} limit 200`),
  ...recordsOf(db, absenceSubject, sql`where next_stand_in = ${person} and until >= ${today} limit 200`),
]

/** A person's own and, in absence, their stand-in's: the name and the post. A role is held by more than one. */
const keysOf = ({ id, post }: ApproverFacts): string[] => [
  `person:${id}`,
  ...(post === undefined ? [] : [`post:${post}`]),
]

/** A stand-in as they hold places today; undefined where they are away themselves, or may not approve. */
export const standInOf = (deps: SealDeps, reading: Reading, { id, name }: Named): Holder | undefined => {
  const facts = deps.approver(reading, id)
  const isHere = !absencesOf(reading.db, id).some((one) => isAway(one, reading.today))
  return facts?.mayApprove === true && isHere ? { person: { id, name }, keys: keysOf(facts) } : undefined
}

/** The signed-in person as one who decides. */
export const deciderOf = (deps: SealDeps, reading: Reading): Decider => {
  const person = actorOf(reading)
  const own = deps.approver(reading, person.id)
  const absent = absentFor(standingFor(reading.db, person.id, reading.today), person.id, reading.today)
  return {
    person,
    keys: own ? [...keysOf(own), ...own.roles.map((role) => `role:${role}`)] : [],
    absent: absent.flatMap(({ person: away, first }) => {
      const facts = deps.approver(reading, away.id)
      // Nobody stands in for an approval that the absent person could no longer give.
      if (facts?.mayApprove !== true) return []
      return [{ person: away, keys: keysOf(facts), first: first && standInOf(deps, reading, first) }]
    }),
  }
}

/** The approvers of a route as asked for, each known and able to approve. */
export const approversOf = (
  deps: SealDeps,
  reading: Reading,
  asked: ({ by: 'person'; person: string } | Exclude<Approver, { by: 'person' }>)[],
  step: number,
): Approver[] | Refusal => {
  const found: Approver[] = []
  for (const one of asked) {
    const approver = one.by === 'person' ? namedApprover(deps, reading, one.person) : one
    if (isRefusal(approver)) return approver
    if (holdersOf(deps, reading, approver).length === 0 && !isOpenRole(deps, approver))
      return refuse({ code: 'route-cannot-approve', step: step + 1, who: nameOfApprover(approver) })
    found.push(approver)
  }
  return found
}

const namedApprover = (deps: SealDeps, reading: Reading, id: string): Approver | Refusal => {
  const person = namedPerson(deps, reading, id)
  return isRefusal(person) ? person : { by: 'person', person }
}

/** Roles have holders as a matter of course; who they are is asked when it is their turn. */
const isOpenRole = (deps: SealDeps, one: Approver): boolean => one.by === 'role' && deps.roleMayApprove(one.role)

/** People who could decide as this approver today; those of a role are many, and not listed. */
export const holdersOf = (deps: SealDeps, reading: Reading, one: Approver): ApproverFacts[] => {
  if (one.by === 'role') return []
  const facts = one.by === 'person' ? [deps.approver(reading, one.person.id)] : deps.inPost(reading, one.post)
  return facts.flatMap((known) => (known?.mayApprove === true ? [known] : []))
}

/** Whether a step can be done without those who asked. */
const isDoable = (
  deps: SealDeps,
  reading: Reading,
  { mode, approvers }: RouteStep,
  asking: readonly string[],
): boolean => {
  const isOpen = (one: Approver): boolean =>
    isOpenRole(deps, one) || holdersOf(deps, reading, one).some(({ id }) => !asking.includes(id))
  return mode === 'any-of' ? approvers.some(isOpen) : approvers.every(isOpen)
}

/** The route a new request takes, fixed for it; undefined where none is configured for it. */
export const routeOf = (
  deps: SealDeps,
  reading: Reading,
  request: Pick<SealRequest, 'lines' | 'category' | 'contract' | 'applicant' | 'proxy'>,
): RouteSnapshot | Refusal | undefined => {
  const seals = request.lines.flatMap(({ seal }) => sealOf(reading.db, seal.id) ?? [])
  const { category, contract } = request
  const convert: Convert = (amount, from, to) => deps.convert(reading, amount, from, to)
  const route = routeFor(routesOf(reading.db), { category, contract, seals, convert })
  if (!route) return undefined
  const asking = [request.applicant.id, ...(request.proxy ? [request.proxy.id] : [])]
  const stuck = route.steps.findIndex((step) => !isDoable(deps, reading, step, asking))
  if (stuck >= 0) return refuse({ code: 'route-needs-other', route: route.name, step: stuck + 1 })
  return { id: route.id, name: route.name, steps: route.steps }
}
