/** The contract: every operation of the office, from which names, validation, permissions and types all derive. */
import { attachmentOperations } from '../attachments/operations.ts'
import { contractOperations } from '../contracts/operations.ts'
import { deskOperations } from '../desk/operations.ts'
import { documentOperations } from '../documents/operations.ts'
import { exceptionOperations } from '../exceptions/operations.ts'
import { stampingOperations } from '../documents/stamping/operations.ts'
import { recoveryOperations } from '../documents/recovery-operations.ts'
import { folderOperations, officeOperations } from '../office/operations.ts'
import { peopleOperations } from '../people/operations.ts'
import { sealOperations } from '../seals/operations.ts'
import { labelOperations } from '../supplies/items/label-operations.ts'
import { supplyOperations } from '../supplies/operations.ts'
import { tableOperations } from '../tables/operations.ts'
import type { Operations } from './operation.ts'

export const contract = {
  ...folderOperations,
  ...officeOperations,
  ...peopleOperations,
  ...deskOperations,
  ...contractOperations,
  ...sealOperations,
  ...supplyOperations,
  ...labelOperations,
  ...documentOperations,
  ...recoveryOperations,
  ...stampingOperations,
  ...tableOperations,
  ...exceptionOperations,
  ...attachmentOperations,
} as const satisfies Operations

export type Contract = typeof contract
export type OperationName = keyof Contract

/** All names; the bridge lets no other name pass. */
export const operationNames = Object.keys(contract) as OperationName[]

export const isOperationName = (name: string): name is OperationName => Object.hasOwn(contract, name)
