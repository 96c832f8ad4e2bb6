/** Confirming one's part in an act: signed in, or by own password on somebody else's screen. */
import { isRefusal, type Refusal } from '../../../../shared/api/fault.ts'
import type { confirmingOperations } from '../../../../shared/seals/requests/confirming-operations.ts'
import {
  confirmPart,
  partsOfAct,
  partsOfHandover,
  partsOfOuting,
  type Confirmation,
} from '../../../../shared/seals/requests/confirming.ts'
import type { Named } from '../../../../shared/seals/records.ts'
import type { Act, Handlers } from '../../act.ts'
import { notFound } from '../life/cabinet.ts'
import type { SealDeps } from '../deps.ts'
import { enteredNow } from '../use/entered-now.ts'
import { handoverOf, lifeActOf, outingOf } from '../life/life-store.ts'
import type { Read } from '../../store/sql.ts'

type Asked = { type: 'seal_life_act' | 'seal_handover' | 'seal_outing'; id: string }
type Told = Omit<Confirmation, 'part'>

/** What confirming enters on a record of each type; undefined where there is none. */
const confirmedOn = (db: Read, { type, id }: Asked, told: Told) => {
  if (type === 'seal_life_act') {
    const life = lifeActOf(db, id)
    return life && { number: life.number, drafts: confirmPart(life, 'seal.act-confirmed', partsOfAct(life), told) }
  }
  if (type === 'seal_handover') {
    const given = handoverOf(db, id)
    const parts = given && partsOfHandover(given)
    return parts && { number: given.number, drafts: confirmPart(given, 'seal.handover-confirmed', parts, told) }
  }
  const out = outingOf(db, id)
  return out && { number: out.number, drafts: confirmPart(out, 'seal.outing-confirmed', partsOfOuting(out), told) }
}

const confirm = (
  deps: SealDeps,
  act: Act,
  asked: Asked,
  person: Named,
  how: Confirmation['how'],
): { id: string; number: string } | Refusal => {
  const { at, desk } = enteredNow(deps, act)
  const told = { person: { id: person.id, name: person.name }, at, desk, how }
  const found = confirmedOn(act.db, asked, told)
  if (!found) return notFound(asked.type, asked.id)
  const { number, drafts } = found
  if (isRefusal(drafts)) return drafts
  act.enter(...drafts)
  return { id: asked.id, number }
}

export const confirmingHandlers = (deps: SealDeps): Handlers<typeof confirmingOperations> => ({
  'seals.confirm': (act, asked) => confirm(deps, act, asked, { id: act.actor.person, name: act.actor.name }, 'own'),

  'seals.confirmHere': async (work, { staffNo, password, ...asked }) => {
    // Outside the act: proving a password takes a third of a second, and nobody else should wait for it.
    const person = await deps.confirm(work, { staffNo, password })
    if (isRefusal(person)) return person
    return work.act((act) => confirm(deps, act, asked, person, person.id === act.actor.person ? 'own' : 'here'))
  },
})
