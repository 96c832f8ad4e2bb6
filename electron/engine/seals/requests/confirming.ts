/** Confirming one's part in an act: signed in, or by own password on somebody else's screen. */
import { isRefusal, type Refusal } from '../../../../shared/api/fault.ts'
import type { confirmingOperations } from '../../../../shared/seals/requests/confirming-operations.ts'
import {
  confirmPart,
  partsOfAct,
  partsOfHandover,
  type Confirmation,
} from '../../../../shared/seals/requests/confirming.ts'
import type { Named } from '../../../../shared/seals/records.ts'
import type { Act, Handlers } from '../../act.ts'
import { notFound } from '../life/cabinet.ts'
import type { SealDeps } from '../deps.ts'
import { enteredNow } from '../use/entered-now.ts'
import { handoverOf, lifeActOf } from '../life/life-store.ts'

type Asked = { type: 'seal_life_act' | 'seal_handover'; id: string }

const confirm = (
  deps: SealDeps,
  act: Act,
  { type, id }: Asked,
  person: Named,
  how: Confirmation['how'],
): { id: string; number: string } | Refusal => {
  const { at, desk } = enteredNow(deps, act)
  const told = { person: { id: person.id, name: person.name }, at, desk, how }
  const [life, handover] =
    type === 'seal_life_act' ? [lifeActOf(act.db, id), undefined] : [undefined, handoverOf(act.db, id)]
  const drafts = life
    ? confirmPart(life, 'seal.act-confirmed', partsOfAct(life), told)
    : handover && confirmPart(handover, 'seal.handover-confirmed', partsOfHandover(handover), told)
  if (!drafts) return notFound(type, id)
  if (isRefusal(drafts)) return drafts
  act.enter(...drafts)
  return { id, number: (life ?? handover)?.number ?? '' }
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
