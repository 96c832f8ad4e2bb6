/** Outside use 外带: planned, out, back and checked; times are office time, compared as text. */
import { refuse, type Refusal } from '../../api/fault.ts'
import type { Draft } from '../../journal/entry.ts'
import { addDays } from '../../office/dates.ts'
import type { Numbered } from '../../office/numbers.ts'
import { isElsewhere, mayAct, movedDraft, refuseAct } from './life.ts'
import { namedOf, refuseApprover, refuseLeft, refuseSamePerson, type Standing } from './life-people.ts'
import type { Outing } from './life-records.ts'
import type { Entered } from './life-rules.ts'
import type { Seal, SealRequest } from '../records.ts'

export type OutingTold = {
  taker: Standing
  escort: Standing
  address: string
  reason: string
  documents: string[]
  request?: SealRequest | undefined
  approver?: Standing | undefined
  /** Office time; left out, it leaves now. */
  outAt?: string | undefined
  dueBackAt?: string | undefined
}

/** 当日归还: by the end of office hours, or by midnight where it leaves later than that. */
const endOfHours = '18:00'
export const defaultDue = (outAt: string): string => {
  const [date = '', time = ''] = outAt.split(' ')
  return `${date} ${time < endOfHours ? endOfHours : '23:59'}`
}

/** Why an approved request does not carry this outing. */
const refuseRequest = (request: SealRequest, seal: Seal, today: string): Refusal | undefined => {
  const { number, status, mode, useBy, lines } = request
  if (status === 'done') return refuse({ code: 'request-done', number })
  if (status !== 'approved') return refuse({ code: 'request-not-approved', number, status })
  if (today > useBy) return refuse({ code: 'approval-lapsed', number, useBy })
  if (mode !== 'taken-out') return refuse({ code: 'request-not-taken-out', number })
  return lines.some((line) => line.seal.id === seal.id)
    ? undefined
    : refuse({ code: 'seal-not-requested', seal: seal.name, number })
}

/** A high-risk seal leaves with none of those who approved its request, as with no approver named at the desk. */
const refuseOwnWord = (
  seal: Seal,
  request: SealRequest | undefined,
  [taker, escort]: readonly [Standing, Standing],
): Refusal | undefined => {
  const approvals = seal.isHighRisk ? (request?.approvals ?? []) : []
  for (const { decision, person } of approvals) {
    if (decision !== 'approved') continue
    const refused = refuseSamePerson([
      ['approver', person],
      ['taker', taker],
      ['escort', escort],
    ])
    if (refused) return refused
  }
  return undefined
}

const refuseCast = (seal: Seal, { taker, escort, approver, request }: OutingTold): Refusal | undefined =>
  refuseSamePerson([
    ['taker', taker],
    ['escort', escort],
  ]) ??
  refuseOwnWord(seal, request, [taker, escort]) ??
  refuseLeft([taker, escort, approver]) ??
  // A high-risk seal leaves the house only on somebody's word: a request's approval, or an approver's who stays here.
  refuseApprover(approver, seal.isHighRisk && !request, seal.name, [
    ['taker', taker],
    ['escort', escort],
  ])

/** @param now office time */
export const refuseOuting = (seal: Seal, told: OutingTold, entered: Entered): Refusal | undefined => {
  const { outAt, dueBackAt, request } = told
  const out = outAt ?? entered.at
  // Told afterwards at the latest the day after: what lies longer back nobody checked when it left.
  if (out.slice(0, 10) < addDays(entered.today, -1))
    return refuse({ code: 'invalid-input', problems: [{ path: 'outAt', reason: 'invalid.past' }] })
  if (dueBackAt !== undefined && dueBackAt <= out)
    return refuse({ code: 'outing-back-before-out', out, back: dueBackAt })
  // What is only planned does not move the seal yet, and may be planned while it is out.
  const isPlanned = out > entered.at
  return (
    (isPlanned && seal.status === 'out' ? undefined : refuseAct(seal, 'taken-out', entered.desk)) ??
    (seal.kind === 'physical' ? undefined : refuse({ code: 'seal-not-physical', seal: seal.name })) ??
    (request && refuseRequest(request, seal, entered.today)) ??
    refuseCast(seal, told)
  )
}

const refOf = ({ id, number }: Pick<Outing, 'id' | 'number'>) => ({ type: 'seal_outing', id, number })

const leftDrafts = (
  seal: Seal,
  outing: Pick<Outing, 'id' | 'number' | 'taker' | 'address'>,
  at: string,
  by: Entered['by'],
): Draft[] => [
  { kind: 'seal.outing-left', subject: outing.id, body: { status: 'out', outAt: at, handedOutBy: by } },
  movedDraft(seal, 'taken-out', refOf(outing), { statusReason: `${outing.taker.name} · ${outing.address}` }),
]

