/** Outside use and handover: who holds a seal for the time being, and who keeps it from now on. */
import { isRefusal, type Refusal } from '../../../../shared/api/fault.ts'
import type { Draft } from '../../../../shared/journal/entry.ts'
import { localTime } from '../../../../shared/office/dates.ts'
import type { custodyOperations } from '../../../../shared/seals/life/custody-operations.ts'
import {
  acceptHandover,
  declineHandover,
  offerDrafts,
  refuseOffer,
} from '../../../../shared/seals/life/handover-rules.ts'
import type { Handover, Outing } from '../../../../shared/seals/life/life-records.ts'
import type { Entered } from '../../../../shared/seals/life/life-rules.ts'
import {
  cancelOuting,
  defaultDue,
  isOverdue,
  leaveNow,
  outingDrafts,
  refuseOuting,
  returnOuting,
} from '../../../../shared/seals/life/outing-rules.ts'
import type { Seal } from '../../../../shared/seals/records.ts'
import type { Act, Handlers, Reading } from '../../act.ts'
import { refuseStale } from '../../office/office.ts'
import { castOf, sealFor, standingOf } from '../acting.ts'
import { enteredNow } from '../use/entered-now.ts'
import { notFound } from './cabinet.ts'
import type { SealDeps } from '../deps.ts'
import {
  handoverByNumber,
  handoverOf,
  handoversBefore,
  headsOfAct,
  outingByNumber,
  outingOf,
  outingsBefore,
} from './life-store.ts'
import { requestOf, sealOf } from '../store.ts'

type Named = { id: string; basedOn?: string[] | undefined }
type Answer = { id: string; number: string; seal: string }

const nowOf = ({ now, zone }: Reading): string => localTime(now, zone)

/** Finds an open act and its seal, checks for staleness, decides and enters. */
const actOn = <R extends Outing | Handover>(
  act: Act,
  deps: SealDeps,
  what: 'seal_outing' | 'seal_handover',
  { id, basedOn }: Named,
  find: (id: string) => R | undefined,
  decide: (seal: Seal, found: R, entered: Entered) => Draft[] | Refusal,
): Answer | Refusal => {
  const found = find(id)
  const seal = found && sealOf(act.db, found.seal.id)
  if (!found || !seal) return notFound(what, id)
  const stale = refuseStale(act, what, id, basedOn)
  if (stale) return stale
  const drafts = decide(seal, found, enteredNow(deps, act))
  if (isRefusal(drafts)) return drafts
  act.enter(...drafts)
  return { id, number: found.number, seal: seal.id }
}

const keyOf = (record: { enteredAt: string; id: string }): string => `${record.enteredAt}|${record.id}`

type OutingOperations = Pick<
  typeof custodyOperations,
  | 'seals.outings'
  | 'seals.outingGet'
  | 'seals.takeOut'
  | 'seals.outingLeave'
  | 'seals.outingCancel'
  | 'seals.outingReturn'
>

