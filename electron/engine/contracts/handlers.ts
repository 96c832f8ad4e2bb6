/** All handlers of the contracts register. */
import type { contractOperations } from '../../../shared/contracts/operations.ts'
import type { Handlers } from '../act.ts'
import { amendmentHandlersOf } from './amendment-handlers.ts'
import { authorityHandlersOf } from './check-handlers.ts'
import { contractHandlersOf } from './contract-handlers.ts'
import { delegationHandlersOf } from './delegation-handlers.ts'
import type { ContractDeps, PaperDeps } from './deps.ts'
import { interestHandlersOf } from './interest-handlers.ts'
import { revocationHandlersOf } from './revocation-handlers.ts'
import { originalsHandlers } from './originals-handlers.ts'
import { rateHandlers } from './rate-handlers.ts'

export const contractHandlers = (deps: ContractDeps & PaperDeps): Handlers<typeof contractOperations> => ({
  ...contractHandlersOf(deps),
  ...delegationHandlersOf(deps),
  ...revocationHandlersOf(deps),
  ...authorityHandlersOf(deps),
  ...interestHandlersOf(deps),
  ...originalsHandlers,
  ...amendmentHandlersOf(deps),
  ...rateHandlers,
})
