/** The seal register's handlers, one per operation. */
import type { sealOperations } from '../../../shared/seals/operations.ts'
import type { Handlers } from '../act.ts'
import { archiveHandlers } from './archive.ts'
import { absenceHandlers } from './absences.ts'
import { approvalHandlers } from './approvals.ts'
import { bookHandlers } from './book.ts'
import { cabinetHandlers } from './cabinet.ts'
import { confirmingHandlers } from './confirming.ts'
import { custodyHandlers } from './custody.ts'
import { closingHandlers } from './closings.ts'
import type { SealDeps } from './deps.ts'
import { emergencyHandlers } from './emergency.ts'
import { lifeHandlers } from './life.ts'
import { requestHandlers } from './requests.ts'
import { routeHandlers } from './routes.ts'
import { useHandlers } from './uses.ts'

export const sealHandlers = (deps: SealDeps): Handlers<typeof sealOperations> => ({
  ...cabinetHandlers(deps),
  ...requestHandlers(deps),
  ...useHandlers(deps),
  ...bookHandlers(),
  ...archiveHandlers(deps),
  ...approvalHandlers(deps),
  ...routeHandlers(deps),
  ...absenceHandlers(deps),
  ...emergencyHandlers(deps),
  ...lifeHandlers(deps),
  ...custodyHandlers(deps),
  ...closingHandlers(deps),
  ...confirmingHandlers(deps),
})