const outingHandlers = (deps: SealDeps): Handlers<OutingOperations> => {
  const onOuting = (
    act: Act,
    input: Named,
    decide: (seal: Seal, found: Outing, entered: Entered) => Draft[] | Refusal,
  ) => actOn(act, deps, 'seal_outing', input, (id) => outingOf(act.db, id), decide)
  return {
    'seals.outings': (reading, { limit, ...wanted }) => {
      const rows = outingsBefore(reading.db, { ...wanted, limit: limit + 1 })
      const shown = rows.slice(0, limit)
      const last = shown.at(-1)
      return {
        rows: shown.map((row) => ({ ...row, isOverdue: isOverdue(row, nowOf(reading)) })),
        next: rows.length > limit && last ? keyOf(last) : undefined,
      }
    },

    'seals.outingGet': (reading, { id, number }) => {
      const { db } = reading
      const found = id !== undefined ? outingOf(db, id) : number !== undefined ? outingByNumber(db, number) : undefined
      if (!found) return notFound('seal_outing', id ?? number)
      return {
        outing: found,
        isOverdue: isOverdue(found, nowOf(reading)),
        heads: headsOfAct(db, 'seal_outing', found.id),
      }
    },

    'seals.takeOut': (act, { seal: sealId, basedOn, taker, escort, approver, request: requestId, ...plain }) => {
      const seal = sealFor(act, sealId, basedOn)
      if (isRefusal(seal)) return seal
      const cast = castOf(deps, act, { taker, escort, approver })
      if (isRefusal(cast)) return cast
      const request = requestId === undefined ? undefined : requestOf(act.db, requestId)
      if (requestId !== undefined && !request) return notFound('seal_request', requestId)
      const entered = enteredNow(deps, act)
      const told = { ...plain, ...cast, request }
      const refused = refuseOuting(seal, told, entered)
      if (refused) return refused
      const fresh = { id: act.newId(), numbered: act.number('sealOuting') }
      act.enter(...outingDrafts(seal, told, entered, fresh))
      const out = told.outAt ?? entered.at
      return {
        id: fresh.id,
        number: fresh.numbered.number,
        seal: seal.id,
        status: out > entered.at ? 'planned' : 'out',
        dueBackAt: told.dueBackAt ?? defaultDue(out),
      }
    },

    'seals.outingLeave': (act, input) =>
      onOuting(act, input, (seal, found, entered) =>
        leaveNow(
          seal,
          found,
          {
            request: found.request && requestOf(act.db, found.request.id),
            people: [found.taker, found.escort].flatMap(({ id }) => deps.standing(act, id) ?? []),
          },
          entered,
        ),
      ),

    'seals.outingCancel': (act, { reason, ...input }) =>
      onOuting(act, input, (seal, found, entered) => cancelOuting(seal, found, entered, reason)),

    'seals.outingReturn': (act, { returnedTo: checker, isIntact, condition, backAt, ...input }) => {
      const returnedTo = standingOf(deps, act, checker ?? act.actor.person)
      if (isRefusal(returnedTo)) return returnedTo
      const told = { returnedTo, isIntact, condition, backAt }
      const answer = onOuting(act, input, (seal, found, entered) => returnOuting(seal, found, told, entered))
      if (isRefusal(answer)) return answer
      const back = outingOf(act.db, input.id)
      return { ...answer, isLate: back?.backAt !== undefined && back.backAt > back.dueBackAt }
    },
  }
}

type HandoverOperations = Omit<typeof custodyOperations, keyof OutingOperations>

const handoverHandlers = (deps: SealDeps): Handlers<HandoverOperations> => ({
  'seals.handovers': ({ db }, { limit, ...wanted }) => {
    const rows = handoversBefore(db, { ...wanted, limit: limit + 1 })
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return { rows: shown, next: rows.length > limit && last ? `${last.offeredAt}|${last.id}` : undefined }
  },

  'seals.handoverGet': ({ db }, { id, number }) => {
    const found =
      id !== undefined ? handoverOf(db, id) : number !== undefined ? handoverByNumber(db, number) : undefined
    return found
      ? { handover: found, heads: headsOfAct(db, 'seal_handover', found.id) }
      : notFound('seal_handover', id ?? number)
  },

  'seals.handoverOffer': (act, { seal: sealId, basedOn, to, witness, toDesk, ...plain }) => {
    const seal = sealFor(act, sealId, basedOn)
    if (isRefusal(seal)) return seal
    const cast = castOf(deps, act, { to, witness })
    if (isRefusal(cast)) return cast
    const entered = enteredNow(deps, act)
    const told = { ...plain, ...cast, toDesk: toDesk ?? seal.homeDesk }
    const refused = refuseOffer(seal, told, entered, deps.desks(act))
    if (refused) return refused
    const fresh = { id: act.newId(), numbered: act.number('sealHandover') }
    act.enter(...offerDrafts(seal, told, entered, fresh))
    return { id: fresh.id, number: fresh.numbered.number, seal: seal.id }
  },

  'seals.handoverAccept': (act, { place, ...input }) =>
    actOn(
      act,
      deps,
      'seal_handover',
      input,
      (id) => handoverOf(act.db, id),
      (seal, found, entered) => acceptHandover(seal, found, entered, { place }),
    ),

  'seals.handoverDecline': (act, { reason, ...input }) =>
    actOn(
      act,
      deps,
      'seal_handover',
      input,
      (id) => handoverOf(act.db, id),
      (seal, found, entered) => declineHandover(seal, found, entered, reason),
    ),
})

export const custodyHandlers = (deps: SealDeps): Handlers<typeof custodyOperations> => ({
  ...outingHandlers(deps),
  ...handoverHandlers(deps),
})
