/** What a request tells as an exception: closed though impressions were left. */
import type { DerivedException } from '../../office/exceptions.ts'
import type { SealRequest } from '../records.ts'

export const requestExceptions = ({ number, closed, status }: SealRequest): DerivedException[] => {
  if (!closed || closed.left === 0 || status !== 'done') return []
  const { by, at, left, reason } = closed
  return [{ kind: 'count-differs', on: at.slice(0, 10), person: by.id, values: { number, left, reason } }]
}
