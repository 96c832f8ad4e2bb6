/** How a request's entries fold: decisions are a set, its status follows from them and from how it ended. */
import type { Entry } from '../../journal/entry.ts'
import { statusOf, withApprovals } from './approvals.ts'
import { overlayAfter } from '../changes.ts'
import type { Approval, Closed, SealRequest } from '../records.ts'

const begin = overlayAfter('seal.requested')

/** Bodies meet their schemas before they are folded; older entries carry all approvals, which a set takes in alike. */
type Told = { approval?: Approval; approvals?: Approval[]; closed?: Closed }

const next = (record: SealRequest, kind: string, body: Told): SealRequest => {
  // Withdrawn stands whatever another desk entered beside it.
  const end = (ended: SealRequest['ended']): SealRequest =>
    record.ended === 'withdrawn' ? record : { ...record, ended }
  switch (kind) {
    case 'seal.request-withdrawn':
      return end('withdrawn')
    case 'seal.request-done':
      return end('done')
    case 'seal.request-reopened':
      return record.closed ? record : end(undefined)
    case 'seal.request-closed':
      return body.closed ? { ...end('done'), closed: body.closed } : record
    default: {
      const more = [...(body.approvals ?? []), ...(body.approval ? [body.approval] : [])]
      return { ...record, approvals: withApprovals(record.approvals, more) }
    }
  }
}

/** Total: entries of any order and from any desk give a request. */
export const foldRequest = (record: SealRequest | undefined, entry: Entry): SealRequest | undefined => {
  if (!record || entry.kind === 'seal.requested') {
    const begun = begin(record, entry)
    if (!begun) return undefined
    const approvals = withApprovals(record?.approvals ?? [], begun.approvals)
    return settled({ ...begun, approvals })
  }
  return settled(next(record, entry.kind, entry.body))
}

/** Absent fields are left out, so that a row is the same however it was come by. */
const settled = ({ ended, ...request }: SealRequest): SealRequest => ({
  ...request,
  ...(ended === undefined ? {} : { ended }),
  status: statusOf({ ...request, ended }),
})
