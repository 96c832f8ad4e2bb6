/** Acts in the life of a seal: each enters its own record and moves the seal, in one transaction. */
import { isRefusal, refuse, type Refusal } from '../../../../shared/api/fault.ts'
import { actsOf, isElsewhere } from '../../../../shared/seals/life/life.ts'
import type { sealLifeOperations } from '../../../../shared/seals/life/life-operations.ts'
import type { LifeActName } from '../../../../shared/seals/life/life-records.ts'
import { lifeActDrafts, noteStep, refuseLifeAct, type LifeTold } from '../../../../shared/seals/life/life-rules.ts'
import type { Standing } from '../../../../shared/seals/life/life-people.ts'
import { endHandover } from '../../../../shared/seals/life/handover-rules.ts'
import { endOuting } from '../../../../shared/seals/life/outing-rules.ts'
import type { Seal, SealRef } from '../../../../shared/seals/records.ts'
import type { Act, Handlers } from '../../act.ts'
import { refuseStale } from '../../office/office.ts'
import { castOf, sealFor, standingOf } from '../acting.ts'
import { enteredNow } from '../use/entered-now.ts'
import { keepImpression, notFound, refOf, type Picture } from './cabinet.ts'
import type { SealDeps } from '../deps.ts'
import { handoversBefore, headsOfAct, lifeActOf, lifeActsOf, outingsBefore } from './life-store.ts'
import type { Read } from '../../store/sql.ts'
import { sealOf } from '../store.ts'

type Asked = {
  seal: string
  basedOn?: string[] | undefined
  approver?: string | undefined
  receivedBy?: string | undefined
  witnesses?: string[] | undefined
  impression?: Picture | undefined
} & Omit<LifeTold, 'approver' | 'receivedBy' | 'witnesses' | 'impression'>

const witnessesOf = (deps: SealDeps, act: Act, ids: string[] | undefined): LifeTold['witnesses'] | Refusal => {
  const found: Standing[] = []
  for (const id of ids ?? []) {
    const person = standingOf(deps, act, id)
    if (isRefusal(person)) return person
    found.push(person)
  }
  return ids && found
}

/** What a lost seal was in the middle of ends with the loss. */
const endOpen = (act: Act, seal: Seal, reason: string): void => {
  for (const outing of outingsBefore(act.db, { seal: seal.id, isOpen: true, limit: 50 }))
    act.enter(endOuting(outing, reason))
  for (const handover of handoversBefore(act.db, { seal: seal.id, status: 'offered', limit: 50 }))
    act.enter(endHandover(handover, reason))
}

/** What was lost and turned up again may have been copied: it is kept and destroyed, never used again. */
const wasLost = (db: Read, seal: string): boolean => lifeActsOf(db, seal).some(({ act }) => act === 'lost')

const refuseLost = (act: Act, seal: Seal, name: LifeActName): Refusal | undefined =>
  name === 'resumed' && wasLost(act.db, seal.id)
    ? refuse({ code: 'seal-act-not-allowed', seal: seal.name, act: name, status: 'lost' })
    : undefined

const live = (
  deps: SealDeps,
  act: Act,
  name: LifeActName,
  asked: Asked,
): { id: string; number: string; seal: string } | Refusal => {
  const { seal: sealId, basedOn, approver, receivedBy, witnesses: ids, impression: picture, ...plain } = asked
  const seal = sealFor(act, sealId, basedOn)
  if (isRefusal(seal)) return seal
  const cast = castOf(deps, act, { approver, receivedBy })
  if (isRefusal(cast)) return cast
  const witnesses = witnessesOf(deps, act, ids)
  if (isRefusal(witnesses)) return witnesses
  const kept = picture && keepImpression(act, seal.id, picture)
  if (isRefusal(kept)) return kept
  const entered = enteredNow(deps, act)
  const told: LifeTold = { ...plain, ...cast, witnesses, impression: kept }
  const refused = refuseLost(act, seal, name) ?? refuseLifeAct(seal, name, told, entered)
  if (refused) return refused
  const fresh = { id: act.newId(), numbered: act.number('sealLife') }
  act.enter(...lifeActDrafts(seal, name, told, entered, fresh))
  if (name === 'lost') endOpen(act, seal, told.reason ?? '')
  return { id: fresh.id, number: fresh.numbered.number, seal: seal.id }
}

export const lifeHandlers = (deps: SealDeps): Handlers<typeof sealLifeOperations> => ({
  'seals.life': (reading, { seal: id }) => {
    const seal = sealOf(reading.db, id)
    if (!seal) return notFound('seal', id)
    const isAway = isElsewhere(seal, deps.desk(reading))
    return {
      acts: lifeActsOf(reading.db, id),
      handovers: handoversBefore(reading.db, { seal: id, limit: 50 }),
      outings: outingsBefore(reading.db, { seal: id, limit: 50 }),
      allowed: actsOf(seal.status).filter(
        (name) =>
          (!isAway || name === 'lost') &&
          (name !== 'taken-out' || seal.kind === 'physical') &&
          (name !== 'resumed' || !wasLost(reading.db, id)),
      ),
    }
  },

  'seals.lifeAct': ({ db }, { id }) => {
    const act = lifeActOf(db, id)
    return act ? { act, heads: headsOfAct(db, 'seal_life_act', id) } : notFound('seal_life_act', id)
  },

  'seals.activate': (act, input) => live(deps, act, 'activated', input),
  'seals.retire': (act, input) => live(deps, act, 'retired', input),
  'seals.resume': (act, input) => live(deps, act, 'resumed', input),
  'seals.sealAway': (act, input) => live(deps, act, 'sealed-away', input),
  'seals.destroy': (act, input) => live(deps, act, 'destroyed', input),
  'seals.reportLost': (act, input) => live(deps, act, 'lost', input),
  'seals.reportFound': (act, input) => live(deps, act, 'found', input),

  'seals.noteStep': (act, { id, basedOn, replacement: next, ...told }) => {
    const found = lifeActOf(act.db, id)
    const seal = found && sealOf(act.db, found.seal.id)
    if (!found || !seal) return notFound('seal_life_act', id)
    const stale = refuseStale(act, 'seal_life_act', id, basedOn)
    if (stale) return stale
    let replacement: SealRef | undefined
    if (next !== undefined) {
      const made = sealOf(act.db, next)
      if (!made) return notFound('seal', next)
      replacement = refOf(made)
    }
    const drafts = noteStep(seal, found, { ...told, replacement }, enteredNow(deps, act))
    if (isRefusal(drafts)) return drafts
    act.enter(...drafts)
    return { id, number: found.number }
  },
})
