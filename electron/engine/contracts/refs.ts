/** People named by an input: looked up once, with the name as it stands, or refused by name of the field's person. */
import { isRefusal, refuse, type Refusal } from '../../../shared/api/fault.ts'
import type { PersonFacts } from '../../../shared/contracts/check-facts.ts'
import type { PersonRef } from '../../../shared/contracts/contract.ts'
import type { Read } from '../store/sql.ts'
import type { ContractDeps } from './deps.ts'

/** The person, undefined where none was named, or `not-found`. */
export const personIn = (deps: ContractDeps, db: Read, id: string | undefined): PersonFacts | undefined | Refusal =>
  id === undefined ? undefined : (deps.person(db, id) ?? refuse({ code: 'not-found', what: 'person', id }))

export const refOf = ({ id, name }: PersonFacts): PersonRef => ({ id, name })

/** Each of them once, or `not-found` for the first who is not in the register. */
export const peopleIn = (deps: ContractDeps, db: Read, ids: readonly string[]): PersonFacts[] | Refusal => {
  const people: PersonFacts[] = []
  for (const id of new Set(ids)) {
    const person = personIn(deps, db, id)
    if (isRefusal(person)) return person
    if (person) people.push(person)
  }
  return people
}

/** A reference to each of them. */
export const refsIn = (deps: ContractDeps, db: Read, ids: readonly string[]): PersonRef[] | Refusal => {
  const people = peopleIn(deps, db, ids)
  return isRefusal(people) ? people : people.map(refOf)
}
