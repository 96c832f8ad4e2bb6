/** What the people's room tells the seal register about those who approve, and who proves to be at the desk. */
import { isRefusal } from '../../shared/api/fault.ts'
import { permissionsOf, roles, type Role } from '../../shared/people/roles.ts'
import type { Person } from '../../shared/people/subjects.ts'
import { provePerson, signedInPerson, type Door } from './people/sign-in.ts'
import { hasOther, peopleInPost } from './people/store.ts'
import type { PaperDeps } from './contracts/deps.ts'
import type { ApproverFacts, SealDeps } from './seals/deps.ts'
import type { Approver } from '../../shared/supplies/counter/issue-rules.ts'
import type { SupplyDeps } from './supplies/deps.ts'

const factsOf = ({ id, name, post, roles: held }: Person): ApproverFacts => {
  const may = permissionsOf(held)
  const mayApprove = may.has('seals.approve')
  return { id, name, post, roles: held, mayApprove, mayConfirm: mayApprove || may.has('seals.use') }
}

/** The same for who may approve what the supplies counter's bands ask for. */
export const supplyApprover = (door: () => Door): Pick<SupplyDeps, 'approver' | 'confirm'> => {
  const approverOf = ({ id, name, post, roles: held }: Person): Approver => ({
    id,
    name,
    post,
    mayApprove: permissionsOf(held).has('supplies.approve'),
  })
  return {
    approver: ({ db, today }, id) => {
      const person = signedInPerson(db, id, today)
      return person && approverOf(person)
    },
    confirm: async (work, { staffNo, password }) => {
      const person = await provePerson(work, staffNo, password, door())
      return isRefusal(person) ? person : approverOf(person)
    },
  }
}

/** Who confirms that a delegation was signed on paper, and whether nobody else in the office could. */
export const paperConfirming = (door: () => Door): PaperDeps => ({
  confirm: async (work, { staffNo, password }) => {
    const person = await provePerson(work, staffNo, password, door())
    if (isRefusal(person)) return person
    const mayDelegate = permissionsOf(person.roles).has('contracts.delegate')
    return {
      ...person,
      mayDelegate,
      isOnlyOne: work.read(({ db, today }) => !hasOther(db, person.id, delegating, today)),
    }
  },
})

const delegating = roles.filter((role) => permissionsOf([role]).has('contracts.delegate'))

const isRole = (role: string): role is Role => roles.some((known) => known === role)

export const approverFacts = (
  door: () => Door,
): Pick<SealDeps, 'approver' | 'inPost' | 'roleMayApprove' | 'confirm'> => ({
  approver: ({ db, today }, id) => {
    const person = signedInPerson(db, id, today)
    return person && factsOf(person)
  },
  inPost: ({ db, today }, post) =>
    peopleInPost(db, post, today, 50).flatMap(({ id }) => {
      const person = signedInPerson(db, id, today)
      return person ? [factsOf(person)] : []
    }),
  roleMayApprove: (role) => isRole(role) && permissionsOf([role]).has('seals.approve'),
  confirm: async (work, { staffNo, password }) => {
    const person = await provePerson(work, staffNo, password, door())
    return isRefusal(person) ? person : factsOf(person)
  },
})
