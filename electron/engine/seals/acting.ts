/** What handlers of a seal's life have in common: people looked up, the act's place and time, the seal as the page saw it. */
import { isRefusal, refuse, type Refusal } from '../../../shared/api/fault.ts'
import type { Standing } from '../../../shared/seals/life/life-people.ts'
import type { Seal } from '../../../shared/seals/records.ts'
import type { Act, Reading } from '../act.ts'
import { refuseStale } from '../office/office.ts'
import { notFound } from './life/cabinet.ts'
import type { SealDeps } from './deps.ts'
import { sealOf } from './store.ts'

/** A person by id as an act needs to know them. */
export const standingOf = (deps: SealDeps, reading: Reading, id: string): Standing | Refusal =>
  deps.standing(reading, id) ?? refuse({ code: 'person-unknown', person: id })

type Ids = Readonly<Record<string, string | undefined>>
type People<I extends Ids> = { [K in keyof I]: undefined extends I[K] ? Standing | undefined : Standing }

/** People by their parts; those left out stay out. */
export const castOf = <I extends Ids>(deps: SealDeps, reading: Reading, ids: I): People<I> | Refusal => {
  const cast: Record<string, Standing | undefined> = {}
  for (const [part, id] of Object.entries(ids)) {
    if (id === undefined) continue
    const person = standingOf(deps, reading, id)
    if (isRefusal(person)) return person
    cast[part] = person
  }
  return cast as People<I>
}

/** The seal an act is about, as the page saw it. */
export const sealFor = (act: Act, id: string, basedOn: string[] | undefined): Seal | Refusal => {
  const seal = sealOf(act.db, id)
  return seal ? (refuseStale(act, 'seal', id, basedOn) ?? seal) : notFound('seal', id)
}
