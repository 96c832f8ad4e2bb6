/** Signing in: who it is, whether the password fits, and what the roles allow. */
import { isRefusal, refuse, type Refusal } from '../../../shared/api/fault.ts'
import type { Permission } from '../../../shared/api/permission.ts'
import { leastPasswordLength } from '../../../shared/people/operations.ts'
import { permissionsOf } from '../../../shared/people/roles.ts'
import type { Person } from '../../../shared/people/subjects.ts'
import type { Work } from '../act.ts'
import type { Read, Write } from '../store/sql.ts'
import { credentialOf, keepVerifier, type Passwords } from './credentials.ts'
import { personByStaffNo, personOf } from './store.ts'

export type Me = { person: Person; permissions: Permission[] }

export const meOf = (person: Person): Me => ({ person, permissions: [...permissionsOf(person.roles)] })

/** Whether somebody who left may still act: no, from the day after the last one. */
const hasLeft = (person: Person, today: string): boolean => person.employedTo !== undefined && person.employedTo < today

export type Door = {
  /** Only in the example an account without a password may be entered. */
  isExample: boolean
  passwords: Passwords
}

/** Opens the connection's session. */
export const signIn = async (work: Work, staffNo: string, password: string, door: Door): Promise<Me | Refusal> => {
  const person = await provePerson(work, staffNo, password, door)
  if (isRefusal(person)) return person
  work.session.open(person.id)
  return meOf(person)
}

/**
 * Who somebody proves to be by staff number and password; it signs nobody in. A wrong password, an unknown staff number
 * and one without a password are answered alike.
 */
export const provePerson = async (
  work: Work,
  staffNo: string,
  password: string,
  { isExample, passwords }: Door,
): Promise<Person | Refusal> => {
  const found = work.read(({ db, now, today }) => {
    const person = personByStaffNo(db, staffNo)
    return { db, person, hasPassword: person !== undefined && credentialOf(db, person.id) !== undefined, now, today }
  })
  const { db, person, hasPassword, now, today } = found
  if (!person || (!hasPassword && !isExample)) return passwords.tryStranger(staffNo, password, now)
  const refused = hasPassword ? await passwords.try(db as Write, person.id, password, now) : undefined
  if (refused) return refused
  // Only who knows the password is told about the person.
  return hasLeft(person, today)
    ? refuse({ code: 'person-left', name: person.name, employedTo: person.employedTo ?? '' })
    : person
}

/** The signed-in person, with what the roles allow at this moment; undefined once they have left. */
export const signedInPerson = (db: Read, id: string, today: string): Person | undefined => {
  const person = personOf(db, id)
  return person && !hasLeft(person, today) ? person : undefined
}

/** Sets a password at this desk: one's own by the present one, another's by an administrator. */
export const setPasswordWith =
  (passwords: Passwords) =>
  async (
    work: Work,
    input: { id: string; present?: string | undefined; password: string },
  ): Promise<Record<string, never> | Refusal> => {
    const { db, person, hasPassword, now } = work.read((reading) => ({
      db: reading.db as Write,
      person: personOf(reading.db, input.id),
      hasPassword: credentialOf(reading.db, input.id) !== undefined,
      now: reading.now,
    }))
    if (!person) return refuse({ code: 'not-found', what: 'person', id: input.id })
    if (input.password.length < leastPasswordLength)
      return refuse({ code: 'weak-password', least: leastPasswordLength })
    const isOwn = work.actor.person === input.id
    if (!isOwn && !work.actor.permissions.has('people.manage'))
      return refuse({ code: 'not-permitted', permission: 'people.manage' })
    const refused = isOwn && hasPassword ? await passwords.try(db, input.id, input.present ?? '', now) : undefined
    if (refused) return refused
    const made = await passwords.make(input.password)
    work.act((act) => keepVerifier(act.db as Write, input.id, made))
    return {}
  }
