/** All importers by target; a target without one does not compile. */
import type { Importer } from '../importer.ts'
import type { ImportTarget } from '../targets.ts'
import { budgetImporter } from './budgets.ts'
import { contractImporter } from './contracts.ts'
import { delegationImporter } from './delegations.ts'
import { itemImporter } from './items.ts'
import { peopleImporter } from './people.ts'
import { sealLedgerImporter } from './seal-ledger.ts'

export const importers: Record<ImportTarget, Importer> = {
  people: peopleImporter,
  items: itemImporter,
  contracts: contractImporter,
  delegations: delegationImporter,
  'seal-ledger': sealLedgerImporter,
  budgets: budgetImporter,
}
