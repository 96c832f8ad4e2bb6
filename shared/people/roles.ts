/** Roles and what each may do; a person has one or more, and the union counts. */
import { permissions, type Permission } from '../api/permission.ts'

export const roles = ['clerk', 'custodian', 'approver', 'auditor', 'administrator'] as const
export type Role = (typeof roles)[number]

const reading: Permission[] = [
  'signed-in',
  'people.read',
  'contracts.read',
  'contracts.check',
  'seals.read',
  'supplies.read',
  'supplies.request',
  'documents.read',
]

// Who keeps the contracts does not also say who may sign them: delegations take an approver or an administrator.
const granted: Record<Role, readonly Permission[]> = {
  clerk: [
    ...reading,
    'seals.request',
    'exceptions.explain',
    'supplies.issue',
    'supplies.manage',
    'contracts.manage',
    'documents.issue',
    'tables.export',
  ],
  custodian: [
    ...reading,
    'exceptions.explain',
    'seals.request',
    'seals.use',
    'seals.manage',
    'documents.issue',
    'tables.export',
  ],
  approver: [
    ...reading,
    'exceptions.explain',
    'exceptions.settle',
    'seals.approve',
    'supplies.approve',
    'contracts.manage',
    'contracts.delegate',
    // Whoever issues a letter of authority or countersigns a closing prints it.
    'documents.issue',
    'tables.export',
  ],
  auditor: [...reading, 'audit.read', 'exceptions.settle', 'tables.export', 'documents.issue'],
  // An administrator keeps people, desks and imports; using a seal takes the custodian's role beside it.
  administrator: [
    ...reading,
    'office.manage',
    'people.manage',
    'audit.read',
    'tables.import',
    'tables.export',
    'seals.manage',
    'supplies.manage',
    'contracts.manage',
    'contracts.delegate',
    'documents.issue',
  ],
}

/** All permissions that any of the roles grants. */
export const permissionsOf = (held: readonly Role[]): ReadonlySet<Permission> =>
  new Set(
    permissions.filter(
      (permission) => permission === 'anyone' || held.some((role) => granted[role].includes(permission)),
    ),
  )
