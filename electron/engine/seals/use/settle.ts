/** Says that a request is done, or open again, after what was entered on it. */
import { settleRequest } from '../../../../shared/seals/requests/request-rules.ts'
import type { Act } from '../../act.ts'
import { leftOfRequest, requestOf } from '../store.ts'

export const settle = (act: Act, id: string | undefined): void => {
  const request = id === undefined ? undefined : requestOf(act.db, id)
  if (!request) return
  const left = leftOfRequest(act.db, request).reduce((sum, line) => sum + line.left, 0)
  act.enter(...settleRequest(request, left))
}
