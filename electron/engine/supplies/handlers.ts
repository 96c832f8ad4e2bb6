/** All handlers of the supplies register. */
import type { supplyOperations } from '../../../shared/supplies/operations.ts'
import type { Handlers } from '../act.ts'
import { stockClosingHandlers } from './closings.ts'
import type { SupplyDeps } from './deps.ts'
import { buyingHandlers } from './buying-handlers.ts'
import { itemHandlers } from './item-handlers.ts'
import { mergeHandlers } from './merge-handlers.ts'
import { movementHandlers } from './movement-handlers.ts'
import { reportHandlers } from './report-handlers.ts'
import { requestHandlers } from './request-handlers.ts'
import { shelfHandlers } from './shelf-handlers.ts'
import { slipHandlers } from './slip-handlers.ts'
import { valueHandlers } from './value-handlers.ts'
import { stocktakeHandlers } from './stocktake-handlers.ts'

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
})
