/** Who may see and add the attachments of a record: whoever may do so with records of its register. */
import type { Permission } from '../api/permission.ts'

export type OwnerRights = { read: Permission; attach: readonly Permission[] }

const rights: readonly (readonly [RegExp, OwnerRights])[] = [
  [/^seal/, { read: 'seals.read', attach: ['seals.use', 'seals.request', 'seals.manage', 'seals.approve'] }],
  [
    /^(contract|delegation|authority|interest)/,
    { read: 'contracts.read', attach: ['contracts.manage', 'contracts.delegate'] },
  ],
  [/^(person|department)/, { read: 'people.read', attach: ['people.manage'] }],
  [/^supply/, { read: 'supplies.read', attach: ['supplies.issue', 'supplies.manage'] }],
]

/** What is in the tray is seen and matched by who uses the seals. */
const tray: OwnerRights = { read: 'seals.read', attach: ['seals.use'] }
const rest: OwnerRights = { read: 'signed-in', attach: ['office.manage'] }

/** @param type subject type of the record; undefined for the tray of unmatched scans */
export const rightsFor = (type: string | undefined): OwnerRights =>
  type === undefined ? tray : (rights.find(([pattern]) => pattern.test(type))?.[1] ?? rest)
