/** Contract types are a closed list when they are entered; a record from a newer desk may bring another. */
import { noType } from '../../shared/contracts/amendment-kinds.ts'
import { contractTypes, type ContractType } from '../../shared/contracts/kinds.ts'

export const knownType = (type: string): ContractType | typeof noType =>
  type === noType ? noType : (contractTypes.find((known) => known === type) ?? 'other')
