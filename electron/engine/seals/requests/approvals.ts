/** What waits for the signed-in person's approval, with its differences, and approving several in one act. */
import { isRefusal, refuse, type Fault } from '../../../../shared/api/fault.ts'
import type { approvalOperations } from '../../../../shared/seals/requests/approval-operations.ts'
import { slotsFor } from '../../../../shared/seals/requests/approvals.ts'
import { differencesOf } from '../../../../shared/seals/requests/differences.ts'
import type { Draft } from '../../../../shared/journal/entry.ts'
import type { Act, Handlers } from '../../act.ts'
import { refuseStale } from '../../office/office.ts'
import { notFound } from '../life/cabinet.ts'
import { deciderOf } from './deciders.ts'
import type { SealDeps } from '../deps.ts'
import { decide, listed } from './requests.ts'
import { allRequestsIn, lastLike } from './request-store.ts'
import { settle } from '../use/settle.ts'
import { headsOfRow, requestOf } from '../store.ts'

type ApprovalOperations = Pick<typeof approvalOperations, 'seals.approvals' | 'seals.requestsApprove'>

/** Shown at once, newest first, as many as one act approves; the rest is counted, and comes up as these are decided. */
const mostShown = 100

type Asked = { id: string; basedOn?: string[] | undefined }

const decideOne = (deps: SealDeps, act: Act, asked: Asked, opinion: string | undefined) => {
  const request = requestOf(act.db, asked.id)
  if (!request) return { number: '', answer: notFound('seal_request', asked.id) }
  const { number } = request
  const stale = refuseStale(act, 'seal_request', asked.id, asked.basedOn)
  return { number, answer: stale ?? decide(act, deciderOf(deps, act), request, 'approved', opinion) }
}

export const approvalHandlers = (deps: SealDeps): Handlers<ApprovalOperations> => ({
  'seals.approvals': (reading) => {
    const { db, today } = reading
    const decider = deciderOf(deps, reading)
    const waiting = allRequestsIn(db, 'pending', today).flatMap((request) => {
      const mine = slotsFor(request, decider)
      return mine ? [{ request, mine }] : []
    })
    const rows = waiting.slice(0, mostShown).map(({ request, mine }) => {
      const last = lastLike(db, request)
      const heads = headsOfRow(db, 'seal_request', request.id)
      const differs = last ? differencesOf(request, last) : []
      return { ...listed(request, today), heads, standsFor: mine.standsFor, last, differs }
    })
    return { rows, more: waiting.length - rows.length }
  },

  'seals.requestsApprove': (act, { requests, opinion }) => {
    const twice = requests.findIndex(({ id }, index) => requests.slice(0, index).some((other) => other.id === id))
    if (twice >= 0)
      return refuse({ code: 'invalid-input', problems: [{ path: `requests.${twice}.id`, reason: 'invalid.twice' }] })
    const refused: { number: string; fault: Fault }[] = []
    const drafts: Draft[] = []
    const rows: { id: string; number: string }[] = []
    for (const asked of requests) {
      const { number, answer } = decideOne(deps, act, asked, opinion)
      if (isRefusal(answer)) refused.push({ number, fault: answer.refused })
      else drafts.push(...answer)
      rows.push({ id: asked.id, number })
    }
    if (refused.length > 0) return refuse({ code: 'requests-refused', refused })
    act.enter(...drafts)
    for (const { id } of rows) settle(act, id)
    return { rows }
  },
})
