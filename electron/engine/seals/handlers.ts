/** The seal register's handlers, one per operation. */
import type { sealOperations } from '../../../shared/seals/operations.ts'
import type { Handlers } from '../act.ts'
import { archiveHandlers } from './archive/archive.ts'
import { awaitedHandlers } from './requests/awaited.ts'
import { absenceHandlers } from './requests/absences.ts'
import { approvalHandlers } from './requests/approvals.ts'
import { bookHandlers } from './use/book.ts'
import { cabinetHandlers } from './life/cabinet.ts'
import { confirmingHandlers } from './requests/confirming.ts'
import { custodyHandlers } from './life/custody.ts'
import { closingHandlers } from './closing/closings.ts'
import type { SealDeps } from './deps.ts'
import { emergencyHandlers } from './use/emergency.ts'
import { lifeHandlers } from './life/life.ts'
import { requestHandlers } from './requests/requests.ts'
import { routeHandlers } from './requests/routes.ts'
import { useHandlers } from './use/uses.ts'

export const sealHandlers = (deps: SealDeps): Handlers<typeof sealOperations> => ({
  ...cabinetHandlers(deps),
  ...requestHandlers(deps),
  ...useHandlers(deps),
  ...bookHandlers(),
  ...archiveHandlers(deps),
  ...approvalHandlers(deps),
  ...routeHandlers(deps),
  ...absenceHandlers(deps),
  ...awaitedHandlers(deps),
  ...emergencyHandlers(deps),
  ...lifeHandlers(deps),
  ...custodyHandlers(deps),
  ...closingHandlers(deps),
  ...confirmingHandlers(deps),
})