/** Planned for later, or out at once; both are told on the same sheet. */
export const outingDrafts = (
  seal: Seal,
  told: OutingTold,
  entered: Entered,
  { id, numbered }: { id: string; numbered: Numbered },
): Draft[] => {
  const out = told.outAt ?? entered.at
  const { code, name } = seal
  const approval = told.request?.approvals.findLast(({ decision }) => decision === 'approved')
  const body = {
    numbered,
    number: numbered.number,
    seal: { id: seal.id, code, name },
    desk: entered.desk,
    custodian: seal.custodian,
    taker: namedOf(told.taker),
    escort: namedOf(told.escort),
    address: told.address,
    reason: told.reason,
    documents: told.documents,
    request: told.request && { id: told.request.id, number: told.request.number },
    approver: told.approver ? namedOf(told.approver) : approval?.person,
    by: entered.by,
    enteredAt: entered.at,
    plannedOutAt: out,
    dueBackAt: told.dueBackAt ?? defaultDue(out),
    status: 'planned',
    asksConfirmation: true,
  }
  const planned: Draft = { kind: 'seal.outing-planned', subject: id, body: body }
  return out > entered.at
    ? [planned]
    : [
        planned,
        ...leftDrafts(seal, { id, number: numbered.number, taker: body.taker, address: body.address }, out, entered.by),
      ]
}

const refuseState = ({ number, status }: Outing, wanted: Outing['status']): Refusal | undefined =>
  status === wanted ? undefined : refuse({ code: 'outing-not-next', number, status })

const refuseDesk = (seal: Seal, desk: string): Refusal | undefined =>
  isElsewhere(seal, desk)
    ? refuse({ code: 'seal-elsewhere', seal: seal.name, homeDesk: seal.homeDesk, desk })
    : undefined

/** As they are on the day it leaves: the request may have been taken back since, and people may have left. */
export type Leaving = { request: SealRequest | undefined; people: readonly Standing[] }

/** A planned outing leaves. */
export const leaveNow = (
  seal: Seal,
  outing: Outing,
  { request, people }: Leaving,
  entered: Entered,
): Draft[] | Refusal =>
  refuseState(outing, 'planned') ??
  refuseAct(seal, 'taken-out', entered.desk) ??
  (request && refuseRequest(request, seal, entered.today)) ??
  refuseLeft(people) ??
  (entered.at > outing.dueBackAt
    ? refuse({ code: 'outing-back-before-out', out: entered.at, back: outing.dueBackAt })
    : undefined) ??
  leftDrafts(seal, outing, entered.at, entered.by)

export const cancelOuting = (seal: Seal, outing: Outing, entered: Entered, reason: string): Draft[] | Refusal =>
  refuseState(outing, 'planned') ??
  refuseDesk(seal, entered.desk) ?? [
    { kind: 'seal.outing-ended', subject: outing.id, body: { status: 'cancelled', endReason: reason } },
  ]

/** A seal that is lost outside ends its outing. */
export const endOuting = (outing: Outing, reason: string): Draft => ({
  kind: 'seal.outing-ended',
  subject: outing.id,
  body: { status: 'lost', endReason: reason },
})

export type ReturnTold = {
  backAt?: string | undefined
  returnedTo: Standing
  isIntact: boolean
  condition?: string | undefined
}

/** Whoever checks the returned seal did not carry it; what is wrong with it is said. */
export const returnOuting = (seal: Seal, outing: Outing, told: ReturnTold, entered: Entered): Draft[] | Refusal => {
  const back = told.backAt ?? entered.at
  const refused =
    refuseState(outing, 'out') ??
    refuseDesk(seal, entered.desk) ??
    (back < (outing.outAt ?? '')
      ? refuse({ code: 'outing-back-before-out', out: outing.outAt ?? '', back })
      : undefined) ??
    (back > entered.at ? refuse({ code: 'time-in-future', at: back }) : undefined) ??
    (!told.isIntact && told.condition === undefined
      ? refuse({ code: 'invalid-input', problems: [{ path: 'condition', reason: 'invalid.required' }] })
      : undefined) ??
    refuseSamePerson([
      ['taker', outing.taker],
      ['checker', told.returnedTo],
    ])
  if (refused) return refused
  const returned: Draft = {
    kind: 'seal.outing-returned',
    subject: outing.id,
    body: {
      status: 'returned',
      backAt: back,
      returnedTo: namedOf(told.returnedTo),
      checkedInBy: entered.by,
      isIntact: told.isIntact,
      condition: told.condition,
    },
  }
  return mayAct(seal, 'returned') ? [returned, movedDraft(seal, 'returned', refOf(outing))] : [returned]
}

/** @param now office time */
export const isOverdue = ({ status, dueBackAt }: Pick<Outing, 'status' | 'dueBackAt'>, now: string): boolean =>
  status === 'out' && now > dueBackAt
