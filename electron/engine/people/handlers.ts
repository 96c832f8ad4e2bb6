/** Handlers of people and signing in. */
import { isRefusal, refuse, type Refusal } from '../../../shared/api/fault.ts'
import { onlyChanged } from '../../../shared/journal/changed.ts'
import type { peopleOperations } from '../../../shared/people/operations.ts'
import type { Act, Handlers } from '../act.ts'
import { refuseStale } from '../office/office.ts'
import { search } from '../search/search-index.ts'
import { one, sql } from '../store/sql.ts'
import { credentialOf, type Passwords } from './credentials.ts'
import { meOf, setPasswordWith, signIn } from './sign-in.ts'
import {
  departmentOf,
  departments,
  headsOfRow,
  isLastAdministrator,
  peoplePage,
  personByStaffNo,
  personOf,
} from './store.ts'

export const peopleHandlers = (isExample: () => boolean, passwords: Passwords): Handlers<typeof peopleOperations> => ({
  'people.signIn': (work, { staffNo, password }) =>
    signIn(work, staffNo, password, { isExample: isExample(), passwords }),
  'people.signOut': ({ session }) => {
    session.close()
    return {}
  },
  'people.me': ({ db, session, actor }) => {
    const person = session.isOpen() ? personOf(db, actor.person) : undefined
    return person ? { me: meOf(person) } : {}
  },
  'people.list': ({ db }, { after, limit, text, department }) => {
    if (text !== undefined && text.trim() !== '') {
      const hits = search(db, text, limit, ['person'])
      return { rows: hits.flatMap((hit) => personOf(db, hit.subject) ?? []) }
    }
    const rows = peoplePage(db, after, limit, department)
    const last = rows.length === limit ? rows.at(-1)?.staffNo : undefined
    return last === undefined ? { rows } : { rows, next: last }
  },
  'people.get': ({ db }, { id }) => {
    const person = personOf(db, id)
    if (!person) return refuse({ code: 'not-found', what: 'person', id })
    return { person, heads: headsOfRow(db, 'person', id), hasPassword: credentialOf(db, id) !== undefined }
  },
  'people.accounts': ({ db }) => {
    if (!isExample()) return { rows: [] }
    const people = peoplePage(db, undefined, 200, undefined).filter((person) => person.roles.length > 0)
    return { rows: people.slice(0, 12).map(({ name, staffNo, post, roles }) => ({ name, staffNo, post, roles })) }
  },
  'people.add': (act, input) => {
    const taken = refuseTaken(act, input.staffNo, undefined)
    if (taken) return taken
    const department = departmentFact(act, input.department)
    if (isRefusal(department)) return department
    const id = act.newId()
    act.enter({ kind: 'person.added', subject: id, body: { ...input, department } })
    return { id }
  },
  'people.change': (act, { id, basedOn, changes }) => {
    const person = personOf(act.db, id)
    if (!person) return refuse({ code: 'not-found', what: 'person', id })
    const refused =
      refuseStale(act, 'person', id, basedOn) ??
      (changes.staffNo === undefined ? undefined : refuseTaken(act, changes.staffNo, id))
    if (refused) return refused
    if (changes.employedTo !== undefined && isLastAdministrator(act.db, id, isExample()))
      return refuse({ code: 'last-administrator' })
    const department = departmentFact(act, changes.department)
    if (isRefusal(department)) return department
    const { postSince = act.today, ...rest } = changes
    const changed = onlyChanged(person, { ...rest, department })
    // The office's date, since the entry's own stamp is in UTC.
    const body = changed['post'] === undefined ? changed : { ...changed, postSince }
    if (Object.keys(body).length > 0) act.enter({ kind: 'person.changed', subject: id, body })
    return { id }
  },
  'people.setRoles': (act, { id, basedOn, roles }) => {
    if (!personOf(act.db, id)) return refuse({ code: 'not-found', what: 'person', id })
    const stale = refuseStale(act, 'person', id, basedOn)
    if (stale) return stale
    if (!roles.includes('administrator') && isLastAdministrator(act.db, id, isExample()))
      return refuse({ code: 'last-administrator' })
    act.enter({ kind: 'person.roles-set', subject: id, body: { roles } })
    return { id }
  },
  'people.setPassword': setPasswordWith(passwords),
  'departments.list': ({ db }) => ({ rows: departments(db) }),
  'departments.add': (act, input) => {
    const known = one<{ subject: string }>(act.db, sql`select subject from department where name = ${input.name}`)
    if (known) return { id: known.subject }
    if (input.head !== undefined && !personOf(act.db, input.head))
      return refuse({ code: 'not-found', what: 'person', id: input.head })
    const id = act.newId()
    act.enter({ kind: 'department.added', subject: id, body: input })
    return { id }
  },
})

const departmentFact = (act: Act, id: string | undefined): { id: string; name: string } | Refusal | undefined => {
  if (id === undefined) return undefined
  const department = departmentOf(act.db, id)
  return department
    ? { id: department.id, name: department.name }
    : refuse({ code: 'not-found', what: 'department', id })
}

const refuseTaken = (act: Act, staffNo: string, except: string | undefined): Refusal | undefined => {
  const other = personByStaffNo(act.db, staffNo)
  return other && other.id !== except ? refuse({ code: 'staff-no-taken', staffNo, name: other.name }) : undefined
}
