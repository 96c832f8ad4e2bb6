/** Approval routes: listed, set, retired. */
import { isRefusal, refuse, type Refusal } from '../../../../shared/api/fault.ts'
import type { ValidInputOf } from '../../../../shared/api/operation.ts'
import type { approvalOperations } from '../../../../shared/seals/requests/approval-operations.ts'
import type { RouteStep } from '../../../../shared/seals/requests/approval-route.ts'
import { retireRoute, setRoute, type ApprovalRoute } from '../../../../shared/seals/requests/route.ts'
import type { Act, Handlers } from '../../act.ts'
import { refuseStale } from '../../office/office.ts'
import { notFound, refOf } from '../life/cabinet.ts'
import { approversOf, routesOf } from './deciders.ts'
import type { SealDeps } from '../deps.ts'
import { headsOfRow, sealOf } from '../store.ts'

type RouteOperations = Pick<typeof approvalOperations, 'seals.routes' | 'seals.routeSet' | 'seals.routeRetire'>
type Asked = ValidInputOf<(typeof approvalOperations)['seals.routeSet']>

const placeOf = ({ isRetired, precedence, id }: ApprovalRoute): string =>
  `${isRetired ? 1 : 0}|${String(precedence).padStart(4, '0')}|${id}`

const sealsOf = (act: Act, ids: readonly string[]): ApprovalRoute['seals'] | Refusal => {
  const seals: ApprovalRoute['seals'] = []
  for (const id of ids) {
    const seal = sealOf(act.db, id)
    if (!seal) return notFound('seal', id)
    seals.push({ ...refOf(seal), type: seal.type })
  }
  return seals
}

const stepsOf = (deps: SealDeps, act: Act, asked: Asked['steps']): RouteStep[] | Refusal => {
  const steps: RouteStep[] = []
  for (const [index, { mode, approvers }] of asked.entries()) {
    const found = approversOf(deps, act, approvers, index)
    if (isRefusal(found)) return found
    steps.push({ mode, approvers: found })
  }
  return steps
}

export const routeHandlers = (deps: SealDeps): Handlers<RouteOperations> => ({
  'seals.routes': ({ db }, { after = '', limit }) => {
    const rows = routesOf(db)
      .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
      .filter((route) => placeOf(route) > after)
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return {
      rows: shown.map((route) => ({ ...route, heads: headsOfRow(db, 'approval_route', route.id) })),
      next: rows.length > limit && last ? placeOf(last) : undefined,
    }
  },

  'seals.routeSet': (act, { id: known, basedOn, ...asked }) => {
    const routes = routesOf(act.db)
    if (known !== undefined && !routes.some((route) => route.id === known)) return notFound('approval_route', known)
    const stale = known === undefined ? undefined : refuseStale(act, 'approval_route', known, basedOn)
    if (stale) return stale
    const seals = sealsOf(act, asked.seals)
    if (isRefusal(seals)) return seals
    const steps = stepsOf(deps, act, asked.steps)
    if (isRefusal(steps)) return steps
    const id = known ?? act.newId()
    const drafts = setRoute({ ...asked, id, seals, steps, isRetired: false }, routes)
    if (isRefusal(drafts)) return drafts
    act.enter(...drafts)
    return { id }
  },

  'seals.routeRetire': (act, { id, basedOn }) => {
    const route = routesOf(act.db).find((one) => one.id === id)
    if (!route) return notFound('approval_route', id)
    const drafts = refuseStale(act, 'approval_route', id, basedOn) ?? retireRoute(route)
    if (isRefusal(drafts)) return refuse(drafts.refused)
    act.enter(...drafts)
    return { id }
  },
})
