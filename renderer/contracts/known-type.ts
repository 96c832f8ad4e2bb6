/** Contract types are a closed list when they are entered; a record from a newer desk may bring another. */
import { contractTypes, type ContractType } from '../../shared/contracts/kinds.ts'

export const knownType = (type: string): ContractType => contractTypes.find((known) => known === type) ?? 'other'
