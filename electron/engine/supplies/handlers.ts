/** All handlers of the supplies register. */
import type { supplyOperations } from '../../../shared/supplies/operations.ts'
import type { Handlers } from '../act.ts'
import { stockClosingHandlers } from './value/closings.ts'
import type { SupplyDeps } from './deps.ts'
import { budgetHandlers } from './budget/budget-handlers.ts'
import { buyingHandlers } from './buying/buying-handlers.ts'
import { itemHandlers } from './items/item-handlers.ts'
import { mergeHandlers } from './items/merge-handlers.ts'
import { movementHandlers } from './movement-handlers.ts'
import { reportHandlers } from './reports/handlers.ts'
import { requestHandlers } from './counter/request-handlers.ts'
import { shelfHandlers } from './items/shelf-handlers.ts'
import { slipHandlers } from './counter/slip-handlers.ts'
import { valueHandlers } from './value/value-handlers.ts'
import { stocktakeHandlers } from './stocktake/handlers.ts'

export const supplyHandlers = (deps: SupplyDeps): Handlers<typeof supplyOperations> => ({
  ...itemHandlers(deps),
  ...mergeHandlers(),
  ...shelfHandlers(),
  ...slipHandlers(deps),
  ...requestHandlers(deps),
  ...valueHandlers(),
  ...stocktakeHandlers(deps),
  ...movementHandlers(),
  ...stockClosingHandlers(),
  ...buyingHandlers(),
  ...reportHandlers(),
  ...budgetHandlers(deps),
})
