/** The light before the chop, the use itself, its void and its correction. */
import { isRefusal, refuse, type Fault, type Refusal } from '../../../../shared/api/fault.ts'
import type { ValidInputOf } from '../../../../shared/api/operation.ts'
import { localTime } from '../../../../shared/office/dates.ts'
import type { sealOperations } from '../../../../shared/seals/operations.ts'
import type { SealUse } from '../../../../shared/seals/records.ts'
import { mayOverride } from '../../../../shared/seals/use/override-rules.ts'
import { stopsOf, usedDraft, type UseFacts, type UseTold } from '../../../../shared/seals/rules.ts'
import { closedPeriodOf } from '../../../../shared/seals/closing/closing-rules.ts'
import { correctUse, voidUse, type Why } from '../../../../shared/seals/use/use-rules.ts'
import type { Draft } from '../../../../shared/journal/entry.ts'
import type { Act, Handlers, Reading } from '../../act.ts'
import { refuseStale } from '../../office/office.ts'
import { refuseArchiveNumber } from '../archive/archive-number.ts'
import { namedPerson, notFound, refOf } from '../life/cabinet.ts'
import { closedThrough } from '../closing/closing-facts.ts'
import type { SealDeps } from '../deps.ts'
import { settle } from './settle.ts'
import { refuseUnseen } from './unseen.ts'
import { leftOfRequest, requestOf, rowShown, sealOf, useOf, usesOn } from '../store.ts'
import { actorOf, groundsOf, restOf, stampsOf, type StampAsked } from './use-facts.ts'

type UseOperations = Pick<typeof sealOperations, 'seals.verdict' | 'seals.use' | 'seals.useVoid' | 'seals.useCorrect'>
export type UseInput = ValidInputOf<(typeof sealOperations)['seals.use']>
type Grounds = Exclude<ReturnType<typeof groundsOf>, Refusal>

const invalid = (path: string, reason: string): Refusal =>
  refuse({ code: 'invalid-input', problems: [{ path, reason }] })

const whyOf = (reading: Reading, reason: string, closedPeriod: string | undefined): Why => ({
  reason,
  by: actorOf(reading),
  at: localTime(reading.now, reading.zone),
  closedPeriod,
})

/** What the entry says beside counts and grounds; what was not told comes from the request or the contract. */
const toldOf = (deps: SealDeps, act: Act, input: UseInput, grounds: Grounds): UseTold | Refusal => {
  const { request, contract } = grounds
  const witness = input.witness === undefined ? undefined : namedPerson(deps, act, input.witness)
  if (isRefusal(witness)) return witness
  const document =
    input.document ?? request?.document ?? (contract && { title: contract.name, number: contract.number })
  if (!document) return invalid('document', 'invalid.required')
  return {
    usedAt: localTime(act.now, act.zone),
    copies: input.copies ?? request?.copies ?? 1,
    category: input.category ?? request?.category ?? (contract ? 'contract' : 'other'),
    document,
    recipient: input.recipient,
    purpose: input.purpose ?? request?.purpose,
    witness,
    place: input.place,
    documentShaBefore: input.document?.sha256,
    documentShaAfter: input.documentShaAfter,
    exception: input.exception,
    remarks: input.remarks,
  }
}

const askedStamps = (act: Act, input: UseInput, grounds: Grounds): StampAsked[] | Refusal => {
  const stamps = input.stamps ?? (grounds.request ? restOf(act, grounds.request) : [])
  const twice = stamps.findIndex(({ seal }, index) => stamps.slice(0, index).some((other) => other.seal === seal))
  if (twice >= 0) return invalid(`stamps.${twice}.seal`, 'invalid.twice')
  return stamps
}

/** What sets stops aside in an emergency: asked once everything about the use is known. */
export type Overriding = (facts: UseFacts, stops: Fault[]) => NonNullable<UseTold['override']> | Refusal

export const use = (deps: SealDeps, act: Act, input: UseInput, overriding?: Overriding) => {
  const grounds = groundsOf(deps, act, input)
  if (isRefusal(grounds)) return grounds
  const told = toldOf(deps, act, input, grounds)
  if (isRefusal(told)) return told
  const asked = askedStamps(act, input, grounds)
  if (isRefusal(asked)) return asked
  const stamps = stampsOf(act, grounds.request, asked, told.copies)
  if (isRefusal(stamps)) return stamps
  const facts = { ...grounds, stamps, isBlank: input.isBlank, sha256: input.document?.sha256 }
  const stops = stopsOf(facts)
  const [stop] = stops
  if (stop && !overriding) return refuse(stop)
  const override = overriding?.(facts, stops)
  if (isRefusal(override)) return override
  if (stamps.length === 0) return invalid('stamps', 'invalid.required')
  const uses = stamps.map((stamp) => {
    const id = act.newId()
    const numbered = act.number('sealUse', stamp.seal.code)
    act.enter(usedDraft(id, numbered, stamp, facts, override ? { ...told, override } : told))
    return { id, number: numbered.number, seal: refOf(stamp.seal) }
  })
  settle(act, grounds.request?.id)
  return { uses }
}

