/** Signing in: who it is, whether the password fits, and what the roles allow. */
import { refuse, type Refusal } from '../../../shared/api/fault.ts'
import type { Permission } from '../../../shared/api/permission.ts'
import { leastPasswordLength } from '../../../shared/people/operations.ts'
import { permissionsOf } from '../../../shared/people/roles.ts'
import type { Person } from '../../../shared/people/subjects.ts'
import type { Work } from '../act.ts'
import type { Read, Write } from '../store/sql.ts'
import { countFailure, credentialOf, forgetFailures, isRight, keepVerifier, makeVerifier } from './credentials.ts'
import { personByStaffNo, personOf } from './store.ts'

export type Me = { person: Person; permissions: Permission[] }

export const meOf = (person: Person): Me => ({ person, permissions: [...permissionsOf(person.roles)] })

/** Whether somebody who left may still act: no, from the day after the last one. */
const hasLeft = (person: Person, today: string): boolean => person.employedTo !== undefined && person.employedTo < today

/**
 * Opens the connection's session. An unknown staff number and a wrong password answer the same.
 * @param isExample only there an account without a password may be entered
 */
export const signIn = async (
  work: Work,
  staffNo: string,
  password: string,
  isExample: boolean,
): Promise<Me | Refusal> => {
  const found = work.read(({ db, now, today }) => {
    const person = personByStaffNo(db, staffNo)
    return { person, credential: person && credentialOf(db, person.id), now, today }
  })
  const { person, credential, now, today } = found
  if (!person) {
    // As slow as a wrong password, so that the time does not tell which staff numbers exist.
    await makeVerifier(password)
    return refuse({ code: 'wrong-password' })
  }
  if (hasLeft(person, today))
    return refuse({ code: 'person-left', name: person.name, employedTo: person.employedTo ?? '' })
  if (!credential) {
    if (!isExample) return refuse({ code: 'no-password-yet' })
    work.session.open(person.id)
    return meOf(person)
  }
  if (credential.locked_until > now)
    return refuse({ code: 'too-many-tries', waitSeconds: Math.ceil((credential.locked_until - now) / 1000) })
  const right = await isRight(password, credential)
  work.act(({ db }) => (right ? forgetFailures(db as Write, person.id) : countFailure(db as Write, person.id, now)))
  if (!right) return refuse({ code: 'wrong-password' })
  work.session.open(person.id)
  return meOf(person)
}

/** The signed-in person, with what the roles allow at this moment; undefined once they have left. */
export const signedInPerson = (db: Read, id: string, today: string): Person | undefined => {
  const person = personOf(db, id)
  return person && !hasLeft(person, today) ? person : undefined
}

/** Sets a password at this desk: one's own by the present one, another's by an administrator. */
export const setPassword = async (
  work: Work,
  input: { id: string; present?: string | undefined; password: string },
): Promise<Record<string, never> | Refusal> => {
  const { person, credential, now } = work.read((reading) => ({
    person: personOf(reading.db, input.id),
    credential: credentialOf(reading.db, input.id),
    now: reading.now,
  }))
  if (!person) return refuse({ code: 'not-found', what: 'person', id: input.id })
  if (input.password.length < leastPasswordLength) return refuse({ code: 'weak-password', least: leastPasswordLength })
  const isOwn = work.actor.person === input.id
  if (!isOwn && !work.actor.permissions.has('people.manage'))
    return refuse({ code: 'not-permitted', permission: 'people.manage' })
  if (isOwn && credential) {
    if (credential.locked_until > now)
      return refuse({ code: 'too-many-tries', waitSeconds: Math.ceil((credential.locked_until - now) / 1000) })
    if (!(await isRight(input.present ?? '', credential))) {
      work.act(({ db }) => countFailure(db as Write, input.id, now))
      return refuse({ code: 'wrong-password' })
    }
  }
  const made = await makeVerifier(input.password)
  work.act(({ db }) => keepVerifier(db as Write, input.id, made))
  return {}
}
