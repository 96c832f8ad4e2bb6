/** What a signed-in person may be allowed to do; the contract names one of these for every operation. */
export const permissions = [
  'anyone',
  'signed-in',
  'office.manage',
  'audit.read',
  'people.read',
  'people.manage',
  'contracts.read',
  'contracts.check',
  'contracts.manage',
  'contracts.delegate',
  'seals.read',
  'seals.request',
  'seals.approve',
  'seals.use',
  'seals.manage',
  'supplies.read',
  'supplies.issue',
  'supplies.manage',
  'documents.read',
  'documents.issue',
  'exceptions.explain',
  'exceptions.settle',
  'tables.import',
  'tables.export',
] as const

export type Permission = (typeof permissions)[number]