/** The light: the same rule as the use, without entering; where no seal is told, those of the request. */
const verdict = (deps: SealDeps, reading: Reading, input: ValidInputOf<(typeof sealOperations)['seals.verdict']>) => {
  const grounds = groundsOf(deps, reading, input)
  if (isRefusal(grounds)) return grounds
  const { request, contract } = grounds
  const copies = request?.copies ?? 1
  const told = input.seals.map((seal) => ({ seal, perCopy: 1, seamPerCopy: 0, spoiled: 0 }))
  const asked = told.length > 0 ? told : request ? restOf(reading, request) : []
  const stamps = stampsOf(reading, request, asked, copies)
  if (isRefusal(stamps)) return stamps
  const before = usesOn(reading.db, { contract: contract?.id, request: request?.id }, 10).map(rowShown)
  const stops = stopsOf({ ...grounds, stamps, isBlank: false, sha256: undefined })
  return { verdict: grounds.verdict, stops, mayOverride: mayOverride(stops), before }
}

/** Finds, checks for staleness, decides and enters: what a void and a correction have in common. */
export const actOn = (
  act: Act,
  deps: SealDeps,
  input: { id: string; basedOn?: string[] | undefined },
  decide: (use: SealUse) => Draft[] | Refusal,
): { id: string; number: string } | Refusal => {
  const found = useOf(act.db, input.id)
  if (!found) return notFound('seal_use', input.id)
  const stale = refuseStale(act, 'seal_use', input.id, input.basedOn)
  if (stale) return stale
  const seal = sealOf(act.db, found.seal.id)
  const desk = deps.desk(act)
  // Only the desk a physical seal lies at writes its book, void and correction included (architecture §3).
  if (seal?.kind === 'physical' && seal.homeDesk !== desk) {
    return refuse({ code: 'seal-elsewhere', seal: seal.name, homeDesk: seal.homeDesk, desk })
  }
  const drafts = decide(found)
  if (isRefusal(drafts)) return drafts
  act.enter(...drafts)
  settle(act, found.request?.id)
  return { id: found.id, number: found.number }
}

/** A closed period takes only what says that it comes after the closing. */
const inPeriod = (
  { number }: SealUse,
  period: string | undefined,
  isTold: boolean,
  drafts: Draft[] | Refusal,
): Draft[] | Refusal =>
  period !== undefined && !isTold && !isRefusal(drafts)
    ? refuse({ code: 'use-in-closed-period', number, period })
    : drafts

/** What is left on the request of a use with its seal; undefined at the counter. */
const leftFor = (act: Act, found: SealUse): number | undefined => {
  const request = found.request && requestOf(act.db, found.request.id)
  return request && leftOfRequest(act.db, request).find(({ seal }) => seal === found.seal.id)?.left
}

export const useHandlers = (deps: SealDeps): Handlers<UseOperations> => ({
  'seals.verdict': (reading, input) => verdict(deps, reading, input),
  'seals.use': (act, input) => use(deps, act, input),
  'seals.useVoid': (act, input) =>
    refuseUnseen(act, input) ??
    actOn(act, deps, input, (found) => {
      const period = closedPeriodOf(found, closedThrough(act.db, found.seal.id))
      return inPeriod(
        found,
        period,
        input.afterClosing,
        voidUse(found, whyOf(act, input.reason, period), input.wasStamped),
      )
    }),
  'seals.useCorrect': (act, input) =>
    refuseUnseen(act, input) ??
    actOn(act, deps, input, (found) => {
      const { archiveNumber } = input.change
      const taken = typeof archiveNumber === 'string' ? refuseArchiveNumber(act.db, found, archiveNumber) : undefined
      if (taken) return taken
      const period = closedPeriodOf(found, closedThrough(act.db, found.seal.id))
      const drafts = correctUse(found, input.change, whyOf(act, input.reason, period), leftFor(act, found))
      return inPeriod(found, period, input.afterClosing, drafts)
    }),
})
